import { addDays } from '../../../kernel/clock/index.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { LicensingWorld } from '../permissions.ts';
import { deemedReason } from '../words.ts';
import { deemAccepted } from './acceptance.ts';
import { notArmed } from './arming.ts';
import { toldEnd } from './clocks.ts';
import { decided } from './decision.ts';
import { servedByNotice } from './ending.ts';
import { evolve } from './evolve.ts';
import { PAUSE, stepClock } from './open-dates.ts';
import { redate } from './redating.ts';
import type { Licensing, LicensingFact } from './state.ts';
import { awaitsRenewal, noticeRuns, runningClocks, runningSteps } from './summary.ts';
import { passed, takenBack } from './taking-back.ts';

/** What a new calendar and time alone have brought by today: the dates it moves, silence accepts, a licence not answered by its expiry is renewed, a public notice takes effect, lights turn. */
export function sweep(s: Licensing, m: Moment, world: LicensingWorld): LicensingFact[] {
  const redated = redate(s, m);
  if (redated) {
    const facts = [redated, ...takenBack(s, folded(s, [redated], m), redated)];
    return [...facts, ...sweep(folded(s, facts, m), m, world)];
  }
  const acceptance = s.clocks.acceptance;
  if (s.status === 'received' && acceptance && m.today > acceptance.due) {
    const fact = deemAccepted(s, m, world);
    return [fact, ...sweep(folded(s, [fact], m), m, world)];
  }
  if (awaitsRenewal(s) && s.licenceUntil && m.today > s.licenceUntil) {
    // The law renews it the day after its end, and whatever was late by then was late: however much later this is recorded.
    const then = { ...m, today: addDays(s.licenceUntil, 1) };
    const late = lights(s, then);
    const facts = [...late, decided(folded(s, late, m), then, world, { outcome: 'granted', reason: deemedReason.zh, deemed: true })];
    return [...facts, ...lights(folded(s, facts, m), m)];
  }
  const notice = noticeRuns(s);
  if (notice && m.today > notice.due) return [servedByNotice(s, notice)];
  return lights(s, m);
}

const folded = (s: Licensing, facts: readonly LicensingFact[], m: Moment): Licensing =>
  facts.reduce(
    (state, fact) => evolve(state, fact, { number: s.number, seq: s.seq, at: m.now, on: m.today, actor: 'law', capacity: 'sweep' }),
    s,
  );

/** Lights that turn today; a clock that should run and has none is told first. */
function lights(s: Licensing, m: Moment): LicensingFact[] {
  const facts: LicensingFact[] = notArmed(s, m);
  for (const { kind, due, soon } of runningClocks(s)) {
    const lit = s.lit[kind];
    if (m.today <= due ? m.today < soon || lit : lit === 'late') continue;
    facts.push(m.today > due ? passed(s, kind, due) : { kind: 'limit-near', clock: kind, due });
  }
  for (const { id, due } of runningSteps(s))
    if (m.today > due && s.lit[stepClock(id)] !== 'late') facts.push(passed(s, stepClock(id), due));
  const end = toldEnd(s);
  if (end && m.today > end && s.lit[PAUSE] !== 'late') facts.push({ kind: 'limit-passed', clock: PAUSE, due: end });
  return facts;
}
