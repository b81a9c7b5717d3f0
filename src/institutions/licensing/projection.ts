import type { LocalDate } from '../../kernel/clock/types.ts';
import type { FactMeta, ProjectedRow, ProjectedTable } from '../../kernel/matter/types.ts';
import { billOfFact, type FeeFact } from './rules/bills.ts';
import type { FactOf, Grant, Licensing, LicensingFact } from './rules/state.ts';

/** Read tables of the institution; only the engine writes them, and they can be made again from the facts. */
export const tables: readonly ProjectedTable[] = [
  {
    name: 'licensing.decision',
    key: ['matter'],
    columns: [
      'matter',
      'item',
      'organ',
      'person',
      'outcome',
      'paper',
      'decided_on',
      'opened_on',
      'accepted_on',
      'promised_due',
      'legal_due',
      'kept',
      'lawful',
      'decider',
      'on_the_spot',
    ],
  },
  // A row per matter that touched the licence; `licensing.licence_now` says how it stands.
  {
    name: 'licensing.licence',
    key: ['number', 'matter'],
    columns: ['number', 'matter', 'item', 'organ', 'person', 'valid_from', 'valid_to', 'state'],
  },
  {
    name: 'licensing.bill',
    key: ['matter', 'charge'],
    columns: [
      'matter',
      'item',
      'organ',
      'charge',
      'amount',
      'state',
      'billed_on',
      'settled_on',
      'refunded_on',
      'refunded',
      'reduced',
      'cashier',
      'receipt',
      'receipt_year',
    ],
  },
  { name: 'licensing.refund', key: ['matter', 'seq'], columns: ['matter', 'seq', 'charge', 'organ', 'amount', 'on_day'] },
  { name: 'licensing.reduction', key: ['matter', 'seq'], columns: ['matter', 'seq', 'charge', 'organ', 'amount', 'on_day'] },
  { name: 'licensing.paper_intake', key: ['matter', 'seq'], columns: ['matter', 'seq', 'on_day', 'clerk', 'seat', 'papers'] },
  {
    name: 'licensing.hearing',
    key: ['matter'],
    columns: ['matter', 'item', 'organ', 'person', 'day', 'time', 'place', 'announced', 'moderator'],
  },
  {
    name: 'licensing.service_notice',
    key: ['matter'],
    columns: ['matter', 'item', 'organ', 'person', 'ground', 'place', 'published_on', 'served_on'],
  },
  { name: 'licensing.breach', key: ['matter', 'kind'], columns: ['matter', 'kind', 'item', 'organ', 'on_day', 'taken_back'] },
];

interface About {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
}

const breachRow = ({ matter, item, organ }: About, kind: string, on: LocalDate, takenBack: LocalDate | null = null): ProjectedRow => ({
  table: 'licensing.breach',
  row: { matter, item, organ, kind, on_day: on, taken_back: takenBack },
});

/** A limit that passed, recorded on a day; and since when a corrected calendar says that it had not. */
export const lateRow = (about: About, clock: string, on: LocalDate, takenBack?: LocalDate): ProjectedRow =>
  breachRow(about, `late:${clock}`, on, takenBack);

export function project(s: Licensing, fact: LicensingFact, meta: FactMeta): readonly ProjectedRow[] {
  const about = { matter: s.number, item: s.item, organ: s.lead };
  const breach = (kind: string) => breachRow(about, kind, meta.on);
  switch (fact.kind) {
    case 'received':
      return [...(fact.outside ? [breach('outside-the-centre')] : []), ...intake(s, fact, meta)];
    case 'limit-passed':
      return [lateRow(about, fact.clock, fact.recorded ?? meta.on)];
    case 'breach-taken-back':
      return [lateRow(about, fact.clock, fact.on, meta.on)];
    case 'clock-not-armed':
      return [breach(`no-clock:${fact.clock}`)];
    case 'deemed-accepted':
      return [breach('silent-acceptance')];
    case 'billed':
    case 'paid':
    case 'exempted':
    case 'bill-cancelled':
      return billRows(s, fact);
    case 'reduced':
      return [...billRows(s, fact), partRow('licensing.reduction', s, fact, meta)];
    case 'refunded':
      return [...billRows(s, fact, { refunded_on: meta.on }), partRow('licensing.refund', s, fact, meta)];
    case 'decided':
      return decided(s, fact, meta);
    case 'revoked':
      return s.decision?.grant ? [licence(s, s.decision.grant, 'revoked')] : [];
    case 'corrected':
    case 'papers-arrived':
      return intake(s, fact, meta);
    case 'originals-checked':
      return intake(s, { papers: fact.taken ?? [], files: [] }, meta);
    case 'hearing-notified': {
      const { day, time, place, moderator, announced = false } = fact;
      return [{ table: 'licensing.hearing', row: { ...about, person: s.person, day, time, place, announced, moderator } }];
    }
    case 'notice-published': {
      const { ground, place, clocks } = fact;
      const row = { ...about, person: s.person, ground, place, published_on: meta.on, served_on: clocks[0]?.due ?? null };
      return [{ table: 'licensing.service_notice', row }];
    }
    case 'correction-requested':
    case 'accepted':
    case 'rejected':
    case 'proposed':
    case 'checked':
    case 'approved':
    case 'sent-back':
    case 'paused':
    case 'resumed':
    case 'extended':
    case 'remit-disputed':
    case 'arbitrated':
    case 'forwarded':
    case 'papers-signed-for':
    case 'delivered':
    case 'withdrawn':
    case 'rectified':
    case 'charges-ruled-out':
    case 'refund-ordered':
    case 'refund-order-withdrawn':
    case 'third-parties-told':
    case 'statement-heard':
    case 'decision-drafted':
    case 'hearing-held':
    case 'licence-ended':
    case 'agent-erased':
    case 'earlier-part-granted':
    case 'supervision-acknowledged':
    case 'limit-near':
    case 'calendar-changed':
      return [];
  }
}

/** The bill a record is about, as it stands after it. */
function billRows(s: Licensing, fact: FeeFact, more: { readonly refunded_on?: LocalDate } = {}): ProjectedRow[] {
  const bill = billOfFact(s, fact);
  if (!bill) return [];
  const { charge, amount, state, on, settled = null, refunded = 0, reduced = 0, by = null, receipt = null, year = null } = bill;
  const row = { matter: s.number, item: s.item, organ: s.lead, charge, amount, state, billed_on: on, settled_on: settled };
  return [
    { table: 'licensing.bill', row: { ...row, refunded_on: null, refunded, reduced, cashier: by, receipt, receipt_year: year, ...more } },
  ];
}

/** A part of a bill that was given back or waived, on its own day. */
const partRow = (table: string, s: Licensing, fact: FactOf<'refunded' | 'reduced'>, meta: FactMeta): ProjectedRow => ({
  table,
  row: { matter: s.number, seq: meta.seq, charge: billOfFact(s, fact)?.charge, organ: s.lead, amount: fact.amount, on_day: meta.on },
});

/** Paper that somebody took in: neither a file nor a declaration. */
function intake(s: Licensing, fact: Pick<FactOf<'received'>, 'papers' | 'files' | 'declared'>, meta: FactMeta): ProjectedRow[] {
  const papers = fact.papers.filter((code) => !fact.declared?.includes(code) && !fact.files.some((file) => file.material === code));
  if (meta.actor === s.person || papers.length === 0) return [];
  const row = { matter: s.number, seq: meta.seq, on_day: meta.on, clerk: meta.actor, seat: meta.capacity, papers: papers.join(' ') };
  return [{ table: 'licensing.paper_intake', row }];
}

function decided(s: Licensing, fact: Extract<LicensingFact, { kind: 'decided' }>, meta: FactMeta): ProjectedRow[] {
  const { legal, promised } = s.clocks;
  // What the county forwards is done on its side when it goes up: the superior's time is on the superior's account (P8).
  const done = s.forwardedOn ?? fact.on;
  const row = {
    matter: s.number,
    item: s.item,
    organ: s.lead,
    person: s.person,
    outcome: fact.outcome,
    paper: fact.paper,
    decided_on: fact.on,
    opened_on: s.filedOn ?? s.receivedOn,
    accepted_on: s.acceptedOn,
    promised_due: promised?.due ?? null,
    legal_due: legal?.due ?? null,
    kept: promised ? done <= promised.due : null,
    lawful: legal ? done <= legal.due : null,
    decider: meta.actor,
    on_the_spot: s.onTheSpot ?? false,
  };
  const rows: ProjectedRow[] = [{ table: 'licensing.decision', row }];
  if (fact.grant) rows.push(licence(s, fact.grant, 'valid'));
  else if (s.case === 'cancel' && fact.outcome === 'granted' && s.licence)
    rows.push(licence(s, { number: s.licence, from: earlier(s.licenceFrom, fact.on), to: earlier(s.licenceUntil, fact.on) }, 'cancelled'));
  return rows;
}

const earlier = (a: LocalDate | undefined, b: LocalDate): LocalDate => (a !== undefined && a < b ? a : b);

const licence = (s: Licensing, { number, from, to }: Grant, state: 'valid' | 'cancelled' | 'revoked'): ProjectedRow => ({
  table: 'licensing.licence',
  row: { number, matter: s.number, item: s.item, organ: s.lead, person: s.person, valid_from: from, valid_to: to ?? null, state },
});
