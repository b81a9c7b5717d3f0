import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Text } from '../../../kernel/text.ts';
import { listingRoutes } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import { asked, cursorOf, startIn } from '../asking.ts';
import { notAnOption } from '../desk/requests.ts';
import { instant, organName } from '../desk/view.ts';
import { countOpen } from '../queries/accounts.ts';
import type { LicensingDesk } from '../requests.ts';
import { accountsAsked, PAGES } from './asked.ts';
import { AccountBook } from './book.ts';
import { narrowedTo, type Report, type ReportRow, reportOf } from './report.ts';
import { betweenOf, findRows, findSigns, inDays } from './requests.ts';
import type { By } from './sums.ts';
import { byWords, accountHeads as heads } from './words.ts';

const API = '/api/v1/accounts';

/** Time accounts as reports: each sum with the matters behind it. Any officer for her own organs; who supervises, for the county. */
export function accountRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  const book = new AccountBook(desk.pool);

  app.get(API, async (request, reply) => {
    const found = await accountsAsked(desk, book, request, reply, ['by', 'sort', ...PAGES]);
    if (!found) return reply;
    const { moment, scope, from, to, of, by, unit, ask } = found;
    const sort = sortIn(request);
    const start = startIn(asked(request, 'after'));
    if (!sort) return notAnOption(desk, request, reply, 'sort', ACCOUNT_SORTS);
    if (start === false) return notAnOption(desk, request, reply, 'after');
    const limit = rowsAsked(desk.refusals, request, reply);
    if (limit === undefined) return reply;
    const [report, open] = await Promise.all([reportOf(desk, book, moment, ask, by), countOpen(desk.pool)]);
    const rows = sorted(report, sort);
    const { bounces } = report;
    return {
      asOf: instant(moment.now),
      from,
      to,
      of,
      by,
      unit,
      sort,
      scope: scope.organs?.map((organ) => ({ organ, name: organName(moment, organ) })) ?? null,
      seats: scope.named?.length !== 0,
      narrowed: narrowedTo(ask, moment),
      ...report,
      bounces: {
        ...bounces,
        between: bounces.between.map((sum) => ({ ...sum, say: betweenOf(sum, moment), organName: organName(moment, sum.organ) })),
      },
      rows: rows.slice(start, start + limit),
      count: rows.length,
      open,
      ...(rows.length > start + limit && { next: cursorOf([String(start + limit)]) }),
    };
  });

  for (const kind of SHEETS)
    app.get(`${API}.${kind}`, async (request, reply) => {
      const found = await accountsAsked(desk, book, request, reply, ['by', 'sort']);
      if (!found) return reply;
      const sort = sortIn(request);
      if (!sort) return notAnOption(desk, request, reply, 'sort', ACCOUNT_SORTS);
      const report = await reportOf(desk, book, found.moment, found.ask, found.by);
      const sheet = { name: heads.accounts, day: found.moment.today, lang: request.lang, columns: columnsOf(report, found.by) };
      return sendSheet(reply as FastifyReply, kind, { ...sheet, rows: [...sorted(report, sort), report.total] });
    });

  listingRoutes(app, `${API}/matters`, (request, reply, whole) => findRows(desk, book, request, reply, whole));
  listingRoutes(app, `${API}/signs`, (request, reply, whole) => findSigns(desk, book, request, reply, whole));
}

export const ACCOUNT_SORTS = ['seconds', 'median', 'p90', 'matters', 'name'] as const;
type Sort = (typeof ACCOUNT_SORTS)[number];

const sortIn = (request: FastifyRequest): Sort | undefined => ACCOUNT_SORTS.find((one) => one === (asked(request, 'sort') ?? 'seconds'));

/** The most first; by name in the order of the words. */
const sorted = ({ rows }: Report, sort: Sort): readonly ReportRow[] =>
  sort === 'name' ? [...rows].sort((a, b) => a.name.zh.localeCompare(b.name.zh, 'zh-CN')) : [...rows].sort((a, b) => b[sort] - a[sort]);

const joined = (a: Text, b: Text): Text => ({ zh: `${a.zh}·${b.zh}`, en: `${a.en} · ${b.en}` });

/** A row's sums, then those of each part of its time. Exact in seconds, readable in days of 24 hours. */
function columnsOf({ parts, grounds }: Report, by: By): Column<ReportRow>[] {
  const limits = (['promised', 'kept', 'limited', 'lawful'] as const).map(
    (key): Column<ReportRow> => ({ head: heads[key], number: (row) => row.limits[key] }),
  );
  return [
    { head: byWords[by], text: (row, lang) => row.name[lang] },
    { head: heads.matters, number: (row) => row.matters },
    { head: heads.seconds, number: (row) => row.seconds },
    { head: heads.days, number: (row) => inDays(row.seconds) },
    { head: heads.median, number: (row) => inDays(row.median) },
    { head: heads.p90, number: (row) => inDays(row.p90) },
    ...limits,
    ...[...parts, ...grounds].flatMap(({ part, name }): Column<ReportRow>[] => [
      { head: joined(name, heads.matters), number: (row) => row.parts[part]?.matters },
      { head: joined(name, heads.seconds), number: (row) => row.parts[part]?.seconds },
      { head: joined(name, heads.median), number: (row) => row.parts[part] && inDays(row.parts[part].median) },
      { head: joined(name, heads.p90), number: (row) => row.parts[part] && inDays(row.parts[part].p90) },
    ]),
  ];
}
