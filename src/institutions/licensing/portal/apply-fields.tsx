import { ID_TYPES, idTypeNames } from '../../../kernel/organisation/index.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { Button, Choice, Field, type Labels, T } from '../../../portal/index.ts';
import { AUTHORITY } from '../rules/state.ts';
import { FILE } from './incoming.ts';
import { fileSize, say, text, type Word } from './say.ts';
import { words } from './words.ts';

/** A paper that may be attached. */
export interface PaperField {
  readonly code: string;
  readonly name: Text;
  readonly source: 'applicant' | 'shared' | 'issued';
  readonly essential: boolean;
  readonly when?: Text;
  /** The applicant's declaration may stand for it. */
  readonly declarable: boolean;
}
export interface CaseChoice {
  readonly id: string;
  readonly name: Text;
  readonly materials: readonly string[];
}
/** A file that has arrived. */
export interface SentFile {
  readonly material: string;
  readonly name: string;
  readonly bytes: { readonly length: number };
}

/** What the form calls each of its fields, for the summary of its faults. */
const LABELS = {
  items: words['f-items'],
  licence: words['f-licence'],
  'applicant.kind': words['f-kind'],
  'applicant.name': words['f-name'],
  'applicant.idType': words['f-id-type'],
  'applicant.idNumber': words['f-id-number'],
  'applicant.phone': words['f-phone'],
  'agent.name': words['f-agent-name'],
  'agent.idType': words['f-agent-id-type'],
  'agent.idNumber': words['f-agent-id'],
  'agent.phone': words['f-agent-phone'],
  [`${FILE}${AUTHORITY}`]: words['f-agent-authority'],
  'form.subject': words['f-subject'],
  'form.details': words['f-details'],
  'form.address': words['f-address'],
  amount: words['f-amount'],
  declarations: words['f-declarations'],
  truth: words['f-truth-legend'],
};
export const labelsOf = (papers: readonly Pick<PaperField, 'code' | 'name'>[]): Labels => ({
  ...LABELS,
  ...Object.fromEntries(papers.map(({ code, name }) => [`${FILE}${code}`, name])),
});

/** Another case of the same item: what was typed stays, its papers change. */
export function CaseSwitch({ cases, now, lang }: { cases: readonly CaseChoice[]; now?: string; lang: Lang }) {
  const name = cases.find((one) => one.id === now)?.name;
  return (
    <div className="cases">
      {name && (
        <p>
          <b>
            <T text={name} lang={lang} />
          </b>
        </p>
      )}
      {cases.length > 1 && (
        <>
          <p className="muted small">{say('case-switch', lang)}</p>
          <p>
            {cases
              .filter((one) => one.id !== now)
              .map((one) => (
                <Button key={one.id} lang={lang} plain name="case-switch" value={one.id} text={one.name} />
              ))}
          </p>
        </>
      )}
    </div>
  );
}

/** What was typed where this case asks nothing: it goes along unseen, for the case that asks it. */
export const Unseen = ({ name, values = [] }: { name: string; values?: readonly string[] }) =>
  values.filter((value) => value !== '').map((value) => <input key={value} type="hidden" name={name} value={value.slice(0, 200)} />);

export function paperHint(paper: PaperField, sent: readonly { material: string; name: string }[]): Text {
  const note: Word =
    paper.source === 'shared'
      ? 'shared-note'
      : paper.source === 'issued'
        ? 'issued-note'
        : paper.essential
          ? 'essential-note'
          : 'follow-note';
  const names = sent.filter((file) => file.material === paper.code).map((file) => file.name);
  const parts = [
    words[note],
    ...(paper.when ? [paper.when] : []),
    ...(names.length > 0 ? [text('kept-note', { names: names.join(' · ') })] : []),
  ];
  return { zh: parts.map((part) => part.zh).join(words.semicolon.zh), en: parts.map((part) => part.en).join(words.semicolon.en) };
}

/** Files that came with a form that was not right: they need not be sent again. */
export function KeptFiles({ files, lang }: { files: readonly SentFile[]; lang: Lang }) {
  if (files.length === 0) return null;
  return (
    <Choice
      kind="checkbox"
      name="drop"
      label={words['f-drop']}
      hint={words['f-drop-hint']}
      lang={lang}
      optional
      options={files.map((file, i) => {
        const one = { name: file.name, size: fileSize(file.bytes.length) };
        return { value: String(i), label: text('drop-one', one) };
      })}
    />
  );
}

export function IdType({
  name,
  label,
  value,
  error,
  lang,
  optional,
}: {
  name: string;
  label: Word;
  value: string;
  error?: string;
  lang: Lang;
  optional?: boolean;
}) {
  const types = ID_TYPES.filter((type) => !optional || type !== 'credit-code');
  return (
    <Field
      kind="select"
      name={name}
      label={words[label]}
      lang={lang}
      value={value}
      error={error}
      optional={optional}
      size="middle"
      options={types.map((type) => ({ value: type, label: idTypeNames[type] }))}
    />
  );
}
