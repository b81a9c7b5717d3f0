import type { FactMeta, ProjectedRow, ProjectedTable } from '../../kernel/matter/types.ts';
import type { Licensing, LicensingFact } from './rules/state.ts';

/** Read tables of the institution; only the engine writes them, and they can be made again from the facts. */
export const tables: readonly ProjectedTable[] = [
  {
    name: 'licensing.decision',
    key: ['matter'],
    columns: ['matter', 'item', 'organ', 'person', 'outcome', 'paper', 'decided_on', 'opened_on', 'accepted_on', 'promised_due', 'legal_due', 'kept', 'lawful', 'decider', 'on_the_spot'],
  },
  { name: 'licensing.licence', key: ['number'], columns: ['number', 'matter', 'item', 'organ', 'person', 'valid_from', 'valid_to', 'state'] },
  {
    name: 'licensing.bill',
    key: ['matter'],
    columns: ['matter', 'item', 'organ', 'charge', 'amount', 'state', 'billed_on', 'settled_on', 'refunded', 'cashier'],
  },
  { name: 'licensing.breach', key: ['matter', 'kind'], columns: ['matter', 'kind', 'item', 'organ', 'on_day'] },
];

export function project(s: Licensing, fact: LicensingFact, meta: FactMeta): readonly ProjectedRow[] {
  const about = { matter: s.number, item: s.item, organ: s.lead };
  const breach = (kind: string): ProjectedRow => ({ table: 'licensing.breach', row: { ...about, kind, on_day: meta.on } });
  const bill = (more: Record<string, unknown>): ProjectedRow => ({
    table: 'licensing.bill',
    row: { ...about, charge: s.bill?.charge, amount: s.bill?.amount, state: s.bill?.state, billed_on: s.bill?.on, settled_on: null, refunded: 0, cashier: null, ...more },
  });
  switch (fact.kind) {
    case 'received':
      return fact.outside ? [breach('outside-the-centre')] : [];
    case 'limit-passed':
      return [breach(`late:${fact.clock}`)];
    case 'deemed-accepted':
      return [breach('silent-acceptance')];
    case 'billed':
      return [bill({})];
    case 'paid':
    case 'exempted':
      return [bill({ settled_on: meta.on, cashier: meta.actor })];
    case 'refunded':
      return [bill({ settled_on: meta.on, refunded: fact.amount, cashier: meta.actor })];
    case 'decided':
      return decided(s, fact, meta);
    case 'correction-requested':
    case 'corrected':
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
    case 'papers-arrived':
    case 'delivered':
    case 'withdrawn':
    case 'rectified':
    case 'limit-near':
      return [];
  }
}

function decided(s: Licensing, fact: Extract<LicensingFact, { kind: 'decided' }>, meta: FactMeta): ProjectedRow[] {
  const { legal, promised } = s.clocks;
  const row = {
    matter: s.number,
    item: s.item,
    organ: s.lead,
    person: s.person,
    outcome: fact.outcome,
    paper: fact.paper,
    decided_on: fact.on,
    opened_on: s.receivedOn,
    accepted_on: s.acceptedOn,
    promised_due: promised?.due ?? null,
    legal_due: legal?.due ?? null,
    kept: promised ? fact.on <= promised.due : null,
    lawful: legal ? fact.on <= legal.due : null,
    decider: meta.actor,
    on_the_spot: s.acceptedOn === fact.on && s.receivedOn === fact.on,
  };
  const rows: ProjectedRow[] = [{ table: 'licensing.decision', row }];
  if (fact.grant) {
    const { number, from, to } = fact.grant;
    rows.push({
      table: 'licensing.licence',
      row: { number, matter: s.number, item: s.item, organ: s.lead, person: s.person, valid_from: from, valid_to: to ?? null, state: 'valid' },
    });
  } else if (s.case === 'cancel' && fact.outcome === 'granted') {
    rows.push({
      table: 'licensing.licence',
      row: { number: s.licence, matter: s.number, item: s.item, organ: s.lead, person: s.person, valid_from: s.receivedOn, valid_to: fact.on, state: 'cancelled' },
    });
  }
  return rows;
}
