import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';

export const BILL_STATES = ['due', 'paid', 'reduced', 'exempted', 'refunded'] as const;
export type BillState = (typeof BILL_STATES)[number];

/** One bill as the cashier sees it that day; a refund or a reduction is a line of its own. Fen. */
export interface BillRecord {
  readonly matter: string;
  readonly seq: number;
  readonly item: string;
  readonly organ: string;
  readonly charge: string;
  readonly amount: number;
  /** Waived of the bill so far; the amount is what is left of it. */
  readonly reduced: number;
  readonly billed: LocalDate;
  /** Paid, waived or given back on. */
  readonly settled: LocalDate | null;
  readonly cashier: string | null;
  readonly method: string | null;
  readonly receipt: string | null;
  /** Who waived it, by what rule, and why. */
  readonly waivedBy: string | null;
  readonly basis: string | null;
  readonly reason: string | null;
  readonly history: History;
  readonly payerKind: 'person' | 'firm' | null;
  readonly payer: string | null;
}

const ROW = 'matter, 0 AS seq, item, organ, charge, amount, reduced, billed_on';
/** Parts of bills, each on its day. */
const parts = (
  table: string,
): string => `SELECT r.matter, r.seq, b.item, r.organ, r.charge, r.amount, b.reduced, b.billed_on, r.on_day AS settled,
    NULL AS cashier FROM ${table} r JOIN licensing.bill b ON b.matter = r.matter AND b.charge = r.charge WHERE r.on_day = $1::date`;
/** What stands in each list: open bills of any day; what was paid, waived and refunded on this one. */
const LISTS: Readonly<Record<BillState, string>> = {
  due: `SELECT ${ROW}, NULL::date AS settled, NULL AS cashier FROM licensing.bill WHERE state = 'due' AND billed_on <= $1::date`,
  paid: `SELECT ${ROW}, settled_on AS settled, cashier FROM licensing.bill WHERE settled_on = $1::date AND state IN ('paid', 'refunded')`,
  reduced: parts('licensing.reduction'),
  exempted: `SELECT ${ROW}, settled_on AS settled, NULL AS cashier FROM licensing.bill WHERE settled_on = $1::date AND state = 'exempted'`,
  refunded: parts('licensing.refund'),
};
/** The record that tells how it was settled. */
const TOLD_BY: Readonly<Record<BillState, string>> = {
  due: 'paid',
  paid: 'paid',
  reduced: 'reduced',
  exempted: 'exempted',
  refunded: 'paid',
};

/** The charge a record of money is about; earlier releases named none, and the bill before it was the only one. */
const chargeOfFact = (fact: string): string =>
  `coalesce(${fact}.body::json ->> 'charge', (SELECT body::json ->> 'charge' FROM journal.fact
     WHERE matter = ${fact}.matter AND kind = 'billed' AND seq < ${fact}.seq ORDER BY seq DESC LIMIT 1))`;

/** The oldest bill first; keyset by day, matter, place and charge. */
export async function billsOf(
  pool: Pool,
  ask: { readonly state: BillState; readonly day: LocalDate; readonly after?: readonly string[]; readonly limit: number },
): Promise<BillRecord[]> {
  const { rows } = await pool.query<BillRecord>(
    `SELECT l.matter, l.seq, l.item, l.organ, l.charge, l.amount::float8 AS amount, l.reduced::float8 AS reduced, l.billed_on::text AS billed, l.settled::text AS settled,
            l.cashier, f.body::json ->> 'method' AS method, f.body::json ->> 'receipt' AS receipt,
            f.waiver AS "waivedBy", f.body::json ->> 'note' AS basis, f.body::json ->> 'reason' AS reason, ${HISTORY} AS history,
            p.value::json ->> 'kind' AS "payerKind", p.value::json ->> 'name' AS payer
       FROM (${LISTS[ask.state]}) l JOIN matter.matter m ON m.number = l.matter
       LEFT JOIN LATERAL (SELECT p.body, CASE WHEN p.kind <> 'paid' THEN p.actor END AS waiver FROM journal.fact p
                           WHERE p.matter = l.matter AND p.kind = $7 AND l.settled IS NOT NULL AND (p.seq = l.seq OR p.kind <> 'reduced')
                             AND ${chargeOfFact('p')} = l.charge ORDER BY p.seq DESC LIMIT 1) f ON true
       LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
      WHERE $2::date IS NULL OR (l.billed_on, l.matter, l.seq, l.charge) > ($2, $3, $4, $5)
      ORDER BY l.billed_on, l.matter, l.seq, l.charge LIMIT $6`,
    [
      ask.day,
      ask.after?.[0] ?? null,
      ask.after?.[1] ?? '',
      Number(ask.after?.[2] ?? 0),
      ask.after?.[3] ?? '',
      ask.limit,
      TOLD_BY[ask.state],
    ],
  );
  return rows;
}

/** How many stand in each list, and what they come to. */
export async function billCounts(pool: Pool, day: LocalDate): Promise<Record<BillState, { count: number; fen: number }>> {
  const parts = BILL_STATES.map(
    (state) => `SELECT '${state}' AS state, count(*)::int AS count, coalesce(sum(amount), 0)::float8 AS fen FROM (${LISTS[state]}) l`,
  );
  const { rows } = await pool.query(parts.join(' UNION ALL '), [day]);
  return Object.fromEntries(rows.map(({ state, count, fen }) => [state, { count, fen }])) as Record<
    BillState,
    { count: number; fen: number }
  >;
}

const MONEY = ['billed', 'bill-cancelled', 'paid', 'reduced', 'exempted', 'refunded'] as const;
/** What the journal itself says of a day's money, and of that since, by charge and organ, and how it was paid. Fen. */
export interface JournalLine {
  readonly charge: string;
  readonly organ: string;
  readonly kind: (typeof MONEY)[number];
  readonly method: string | null;
  /** After the day. */
  readonly later: boolean;
  readonly count: number;
  readonly fen: number;
}

/** Told from the records alone, not from the list of bills: the two must agree (P15). An exemption is of what was left of its bill. */
export async function journalOfMoney(pool: Pool, day: LocalDate): Promise<JournalLine[]> {
  const { rows } = await pool.query<JournalLine>(
    `SELECT b.body::json ->> 'charge' AS charge, m.organ, f.kind, f.body::json ->> 'method' AS method,
            (f.at AT TIME ZONE 'Asia/Shanghai')::date > $1::date AS later, count(*)::int AS count,
            sum(coalesce((f.body::json ->> 'amount')::bigint, (b.body::json ->> 'amount')::bigint - coalesce(
              (SELECT sum((r.body::json ->> 'amount')::bigint) FROM journal.fact r WHERE r.matter = f.matter AND r.kind = 'reduced'
                  AND r.seq BETWEEN b.seq AND f.seq AND r.body::json ->> 'charge' = b.body::json ->> 'charge'), 0)))::float8 AS fen
       FROM journal.fact f JOIN matter.matter m ON m.number = f.matter
       JOIN LATERAL (SELECT seq, body FROM journal.fact WHERE matter = f.matter AND kind = 'billed' AND seq <= f.seq
                       AND coalesce(f.body::json ->> 'charge', body::json ->> 'charge') = body::json ->> 'charge'
                     ORDER BY seq DESC LIMIT 1) b ON true
      WHERE f.kind IN (${MONEY.map((kind) => `'${kind}'`).join(', ')})
        AND (f.at AT TIME ZONE 'Asia/Shanghai')::date >= $1::date
      GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    [day],
  );
  return rows;
}

export interface OpenLine {
  readonly charge: string;
  readonly organ: string;
  readonly fen: number;
}

/** What is open now, by the bills. */
export async function openNow(pool: Pool): Promise<OpenLine[]> {
  const { rows } = await pool.query<OpenLine>(
    `SELECT b.charge, m.organ, sum(b.amount)::float8 AS fen FROM licensing.bill b JOIN matter.matter m ON m.number = b.matter
      WHERE b.state = 'due' GROUP BY 1, 2`,
  );
  return rows;
}

/** The matter on which a receipt of that year was given, by its number as it is compared. */
export async function paymentWith(pool: Pool, receipt: string, year: number): Promise<string | undefined> {
  const { rows } = await pool.query<{ matter: string }>(
    `SELECT matter FROM licensing.bill WHERE receipt = $1 AND settled_on >= make_date($2, 1, 1) AND settled_on < make_date($2 + 1, 1, 1) LIMIT 1`,
    [receipt, year],
  );
  return rows[0]?.matter;
}
