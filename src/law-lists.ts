import { isNational, type Lawbook, type LocalDate, type Parameter } from './kernel/clock/index.ts';
import type { Term } from './kernel/clock/types.ts';
import type { Taken } from './platform/http/listing.ts';
import type { Column } from './platform/http/sheets.ts';
import { amountText } from './portal/pages/law/county.page.tsx';
import { citedText, limitText, linesOf, markText } from './portal/pages/law/term.tsx';
import { words } from './portal/pages/law/words.ts';
import { lawHeads as heads } from './words.ts';

const LINES = [
  'l-start',
  'l-whose',
  'l-roll',
  'l-extend',
  'l-pauses',
  'l-silence',
  'l-note',
  'l-next',
  'l-basis',
  'l-since',
  'l-mark',
] as const;

/** Every limit, national law and the county's parameters, duties that come back among them, in the words of /law. */
export function termsTaken(law: Lawbook, today: LocalDate): Taken<Term> {
  const line = (word: (typeof LINES)[number]): Column<Term> => ({
    head: words[word],
    text: (term, lang) => linesOf({ term, law, today, lang }).find(([one]) => one === word)?.[1],
  });
  return {
    day: today,
    rows: [...law.terms.values()],
    listing: {
      name: heads.terms,
      columns: [
        { head: words['l-id'], text: ({ id }) => id },
        { head: words.term, text: ({ name }, lang) => name[lang] },
        { head: heads.binds, text: ({ basis }, lang) => heads[isNational(basis) ? 'national' : 'county'][lang] },
        { head: words.amount, text: limitText },
        ...LINES.map(line),
      ],
    },
  };
}

/** The county's thresholds and hours. */
export const parametersTaken = (law: Lawbook, today: LocalDate): Taken<Parameter> => ({
  day: today,
  rows: [...law.parameters.values()],
  listing: {
    name: heads.parameters,
    columns: [
      { head: words['l-id'], text: ({ id }) => id },
      { head: words.parameter, text: ({ name }, lang) => name[lang] },
      { head: words['parameter-value'], text: amountText },
      { head: words['l-note'], text: ({ note }, lang) => note?.[lang] },
      { head: words['l-basis'], text: ({ basis }, lang) => citedText(basis, lang) },
      { head: words['l-mark'], text: markText },
    ],
  },
});
