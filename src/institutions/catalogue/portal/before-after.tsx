import type { Lang, Sourced } from '../../../kernel/text.ts';
import { type Column, formatLimit, formatLongDate, Section, Show, Table } from '../../../portal/index.ts';
import { type Change, type Compared, compared, type Limit } from '../index.ts';
import { round, say, type Took } from './parts.tsx';
import { words } from './words.ts';

interface BeforeAfterProps {
  readonly changes: readonly Change[];
  readonly took: ReadonlyMap<number, Took>;
  readonly lang: Lang;
}

/** What was simplified, number by number (S1-53); nothing where the procedure never changed. */
export function BeforeAfter({ changes, took, lang }: BeforeAfterProps) {
  if (changes.length === 0) return null;
  const columns: readonly Column[] = (['before-what', 'before', 'after', 'difference'] as const).map((word) => ({ label: words[word] }));
  const real = ({ version }: Change['after']) => {
    const of = took.get(version);
    return of ? say('took-say', lang, { n: of.n, median: round(of.median), p90: round(of.p90) }) : say('took-none', lang);
  };
  return (
    <Section title={words['before-title']} lang={lang} id="before-after">
      {changes.map(({ before, after, since, was, is }) => (
        <div key={since}>
          <p>{say('before-say', lang, { on: formatLongDate(since, lang) })}</p>
          <Table
            caption={words['before-title']}
            hideCaption
            lang={lang}
            columns={columns}
            rows={[
              ...compared(was, is).map((one) => ({
                key: one.measure,
                cells: [
                  say(`measure-${one.measure}`, lang),
                  <Told key="b" of={one.before} lang={lang} />,
                  <Told key="a" of={one.after} lang={lang} />,
                  <Difference key="d" of={one} lang={lang} />,
                ],
              })),
              // What was decided is told by the version of the item: where only who signs has changed there are no two of them.
              ...(before.version === after.version
                ? []
                : [{ key: 'took', cells: [say('measure-took', lang), real(before), real(after), ''] }]),
            ]}
          />
        </div>
      ))}
    </Section>
  );
}

/** A number or a limit, with its mark. */
export const Told = ({ of, lang }: { of: Sourced<number | Limit> | undefined; lang: Lang }) =>
  of ? <Show of={{ ...of, value: amount(of.value, lang) }} lang={lang} /> : <span>{say('not-told', lang)}</span>;

export const amount = (value: number | Limit, lang: Lang): string =>
  typeof value === 'number' ? String(value) : formatLimit(value.amount, value.unit, lang);

/** As little sure as the less sure of the two. */
function Difference({ of: { before, after, difference }, lang }: { of: Compared; lang: Lang }) {
  if (!before || !after || difference === undefined) return <span>{say('not-comparable', lang)}</span>;
  if (difference === 0) return <span>{say('same', lang)}</span>;
  const change = typeof after.value === 'number' ? Math.abs(difference) : { ...after.value, amount: Math.abs(difference) };
  const { confidence } = before.confidence === 'illustrative' ? before : after;
  const value = say(difference < 0 ? 'less' : 'more', lang, { n: amount(change, lang) });
  return <Show of={{ value, confidence }} lang={lang} />;
}
