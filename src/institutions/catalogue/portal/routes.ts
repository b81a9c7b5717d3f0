import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Text } from '../../../kernel/text.ts';
import { type Door, fillText, oneOf } from '../../../portal/index.ts';
import { applicable, CATALOGUE_REFUSALS, changesOf, type Item, noLicence, type Span, spansOf } from '../index.ts';
import { type CatalogueDesk, catalogueOf } from '../routes.ts';
import { BundlePage, BundlesPage } from './bundles.page.tsx';
import { ChangesPage, changesShown } from './changes.page.tsx';
import { find } from './find.ts';
import { GuidePage } from './guide.page.tsx';
import { type ItemsAsk, ItemsPage } from './items.page.tsx';
import { catalogueLists } from './lists.ts';
import { type Took, text } from './parts.tsx';

export interface CatalogueCounter {
  readonly door: Door;
  readonly desk: CatalogueDesk;
  /** Real durations of an item, from whoever decides on it. */
  durations(item: string, today: LocalDate): Promise<Took | undefined>;
  /** The same for what was opened while each version held; without a decision a version is not in it. */
  durationsBySpan(item: string, spans: readonly Span[], today: LocalDate): Promise<ReadonlyMap<number, Took>>;
  /** Names of officers, from the personal data. */
  namesOf(persons: readonly string[]): Promise<ReadonlyMap<string, Text>>;
}

/** Items, guides, bundles: read from what is in force today. */
export function cataloguePages(app: FastifyInstance, { door, desk, durations, durationsBySpan, namesOf }: CatalogueCounter): void {
  catalogueLists(app, desk);
  app.get('/items', async (request, reply) => {
    const { chrome, moment, lang } = await door.visit(request);
    const catalogue = catalogueOf(moment);
    const get = (name: string) => oneOf(request.query, name);
    const ask: ItemsAsk = {
      q: get('q')?.trim() || undefined,
      department: get('department'),
      theme: get('theme'),
      audience: get('audience'),
      all: get('all') === '1' ? '1' : undefined,
      page: Math.floor(Number(get('page')) || 1),
    };
    const found = find(ask, catalogue, moment.today, lang);
    return door.send(request, reply, createElement(ItemsPage, { ask, found, catalogue, chrome }));
  });

  app.get<{ Params: { id: string } }>('/items/:id', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const catalogue = catalogueOf(moment);
    const item = catalogue.item(request.params.id, { on: moment.today });
    if (!item) return door.refuse(request, reply, [noLicence(request.params.id.slice(0, 40), catalogue)]);
    const closed = applicable(item, { id: item.id, channel: 'window', on: moment.today }).map(closedText);
    const real = await durations(item.id, moment.today);
    const versions = catalogue.versions(item.id);
    const changes = changesOf(versions, moment.today, catalogue);
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
    return door.send(request, reply, createElement(ChangesPage, { changes: changesShown(catalogue, moment.today), catalogue, chrome }));
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
