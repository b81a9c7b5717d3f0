import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { check } from '../../kernel/clock/checker/check.ts';
import { addDays } from '../../kernel/clock/index.ts';
import type { Clock } from '../../kernel/clock/types.ts';
import { ACCOUNTS } from '../../kernel/matter/types.ts';
import { Story } from './builders.ts';
import { licensing } from './definition.ts';
import type { Licensing } from './rules/state.ts';
import { type ActionName, actionWords, refusalWords } from './words.ts';

const world = readModelCounty();
const ACTIONS = Object.keys(actionWords) as ActionName[];
const opinion = { opinion: 'agree', text: 'As the papers show.' };
const slip = { method: 'in-person', recipient: 'A', proof: 'B' };

/** An input each action's schema takes; the rule may still say no to it. */
const SOUND: Record<ActionName, unknown> = {
  accept: {},
  'accept-with-papers-to-follow': { papers: ['M7'], undertaking: true, by: '2026-12-01' },
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
  'record-statement': { from: 'applicant', text: 'x' },
  bill: { charge: 'UMB-C02', quantity: 200 },
  pay: { amount: 60, method: 'cash', receipt: 'R' },
  exempt: { basis: 'x', reason: 'y' },
  refund: { amount: 1, reason: 'x' },
  'dispute-remit': { organ: 'FOR', reason: 'x' },
  arbitrate: { organ: 'FOR', reason: 'x' },
  decide: { outcome: 'granted', reason: 'x', departure: 'y' },
  forward: opinion,
  'record-superior-decision': { outcome: 'granted', reason: 'x', paper: 'P' },
  'hand-in-papers': { papers: ['M7'] },
  deliver: slip,
  withdraw: { reason: 'x', signed: true },
  rectify: { seq: 1, text: 'x', reason: 'y' },
  revoke: { ground: 'unlawful-grant', basis: 'x', reason: 'y', way: 'z' },
  'acknowledge-supervision': {},
  'conclude-on-the-spot': { text: 'x' },
};

const begun = (item: string, more: object = {}) => new Story(world, '2026-03-02').filed({ item, ...more });
const accepted = (item: string, more: object = {}) => begun(item, more).sure('accept', {}, item === 'TAX-L01' ? 'TAX-CR' : 'clerk');
const notice = SOUND['request-correction'];

/** Every status, and what changes who may within one. */
const STATES: Record<string, () => Story> = {
  received: () => begun('SAM-L02'),
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
  'accepted, disputed': () => accepted('DRC-L02').sure('dispute-remit', { organ: 'FOR', reason: 'x' }, 'NRB-SH'),
  'accepted, ruled': () => accepted('DRC-L02').sure('dispute-remit', { organ: 'FOR', reason: 'x' }, 'NRB-SH').sure('arbitrate', { organ: 'NRB', reason: 'x' }, 'arbiter'),
  'accepted, paused by law': () => accepted('SAM-L02').sure('pause', SOUND.pause, 'examiner-lead'),
  'accepted, promise paused': () => accepted('SAM-L02').sure('pause', { ground: 'site-visit', expected: '2026-12-01', reason: 'x' }, 'examiner-lead'),
  'accepted, extended': () => accepted('SAM-L02').sure('extend', { reason: 'x' }, 'chief'),
  'accepted, billed': () => accepted('UMB-L01').sure('bill', SOUND.bill, 'umb-examiner'),
  'accepted, all signed': () => accepted('SAM-L02').examined(),
  'accepted, all signed, billed': () => accepted('UMB-L01').sure('bill', SOUND.bill, 'umb-examiner').examined(),
  'accepted, third parties told': () => accepted('SAM-L02').examined().sure('tell-third-parties', SOUND['tell-third-parties'], 'examiner-lead'),
  'accepted, high risk': () => accepted('EDU-L04'),
  'accepted, high risk, checked': () => accepted('DRC-L03').sure('propose', opinion, 'drc-examiner').sure('check', opinion, 'drc-section-head'),
  'accepted, high risk, all signed': () => accepted('DRC-L03').examined(),
  'accepted, in a bundle': () => accepted('SAM-L01', { bundle: 'B02' }),
  'accepted, papers to follow': () => begun('SAM-L02').sure('accept-with-papers-to-follow', SOUND['accept-with-papers-to-follow'], 'clerk'),
  'accepted, a superior’s': () => accepted('ARA-L20').examined(),
  'accepted by the tax bureau': () => accepted('TAX-L01'),
  forwarded: () => accepted('ARA-L20').examined().sure('forward', opinion, 'ARA-CHF'),
  decided: () => accepted('SAM-L02').examined().decided(),
  'decided, papers to follow': () => STATES['accepted, papers to follow']!().examined().decided(),
  'decided, refused': () => accepted('SAM-L02').examined('disagree').decided({ outcome: 'refused', way: 'x' }),
  'decided, high risk': () => accepted('DRC-L03').examined().decided({}, 'drc-chief'),
  'decided, paid': () => accepted('UMB-L01').sure('bill', SOUND.bill, 'umb-examiner').sure('pay', SOUND.pay, 'cashier').examined().decided(),
  'decided, billed': () => accepted('UMB-L01').examined().decided().sure('bill', SOUND.bill, 'umb-examiner'),
  'closed, granted': () => accepted('SAM-L02').examined().decided().delivered(),
  'closed, supervised': () => accepted('SAM-L02').examined().decided().delivered().sure('acknowledge-supervision', {}, 'section-head'),
  'closed, revoked': () => accepted('SAM-L02').examined().decided().delivered().sure('revoke', SOUND.revoke, 'chief'),
  'closed, withdrawn': () => begun('SAM-L02').sure('withdraw', { reason: 'x' }, 'citizen'),
  'closed, not ours': () => begun('SAM-L02').sure('reject-remit', SOUND['reject-remit'], 'clerk'),
};

/** All personas, and the seats their stories need beside them. */
const PEOPLE = [...world.organisation.personas.map((p) => p.name), 'stranger', 'DRC-CR', 'ARA-CHF', 'ARA-CR', 'ARA-EX1', 'NRB-SH', 'EDU-CHF', 'TAX-CR', 'ASB-CR', 'ASB-EX1', 'FOR-SH'];
const isAuthority = (code: string) => refusalWords[code as keyof typeof refusalWords]?.status === 403;

describe('what is listed is what is done (contract 4)', { timeout: 60_000 }, () => {
  let allowed = 0;
  let refused = 0;
  const reached = new Set<ActionName>();

  test.each(Object.keys(STATES))('[S1-60] [S3-22] every persona and every action: %s', (name) => {
    const told = STATES[name]!();
    for (const who of PEOPLE)
      for (const action of ACTIONS) {
        const story = told.fork();
        const before = story.facts.length;
        const listed = story.listed(action, who);
        story.when(action, SOUND[action], who);
        const place = `${who} ${action}`;
        if (listed.length > 0) {
          refused += 1;
          expect([place, story.codes]).toEqual([place, listed]);
          expect(story.facts.slice(before).filter((f) => f.actor !== 'law')).toEqual([]);
        } else {
          allowed += 1;
          if (story.last.ok) reached.add(action);
          expect([place, story.codes.filter(isAuthority)]).toEqual([place, []]);
        }
      }
  });

  test('the table has a yes for every action, and many a no', () => {
    expect([...reached].sort()).toEqual([...ACTIONS].sort());
    expect(allowed).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(10_000);
  });
});

/** Random acts: whoever, whatever, whenever, with inputs every schema accepts and the rules may not. */
const organ = fc.constantFrom('SAM', 'NRB', 'EEB', 'FOR', 'FRS', 'COUNTY', 'NOWHERE');
const step = fc.option(fc.constantFrom('lead', 'assist:NRB', 'assist:EEB', 'assist:FOR', 'assist:none'), { nil: undefined, freq: 2 });
const paper = fc.constantFrom('M1', 'M3', 'M5', 'M6', 'M7', 'AUTH', 'M99');
const papers = fc.array(paper, { maxLength: 3 });
const some = fc.array(paper, { minLength: 1, maxLength: 3 });
const day = fc.constantFrom('2026-03-01', '2026-03-09', '2026-04-20', '2027-01-05', '2027-09-09', '9999-12-31');
const text = fc.constantFrom('x', '办好了', '<script>', '{{name}}', ' '.repeat(3).concat('y'));
const says = fc.record({ step, opinion: fc.constantFrom('agree', 'agree-with-conditions', 'disagree'), text }, { requiredKeys: ['opinion', 'text'] });
const yuan = fc.constantFrom(0, 0.01, 20, 60, 100_000_000);
const outcome = fc.constantFrom('granted', 'refused');
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });

const INPUTS: Record<ActionName, fc.Arbitrary<unknown>> = {
  accept: fc.constant({}),
  'accept-with-papers-to-follow': fc.record({ papers: some, undertaking: fc.constant(true), by: day }),
  'request-correction': fc.record({ items: fc.array(fc.record({ material: maybe(paper), what: text, how: text }), { minLength: 1, maxLength: 3 }), way: text }),
  correct: fc.record({ papers, declarations: papers, note: maybe(text) }),
  'reject-remit': fc.record({ organ, reason: text, way: text }),
  'reject-no-permit-needed': fc.record({ reason: text, way: text }),
  propose: says,
  check: says,
  approve: says,
  'send-back': fc.record({ step, reason: text }),
  pause: fc.record({ ground: fc.constantFrom('testing', 'hearing', 'site-visit', 'payment', 'whim'), expected: day, reason: text }),
  resume: fc.record({ note: text }),
  extend: fc.record({ reason: text }),
  'tell-third-parties': fc.record({ parties: fc.constant([{ name: 'N' }, { name: 'O' }]), what: text, hearing: fc.boolean() }),
  'record-statement': fc.record({ from: fc.constantFrom('applicant', 'third-party'), text, hearing: fc.boolean() }),
  bill: fc.record({ charge: fc.constantFrom('UMB-C02', 'UMB-C03', 'SAM-C02', 'NOTHING'), quantity: fc.constantFrom(1, 200, 100_000), amount: maybe(yuan) }),
  pay: fc.record({ amount: yuan, method: fc.constant('cash'), receipt: text }),
  exempt: fc.record({ basis: text, reason: text }),
  refund: fc.record({ amount: yuan, reason: text }),
  'dispute-remit': fc.record({ step, organ, reason: text }),
  arbitrate: fc.record({ step, organ, reason: text }),
  decide: fc.record({ outcome, reason: text, way: maybe(text), departure: maybe(text), months: maybe(fc.constantFrom(1, 1200)) }),
  forward: says,
  'record-superior-decision': fc.record({ outcome, reason: text, paper: text, way: maybe(text) }),
  'hand-in-papers': fc.record({ papers }),
  deliver: fc.record({ method: fc.constantFrom('in-person', 'electronic', 'public-notice'), recipient: text, proof: text }),
  withdraw: fc.record({ reason: text, signed: fc.boolean() }),
  rectify: fc.record({ seq: fc.constantFrom(1, 2, 99), text, reason: text }),
  revoke: fc.record({ ground: fc.constantFrom('unlawful-grant', 'public-interest'), basis: text, reason: text, way: text }),
  'acknowledge-supervision': fc.record({ note: maybe(text) }),
  'conclude-on-the-spot': fc.record({ text, recipient: maybe(text), months: maybe(fc.constant(12)) }),
};

const record = { from: '2025-04-01', until: '2026-03-20' };
const renewal = { case: 'renewal', licence: 'L-OLD' };
/** Histories begin at the filing of some item, or somewhere in the middle. */
const OPENINGS: readonly Record<string, unknown>[] = [
  { item: 'DRC-L02', amount: 1000 },
  { item: 'ARA-L20', electronicService: true },
  { item: 'SAM-L02', ...renewal, licenceRecord: { ...record, item: 'SAM-L02' } },
  { item: 'SAM-L02', case: 'cancel', licence: 'L-OLD', licenceRecord: { ...record, item: 'SAM-L02' } },
];
let begin: readonly Story[] | undefined;
function beginnings(): readonly Story[] {
  begin ??= [...OPENINGS.map((input) => new Story(world, '2026-03-02').filed(input)), ...Object.values(STATES).map((make) => make())];
  return begin;
}

/** Those near the matter: the window, the applicant, and every seat of its organs. */
function near(story: Story): string[] {
  const organs = [story.state.lead, ...story.state.steps.map((x) => x.organ)];
  const seats = organs.flatMap((organ) => ['EX1', 'SH', 'DEP', 'CHF', 'CR'].map((seat) => `${organ}-${seat}`));
  const known = seats.filter((id) => world.directory.seat(id));
  return [...new Set(['clerk', 'citizen', 'delivery-clerk', 'cashier', 'arbiter', 'county-head', 'TAX-CR', ...known])];
}

const ENDINGS: readonly ActionName[] = ['withdraw', 'reject-remit', 'reject-no-permit-needed', 'revoke'];
/** What offices mostly do: sign. What ends a story early is drawn seldom. */
const DRAWN: readonly ActionName[] = [
  ...[1, 2, 3].flatMap(() => ACTIONS.filter((a) => !ENDINGS.includes(a))),
  ...[1, 2, 3, 4].flatMap(() => ['propose', 'check', 'approve', 'bill', 'pay'] as const),
  ...ENDINGS,
];
const WAITS = [0, 0, 60, 5000, 5000, 86_400, 86_400, 3 * 86_400, 30 * 86_400, -86_400];

/** Numbers, so that a failing history shrinks: where it begins; then which act, by whom, with what, after how long. */
const history = fc.record({
  start: fc.nat(),
  acts: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 4, maxLength: 22 }),
});
type History = typeof history extends fc.Arbitrary<infer H> ? H : never;
const SAMPLES = Object.fromEntries(ACTIONS.map((action) => [action, fc.sample(INPUTS[action], { seed: 7, numRuns: 60 })]));
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** Mostly somebody who may does what may be done now; sometimes anybody tries anything. */
function walk({ start, acts }: History, each: (story: Story) => void = () => undefined): Story {
  const story = pick(beginnings(), start).fork();
  for (const [which, who, what, wait] of acts) {
    story.after(pick(WAITS, wait));
    const people = near(story);
    const order = people.map((_, i) => pick(people, who + i));
    const able = (action: ActionName) => order.find((p) => story.listed(action, p).length === 0);
    const choices = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => pick(DRAWN, which + n * 17));
    const action = choices.find((a) => able(a) !== undefined) ?? pick(DRAWN, which);
    const doer = (who % 10 > 0 && able(action)) || pick(PEOPLE, who);
    story.when(action, pick(SAMPLES[action]!, what), doer);
    each(story);
  }
  return story;
}

/** What is wrong with the time accounts of a matter, or with whose hands and desks it is in. */
function accountFaults(story: Story): string[] {
  const matter = story.matter!;
  const until = matter.closed ?? Math.max(story.moment.now, matter.last);
  const entries = story.accounts();
  const steps = story.summary.work.map((w) => w.step);
  const wrong: [boolean, string][] = [
    [entries.reduce((sum, e) => sum + e.seconds, 0) !== until - matter.opened, 'the accounts do not add up'],
    [matter.spent.reduce((a, b) => a + b, 0) !== matter.since - matter.opened, 'the seconds spent do not add up'],
    [entries.some((e, i) => e.from !== (entries[i - 1]?.to ?? matter.opened)), 'a gap or an overlap'],
    [entries.some((e) => e.seconds !== e.to - e.from || e.seconds < 0), 'an entry of the wrong length'],
    [entries.some((e) => !ACCOUNTS.includes(e.account) || e.holder === ''), 'a second without an owner'],
    [story.facts.some((f, i) => f.at < (story.facts[i - 1]?.at ?? 0)), 'time ran backwards'],
    [new Set(steps).size !== steps.length, 'two pieces of work with one name'],
  ];
  return wrong.filter(([is]) => is).map(([, what]) => what);
}

const always = (runs: number, holds: (h: History) => void) => fc.assert(fc.property(history, holds), { seed: 20260213, numRuns: runs });

describe('after any order of acts', { timeout: 60_000 }, () => {
  test('[S1-36] nothing throws, every second has one owner, the accounts add up, and every date is one the checker walks to (contract 6)', () => {
    const kinds = new Set<string>();
    always(300, (h) => {
      walk(h, (story) => {
        const faults = [...accountFaults(story), ...Object.values(story.state.clocks).flatMap((k) => check(k as Clock, world.years, '2026.1'))];
        expect(faults).toEqual([]);
        for (const fact of story.facts) kinds.add(fact.kind);
      });
    });
    expect([...kinds].sort()).toEqual([...FACTS].sort());
  });

  test('every refusal is one of the book, in both languages, and accuses no field of what its schema took', () => {
    const met = new Set<string>();
    always(250, (h) => {
      walk(h, (story) => {
        for (const code of story.codes) met.add(code);
        expect(story.issues).toEqual([]);
      });
    });
    const house = new Set<string>(Object.keys(refusalWords));
    expect([...met].filter((code) => !house.has(code))).toEqual([]);
    expect(met.size).toBeGreaterThan(40);
  });

  test('the facts alone make the state again, and the state survives being stored', () => {
    always(80, (h) => {
      const story = walk(h);
      const again = story.facts.reduce<Licensing | undefined>((s, f) => {
        const meta = { number: f.matter, seq: f.seq, at: f.at, on: dayOfFact(f.at), actor: f.actor, capacity: f.capacity };
        return JSON.parse(JSON.stringify(licensing.evolve(s, { kind: f.kind, ...JSON.parse(f.body) }, meta)));
      }, undefined);
      expect(again).toEqual(story.state);
    });
  });

  test('time alone changes something from the announced day on, not before it, and then it is quiet', () => {
    let waited = 0;
    always(60, (h) => {
      walk(h, (story) => {
        expect(story.fork().swept().facts).toHaveLength(story.facts.length);
        const next = story.summary.nextChange;
        if (!next) return;
        waited += 1;
        expect(next > story.moment.today).toBe(true);
        const later = story.fork().on(next).swept();
        expect(later.facts.length).toBeGreaterThan(story.facts.length);
        const eve = story.fork().on(`${next}T00:00`).after(-1);
        if (eve.moment.now > story.moment.now) expect(eve.swept().facts).toHaveLength(story.facts.length);
      });
    });
    expect(waited).toBeGreaterThan(200);
  });

  test('[S3-32] no open matter is a dead end: somebody may always do something that moves it', () => {
    const MOVING: ActionName[] = ['accept', 'correct', 'request-correction', 'propose', 'check', 'approve', 'resume', 'arbitrate', 'decide', 'forward', 'record-superior-decision', 'pay', 'hand-in-papers', 'deliver', 'pause'];
    let open = 0;
    always(80, (h) => {
      walk(h, (story) => {
        if (story.matter?.closed !== undefined) return;
        open += 1;
        // Third parties' last day passes by itself.
        const later = story.fork().on(addDays(story.moment.today, 30)).swept();
        expect(near(later).some((who) => MOVING.some((action) => later.listed(action, who).length === 0))).toBe(true);
      });
    });
    expect(open).toBeGreaterThan(400);
  });
});

const dayOfFact = (at: number) => new Date((at + 8 * 3600) * 1000).toISOString().slice(0, 10) as never;
const FACTS = [
  'received', 'correction-requested', 'corrected', 'accepted', 'deemed-accepted', 'rejected', 'proposed', 'checked', 'approved', 'sent-back', 'paused', 'resumed',
  'extended', 'billed', 'paid', 'exempted', 'refunded', 'remit-disputed', 'arbitrated', 'forwarded', 'decided', 'papers-arrived', 'delivered', 'withdrawn',
  'rectified', 'third-parties-told', 'statement-heard', 'supervision-acknowledged', 'revoked', 'limit-near', 'limit-passed',
];
