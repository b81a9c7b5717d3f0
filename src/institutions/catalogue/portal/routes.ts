import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { type Door, fillText, oneOf } from '../../../portal/index.ts';
import { applicable, CATALOGUE_REFUSALS, type Catalogue, changesOf, type Item, type Span, spansOf, THEME_NAMES } from '../index.ts';
import { catalogueOf } from '../routes.ts';
import { BundlePage, BundlesPage } from './bundles.page.tsx';
import { ChangesPage } from './changes.page.tsx';
import { GuidePage } from './guide.page.tsx';
import { type ItemsAsk, type ItemsFound, ItemsPage } from './items.page.tsx';
import { type Took, text } from './parts.tsx';

export interface CatalogueCounter {
  readonly door: Door;
  /** Real durations of an item, from whoever decides on it. */
  durations(item: string, today: LocalDate): Promise<Took | undefined>;
  /** The same for what was opened while each version held; without a decision a version is not in it. */
  durationsBySpan(item: string, spans: readonly Span[], today: LocalDate): Promise<ReadonlyMap<number, Took>>;
  /** Names of officers, from the personal data. */
  namesOf(persons: readonly string[]): Promise<ReadonlyMap<string, Text>>;
}

/** Items, guides, bundles: read from what is in force today. */
export function cataloguePages(app: FastifyInstance, { door, durations, durationsBySpan, namesOf }: CatalogueCounter): void {
  app.get('/items', async (request, reply) => {
    const { chrome, moment, lang } = await door.visit(request);
    const catalogue = catalogueOf(moment);
    const get = (name: string) => oneOf(request.query, name);
    const ask: ItemsAsk = {
      q: get('q')?.trim() || undefined,
      department: get('department'),
      theme: get('theme'),
      audience: get('audience'),
      page: Math.floor(Number(get('page')) || 1),
    };
    const found = find(ask, get('all') === '1', catalogue, moment.today, lang);
    return door.send(request, reply, createElement(ItemsPage, { ask, found, catalogue, chrome }));
  });

  app.get<{ Params: { id: string } }>('/items/:id', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const catalogue = catalogueOf(moment);
    const item = catalogue.item(request.params.id, { on: moment.today });
    if (!item) return door.refuse(request, reply, [{ code: 'item-unknown', params: { item: request.params.id.slice(0, 40) } }]);
    const closed = applicable(item, { id: item.id, channel: 'window', on: moment.today }).map(closedText);
    const real = await durations(item.id, moment.today);
    const versions = catalogue.versions(item.id);
    const changes = changesOf(versions, moment.today);
    const took = changes.length > 0 ? await durationsBySpan(item.id, spansOf(versions, moment.today), moment.today) : new Map();
    const leader = await leaderOf(item, moment, namesOf);
    const bundles = catalogue.bundles().filter((bundle) => bundle.items.some((one) => one.item === item.id));
    const grounds = Object.fromEntries([...moment.law.grounds].map(([id, { name }]) => [id, name]));
    const renewal = moment.law.find('licensing.renew');
    return door.send(
      request,
      reply,
      createElement(GuidePage, {
        ...{ item, catalogue, closed, counterOnly: !item.online, leader, real, changes, took, bundles, grounds, renewal, chrome },
      }),
    );
  });

  app.get('/changes', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const catalogue = catalogueOf(moment);
    const changes = catalogue.items(moment.today).flatMap(({ id }) => changesOf(catalogue.versions(id), moment.today));
    return door.send(request, reply, createElement(ChangesPage, { changes, catalogue, chrome }));
  });

  app.get('/bundles', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    return door.send(request, reply, createElement(BundlesPage, { catalogue: catalogueOf(moment), chrome }));
  });

  app.get<{ Params: { id: string } }>('/bundles/:id', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const catalogue = catalogueOf(moment);
    const bundle = catalogue.bundle(request.params.id);
    if (!bundle) return door.refuse(request, reply, [{ code: 'bundle-unknown', params: { bundle: request.params.id.slice(0, 40) } }]);
    const open = bundle.items.filter(
      ({ item }) => applicable(catalogue.item(item, { on: moment.today }), { id: item, channel: 'online', on: moment.today }).length === 0,
    );
    return door.send(request, reply, createElement(BundlePage, { bundle, open: open.map(({ item }) => item), catalogue, chrome }));
  });
}

/** What was asked for, with its heading; nothing asked: undefined. */
function find(ask: ItemsAsk, all: boolean, catalogue: Catalogue, today: LocalDate, lang: Lang): ItemsFound | undefined {
  const { q, department, theme, audience } = ask;
  if (q) {
    const items = catalogue.search(q, lang, today).map((hit) => hit.item);
    const services = catalogue
      .searchServices(q, lang)
      .slice(0, 5)
      .map((hit) => hit.item);
    return { title: items.length === 1 ? text('found-one', { q }) : text('found-title', { q, n: items.length }), items, services };
  }
  const services = department ? catalogue.charges().filter((charge) => charge.organ === department && charge.status !== 'stopped') : [];
  if (department) {
    const name = catalogue.department(department)?.name ?? { zh: department, en: department };
    return { title: text('of-department', { name }), items: catalogue.byDepartment(department, today), services };
  }
  if (theme) {
    const name = Object.entries(THEME_NAMES).find(([id]) => id === theme)?.[1];
    return { title: name ?? text('items-title'), items: catalogue.byTheme(theme as never, today), services };
  }
  if (audience === 'person' || audience === 'firm')
    return { title: text(`audience-${audience}`), items: catalogue.byAudience(audience, today), services };
  return all ? { title: text('all-items'), items: catalogue.items(today), services } : undefined;
}

/** A refusal to apply, as the guide tells it: what is the matter and what to do. */
export const closedText = ({ code, params }: { code: string; params?: Readonly<Record<string, string | number>> }): Text => {
  const { title, next } = CATALOGUE_REFUSALS[code as keyof typeof CATALOGUE_REFUSALS];
  return text('closed-say', { title: fillText(title, params), next: fillText(next, params) });
};

/** The leader responsible, by seat and by name on this day (P13). */
async function leaderOf(
  item: Item,
  moment: EngineMoment,
  namesOf: CatalogueCounter['namesOf'],
): Promise<{ seat: Text; names: readonly Text[] } | undefined> {
  const seat = moment.directory.seat(item.leaderSeat);
  if (!seat) return undefined;
  const persons = moment.directory.holdersOf(seat.id, moment.today);
  if (persons.length === 0) return { seat: seat.name, names: [] };
  const names = await namesOf(persons);
  return { seat: seat.name, names: persons.flatMap((person) => names.get(person) ?? []) };
}
