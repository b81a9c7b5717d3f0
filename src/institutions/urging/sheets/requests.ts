import type { Lang, Text } from '../../../kernel/text.ts';
import type { Listing } from '../../../platform/http/listing.ts';
import type { Column } from '../../../platform/http/sheets.ts';
import type { Leaders } from '../leaders.ts';
import type { OpenOf } from '../requests.ts';
import type { LineView } from '../view.ts';
import { RUNGS } from '../vocabulary.ts';
import { absenceWords, heads, rungWords } from '../words.ts';

const listed = (texts: readonly Text[], lang: Lang): string => texts.map((text) => text[lang]).join('; ');

export const listing: Listing<LineView> = {
  name: heads.name,
  href: ({ page }) => `/workbench${page}`,
  columns: [
    { head: heads.matter, text: (e) => e.matter },
    { head: heads.item, text: (e, lang) => e.itemName[lang] },
    { head: heads.organ, text: (e, lang) => e.organName[lang] },
    { head: heads.clock, text: (e, lang) => e.clockName[lang] },
    { head: heads.tier, text: (e, lang) => e.tierName[lang] },
    { head: heads.due, day: (e) => e.due },
    { head: heads.rung, text: (e, lang) => e.rungName[lang] },
    { head: heads.person, text: (e, lang) => (e.personName ?? heads.nobody)[lang] },
    { head: heads.instead, text: (e, lang) => e.note?.[lang] },
    { head: heads.arrived, instant: (e) => e.arrived ?? undefined },
    { head: heads.read, instant: (e) => e.read ?? undefined },
    { head: heads.state, text: (e, lang) => heads[e.settled ? 'settled' : 'open'][lang] },
  ],
};

/** The same lines on somebody's own lists. */
export const ownListing: Listing<LineView> = {
  ...listing,
  name: heads.mine,
  columns: [{ head: heads.list, text: (e, lang) => e.listName?.[lang] }, ...listing.columns],
};

export const openListing: Listing<OpenOf> = {
  name: heads.byOrgan,
  columns: [
    { head: heads.code, text: (one) => one.organ },
    { head: heads.organ, text: (one, lang) => one.name[lang] },
    { head: heads.unread, number: (one) => one.unread },
    ...RUNGS.map((rung): Column<OpenOf> => ({ head: rungWords[rung], number: (one) => one.rungs[rung] })),
    { head: heads.total, number: (one) => one.open },
  ],
};

/** The county's line below the organs'. */
export function countyOf(organs: readonly OpenOf[]): OpenOf {
  const sum = (of: (one: OpenOf) => number) => organs.reduce((all, one) => all + of(one), 0);
  const rungs = Object.fromEntries(RUNGS.map((rung) => [rung, sum((one) => one.rungs[rung] ?? 0)]));
  return { organ: '', name: heads.all, rungs, open: sum(({ open }) => open), unread: sum(({ unread }) => unread) };
}

type Portfolio = Leaders['portfolios'][number];
type Absence = Leaders['absences'][number];
const holders = (seated: Portfolio['backup'], lang: Lang) =>
  seated &&
  listed(
    seated.persons.map(({ name }) => name),
    lang,
  );

export const portfolioListing: Listing<Portfolio> = {
  name: heads.portfolios,
  columns: [
    { head: heads.leader, text: (one, lang) => holders(one, lang) ?? undefined },
    { head: heads.seat, text: (one, lang) => one.seatName[lang] },
    {
      head: heads.organs,
      text: (one, lang) =>
        listed(
          one.organs.map(({ name }) => name),
          lang,
        ),
    },
    { head: heads.backup, text: (one, lang) => holders(one.backup, lang) ?? undefined },
    { head: heads.backupSeat, text: (one, lang) => one.backup?.seatName[lang] },
    { head: heads.since, day: (one) => one.from },
    { head: heads.until, day: (one) => one.to ?? undefined },
  ],
};

export const absenceListing: Listing<Absence> = {
  name: heads.absences,
  columns: [
    { head: heads.away, text: (one, lang) => one.name[lang] },
    { head: heads.seat, text: (one, lang) => listed(one.seats, lang) },
    { head: heads.state, text: (one, lang) => absenceWords[one.state][lang] },
    { head: heads.since, day: (one) => one.from },
    { head: heads.until, day: (one) => one.to },
    { head: heads.standsIn, text: (one, lang) => holders(one.standsIn, lang) ?? undefined },
    { head: heads.standsInSeat, text: (one, lang) => one.standsIn?.seatName[lang] },
  ],
};
