import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLocalDate } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import { asked, cursorOf, partsOf } from '../asking.ts';
import { notAnOption, officerFor } from '../desk/requests.ts';
import { BILL_STATES, type BillRecord, type BillState, billCounts, billsOf, journalOfMoney, openNow } from '../queries/fees.ts';
import { reconcile } from '../queries/numbers.ts';
import { namesOf } from '../queries.ts';
import type { LicensingDesk } from '../requests.ts';
import { seesAll } from '../view.ts';
import { erased } from '../words.ts';
import { type BillView, billView, byMethod, type DayLine, type DayOfMoney, dayLines, mayReconcile } from './view.ts';
import { billStateWords, feeLists, feeHeads as heads } from './words.ts';

const API = '/api/v1';
/** A list that is taken away is whole, up to here. */
const MOST = 10_000;

/** The cashier's day: the bills, and whether the money agrees with the journal (S3-37, P15). */
export function feeRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  const { pool, refusals } = desk;

  app.get(`${API}/fees`, async (request, reply) => {
    const found = await cashierFor(desk, request, reply);
    if (!found) return reply;
    const { actor, moment, day, state } = found;
    const cursor = asked(request, 'after');
    const after = cursor === undefined ? undefined : partsOf(cursor, 4);
    if (cursor !== undefined && !(after && isLocalDate(after[0]) && /^\d{1,9}$/.test(after[2] ?? '')))
      return notAnOption(desk, request, reply, 'after');
    const limit = rowsAsked(desk.refusals, request, reply);
    if (limit === undefined) return reply;
    const [rows, counts, money] = await Promise.all([
      billsOf(pool, { state, day, after, limit: limit + 1 }),
      billCounts(pool, day),
      moneyOf(pool, day),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const say = (r: { code: string }) => ({ text: refusals.sentence(r, request.lang), basis: refusals.words(r.code).basis });
    const names = await cashiersOf(desk, shown);
    return {
      day,
      today: moment.today,
      state,
      counts,
      bills: shown.map((r) => billView(r, state, moment, names, { actor, lang: request.lang, say })),
      lines: dayLines(money, moment),
      methods: byMethod(money.journal),
      acts: money.account.acts.map((one) => ({
        ...one,
        name: moment.directory.organ(one.organ)?.name ?? { zh: one.organ, en: one.organ },
      })),
      ...(last && { next: cursorOf([last.billed, last.matter, String(last.seq), last.charge]) }),
    };
  });

  for (const kind of SHEETS) {
    app.get(`${API}/fees/bills.${kind}`, async (request, reply) => {
      const found = await cashierFor(desk, request, reply);
      if (!found) return reply;
      const { moment, day, state } = found;
      const records = await billsOf(pool, { state, day, limit: MOST });
      const names = await cashiersOf(desk, records);
      const rows = records.map((r) => billView(r, state, moment, names));
      return sendSheet(reply, kind, { name: feeLists.bills, day, lang: request.lang, columns: billColumns, rows });
    });

    app.get(`${API}/fees/reconciliation.${kind}`, async (request, reply) => {
      const found = await cashierFor(desk, request, reply);
      if (!found) return reply;
      const { moment, day } = found;
      const rows = dayLines(await moneyOf(pool, day), moment);
      return sendSheet(reply, kind, { name: feeLists.reconciliation, day, lang: request.lang, columns: dayColumns, rows });
    });
  }
}

async function moneyOf(pool: LicensingDesk['pool'], day: LocalDate): Promise<DayOfMoney> {
  const [account, journal, open] = await Promise.all([reconcile(pool, day), journalOfMoney(pool, day), openNow(pool)]);
  return { account, journal, open };
}

const cashiersOf = (desk: LicensingDesk, rows: readonly BillRecord[]) =>
  namesOf(
    desk.pool,
    rows.flatMap((r) => r.cashier ?? r.waivedBy ?? []),
  );

interface Found {
  readonly actor: Actor;
  readonly moment: EngineMoment;
  readonly day: LocalDate;
  readonly state: BillState;
}

async function cashierFor(desk: LicensingDesk, request: FastifyRequest, reply: FastifyReply): Promise<Found | undefined> {
  const officer = await officerFor(desk, request, reply);
  if (!officer) return undefined;
  const { actor, moment } = officer;
  if (!mayReconcile(actor, seesAll)) {
    const who = moment.directory.holders({ role: 'cashier' }, moment.today).map(({ seat }) => seat.id);
    return void desk.refusals.send(reply, [{ code: 'not-the-cashier', who }], request.lang);
  }
  const day = asked(request, 'day') ?? moment.today;
  if (!isLocalDate(day))
    return void desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path: 'day', code: 'not-a-date' }]);
  const state = BILL_STATES.find((one) => one === (asked(request, 'state') ?? 'due'));
  if (!state) return void notAnOption(desk, request, reply, 'state', BILL_STATES);
  return { actor, moment, day, state };
}

const yuan = (fen: number): number => Math.round(fen) / 100;

const billColumns: readonly Column<BillView>[] = [
  { head: heads.matter, text: (row) => row.matter },
  { head: heads.item, text: (row, lang) => row.itemName[lang] },
  { head: heads.payer, text: (row, lang) => row.payer ?? erased[lang] },
  { head: heads.organ, text: (row, lang) => row.organName[lang] },
  { head: heads.charge, text: (row, lang) => row.chargeName[lang] },
  { head: heads.amount, number: (row) => yuan(row.fen) },
  { head: heads.state, text: (row, lang) => billStateWords[row.state][lang] },
  { head: heads.billed, day: (row) => row.billed },
  { head: heads.settled, day: (row) => row.settled },
  { head: heads.method, text: (row, lang) => row.method?.[lang] },
  { head: heads.receipt, text: (row) => row.receipt },
  { head: heads.cashier, text: (row, lang) => row.cashier?.[lang] },
  { head: heads.reduced, number: (row) => yuan(row.reducedFen) },
  { head: heads['waived-by'], text: (row, lang) => row.waivedBy?.[lang] },
  { head: heads.basis, text: (row) => row.basis },
  { head: heads.reason, text: (row) => row.reason },
];

const dayColumns: readonly Column<DayLine>[] = [
  { head: heads.organ, text: (row, lang) => row.organName[lang] },
  { head: heads.charge, text: (row, lang) => row.chargeName[lang] },
  { head: heads['before-yuan'], number: (row) => yuan(row.beforeFen) },
  { head: heads['billed-yuan'], number: (row) => yuan(row.billedFen) },
  { head: heads['cancelled-yuan'], number: (row) => yuan(row.cancelledFen) },
  { head: heads.paid, number: (row) => row.paid },
  { head: heads['paid-yuan'], number: (row) => yuan(row.paidFen) },
  { head: heads['reduced-yuan'], number: (row) => yuan(row.reducedFen) },
  { head: heads.exempted, number: (row) => row.exempted },
  { head: heads['exempted-yuan'], number: (row) => yuan(row.exemptedFen) },
  { head: heads['open-yuan'], number: (row) => yuan(row.openFen) },
  { head: heads['refunded-yuan'], number: (row) => yuan(row.refundedFen) },
  { head: heads['net-yuan'], number: (row) => yuan(row.netFen) },
  { head: heads['journal-yuan'], number: (row) => yuan(row.journalFen) },
  { head: heads['difference-yuan'], number: (row) => yuan(row.difference) },
];
