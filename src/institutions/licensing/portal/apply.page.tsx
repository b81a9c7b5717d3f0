import type { Text } from '../../../kernel/text.ts';
import {
  Breadcrumb,
  Button,
  Choice,
  type Chrome,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  Page,
  Section,
  T,
} from '../../../portal/index.ts';
import { AUTHORITY } from '../rules/state.ts';
import { LIMITS } from './application.ts';
import {
  type CaseChoice,
  CaseSwitch,
  IdType,
  KeptFiles,
  labelsOf,
  type PaperField,
  paperHint,
  type SentFile,
  Unseen,
} from './apply-fields.tsx';
import type { Values } from './drafts.ts';
import { FILE, KEY, typed } from './incoming.ts';
import { type NamedLicence, type RenewalLead, RenewalNote } from './renewal.tsx';
import { say, type Word } from './say.ts';
import { words } from './words.ts';

export interface ApplyProps {
  readonly title: Text;
  readonly action: string;
  readonly back: { readonly href: string; readonly label: Text };
  readonly cases: readonly CaseChoice[];
  /** Licences of a bundle to choose from. */
  readonly choices?: readonly { readonly id: string; readonly name: Text; readonly optional: boolean }[];
  readonly papers: readonly PaperField[];
  readonly amountAsked: boolean;
  readonly draftKey: string;
  readonly values: Values;
  readonly files: readonly SentFile[];
  readonly errors: readonly FieldError[];
  /** How long before a licence ends its renewal is to be asked for; and of the one that was named, until which day. */
  readonly renewal?: { readonly lead: RenewalLead; readonly of?: NamedLicence };
  readonly chrome: Chrome;
}

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx';

/** The application, without a script: what was typed and sent comes back with every fault at its field. */
export function ApplyPage(props: ApplyProps) {
  const { title, action, back, draftKey, values, files, errors, choices, chrome } = props;
  const { lang } = chrome;
  const faultAt = (name: string) => errors.find((error) => error.path === name)?.message;
  const field = (name: string, label: Word, hint?: Word) => ({
    name,
    label: words[label],
    hint: hint && words[hint],
    lang,
    error: faultAt(name),
    value: typed(values, name).slice(0, LIMITS[name] ?? 200),
  });
  const now = props.cases.find((one) => one.id === typed(values, 'case')) ?? props.cases[0];
  const papers = choices || !now ? props.papers : props.papers.filter((paper) => now.materials.includes(paper.code));
  const declarable = choices ? [] : papers.filter((paper) => paper.declarable);
  const papersSent = files.map(({ material, name }) => ({ material, name }));
  return (
    <Page {...chrome} title={title} current="services">
      <Breadcrumb lang={lang} trail={[{ label: back.label, href: back.href }, { label: title }]} />
      <h1>
        <T text={title} lang={lang} />
      </h1>
      <p className="lead">{say('apply-say', lang)}</p>
      <ErrorSummary errors={errors} labels={labelsOf(props.papers)} lang={lang} />
      <Form
        action={action}
        files
        hidden={{ [KEY]: draftKey, ...(now && { case: now.id }), ...(files.length > 0 && { kept: String(files.length) }) }}
      >
        {/* The first button is the one that Enter presses. */}
        <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
        {!choices && now?.id === 'new' && <Unseen name="licence" values={values.licence} />}
        {!choices && (
          <Unseen name="declarations" values={values.declarations?.filter((code) => !declarable.some((one) => one.code === code))} />
        )}
        <Section title={words['part-what']} lang={lang}>
          {choices ? (
            <Choice
              kind="checkbox"
              name="items"
              label={words['f-items']}
              lang={lang}
              error={faultAt('items')}
              values={values.items ?? choices.filter((one) => !one.optional).map((one) => one.id)}
              options={choices.map((one) => ({ value: one.id, label: one.name }))}
            />
          ) : (
            <>
              <CaseSwitch cases={props.cases} now={now?.id} lang={lang} />
              {now?.id !== 'new' && <Field {...field('licence', 'f-licence', 'f-licence-hint')} size="middle" />}
              {now?.id === 'renewal' && props.renewal && <RenewalNote {...props.renewal} lang={lang} />}
            </>
          )}
        </Section>
        <Section title={words['part-who']} lang={lang}>
          <Choice
            kind="radio"
            name="applicant.kind"
            label={words['f-kind']}
            lang={lang}
            error={faultAt('applicant.kind')}
            values={[typed(values, 'applicant.kind')]}
            options={(['person', 'firm'] as const).map((value) => ({ value, label: words[`kind-${value}`] }))}
          />
          <Field {...field('applicant.name', 'f-name')} autoComplete="name" />
          <IdType
            name="applicant.idType"
            label="f-id-type"
            value={typed(values, 'applicant.idType')}
            error={faultAt('applicant.idType')}
            lang={lang}
          />
          <Field {...field('applicant.idNumber', 'f-id-number', 'f-id-hint')} size="middle" />
          <Field {...field('applicant.phone', 'f-phone', 'f-phone-hint')} kind="tel" size="middle" autoComplete="tel" />
        </Section>
        <Section title={words['part-agent']} lang={lang}>
          <p className="muted">{say('part-agent-say', lang)}</p>
          <Field {...field('agent.name', 'f-agent-name')} optional size="middle" />
          <IdType
            name="agent.idType"
            label="f-agent-id-type"
            value={typed(values, 'agent.idType')}
            error={faultAt('agent.idType')}
            lang={lang}
            optional
          />
          <Field {...field('agent.idNumber', 'f-agent-id')} optional size="middle" />
          <Field {...field('agent.phone', 'f-agent-phone')} optional kind="tel" size="middle" />
          {!choices && (
            <Field
              kind="file"
              name={`${FILE}${AUTHORITY}`}
              label={words['f-agent-authority']}
              lang={lang}
              optional
              accept={ACCEPT}
              error={faultAt(`${FILE}${AUTHORITY}`)}
            />
          )}
        </Section>
        <Section title={words['part-matter']} lang={lang}>
          <Field {...field('form.subject', 'f-subject')} optional />
          <Field {...field('form.details', 'f-details', 'f-details-hint')} kind="textarea" rows={4} />
          <Field {...field('form.address', 'f-address', 'f-address-hint')} autoComplete="street-address" />
          {props.amountAsked && <Field {...field('amount', 'f-amount', 'f-amount-hint')} optional size="middle" inputMode="decimal" />}
        </Section>
        {papers.length > 0 && (
          <Section title={words['part-papers']} lang={lang}>
            <p className="muted">{say('part-papers-say', lang)}</p>
            <KeptFiles files={files} lang={lang} />
            {papers.map((paper) => (
              <Field
                key={paper.code}
                kind="file"
                name={`${FILE}${paper.code}`}
                label={paper.name}
                lang={lang}
                optional
                accept={ACCEPT}
                error={faultAt(`${FILE}${paper.code}`)}
                hint={paperHint(paper, papersSent)}
              />
            ))}
          </Section>
        )}
        {declarable.length > 0 && (
          <Choice
            kind="checkbox"
            name="declarations"
            label={words['f-declarations']}
            hint={words['f-declarations-hint']}
            lang={lang}
            optional
            error={faultAt('declarations')}
            values={values.declarations ?? []}
            options={declarable.map((paper) => ({ value: paper.code, label: paper.name }))}
          />
        )}
        <Section title={words['part-consent']} lang={lang}>
          <Choice
            kind="checkbox"
            name="truth"
            label={words['f-truth-legend']}
            lang={lang}
            error={faultAt('truth')}
            values={values.truth ?? []}
            options={[{ value: 'yes', label: words['f-truth'] }]}
          />
          <Choice
            kind="checkbox"
            name="electronicService"
            label={words['f-electronic-legend']}
            lang={lang}
            optional
            values={values.electronicService ?? []}
            options={[{ value: 'yes', label: words['f-electronic'] }]}
          />
          <p className="muted small">{say('apply-privacy', lang)}</p>
        </Section>
        <Button lang={lang} text={words['apply-submit']} />
      </Form>
    </Page>
  );
}
