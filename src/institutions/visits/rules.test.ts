import { describe, expect, it } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { readModelWindows } from '../../county-files.ts';
import type { Calendar } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Refusal } from '../../kernel/decision.ts';
import { accountsOf } from '../../kernel/matter/accounts.ts';
import { append, dayOf, type Folded, type SealedFact } from '../../kernel/matter/fold.ts';
import { visit } from './definition.ts';
import { type Ctx, openToday } from './permits.ts';
import { awayAt, clockOf, NO_WINDOWS, queuesOf, standsFor } from './register.ts';
import { handledOf, type Visit, waitedOf } from './rules.ts';
import type { ActionName } from './schema.ts';
import type { Queue } from './vocabulary.ts';

const county = readModelCounty();
const world = { register: readModelWindows() };
const MONDAY = '2026-02-09';
const instant = (time: string, day = MONDAY) => Date.parse(`${day}T${time}+08:00`) / 1000;
const [CLERK, CLERK_2, CASHIER] = ['ASB-W01', 'ASB-W02', 'ASB-CASH'];

/** A visit told as a story, in memory. */
class Told {
  matter: Folded | undefined;
  readonly facts: SealedFact[] = [];
  codes: string[] = [];

  get state(): Visit {
    return this.matter!.state as Visit;
  }

  #context(seat: string, now: number): Ctx {
    const { calendar, law, directory } = county;
    const today = dayOf(now);
    const person = directory.holdersOf(seat, today)[0] ?? 'c-nobody';
    return { now, today, calendar, law, directory, actor: directory.actor(person, today), world, number: '2026-V-000001' };
  }

  do(name: ActionName | 'take', time: string, seat = CLERK!, input: unknown = {}, day = MONDAY): this {
    const c = this.#context(seat, instant(time, day));
    const action = name === 'take' ? visit.opening : visit.actions[name]!;
    const state = this.matter?.state as never;
    const reasons = action.permit(state, c);
    const decision =
      reasons.length > 0 ? { ok: false as const, refusals: reasons } : action.decide(state, action.input.parse(input) as never, c);
    this.codes = decision.ok ? [] : decision.refusals.map((r) => r.code);
    for (const fact of decision.ok ? decision.facts : []) this.#append(fact, c.actor.person, c.now);
    return this;
  }

  overnight(day: string): this {
    const now = instant('00:05', day);
    for (const fact of visit.sweep(this.state, this.#context(CLERK!, now), world)) this.#append(fact, 'law', now);
    return this;
  }

  #append(fact: Parameters<typeof visit.evolve>[1], actor: string, now: number) {
    const { after, sealed } = append(visit, this.matter, '2026-V-000001', fact, { actor, capacity: 'x', now }, Buffer.alloc(16));
    this.matter = after;
    this.facts.push(sealed);
  }
}
const ticket = (queue: Queue = 'filing') => new Told().do('take', '09:00:00', CLERK, { queue, ticket: 7 });

describe('a visit', () => {
  it('[S1-70] from the ticket to the way out: waiting, coming and handling are accounts that add up', () => {
    const told = ticket().do('call', '09:12:30').do('attend', '09:13:00').do('finish', '09:21:00');
    expect(told.codes).toEqual([]);
    expect(told.state).toMatchObject({ status: 'served', seat: CLERK, ticket: 7, day: MONDAY });
    expect([waitedOf(told.state), handledOf(told.state)]).toEqual([750, 480]);
    const entries = accountsOf(told.facts, instant('09:21:00'));
    expect(entries.map(({ account, holder, seconds }) => [account, holder, seconds])).toEqual([
      ['window', 'ASB', 750],
      ['applicant', 'visitor', 30],
      ['organ', CLERK, 480],
    ]);
    expect(told.matter!.spent.reduce((a, b) => a + b)).toBe(instant('09:21:00') - instant('09:00:00'));
  });

  it('is one step at a time: nobody is served who was not called, and what is over is over', () => {
    expect(ticket().do('attend', '09:01:00').codes).toEqual(['not-in-this-state']);
    expect(ticket().do('finish', '09:01:00').codes).toEqual(['not-in-this-state']);
    const over = ticket().do('call', '09:01:00').do('no-show', '09:03:00');
    expect(over.state).toMatchObject({ status: 'left', left: 'no-show' });
    expect([waitedOf(over.state), handledOf(over.state)]).toEqual([60, undefined]);
    for (const name of ['call', 'call-again', 'attend', 'about', 'finish', 'no-show', 'leave'] as const)
      expect(over.do(name, '09:05:00', CLERK, { matter: 'X' }).codes, name).toEqual(['not-in-this-state']);
  });

  it('may be called twice, and its waiting ends with the first call', () => {
    const told = ticket().do('call', '09:10:00').do('call-again', '09:11:00');
    expect(told.state).toMatchObject({ calls: 2, status: 'called' });
    expect(waitedOf(told.state)).toBe(600);
  });

  it('who gives up waiting has waited until then', () => {
    const told = ticket().do('leave', '09:40:00');
    expect(told.state).toMatchObject({ status: 'left', left: 'went' });
    expect(waitedOf(told.state)).toBe(2400);
  });

  it('what nobody closed, the night closes, once', () => {
    const told = ticket().overnight(MONDAY);
    expect(told.state.status).toBe('waiting');
    told.overnight('2026-02-10').overnight('2026-02-11');
    expect(told.state).toMatchObject({ status: 'left', left: 'day-over' });
    expect(told.facts).toHaveLength(2);
  });

  it('one visitor at a time', () => {
    expect(ticket().do('call', '09:01:00', CLERK, { busy: 'A006' }).codes).toEqual(['seat-busy']);
  });
});

describe('who may', () => {
  it('only the windows take, call and serve; the cashier is none', () => {
    expect(new Told().do('take', '09:00:00', CASHIER, { queue: 'filing', ticket: 1 }).codes).toEqual(['window-only']);
    expect(ticket().do('call', '09:01:00', 'SAM-EX1').codes).toEqual(['window-only']);
    expect(ticket().do('call', '09:01:00', 'SAM-CR').codes).toEqual([]);
  });

  it('[S3-32] whoever called goes on; over lunch the one who stands in does, and nobody else', () => {
    const called = () => ticket().do('call', '09:01:00');
    expect(called().do('attend', '09:02:00', CLERK_2).codes).toEqual(['another-window']);
    expect(called().do('attend', '11:45:00', CLERK_2).codes).toEqual([]);
    expect(called().do('attend', '11:45:00', 'ASB-W03').codes).toEqual(['another-window']);
  });
});

describe('a day of rest', () => {
  it('[P10] no ticket is given at a weekend, on a holiday or while the county has stopped work: one is told when and how long the windows open next', () => {
    const { calendar } = county;
    const on = (day: string, days: Calendar = calendar, register = world.register): readonly Refusal[] =>
      openToday(undefined, { today: day as LocalDate, calendar: days, world: { register } } as never);
    const closed = (next: string, hours = ' 09:00–17:00') => [{ code: 'windows-closed', params: { next, hours } }];
    expect(on('2026-02-07')).toEqual(closed('2026-02-09'));
    expect(on('2026-02-17')).toEqual(closed('2026-02-24'));
    expect(on('2026-02-17', calendar, NO_WINDOWS)).toEqual(closed('2026-02-24', ''));
    for (const working of [MONDAY, '2026-02-14', '2026-02-28']) expect(on(working), working).toEqual([]);
    const stopWork = { ...calendar, isWorking: (day: LocalDate) => day !== MONDAY && calendar.isWorking(day) };
    expect(on(MONDAY, { ...calendar, stopWork })).toEqual(closed('2026-02-10'));
    expect(new Told().do('take', '09:00:00', CLERK, { queue: 'filing', ticket: 1 }, '2026-02-17')).toMatchObject({
      codes: ['windows-closed'],
      facts: [],
    });
  });
});

describe('visits are counted per matter', () => {
  const serving = () => ticket().do('call', '09:01:00').do('attend', '09:02:00');
  const about = (more: object) => serving().do('about', '09:03:00', CLERK, { matter: '2026-SAM-000001', known: true, ...more });

  it('[S4-29] the first is counted, a second one needs its reason', () => {
    expect(about({ before: 0 }).state.matters).toEqual(['2026-SAM-000001']);
    expect(about({ before: 1 }).codes).toEqual(['visit-reason-needed']);
    const again = about({ before: 1, again: 'papers' });
    expect(again.codes).toEqual([]);
    expect(JSON.parse(again.facts.at(-1)!.body)).toEqual({ matter: '2026-SAM-000001', before: 1, again: 'papers' });
  });

  it('a first visit keeps no reason, one matter is noted once a visit, and it must be one', () => {
    expect(JSON.parse(about({ before: 0, again: 'fee' }).facts.at(-1)!.body)).toEqual({ matter: '2026-SAM-000001', before: 0 });
    expect(about({}).do('about', '09:04:00', CLERK, { matter: '2026-SAM-000001', known: true, before: 1, again: 'fee' }).codes).toEqual([
      'visit-noted',
    ]);
    expect(about({ known: false }).codes).toEqual(['no-such-matter']);
  });
});

describe('the register of windows', () => {
  const { directory } = county;
  const window1 = world.register.windows[0]!;

  it('says who is away when: at lunch from its first minute to before its last, or where nobody sits', () => {
    expect(['11:39:59', '11:40:00', '12:29:59', '12:30:00'].map((time) => awayAt(window1, instant(time), directory))).toEqual([
      undefined,
      'lunch',
      'lunch',
      undefined,
    ]);
    expect(awayAt({ ...window1, seat: 'ASB-NOBODY' }, instant('09:00'), directory)).toBe('vacant');
    expect(clockOf(instant('23:59:59'))).toBe('23:59');
  });

  it('a substitute calls from the other’s queues too, after its own', () => {
    expect(standsFor('ASB-W06', instant('12:10'), world, directory).map((one) => one.seat)).toEqual(['ASB-W05', 'ASB-DLV1']);
    expect(queuesOf('ASB-W06', instant('12:10'), world, directory)).toEqual(['advice', 'filing', 'pick-up']);
    expect(queuesOf('ASB-W06', instant('10:00'), world, directory)).toEqual(['advice', 'filing']);
    expect(queuesOf('ASB-W06', instant('10:00'), { register: NO_WINDOWS }, directory)).toEqual(['filing', 'pick-up', 'advice']);
  });

  it('names seats that there are, each with somebody who may stand in and is not away at the same time', () => {
    for (const one of world.register.windows) {
      const other = world.register.windows.find(({ seat }) => seat === one.substitute);
      expect(directory.seat(one.seat)?.roles, one.seat).toContain('window-clerk');
      expect(other, one.seat).toBeDefined();
      expect(awayAt(other!, instant(one.lunch[0]), directory), one.seat).toBeUndefined();
      expect(awayAt(other!, instant(one.lunch[1]) - 60, directory), one.seat).toBeUndefined();
    }
    expect(world.register.windows.every(({ seat }) => directory.holdersOf(seat, MONDAY as LocalDate).length === 1)).toBe(true);
  });
});
