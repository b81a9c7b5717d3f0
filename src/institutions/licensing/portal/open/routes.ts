import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import { isLocalDate } from '../../../../kernel/clock/index.ts';
import type { EngineMoment } from '../../../../kernel/matter/engine.ts';
import { oneOf } from '../../../../portal/index.ts';
import { type Catalogue, type Item, readEditions } from '../../../catalogue/index.ts';
import { EDITIONS_SHOWN } from '../../../catalogue/portal/index.ts';
import type { LicensingWorld } from '../../permissions.ts';
import { announcedHearings } from '../../queries/hearings.ts';
import { historyOf } from '../../queries/licence-history.ts';
import { brokenPromises, todayNumbers } from '../../queries/numbers.ts';
import { runningServiceNotices } from '../../queries/service-notices.ts';
import { licenceOn, publicDecision, publicDecisions } from '../../queries.ts';
import { CENTRE } from '../../rules/summary.ts';
import { HomePage } from '../home.page.tsx';
import { concludedOn, durationsByItem, oftenDone, receivedOn } from '../queries.ts';
import type { Counter } from '../routes.ts';
import { say } from '../say.ts';
import { dayLists } from './day-lists.ts';
import { DecisionPage, DecisionsPage } from './decisions.page.tsx';
import { HearingsPage } from './hearings.page.tsx';
import { LicencePage, LicencesPage } from './licences.page.tsx';
import { namedDecisions, namedHearings, namedServiceNotices, openLists } from './lists.ts';
import { OpenPage } from './open.page.tsx';
import { PAGE, partOf, receivedPages } from './paging.ts';
import { ConcludedPage, DurationsPage, LatePage, type Names, ReceivedPage } from './rows.page.tsx';
import { ServiceNoticesPage } from './service-notices.page.tsx';

/** Everyday items (P16), shown until there are enough real ones. */
const EVERYDAY = ['SAM-L01', 'UMB-L05', 'TRA-L11', 'CDC-L01', 'ARA-L01', 'EDU-L01'];
const OFTEN = 6;

const catalogueIn = (moment: EngineMoment): Catalogue => (moment.snapshot.worlds.licensing as LicensingWorld).catalogue;

const namesIn = (moment: EngineMoment): Names => {
  const catalogue = catalogueIn(moment);
  return {
    item: (id) => catalogue.item(id)?.name ?? { zh: id, en: id },
    organ: (code) => moment.directory.organ(code)?.name ?? catalogue.department(code)?.name ?? { zh: code, en: code },
  };
};

/** Home and everything that is published: read from the live records. */
export function openPages(app: FastifyInstance, { door, desk }: Counter): void {
  const { pool } = desk;
  openLists(app, desk, namesIn);
  dayLists(app, desk, namesIn);
  app.get('/', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const catalogue = catalogueIn(moment);
    const [numbers, real] = await Promise.all([todayNumbers(pool, moment.today), oftenDone(pool, moment.today, OFTEN)]);
    const often = [...new Set([...real, ...EVERYDAY])].flatMap((id): Item[] => {
      const item = catalogue.item(id, { on: moment.today });
      return item && catalogue.live(item) && item.status === 'in-use' ? [item] : [];
    });
    const windows = moment.directory.holders({ organ: CENTRE, role: 'window-clerk' }, moment.today).length;
    const hall = { open: moment.calendar.isWorking(moment.today), windows };
    return door.send(request, reply, createElement(HomePage, { numbers, often: often.slice(0, OFTEN), catalogue, hall, chrome }));
  });

  app.get('/today/received', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const [at, shown] = (oneOf(request.query, 'after') ?? '').split('.').map(Number);
    const after = Number.isSafeInteger(at) && Number.isSafeInteger(shown) ? { at: at!, shown: Math.abs(shown!) } : undefined;
    const rows = await receivedOn(pool, moment.today, PAGE + 1, after);
    const page = { rows: rows.slice(0, PAGE), names: namesIn(moment), chrome, pages: receivedPages(rows, after) };
    return door.send(request, reply, createElement(ReceivedPage, page));
  });
  app.get('/today/concluded', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const part = await partOf(request, (of) => concludedOn(pool, moment.today, of));
    return door.send(request, reply, createElement(ConcludedPage, { ...part, names: namesIn(moment), chrome }));
  });
  app.get('/today/durations', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const part = await partOf(request, (of) => durationsByItem(pool, moment.today, of));
    return door.send(request, reply, createElement(DurationsPage, { ...part, names: namesIn(moment), chrome }));
  });
  app.get('/late', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const part = await partOf(request, (of) => brokenPromises(pool, moment.today, of));
    return door.send(request, reply, createElement(LatePage, { ...part, today: moment.today, names: namesIn(moment), chrome }));
  });

  app.get('/open', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const [rows, editions] = await Promise.all([
      publicDecisions(pool, moment.today, { limit: 10 }),
      readEditions(pool as never, EDITIONS_SHOWN),
    ]);
    return door.send(
      request,
      reply,
      createElement(OpenPage, { newest: namedDecisions(rows, namesIn(moment)), catalogue: catalogueIn(moment), editions, chrome }),
    );
  });

  app.get('/decisions', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const [day, number] = (oneOf(request.query, 'before') ?? '').split('_');
    const before = day && number && isLocalDate(day) ? ([day, number] as const) : undefined;
    const rows = await publicDecisions(pool, moment.today, { before, limit: 50 });
    const last = rows.at(-1);
    const next = rows.length === 50 && last ? `/decisions?before=${last.decidedOn}_${encodeURIComponent(last.matter)}` : undefined;
    return door.send(request, reply, createElement(DecisionsPage, { rows: namedDecisions(rows, namesIn(moment)), next, chrome }));
  });
  app.get<{ Params: { number: string } }>('/decisions/:number', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const row = await publicDecision(pool, request.params.number.replaceAll('\u0000', ''), moment.today);
    if (!row) return door.refuse(request, reply, [{ code: 'not-found' }]);
    return door.send(request, reply, createElement(DecisionPage, { row: namedDecisions([row], namesIn(moment))[0]!, chrome }));
  });

  app.get('/hearings', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const rows = namedHearings(await announcedHearings(pool, moment.today), moment, namesIn(moment));
    return door.send(request, reply, createElement(HearingsPage, { rows, chrome }));
  });

  app.get('/service-notices', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const rows = namedServiceNotices(await runningServiceNotices(pool, moment.today), namesIn(moment));
    return door.send(request, reply, createElement(ServiceNoticesPage, { rows, chrome }));
  });

  app.get('/licences', async (request, reply) => {
    const number = oneOf(request.query, 'number', 80)?.trim();
    if (number) return reply.redirect(`/licences/${encodeURIComponent(number.toUpperCase())}`, 303);
    const { chrome } = await door.visit(request);
    return door.send(request, reply, createElement(LicencesPage, { errors: [], chrome }));
  });
  app.get<{ Params: { number: string } }>('/licences/:number', async (request, reply) => {
    const { chrome, moment, lang } = await door.visit(request);
    const number = request.params.number.replaceAll('\u0000', '').slice(0, 80);
    const licence = await licenceOn(pool, number, moment.today);
    if (!licence) {
      const errors = [{ path: 'number', message: say('fault-no-licence', lang) }];
      return door.send(request, reply, createElement(LicencesPage, { number, errors, chrome }), { status: 404 });
    }
    const names = namesIn(moment);
    return door.send(
      request,
      reply,
      createElement(LicencePage, {
        licence,
        history: await historyOf(pool, licence.number),
        itemName: names.item(licence.item),
        organName: names.organ(licence.organ),
        chrome,
      }),
    );
  });
}
