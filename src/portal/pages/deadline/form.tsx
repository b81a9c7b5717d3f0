import { type Asked, groundsFor, isNational, type Lawbook } from '../../../kernel/clock/index.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { Choice, Field, type Option } from '../../components/field.tsx';
import { Button, ErrorSummary, type FieldError, Form, type Labels } from '../../components/form.tsx';
import { formatLaw, formatLimit } from '../../format.ts';
import { both, speaker } from '../../speaker.ts';
import { words } from './words.ts';

const { say, text } = speaker(words);
const NUMBERS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const UNITS = ['wd', 'cd', 'mo', 'yr', 'h'] as const;

export interface DeadlineFormProps {
  readonly asked: Asked;
  readonly law: Lawbook;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

/** What one asks of the calculator. A GET form: its answer has an address that can be sent on. */
export function DeadlineForm({ asked, law, errors, lang }: DeadlineFormProps) {
  const rows = Math.min(Math.max((asked.pauses?.length ?? 0) + 1, 2), 6);
  const extensions = Math.min(Math.max(asked.extend?.length ?? 0, 1), 6);
  const labels = labelsOf(rows, extensions);
  const common = (name: string) => ({ name, lang, label: labels[name]!, value: typedAt(asked, name), error: errorAt(errors, name) });
  const touched = (prefix: string) => errors.some(({ path }) => path?.startsWith(prefix));
  return (
    <>
      <ErrorSummary errors={errors} labels={labels} lang={lang} />
      <Form action="/deadline" method="get">
        <Field {...common('term')} kind="select" optional hint={words['term-hint']} options={kept(termOptions(law), asked.term)} />
        <Field {...common('amount')} optional inputMode="decimal" size="short" hint={words['amount-hint']} />
        <Field {...common('unit')} kind="select" optional size="middle" hint={words['unit-hint']} options={kept(unitOptions, asked.unit)} />
        <Field {...common('from')} size="middle" hint={words['from-hint']} />
        <Choice
          {...common('whose')}
          kind="radio"
          values={[asked.whose ?? '']}
          options={[
            { value: '', label: words['whose-default'] },
            { value: 'organ', label: words['whose-organ'] },
            { value: 'citizen', label: words['whose-citizen'] },
          ]}
        />
        <details open={(asked.pauses?.length ?? 0) > 0 || touched('pause')}>
          <summary>{say('pauses', lang)}</summary>
          {Array.from({ length: rows }, (_, i) => {
            const options = kept(groundOptions(law), asked.pauses?.[i]?.ground);
            return (
              <div key={NUMBERS[i]}>
                <Field {...common(`pause.${i}.from`)} optional size="middle" />
                <Field {...common(`pause.${i}.to`)} optional size="middle" hint={words['pause-hint']} />
                <Field {...common(`pause.${i}.ground`)} kind="select" optional options={options} />
              </div>
            );
          })}
        </details>
        <details open={(asked.extend?.length ?? 0) > 0 || touched('extend')}>
          <summary>{say('extension', lang)}</summary>
          {Array.from({ length: extensions }, (_, i) => (
            <div key={NUMBERS[i]}>
              <Field {...common(`extend.${i}.amount`)} optional size="short" inputMode="numeric" hint={words['extend-hint']} />
              <Field {...common(`extend.${i}.on`)} optional size="middle" />
            </div>
          ))}
        </details>
        <p>
          <Button lang={lang} text={words.go} />
        </p>
      </Form>
    </>
  );
}

function typedAt(asked: Asked, name: string): string | undefined {
  const [field, row, part] = name.split('.') as [keyof Asked, string?, string?];
  if (row === undefined) return asked[field] as string | undefined;
  const rows = (field === ('pause' as string) ? asked.pauses : asked.extend) as readonly Readonly<Record<string, string>>[] | undefined;
  return rows?.[Number(row)]?.[part!];
}

const errorAt = (errors: readonly FieldError[], name: string): string | undefined =>
  errors
    .filter(({ path }) => path === name)
    .map(({ message }) => message)
    .join(' ') || undefined;

function labelsOf(rows: number, extensions: number): Labels {
  const own = Object.fromEntries(['term', 'amount', 'unit', 'from', 'whose'].map((name) => [name, words[name as 'term']]));
  const pauses = Array.from({ length: rows }, (_, i) =>
    (['from', 'to', 'ground'] as const).map((part) => [`pause.${i}.${part}`, text(`pause-${part}`, { n: i + 1 })] as const),
  );
  const extended = Array.from({ length: extensions }, (_, i) =>
    (['amount', 'on'] as const).map((part) => [`extend.${i}.${part}`, words[`extend-${part}`]] as const),
  );
  return { ...own, ...Object.fromEntries([...pauses.flat(), ...extended.flat()]) };
}

/** What somebody asked for stays in its list, also where the list does not have it. */
const kept = (options: readonly Option[], value: string | undefined): readonly Option[] =>
  value === undefined || value === '' || options.some((one) => one.value === value)
    ? options
    : [...options, { value, label: { zh: value, en: value } }];

const unitOptions: readonly Option[] = UNITS.map((unit) => ({ value: unit, label: words[`unit-${unit}`] }));

const termOptions = (law: Lawbook): readonly Option[] =>
  [...law.terms.values()].map(({ id, name, amount, unit, basis }) => ({
    value: id,
    ...(!isNational(basis) && { group: words['term-county'] }),
    label: both((lang) => `${formatLaw(basis.law[lang], lang)} ${name[lang]}${say('comma', lang)}${formatLimit(amount, unit, lang)}`),
  }));

const groundOptions = (law: Lawbook): readonly Option[] =>
  groundsFor(undefined, law).map(({ id, name }): Option => ({ value: id, label: name as Text }));
