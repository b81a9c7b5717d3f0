import type { Command } from 'commander';
import { termsTaken } from '../law-lists.ts';
import { NEEDED_PARAMETERS } from '../needed-parameters.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readLaw } from '../platform/law.ts';
import { formatArticle } from '../portal/format.ts';
import { outward, type TermOutward, termsOutward } from '../terms.ts';
import { dayHere } from './deadline.ts';
import { type TakeOptions, takenAway, withFiles } from './lists.ts';
import type { Out } from './out.ts';

/** The law as data; no county need be open. */
export function termsCommand(program: Command, out: Out): void {
  withFiles(
    program.command('terms [id]').description('every limit in law with its article, and the parameters of the county; or one of them'),
  )
    .option('--json', 'one document on stdout')
    .addHelpText('after', '\nExample:\n  banjie terms\n  banjie terms petition.conclude --json')
    .action(async (id: string | undefined, { json, ...files }: TakeOptions & { json?: boolean }) => {
      const law = readLaw(checkoutRoot, NEEDED_PARAMETERS);
      // Only the next time of what comes back asks for a day.
      if ((files.csv ?? files.xlsx) !== undefined) return void (await takenAway(termsTaken(law, await dayHere(out)), files));
      if (id === undefined) {
        const terms = termsOutward(law);
        if (json) return out.json(terms);
        for (const line of table(terms)) out.line(line);
        return;
      }
      const term = law.find(id);
      if (term && json) return out.json(outward(term, law));
      if (term) for (const line of described(outward(term, law))) out.line(line);
      else {
        const near = law.near(id);
        if (json) out.json({ code: 'term-unknown', term: id, near });
        out.log(`There is no term ${id}. Near it: ${near.join(', ')}. All of them: banjie terms`);
        out.no();
      }
    });
}

/** The number as it stands in the law; what has none says what it rests on. */
const articleOf = ({ article }: TermOutward): string => (/^[a-z]/.test(article) ? formatArticle(article, 'zh') : article);

const limit = ({ amount, unit, extend }: TermOutward): string => `${amount} ${unit}${extend ? ` +${extend.amount}` : ''}`;

function* table(terms: readonly TermOutward[]): Generator<string> {
  const parts = [
    ['National law', terms.filter(({ national }) => national)],
    ['Parameters of the county: no national law', terms.filter(({ national }) => !national)],
  ] as const;
  const wide = Math.max(...terms.map(({ id }) => id.length));
  for (const [title, rows] of parts) {
    yield title;
    for (const term of rows) {
      const how = term.recurs ? ` (recurs: ${term.recurs})` : term.sense === 'at-most' ? '' : ` (${term.sense})`;
      const basis = `${term.law.zh} ${articleOf(term)} ${term.mark}`;
      yield `  ${term.id.padEnd(wide)}  ${limit(term).padEnd(10)} ${term.whose.padEnd(7)} ${basis} · ${term.name.en}${how}`;
    }
  }
  yield `${terms.length} limits. wd working days, cd calendar days, mo months, yr years, h hours; V read in the text, S secondary, L local, K known.`;
}

function* described(term: TermOutward): Generator<string> {
  const line = (label: string, value: string | undefined) => (value === undefined ? [] : [`  ${label.padEnd(11)} ${value}`]);
  yield `${term.id}  ${term.name.zh} · ${term.name.en}`;
  yield* line('limit', `${limit(term)}, ${term.sense}`);
  yield* line('from', `${term.start.zh} · ${term.start.en}`);
  yield* line('whose', `${term.whose}; last day on a rest day: ${term.roll === 'none' ? 'stays' : 'rolls to the next working day'}`);
  yield* line('extend', term.extend ? `${term.extend.times} × ${term.extend.amount} ${term.extend.unit}, by ${term.extend.by}` : undefined);
  yield* line('pauses', term.pauses.length > 0 ? term.pauses.map(({ ground }) => ground).join(', ') : undefined);
  yield* line('in force', term.law.since && `since ${term.law.since}; what began before ran by other rules`);
  yield* line('silence', term.silence ? `${term.silence.zh} · ${term.silence.en}` : undefined);
  yield* line('recurs', term.recurs ?? undefined);
  yield* line('note', term.note ? `${term.note.zh} · ${term.note.en}` : undefined);
  yield* line(
    'basis',
    `${term.law.zh} ${articleOf(term)}, ${term.mark}, ${term.confidence}${term.national ? '' : '; a parameter of the county'}`,
  );
}
