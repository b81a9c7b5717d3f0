import type { FastifyInstance } from 'fastify';
import type { LocalDate } from '../../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../../kernel/matter/engine.ts';
import { fill, type Text } from '../../../../kernel/text.ts';
import { type Listing, sheetRoutes, WHOLE } from '../../../../platform/http/listing.ts';
import type { Column } from '../../../../platform/http/sheets.ts';
import { knownFields } from '../../desk/requests.ts';
import { brokenPromises, type LateRow } from '../../queries/numbers.ts';
import type { LicensingDesk } from '../../requests.ts';
import { outcomeWords } from '../../words.ts';
import { type ConcludedRow, concludedOn, type DurationRow, durationsByItem, type ReceivedRow, receivedOn } from '../queries.ts';
import { words } from '../words.ts';
import { lateBy, type Names } from './rows.page.tsx';

type Moment = Pick<EngineMoment, 'today'>;
/** A list behind a number of the day: the rows and the columns of its page, no number of a matter among them. */
interface DayList<R> {
  readonly path: string;
  readonly name: Text;
  readonly columns: (names: Names, today: LocalDate) => readonly Column<R>[];
  readonly read: (desk: LicensingDesk, moment: Moment) => Promise<R[]>;
}

const item = (names: Names) => ({
  head: words['col-item'],
  text: (row: { item: string }, lang: 'zh' | 'en') => names.item(row.item)[lang],
});
const organ = (names: Names) => ({
  head: words['col-organ'],
  text: (row: { organ: string }, lang: 'zh' | 'en') => names.organ(row.organ)[lang],
});
const inDays = (what: Text): Text => ({
  zh: fill(words['col-days'].zh, { what: what.zh }),
  en: fill(words['col-days'].en, { what: what.en }),
});
const rounded = (n: number): number => Math.round(n * 10) / 10;
const whole = { offset: 0, limit: WHOLE };

const received: DayList<ReceivedRow> = {
  path: 'today/received',
  name: words['received-title'],
  columns: (names) => [item(names), organ(names), { head: words['col-time'], instant: ({ at }) => new Date(at * 1000).toISOString() }],
  read: ({ pool }, { today }) => receivedOn(pool, today, WHOLE),
};

const concluded: DayList<ConcludedRow> = {
  path: 'today/concluded',
  name: words['concluded-title'],
  columns: (names) => [
    item(names),
    organ(names),
    { head: words['col-outcome'], text: ({ outcome }, lang) => outcomeWords[outcome][lang] },
    { head: words['col-manner'], text: ({ onTheSpot }, lang) => (onTheSpot ? words['on-the-spot'][lang] : '') },
  ],
  read: ({ pool }, { today }) => concludedOn(pool, today, whole),
};

const durations: DayList<DurationRow> = {
  path: 'today/durations',
  name: words['durations-title'],
  columns: (names) => [
    item(names),
    { head: words['col-count'], number: ({ n }) => n },
    { head: inDays(words['col-median']), number: ({ median }) => rounded(median) },
    { head: inDays(words['col-p90']), number: ({ p90 }) => rounded(p90) },
  ],
  read: ({ pool }, { today }) => durationsByItem(pool, today, whole),
};

const late: DayList<LateRow> = {
  path: 'late',
  name: words['late-title'],
  columns: (names, today) => [
    item(names),
    organ(names),
    { head: words['col-state'], text: ({ state }, lang) => words[state][lang] },
    { head: words['col-due'], day: ({ due }) => due ?? undefined },
    { head: words['col-decided'], day: ({ decidedOn }) => decidedOn ?? undefined },
    { head: inDays(words['col-over']), number: (row) => lateBy(row, today) },
  ],
  read: ({ pool }, { today }) => brokenPromises(pool, today, whole),
};

/** As files, open to everybody like their pages. */
export function dayLists(app: FastifyInstance, desk: LicensingDesk, namesIn: (moment: EngineMoment) => Names): void {
  const serve = <R>({ path, name, columns, read }: DayList<R>) =>
    sheetRoutes(app, `/api/v1/${path}`, async (request, reply) => {
      if (!knownFields(desk, request, reply, [])) return undefined;
      const moment = await desk.moment();
      const listing: Listing<R> = { name, columns: columns(namesIn(moment), moment.today) };
      return { listing, rows: await read(desk, moment), day: moment.today };
    });
  serve(received);
  serve(concluded);
  serve(durations);
  serve(late);
}
