import { Story } from '../../src/institutions/licensing/builders.ts';
import { dueBills, heldBills, orderedBills } from '../../src/institutions/licensing/rules/bills.ts';
import type { Licensing } from '../../src/institutions/licensing/rules/state.ts';
import { type ActionName, actionWords } from '../../src/institutions/licensing/words.ts';
import { readModelCounty } from './model-county.ts';

export const world = readModelCounty();
export const ACTIONS = Object.keys(actionWords) as ActionName[];
const opinion = { opinion: 'agree', text: 'As the papers show.' };
const slip = { method: 'in-person', recipient: 'A', proof: 'B' };

/** An input each action's schema takes; the rule may still say no to it. */
export const SOUND: Record<ActionName, unknown> = {
  accept: {},
  'accept-with-papers-to-follow': { papers: ['M7'], undertaking: true, by: '2026-03-13' },
  'request-correction': { items: [{ what: 'No date', how: 'Date it' }], way: 'Then it goes on' },
  correct: { note: 'Dated' },
  'reject-remit': { organ: 'FOR', reason: 'x', way: 'y' },
  'reject-no-permit-needed': { reason: 'x', way: 'y' },
  propose: opinion,
  check: opinion,
  approve: opinion,
  'send-back': { reason: 'x' },
  pause: { ground: 'testing', expected: '2026-12-01', reason: 'x' },
  resume: { note: 'x' },
  extend: { reason: 'x' },
  'tell-third-parties': { parties: [{ name: 'A neighbour' }], what: 'x', hearing: true },
  'draft-decision': { outcome: 'granted', reason: 'x' },
  'record-statement': { from: 'applicant', text: 'x' },
  'notify-hearing': { day: '2026-03-12', time: '09:30', place: 'Room 3', moderator: 'SAM-EX2' },
  'hold-hearing': { minutes: 'x' },
  'note-part-granted': { granted: ['NRB-L07'] },
  'erase-agent': { reason: 'x' },
  'note-licence-ended': { licenceState: 'revoked' },
  bill: { charge: 'UMB-C02', quantity: 200 },
  'no-charge': { reason: 'x' },
  pay: { amount: 60, method: 'cash', receipt: 'R' },
  exempt: { basis: 'x', reason: 'y' },
  'order-refund': { amount: 1, reason: 'x' },
  'withdraw-refund-order': { reason: 'x' },
  refund: { amount: 1 },
  'cancel-bill': { reason: 'x' },
  'dispute-remit': { organ: 'FOR', reason: 'x' },
  arbitrate: { organ: 'FOR', reason: 'x' },
  decide: { outcome: 'granted', reason: 'x', departure: 'y' },
  forward: opinion,
  'record-superior-decision': { outcome: 'granted', reason: 'x', paper: 'P' },
  'hand-in-papers': { papers: ['M7'] },
  deliver: slip,
  'serve-by-notice': { ground: 'whereabouts-unknown', reason: 'x', place: 'y' },
  withdraw: { reason: 'x', signed: true },
  rectify: { seq: 1, text: 'x', reason: 'y' },
  revoke: { ground: 'unlawful-grant', basis: 'x', reason: 'y', way: 'z' },
  'check-papers': { seen: ['M1'], returned: [] },
  'sign-for-papers': {},
  'acknowledge-supervision': {},
  'conclude-on-the-spot': { text: 'x' },
};

/** More inputs, fitted to the matter: one of them must do what the list offers. */
export function inputsFor(action: ActionName, s: Licensing): readonly unknown[] {
  const item = world.catalogue.item(s.item)!;
  const file = (material: string) => ({ id: 'f', material, digest: 'd' });
  const organs = [s.lead, ...s.steps.map((x) => x.organ), 'FOR', 'UMB'];
  const each = <T>(list: readonly string[], of: (one: string) => T) => list.map(of);
  switch (action) {
    case 'accept-with-papers-to-follow':
      return each(
        item.materials.value.filter((m) => !m.essential).map((m) => m.code),
        (code) => ({ papers: [code], undertaking: true, by: s.clocks.legal?.due ?? s.clocks.promised?.due }),
      );
    case 'request-correction':
      return [{ items: s.demands, way: 'x' }];
    case 'hand-in-papers':
      return each(s.toFollow?.papers ?? [], (code) => ({ files: [file(code)] }));
    case 'reject-remit':
    case 'dispute-remit':
    case 'arbitrate':
      return each(organs, (organ) => ({ organ, reason: 'x', way: 'y' }));
    case 'pause':
      return each(['site-visit', ...item.promisedPauses], (ground) => ({ ground, expected: '2026-12-01', reason: 'x' }));
    case 'bill':
      return each(item.charges, (charge) => ({
        charge,
        basis: 'x',
        ...(world.catalogue.charge(charge)?.amount === undefined && { amount: 1 }),
      }));
    case 'decide':
      return [{ outcome: 'refused', reason: 'x', way: 'y', departure: 'z' }];
    case 'check-papers':
      return each(s.papers, (code) => ({ seen: [code], returned: [code] }));
    case 'pay':
      return dueBills(s).map(({ charge, amount }) => ({ charge, amount: amount / 100, method: 'cash', receipt: 'R' }));
    case 'exempt':
    case 'cancel-bill':
      return dueBills(s).map(({ charge }) => ({ charge, ...(action === 'exempt' && { basis: 'x' }), reason: 'y' }));
    case 'order-refund':
      return heldBills(s).map(({ charge }) => ({ charge, amount: 1, reason: 'another' }));
    case 'withdraw-refund-order':
      return orderedBills(s).map(({ charge }) => ({ charge, reason: 'x' }));
    case 'refund':
      return orderedBills(s).map(({ charge, ordered }) => ({ charge, amount: ordered!.amount / 100 }));
    default:
      return [];
  }
}

const begun = (item: string, more: object = {}) => new Story(world, '2026-03-02').filed({ item, ...more });
const accepted = (item: string, more: object = {}) => begun(item, more).sure('accept', {}, item === 'TAX-L01' ? 'TAX-CR' : 'clerk');
const notice = SOUND['request-correction'];

/** A licence of an item whose renewal is known, running out in the summer. */
const RENEWAL = { case: 'renewal', licence: 'L-OLD', licenceRecord: { item: 'SAM-L02', from: '2021-07-01', until: '2026-06-30' } };

/** The other charge of the same item, which the list leaves to be assessed. */
const RESTORED = { charge: 'UMB-C03', amount: 400, basis: 'Notice 3 of the county: 10 square metres at 40' };

/** All that SAM-L02 asks of an applicant. */
const HERE = ['M1', 'M3', 'M4', 'M5', 'M6', 'M7'];

/** Every status, and what changes who may within one. */
export const STATES: Record<string, () => Story> = {
  received: () => begun('SAM-L02'),
  'received, papers missing': () => begun('SAM-L02', { papers: [] }),
  'received, with an agent': () => begun('SAM-L02', { agent: { name: 'B', idType: 'resident-id', idNumber: '110101198508120008' } }),
  'received, late': () => begun('DRC-L01').on('2026-04-01'),
  'received, on the spot': () => begun('ARA-L09'),
  'received, high risk': () => begun('DRC-L03'),
  'awaiting correction': () => begun('SAM-L02').sure('request-correction', notice, 'clerk'),
  accepted: () => accepted('SAM-L02'),
  'accepted, with a charge': () => accepted('UMB-L01'),
  'accepted, three organs': () => accepted('DRC-L02', { amount: 1 }),
  'accepted, proposed': () => accepted('SAM-L02').sure('propose', opinion, 'examiner-lead'),
  'accepted, checked': () => accepted('SAM-L02').sure('propose', opinion, 'examiner-lead').sure('check', opinion, 'section-head'),
  'accepted, filed at the window': () =>
    new Story(world, '2026-03-02').filed({ item: 'SAM-L02', channel: 'window', papers: HERE }, 'clerk').sure('accept', {}, 'clerk'),
  'accepted, all originals returned': () =>
    STATES['accepted, filed at the window']!().sure('check-papers', { seen: HERE, returned: HERE }, 'clerk'),
  'accepted, disputed': () => accepted('DRC-L02').sure('dispute-remit', { organ: 'FOR', reason: 'x' }, 'NRB-SH'),
  'accepted, ruled': () =>
    accepted('DRC-L02')
      .sure('dispute-remit', { organ: 'FOR', reason: 'x' }, 'NRB-SH')
      .sure('arbitrate', { organ: 'NRB', reason: 'x' }, 'arbiter'),
  'accepted, paused by law': () => accepted('SAM-L02').sure('pause', SOUND.pause, 'examiner-lead'),
  'accepted, promise paused': () =>
    accepted('SAM-L02').sure('pause', { ground: 'site-visit', expected: '2026-12-01', reason: 'x' }, 'examiner-lead'),
  'accepted, extended': () => accepted('SAM-L02').sure('extend', { reason: 'x' }, 'chief'),
  'accepted, billed': () => accepted('UMB-L01').sure('bill', SOUND.bill, 'umb-examiner'),
  'accepted, two charges billed': () => STATES['accepted, billed']!().sure('bill', RESTORED, 'umb-examiner'),
  'accepted, one of two charges paid': () =>
    STATES['accepted, two charges billed']!().sure('pay', { ...(SOUND.pay as object), charge: 'UMB-C02' }, 'cashier'),
  'accepted, all signed': () => accepted('SAM-L02').examined(),
  'accepted, all signed, billed': () => accepted('UMB-L01').sure('bill', SOUND.bill, 'umb-examiner').examined(),
  'accepted, third parties told': () =>
    accepted('SAM-L02').examined().sure('tell-third-parties', SOUND['tell-third-parties'], 'examiner-lead'),
  'accepted, hearing asked for': () =>
    STATES['accepted, third parties told']!().sure('record-statement', { from: 'third-party', text: 'x', hearing: true }, 'examiner-lead'),
  'accepted, hearing notified': () =>
    STATES['accepted, hearing asked for']!().sure(
      'notify-hearing',
      { ...(SOUND['notify-hearing'] as object), moderator: 'SAM-CHF' },
      'examiner-lead',
    ),
  'accepted, on the day of the hearing': () => STATES['accepted, hearing notified']!().on('2026-03-12T09:30'),
  'accepted, a renewal': () => accepted('SAM-L02', RENEWAL),
  'accepted, a renewal of what was revoked': () =>
    accepted('SAM-L02', RENEWAL).sure('note-licence-ended', { licenceState: 'revoked' }, 'chief').examined(),
  'accepted, late': () => accepted('SAM-L02').on('2026-06-30').swept(),
  'accepted, of a superior and without an extension': () => accepted('COM-L01'),
  'accepted, high risk': () => accepted('EDU-L04'),
  'accepted, high risk, checked': () =>
    accepted('DRC-L03').sure('propose', opinion, 'drc-examiner').sure('check', opinion, 'drc-section-head'),
  'accepted, high risk, all signed': () => accepted('DRC-L03').examined(),
  'accepted, in a bundle': () => accepted('SAM-L01', { bundle: 'B02' }),
  'accepted, a later part of a bundle': () => accepted('HUC-L01', { bundle: 'B19', together: ['NRB-L07', 'MET-L02', 'HUC-L01'] }),
  'accepted, papers to follow': () => begun('SAM-L02').sure('accept-with-papers-to-follow', SOUND['accept-with-papers-to-follow'], 'clerk'),
  'accepted, a superior’s': () => accepted('ARA-L20').examined(),
  'accepted by the tax bureau': () => accepted('TAX-L01'),
  forwarded: () => accepted('ARA-L20').examined().sure('forward', opinion, 'ARA-CHF'),
  decided: () => accepted('SAM-L02').examined().decided(),
  'decided, papers to follow': () => STATES['accepted, papers to follow']!().examined().decided(),
  'decided, a notice published': () => STATES.decided!().sure('serve-by-notice', SOUND['serve-by-notice'], 'delivery-clerk'),
  'decided, refused': () => accepted('SAM-L02').examined('disagree').decided({ outcome: 'refused', way: 'x' }),
  'decided, high risk': () => accepted('DRC-L03').examined().decided({}, 'drc-chief'),
  'decided, paid': () =>
    accepted('UMB-L01').sure('bill', SOUND.bill, 'umb-examiner').sure('pay', SOUND.pay, 'cashier').examined().decided(),
  'decided, a refund ordered': () => STATES['decided, paid']!().sure('order-refund', { amount: 1, reason: 'x' }, 'umb-deputy'),
  'decided, unbilled': () => accepted('UMB-L01').examined().decided(),
  'decided, billed': () => accepted('UMB-L01').examined().decided().sure('bill', SOUND.bill, 'umb-examiner'),
  'closed, granted': () => accepted('SAM-L02').examined().decided().delivered(),
  'closed, supervised': () => accepted('SAM-L02').examined().decided().delivered().sure('acknowledge-supervision', {}, 'section-head'),
  'closed, revoked': () => accepted('SAM-L02').examined().decided().delivered().sure('revoke', SOUND.revoke, 'chief'),
  'closed, withdrawn': () => begun('SAM-L02').sure('withdraw', { reason: 'x' }, 'citizen'),
  'closed, not ours': () => begun('SAM-L02').sure('reject-remit', SOUND['reject-remit'], 'clerk'),
};

/** All personas, and the seats their stories need beside them. */
export const PEOPLE = [
  ...world.organisation.personas.map((p) => p.name),
  'stranger',
  'DRC-CR',
  'ARA-CHF',
  'ARA-CR',
  'ARA-EX1',
  'NRB-SH',
  'EDU-CHF',
  'TAX-CR',
  'ASB-CR',
  'ASB-EX1',
  'FOR-SH',
];
