import type { Taken } from './platform/http/listing.ts';
import { type Mandate, type MandateAsk, type MandateRow, rulesAsked } from './portal/pages/mandate.page.tsx';
import { words } from './portal/pages/words.ts';

/** The rules of the mandate as they are taken away: those that the page shows. */
export function rulesTaken(mandate: Mandate, ask: Pick<MandateAsk, 'state' | 'institution'>): Omit<Taken<MandateRow>, 'day'> {
  const names = new Map(mandate.institutions.map(({ folder, name }) => [folder, name]));
  return {
    rows: rulesAsked(mandate, ask),
    listing: {
      name: words['mandate-title'],
      columns: [
        { head: words['mandate-id'], text: ({ id }) => id },
        { head: words['mandate-rule'], text: (row, lang) => row[lang] },
        {
          head: words['mandate-institution'],
          text: (row, lang) => row.institutions.map((one) => names.get(one)?.[lang] ?? one).join('; '),
        },
        { head: words['mandate-state'], text: (row, lang) => words[`mandate-${row.state}`][lang] },
        { head: words['mandate-count'], number: (row) => row.tests.length },
      ],
    },
  };
}
