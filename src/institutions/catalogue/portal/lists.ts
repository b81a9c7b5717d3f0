import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fill, type Lang, type Sourced, type Text } from '../../../kernel/text.ts';
import { type Listing, listingRoutes, sheetRoutes } from '../../../platform/http/listing.ts';
import { once, queryFaults } from '../../../platform/http/query-fields.ts';
import type { Column } from '../../../platform/http/sheets.ts';
import { oneOf } from '../../../portal/index.ts';
import type { Bundle, Catalogue, Change, Item, Limit } from '../index.ts';
import { type CatalogueDesk, catalogueOf } from '../routes.ts';
import { amount } from './before-after.tsx';
import { CHANGES_SHOWN, changesShown } from './changes.page.tsx';
import { AUDIENCES, itemsAsked } from './find.ts';
import { handlingOf } from './parts.tsx';
import { listWords } from './words/lists.ts';
import { words } from './words.ts';

/** As the page tells it, with its mark. */
export const toldIn = (of: Sourced<number | Limit> | undefined, lang: Lang): string => {
  if (!of) return words['not-told'][lang];
  const value = amount(of.value, lang);
  return of.confidence === 'illustrative' ? fill(listWords.marked[lang], { value }) : value;
};

const departmentIn = (code: string, catalogue: Catalogue): Text => catalogue.department(code)?.name ?? { zh: code, en: code };

const itemsIn = (catalogue: Catalogue): Listing<Item> => ({
  name: listWords.items,
  columns: [
    { head: listWords.code, text: ({ id }) => id },
    { head: words['changes-item'], text: ({ name }, lang) => name[lang] },
    { head: listWords.plain, text: ({ plain }, lang) => plain?.[lang] },
    { head: words.department, text: ({ lead }, lang) => departmentIn(lead, catalogue)[lang] },
    { head: listWords.how, text: (item, lang) => (handlingOf(item, catalogue) ?? listWords.online)[lang] },
    { head: listWords.legal, text: ({ legal }, lang) => toldIn(legal, lang) },
    { head: listWords.promised, text: ({ promised }, lang) => toldIn(promised, lang) },
  ],
});

const changesIn = (catalogue: Catalogue): Listing<Change> => ({
  name: words['changes-title'],
  href: ({ after }) => `/items/${encodeURIComponent(after.id)}#before-after`,
  columns: [
    { head: words['changes-item'], text: ({ after }, lang) => after.name[lang] },
    { head: words.department, text: ({ after }, lang) => departmentIn(after.lead, catalogue)[lang] },
    { head: words['changes-since'], day: ({ since }) => since },
    ...CHANGES_SHOWN.flatMap((measure): Column<Change>[] =>
      (['before', 'after'] as const).map((version) => ({
        head: said(listWords[version], words[`changes-${measure}`]),
        text: (change, lang) => toldIn((version === 'before' ? change.was : change.is)[measure], lang),
      })),
    ),
  ],
});
const said = (text: Text, what: Text): Text => ({ zh: fill(text.zh, { what: what.zh }), en: fill(text.en, { what: what.en }) });

const bundlesIn = (catalogue: Catalogue): Listing<Bundle> => ({
  name: words['bundles-title'],
  columns: [
    { head: listWords.code, text: ({ id }) => id },
    { head: listWords.bundle, text: ({ name }, lang) => name[lang] },
    { head: words.department, text: ({ lead }, lang) => departmentIn(lead, catalogue)[lang] },
    { head: words['bundle-licences'], number: ({ items }) => items.length },
    { head: listWords.promised, text: ({ promised }, lang) => toldIn(promised, lang) },
  ],
});

/** The catalogue's public lists as files, and what changed as data: the same rows and columns as on the page. */
export function catalogueLists(app: FastifyInstance, { refusals, moment: now }: CatalogueDesk): void {
  const known = (request: FastifyRequest, reply: FastifyReply, ...names: string[]): boolean => {
    const faults = queryFaults(request, once(...names));
    if (faults.length > 0) refusals.send(reply, faults, request.lang);
    return faults.length === 0;
  };

  /** `?q=`, `?department=`, `?theme=` or `?audience=`, as on the page; none: all. */
  sheetRoutes(app, '/api/v1/items', async (request, reply) => {
    if (!known(request, reply, 'q', 'department', 'theme', 'audience')) return undefined;
    const [q, department, theme, audience] = (['q', 'department', 'theme', 'audience'] as const).map((name) => oneOf(request.query, name));
    if (audience && !AUDIENCES.includes(audience))
      return void refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [
        { path: 'audience', code: 'not-an-option', options: AUDIENCES },
      ]);
    const moment = await now();
    const catalogue = catalogueOf(moment);
    const rows = itemsAsked({ q: q?.trim(), department, theme, audience }, catalogue, moment.today, request.lang);
    return { listing: itemsIn(catalogue), rows, day: moment.today };
  });

  sheetRoutes(app, '/api/v1/bundles', async (request, reply) => {
    if (!known(request, reply)) return undefined;
    const moment = await now();
    const catalogue = catalogueOf(moment);
    return { listing: bundlesIn(catalogue), rows: catalogue.bundles(), day: moment.today };
  });

  listingRoutes(app, '/api/v1/changes', async (request, reply) => {
    if (!known(request, reply)) return undefined;
    const moment = await now();
    const catalogue = catalogueOf(moment);
    const rows = changesShown(catalogue, moment.today);
    return { listing: changesIn(catalogue), rows, total: rows.length, day: moment.today };
  });
}
