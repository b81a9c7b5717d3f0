import type { LocalDate } from '../../../kernel/clock/types.ts';
import { unmask } from '../../../kernel/journal/personal.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { foldHistory } from '../../../kernel/matter/fold.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { licensing } from '../definition.ts';
import { itemName, organName, worldOf } from '../desk/view.ts';
import type { BillRecord, BillState, JournalLine, OpenLine } from '../queries/fees.ts';
import type { Reconciliation } from '../queries/numbers.ts';
import type { Licensing } from '../rules/state.ts';
import { maskName, type Viewer } from '../view.ts';
import type { ActionName } from '../words.ts';
import { methodWords } from './words.ts';

/** What can be done to a bill in each state. */
const ACTS: Readonly<Record<BillState, readonly ActionName[]>> = {
  due: ['pay', 'exempt', 'cancel-bill'],
  paid: ['order-refund', 'withdraw-refund-order', 'refund'],
  reduced: [],
  exempted: [],
  refunded: ['order-refund', 'withdraw-refund-order', 'refund'],
};

export interface BillView {
  readonly matter: string;
  readonly seq: number;
  readonly itemName: Text;
  readonly organName: Text;
  readonly charge: string;
  readonly chargeName: Text;
  /** Fen. */
  readonly fen: number;
  /** Waived of the bill so far (减征). */
  readonly reducedFen: number;
  readonly state: BillState;
  readonly billed: LocalDate;
  readonly settled?: LocalDate;
  /** Masked as in every list; absent where the person was erased. */
  readonly payer?: string;
  readonly cashier?: Text;
  readonly method?: Text;
  readonly receipt?: string;
  /** Who waived it, by what rule, and why; names in it masked like the payer's. */
  readonly waivedBy?: Text;
  readonly basis?: string;
  readonly reason?: string;
  readonly acts?: readonly {
    readonly name: ActionName;
    readonly label: Text;
    readonly allowed: boolean;
    readonly reasons: readonly object[];
  }[];
}

const plain = (text: string): Text => ({ zh: text, en: text });

/** `viewer`: also what he may do, and why not. */
export function billView(
  r: BillRecord,
  state: BillState,
  moment: EngineMoment,
  names: ReadonlyMap<string, Text>,
  viewer?: Viewer,
): BillView {
  const payer = r.payer && (r.payerKind === 'firm' ? r.payer : maskName(r.payer));
  const said = (text: string) => unmask(text, payer ? { name: payer } : undefined, '**');
  return {
    matter: r.matter,
    seq: r.seq,
    itemName: itemName(moment, r.item),
    organName: organName(moment, r.organ),
    charge: r.charge,
    chargeName: worldOf(moment).catalogue.charge(r.charge)?.name ?? plain(r.charge),
    fen: r.amount,
    reducedFen: r.reduced,
    state,
    billed: r.billed,
    ...(r.settled && { settled: r.settled }),
    ...(payer && { payer }),
    ...(r.cashier && { cashier: names.get(r.cashier) ?? plain(r.cashier) }),
    ...(r.method && { method: methodWords[r.method as keyof typeof methodWords] ?? plain(r.method) }),
    ...(r.receipt && { receipt: r.receipt }),
    ...(r.waivedBy && { waivedBy: names.get(r.waivedBy) ?? plain(r.waivedBy), basis: said(r.basis ?? ''), reason: said(r.reason ?? '') }),
    ...(viewer && { acts: actsOf(r, state, moment, viewer) }),
  };
}

function actsOf(r: BillRecord, state: BillState, moment: EngineMoment, { actor, say }: Viewer) {
  const s = foldHistory(licensing, r.matter, r.history).state as Licensing;
  const context = { ...moment, actor, world: worldOf(moment), number: r.matter };
  return ACTS[state].map((name) => {
    const { label, permit } = licensing.actions[name]!;
    const reasons = permit(s, context, { charge: r.charge } as never);
    return {
      name,
      label,
      allowed: reasons.length === 0,
      reasons: reasons.map((no) => ({ code: no.code, ...say(no), ...(no.who && { who: no.who }) })),
    };
  });
}

/**
 * One line of the day's account: what the bills say, what the journal says, and the difference. What was open before, with what was billed and
 * without what was cancelled, is what was paid, reduced, exempted, and is open after (P15). Fen.
 */
export interface DayLine {
  readonly charge: string;
  readonly chargeName: Text;
  readonly organ: string;
  readonly organName: Text;
  readonly beforeFen: number;
  readonly billedFen: number;
  readonly cancelledFen: number;
  readonly paid: number;
  readonly paidFen: number;
  readonly reducedFen: number;
  readonly exempted: number;
  readonly exemptedFen: number;
  readonly openFen: number;
  readonly refundedFen: number;
  readonly netFen: number;
  readonly journalFen: number;
  readonly difference: number;
}

const NOTHING = { paid: 0, paidFen: 0, reducedFen: 0, exempted: 0, exemptedFen: 0, refundedFen: 0 };
/** What makes less of what is open. */
const LESSENED = ['bill-cancelled', 'paid', 'reduced', 'exempted'] as const;

export interface DayOfMoney {
  readonly account: Reconciliation;
  readonly journal: readonly JournalLine[];
  readonly open: readonly OpenLine[];
}

/** The two accounts beside each other; a line that only one of them knows is a difference too. */
export function dayLines({ account, journal, open }: DayOfMoney, moment: EngineMoment): DayLine[] {
  const keys = new Map(
    [...account.lines, ...journal.filter(({ later }) => !later)].map(({ charge, organ }) => [`${organ} ${charge}`, { charge, organ }]),
  );
  return [...keys.values()]
    .sort((a, b) => (a.organ + a.charge < b.organ + b.charge ? -1 : 1))
    .map(({ charge, organ }): DayLine => {
      const same = (one: { readonly charge: string; readonly organ: string }) => one.charge === charge && one.organ === organ;
      const line = account.lines.find(same) ?? NOTHING;
      const sum = (kind: JournalLine['kind'], since = false) =>
        journal.filter((one) => same(one) && one.kind === kind && one.later === since).reduce((all, one) => all + one.fen, 0);
      const added = (since: boolean) => sum('billed', since) - LESSENED.reduce((all, kind) => all + sum(kind, since), 0);
      const openFen = (open.find(same)?.fen ?? 0) - added(true);
      const [netFen, journalFen] = [line.paidFen - line.refundedFen, sum('paid') - sum('refunded')];
      const waived = line.reducedFen + line.exemptedFen - sum('reduced') - sum('exempted');
      return {
        charge,
        chargeName: worldOf(moment).catalogue.charge(charge)?.name ?? plain(charge),
        organ,
        organName: organName(moment, organ),
        beforeFen: openFen - added(false),
        billedFen: sum('billed'),
        cancelledFen: sum('bill-cancelled'),
        paid: line.paid,
        paidFen: line.paidFen,
        reducedFen: line.reducedFen,
        exempted: line.exempted,
        exemptedFen: line.exemptedFen,
        openFen,
        refundedFen: line.refundedFen,
        netFen,
        journalFen,
        difference: netFen - journalFen || waived,
      };
    });
}

/** What lies in the till: the day's payments by how they were made. */
export function byMethod(
  journal: readonly JournalLine[],
): { readonly method: string; readonly name: Text; readonly count: number; readonly fen: number }[] {
  const paid = journal.filter((one) => one.kind === 'paid' && !one.later);
  return Object.entries(methodWords).flatMap(([method, name]) => {
    const of = paid.filter((one) => one.method === method);
    const total = (key: 'count' | 'fen') => of.reduce((sum, one) => sum + one[key], 0);
    return of.length > 0 ? [{ method, name, count: total('count'), fen: total('fen') }] : [];
  });
}

/** The cashier, the centre, and those who supervise. */
export const mayReconcile = (actor: Actor, seesAll: (actor: Actor) => boolean): boolean =>
  seesAll(actor) || actor.seats.some((seat) => seat.roles.includes('cashier'));
