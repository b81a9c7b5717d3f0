import type { Listed } from '../../../platform/http/listing.ts';
import type { WallNumber } from '../../../platform/http/wall.ts';
import { catalogueOf } from '../routes.ts';
import type { Item } from '../types.ts';
import { wallWords as w } from './words.ts';

/** How long the county's list is today. */
export const catalogueWall: readonly WallNumber[] = [
  {
    institution: 'catalogue',
    label: w.inForce,
    count: async (moment) => catalogueOf(moment).items(moment.today).length,
    list: async (moment, { after, limit }): Promise<Listed<Item> | undefined> => {
      const catalogue = catalogueOf(moment);
      const all = catalogue.items(moment.today);
      const begin = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      if (after !== undefined && begin === 0) return undefined;
      const rows = all.slice(begin, begin + limit);
      const last = begin + limit < all.length ? rows.at(-1) : undefined;
      return {
        listing: {
          name: w.items,
          href: (item) => `/items/${encodeURIComponent(item.id)}`,
          columns: [
            { head: w.id, text: (item) => item.id },
            { head: w.name, text: (item, lang) => item.name[lang] },
            { head: w.lead, text: (item, lang) => moment.directory.organ(item.lead)?.name[lang] ?? item.lead },
            { head: w.from, day: (item) => item.validFrom },
            { head: w.live, text: (item, lang) => w[catalogue.live(item) ? 'yes' : 'no'][lang] },
          ],
        },
        rows,
        total: all.length,
        day: moment.today,
        ...(last && { next: last.id }),
      };
    },
  },
];
