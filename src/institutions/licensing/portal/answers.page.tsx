import type { ReactNode } from 'react';
import type { Lang } from '../../../kernel/text.ts';
import {
  Breadcrumb,
  Button,
  type Chrome,
  Empty,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  mixed,
  Page,
  Section,
  T,
} from '../../../portal/index.ts';
import { LIMITS } from './application.ts';
import { KeptFiles, labelsOf } from './apply-fields.tsx';
import { type Case, materialName, told, trackPath } from './case.ts';
import type { Values } from './drafts.ts';
import { FILE, KEY, typed } from './incoming.ts';
import { say as common, day } from './say.ts';
import { say } from './track/where.tsx';
import { words } from './track/words.ts';
import { words as commonWords } from './words.ts';

export interface AnswerProps {
  readonly c: Case;
  readonly draftKey: string;
  readonly values: Values;
  readonly files: readonly { readonly material: string; readonly name: string; readonly bytes: { readonly length: number } }[];
  readonly errors: readonly FieldError[];
  readonly chrome: Chrome;
}
export type AnswerKind = 'correct' | 'withdraw' | 'hand-in';

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx';

const answerLabels = (c: Case) => ({
  ...labelsOf(c.item.materials.value),
  note: words['correct-note'],
  reason: words['withdraw-reason'],
});

function Shell({ kind, children, ...props }: AnswerProps & { kind: AnswerKind; children: ReactNode }) {
  const { c, draftKey, files, errors, chrome } = props;
  const { lang } = chrome;
  const title = words[`${kind}-title`];
  return (
    <Page {...chrome} title={title} current="track">
      <Breadcrumb
        lang={lang}
        trail={[
          { label: commonWords['track-title'], href: '/track' },
          { label: { zh: c.m.number, en: c.m.number }, href: trackPath(c) },
          { label: title },
        ]}
      />
      <h1>{title[lang]}</h1>
      <p className="muted">
        <T text={c.item.name} lang={lang} /> · {c.m.number}
      </p>
      <ErrorSummary errors={errors} labels={answerLabels(c)} lang={lang} />
      <Form
        action={trackPath(c, `/${kind}`)}
        files={kind !== 'withdraw'}
        hidden={{ [KEY]: draftKey, ...(files.length > 0 && { kept: String(files.length) }) }}
      >
        {children}
        <p>
          <Button lang={lang} text={words[`${kind}-submit`]} /> <a href={trackPath(c)}>{say('back', lang)}</a>
        </p>
      </Form>
    </Page>
  );
}

const faultAt = (errors: readonly FieldError[], name: string) => errors.find((error) => error.path === name)?.message;

/** The one notice, point by point, each with its place for a file; and the application itself, to be corrected. */
export function CorrectPage(props: AnswerProps) {
  const { c, values, files, errors, chrome } = props;
  const { lang } = chrome;
  const way = c.facts.findLast((fact) => fact.kind === 'correction-requested')?.body.way;
  const formValue = (name: string): string =>
    (values[name] ? typed(values, name) : (c.file.form?.[name.slice(5)] ?? '')).slice(0, LIMITS[name] ?? 200);
  return (
    <Shell {...props} kind="correct">
      <p className="lead">{say('correct-say', lang)}</p>
      <KeptFiles files={files} lang={lang} />
      {(c.s.demands ?? []).map((stored, i) => {
        const demand = told(c, stored, lang);
        return (
          <section key={i} className="card demand">
            <h2>
              {i + 1}. {mixed(demand.what, lang)}
            </h2>
            <p>{mixed(say('correct-how', lang, { how: demand.how }), lang)}</p>
            {demand.material && (
              <Field
                kind="file"
                name={`${FILE}${demand.material}`}
                label={materialName(c, demand.material)}
                hint={words['correct-file']}
                lang={lang}
                optional
                accept={ACCEPT}
                error={faultAt(errors, `${FILE}${demand.material}`)}
              />
            )}
          </section>
        );
      })}
      {typeof way === 'string' && (
        <p>
          {say('correct-way', lang)}: {mixed(told(c, way, lang), lang)}
        </p>
      )}
      <Section title={words['correct-form']} lang={lang}>
        <Field
          name="form.subject"
          label={commonWords['f-subject']}
          lang={lang}
          optional
          value={formValue('form.subject')}
          error={faultAt(errors, 'form.subject')}
        />
        <Field
          name="form.details"
          kind="textarea"
          rows={4}
          label={commonWords['f-details']}
          lang={lang}
          optional
          value={formValue('form.details')}
          error={faultAt(errors, 'form.details')}
        />
        <Field
          name="form.address"
          label={commonWords['f-address']}
          lang={lang}
          optional
          value={formValue('form.address')}
          error={faultAt(errors, 'form.address')}
        />
        <Field
          name="note"
          kind="textarea"
          rows={3}
          label={words['correct-note']}
          lang={lang}
          optional
          value={typed(values, 'note').slice(0, 2000)}
          error={faultAt(errors, 'note')}
        />
      </Section>
    </Shell>
  );
}

export function WithdrawPage(props: AnswerProps) {
  const { values, errors, chrome } = props;
  const { lang } = chrome;
  return (
    <Shell {...props} kind="withdraw">
      <p className="lead">{say('withdraw-say', lang)}</p>
      <Field
        name="reason"
        kind="textarea"
        rows={3}
        label={words['withdraw-reason']}
        lang={lang}
        value={typed(values, 'reason').slice(0, 2000)}
        error={faultAt(errors, 'reason')}
      />
    </Shell>
  );
}

export function HandInPage(props: AnswerProps) {
  const { c, files, errors, chrome } = props;
  const { lang } = chrome;
  const { toFollow } = c.s;
  return (
    <Shell {...props} kind="hand-in">
      {toFollow && <p className="lead">{say('hand-in-say', lang, { by: day(toFollow.by) })}</p>}
      <p className="muted">{common('part-papers-say', lang)}</p>
      <KeptFiles files={files} lang={lang} />
      {(toFollow?.papers ?? []).map((code) => (
        <Field
          key={code}
          kind="file"
          name={`${FILE}${code}`}
          label={materialName(c, code)}
          lang={lang}
          accept={ACCEPT}
          error={faultAt(errors, `${FILE}${code}`)}
        />
      ))}
    </Shell>
  );
}

/** The form was opened, but there is nothing to answer now. */
export function NothingToDoPage({ c, kind, chrome }: { c: Case; kind: AnswerKind; chrome: Chrome }) {
  const { lang }: { lang: Lang } = chrome;
  return (
    <Page {...chrome} title={words[`${kind}-title`]} current="track">
      <h1>{words[`${kind}-title`][lang]}</h1>
      <Empty lang={lang} text={kind === 'withdraw' ? words['withdraw-not'] : words['no-more']}>
        <a href={trackPath(c)}>{say('back', lang)}</a>
      </Empty>
    </Page>
  );
}
