import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';

export const BILL_STATES = ['due', 'paid', 'exempted', 'refunded'] as const;
export type BillState = (typeof BILL_STATES)[number];

/** One bill as the cashier sees it that day; a refund is a line of its own. Fen. */
export interface BillRecord {
  readonly matter: string;
  readonly seq: number;
  readonly item: string;
  readonly organ: string;
  readonly charge: string;
  readonly amount: number;
  readonly billed: LocalDate;
  /** Paid, exempted or given back on. */
  readonly settled: LocalDate | null;
  readonly cashier: string | null;
  readonly method: string | null;
  readonly receipt: string | null;
  readonly history: History;
  readonly payerKind: 'person' | 'firm' | null;
  readonly payer: string | null;
}

/** What stands in each list: open bills of any day; what was paid, exempted and refunded on this one. */
const LISTS: Readonly<Record<BillState, string>> = {
  due: `SELECT matter, 0 AS seq, item, organ, charge, amount, billed_on, NULL::date AS settled, NULL AS cashier FROM licensing.bill
         WHERE state = 'due' AND billed_on <= $1::date`,
  paid: `SELECT matter, 0 AS seq, item, organ, charge, amount, billed_on, settled_on AS settled, cashier FROM licensing.bill
          WHERE settled_on = $1::date AND state IN ('paid', 'refunded')`,
  exempted: `SELECT matter, 0 AS seq, item, organ, charge, amount, billed_on, settled_on AS settled, cashier FROM licensing.bill
              WHERE settled_on = $1::date AND state = 'exempted'`,
  refunded: `SELECT r.matter, r.seq, b.item, r.organ, r.charge, r.amount, b.billed_on, r.on_day AS settled, NULL AS cashier
               FROM licensing.refund r JOIN licensing.bill b ON b.matter = r.matter AND b.charge = r.charge
              WHERE r.on_day = $1::date`,
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
    `SELECT l.matter, l.seq, l.item, l.organ, l.charge, l.amount::float8 AS amount, l.billed_on::text AS billed, l.settled::text AS settled,
            l.cashier, f.body::json ->> 'method' AS method, f.body::json ->> 'receipt' AS receipt, ${HISTORY} AS history,
            p.value::json ->> 'kind' AS "payerKind", p.value::json ->> 'name' AS payer
       FROM (${LISTS[ask.state]}) l JOIN matter.matter m ON m.number = l.matter
       LEFT JOIN LATERAL (SELECT p.body FROM journal.fact p WHERE p.matter = l.matter AND p.kind = 'paid' AND l.settled IS NOT NULL
                             AND ${chargeOfFact('p')} = l.charge ORDER BY p.seq DESC LIMIT 1) f ON true
       LEFT JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
      WHERE $2::date IS NULL OR (l.billed_on, l.matter, l.seq, l.charge) > ($2, $3, $4, $5)
      ORDER BY l.billed_on, l.matter, l.seq, l.charge LIMIT $6`,
    [ask.day, ask.after?.[0] ?? null, ask.after?.[1] ?? '', Number(ask.after?.[2] ?? 0), ask.after?.[3] ?? '', ask.limit],
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

/** What the journal itself says of a day's money, by charge and organ, and how it was paid. */
export interface JournalLine {
  readonly charge: string;
  readonly organ: string;
  readonly kind: 'paid' | 'exempted' | 'refunded';
  readonly method: string | null;
  readonly count: number;
  readonly fen: number;
}

/** Told from the records alone, not from the list of bills: the two must agree (P15). */
export async function journalOfMoney(pool: Pool, day: LocalDate): Promise<JournalLine[]> {
  const { rows } = await pool.query<JournalLine>(
    `SELECT b.body::json ->> 'charge' AS charge, m.organ, f.kind, f.body::json ->> 'method' AS method, count(*)::int AS count,
            sum(coalesce((f.body::json ->> 'amount')::bigint, (b.body::json ->> 'amount')::bigint))::float8 AS fen
       FROM journal.fact f JOIN matter.matter m ON m.number = f.matter
       JOIN LATERAL (SELECT body FROM journal.fact WHERE matter = f.matter AND kind = 'billed' AND seq < f.seq
                       AND coalesce(f.body::json ->> 'charge', body::json ->> 'charge') = body::json ->> 'charge'
                     ORDER BY seq DESC LIMIT 1) b ON true
      WHERE f.kind IN ('paid', 'exempted', 'refunded')
        AND (f.at AT TIME ZONE 'Asia/Shanghai')::date = $1::date
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    [day],
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
