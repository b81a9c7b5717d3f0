import type { Column } from '../../../platform/http/sheets.ts';
import { lightWords } from '../desk/words.ts';
import type { RepresentativeView, SignedView, WorkView } from './view.ts';
import { authorityStateWords, headHeads as heads, headWords } from './words.ts';

/** The lists of the page as they are taken away. */
export const actsColumns: readonly Column<SignedView>[] = [
  { head: heads.at, instant: (row) => row.at },
  { head: heads.matter, text: (row) => row.matter },
  { head: heads.item, text: (row, lang) => row.itemName[lang] },
  { head: heads.act, text: (row, lang) => row.what[lang] },
  { head: heads.person, text: (row, lang) => (row.person ?? headWords['by-law'])[lang] },
  { head: heads.seat, text: (row, lang) => row.seat?.[lang] },
  { head: heads.rule, text: (row) => [row.rule, row.paper].filter(Boolean).join('; ') },
];

export const workColumns: readonly Column<WorkView>[] = [
  { head: heads.matter, text: (row) => row.matter },
  { head: heads.item, text: (row, lang) => row.itemName[lang] },
  { head: heads.step, text: (row, lang) => row.stepName[lang] },
  { head: heads.organ, text: (row, lang) => row.organName[lang] },
  { head: heads.light, text: (row, lang) => lightWords[row.light][lang] },
  { head: heads.due, day: (row) => row.due },
  { head: heads.seen, day: (row) => row.seen },
];

export const representativesColumns: readonly Column<RepresentativeView>[] = [
  { head: heads.person, text: (row, lang) => row.name[lang] },
  { head: heads.from, day: (row) => row.from },
  { head: heads.to, day: (row) => row.to },
  { head: heads.items, text: (row, lang) => row.items?.map((item) => item.name[lang]).join('; ') ?? headWords['all-items'][lang] },
  { head: heads.basis, text: (row, lang) => row.basis ?? headWords['by-appointment'][lang] },
  { head: heads.by, text: (row, lang) => row.by?.[lang] },
  { head: heads.state, text: (row, lang) => authorityStateWords[row.state][lang] },
  { head: heads.withdrawn, day: (row) => row.withdrawn?.on },
  { head: heads.reason, text: (row) => row.withdrawn?.reason },
];
