import type { Listed } from '../../../platform/http/listing.ts';
import type { WallNumber } from '../../../platform/http/wall.ts';
import { cursorOf, dayPartsIn, numberIn } from '../asking.ts';
import { decidedList, heldColumns, matterPath } from '../board/requests.ts';
import { type HeldView, heldView } from '../board/routes.ts';
import { rowsWords } from '../board/words.ts';
import { itemName, organName, worldOf } from '../desk/view.ts';
import { boardHeads, deskHeads } from '../desk/words.ts';
import { countHeld, type DueBill, decidedMatters, dueBills, heldMatters } from '../queries/board.ts';
import type { LicensingDesk } from '../requests.ts';
import { wallWords } from './words.ts';

/** What licensing can count today: its own open matters, and what it keeps for pledges and fees until they have folders of their own. */
export const licensingWall = (desk: LicensingDesk): readonly WallNumber[] => [
  {
    institution: 'licensing',
    label: wallWords.open,
    count: () => countHeld(desk.pool, {}),
    list: async (moment, { after: cursor, limit }): Promise<Listed<HeldView> | undefined> => {
      const after = numberIn(cursor);
      if (after === false) return undefined;
      const rows = await heldMatters(desk.pool, { after, limit });
      return {
        listing: { name: rowsWords.held, columns: heldColumns, href: (row) => matterPath(row.number) },
        rows: rows.map((r) => heldView(r, moment)),
        total: await countHeld(desk.pool, {}),
        day: moment.today,
        ...(rows.length === limit && { next: rows.at(-1)!.number }),
      };
    },
  },
  {
    institution: 'pledges',
    label: wallWords.late,
    keptBy: wallWords.here,
    count: async ({ today }) => (await decidedMatters(desk.pool, { today, days: 30, kept: false, limit: 1 })).total,
    list: async (moment, { after, limit }) => {
      const from = dayPartsIn(after);
      return from === false ? undefined : decidedList(desk, moment, { days: 30, kept: false, after: from, limit }, rowsWords.late);
    },
  },
  {
    institution: 'fees',
    label: wallWords.bills,
    keptBy: wallWords.here,
    count: async () => (await dueBills(desk.pool, { limit: 1 })).total,
    list: async (moment, { after: cursor, limit }): Promise<Listed<DueBill> | undefined> => {
      const after = dayPartsIn(cursor, 3);
      if (after === false) return undefined;
      const { rows, total } = await dueBills(desk.pool, { after, limit });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      const { catalogue } = worldOf(moment);
      return {
        listing: {
          name: rowsWords.bills,
          href: (row) => matterPath(row.matter),
          columns: [
            { head: deskHeads.matter, text: (row) => row.matter },
            { head: deskHeads.item, text: (row, lang) => itemName(moment, row.item)[lang] },
            { head: boardHeads.organ, text: (row, lang) => organName(moment, row.organ)[lang] },
            { head: rowsWords.charge, text: (row, lang) => catalogue.charge(row.charge)?.name[lang] ?? row.charge },
            { head: rowsWords.yuan, number: (row) => row.amount / 100 },
            { head: rowsWords.billed, day: (row) => row.billedOn },
          ],
        },
        rows,
        total,
        day: moment.today,
        ...(last && { next: cursorOf([last.billedOn, last.matter, last.charge]) }),
      };
    },
  },
];
