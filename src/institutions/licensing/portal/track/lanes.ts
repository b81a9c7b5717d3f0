import type { Text } from '../../../../kernel/text.ts';
import type { Lane, LaneBar, LaneStatus } from '../../../../pictures/index.ts';
import { owes } from '../../rules/bills.ts';
import { opinionWords } from '../../words.ts';
import { type Case, factsOf, groundName, lastFact, organName } from '../case.ts';
import { instant } from '../say.ts';
import { text } from './where.tsx';
import { words } from './words.ts';

const DAY = 86_400;
const bar = (from: number, to: number, status: LaneStatus, said?: Text): LaneBar => ({
  from,
  to: Math.max(to, from + 1),
  status,
  text: said,
  when: text('when-range', { from: instant(from), to: instant(to) }),
});

/** Parallel steps, each in its lane: the window, the lead, the assists, the decision, the delivery. */
export function lanesOf(c: Case): Lane[] {
  const { s, m, moment } = c;
  const end = m.closed ?? moment.now;
  const lanes: Lane[] = [{ label: words['lane-window'], bars: windowBars(c, end) }];
  for (const step of s.steps) {
    const label = text(step.id === 'lead' ? 'lane-lead' : 'lane-assist', { organ: organName(c, step.organ) });
    lanes.push({ label, bars: stepBars(c, step, Math.min(step.closed ?? end, end)) });
  }
  if (s.steps.length === 0) return lanes;
  const examined = Math.max(...s.steps.map((step) => step.closed ?? end));
  const decided = lastFact(c, 'decided');
  const open = s.steps.some((step) => step.stage !== 'done');
  const horizon = endOf(s.clocks.promised?.due ?? s.clocks.legal?.due, end);
  if (s.forwards) lanes.push({ label: words['lane-superior'], bars: superiorBars(c, end) });
  else if (decided)
    lanes.push({ label: words['lane-decide'], bars: [bar(Math.min(examined, decided.at), decided.at, 'done', words['bar-decided'])] });
  else if (s.status === 'closed') return lanes;
  else if (open) lanes.push({ label: words['lane-decide'], bars: [bar(end, horizon, 'pending')] });
  else
    lanes.push({
      label: words['lane-decide'],
      bars: [bar(examined, end, owes(s) ? 'waiting' : 'working', owes(s) ? words['bar-pay'] : undefined)],
    });
  if (decided) {
    const delivered = lastFact(c, 'delivered');
    const notice = lastFact(c, 'notice-published');
    const tried = notice ?? delivered;
    const bars = [bar(decided.at, tried?.at ?? end, tried ? 'done' : s.lit.delivery === 'late' ? 'late' : 'working', words['bar-deliver'])];
    if (notice) bars.push(bar(notice.at, delivered?.at ?? end, delivered ? 'done' : 'waiting', words['bar-notice']));
    lanes.push({ label: words['lane-deliver'], bars });
  }
  return lanes;
}

const endOf = (due: string | undefined, end: number): number =>
  due ? Math.max(Date.parse(`${due}T09:30:00Z`) / 1000, end + DAY / 2) : end + DAY;

function windowBars(c: Case, end: number): LaneBar[] {
  const bars: LaneBar[] = [];
  let from = c.m.opened;
  let waiting = false;
  for (const fact of factsOf(c, 'correction-requested', 'corrected', 'accepted', 'deemed-accepted', 'rejected', 'withdrawn')) {
    if (waiting && fact.kind === 'correction-requested') continue;
    bars.push(bar(from, fact.at, waiting ? 'waiting' : 'done', words[waiting ? 'bar-you' : 'bar-check']));
    from = fact.at;
    waiting = fact.kind === 'correction-requested';
    if (fact.kind !== 'correction-requested' && fact.kind !== 'corrected') return bars;
  }
  bars.push(
    bar(from, end, waiting ? 'waiting' : c.s.lit.acceptance === 'late' ? 'late' : 'working', words[waiting ? 'bar-you' : 'bar-check']),
  );
  return bars;
}

/** One step, cut by lawful pauses and by a dispute over who does it. */
function stepBars(c: Case, step: Case['s']['steps'][number], end: number): LaneBar[] {
  const cuts = factsOf(c, 'paused', 'resumed', 'remit-disputed', 'arbitrated').filter(
    (fact) =>
      fact.at >= step.opened &&
      fact.at <= end &&
      (!('step' in fact.body) || fact.body.step === step.id) &&
      (fact.kind !== 'paused' || ('statutory' in fact.body && fact.body.statutory)),
  );
  const bars: LaneBar[] = [];
  let from = step.opened;
  let status: LaneStatus = 'working';
  let said: Text | undefined = words['bar-examine'];
  for (const fact of cuts) {
    if (fact.at > from) bars.push(bar(from, fact.at, status, said));
    from = fact.at;
    if (fact.kind === 'paused') [status, said] = ['paused', 'ground' in fact.body ? groundName(c, fact.body.ground) : undefined];
    else if (fact.kind === 'remit-disputed') [status, said] = ['waiting', words['bar-dispute']];
    else [status, said] = ['working', words['bar-examine']];
  }
  const done = step.stage === 'done' && step.opinion;
  const late = !done && c.moment.today > step.due && status === 'working';
  bars.push(done ? bar(from, end, 'done', opinionWords[step.opinion!]) : bar(from, end, late ? 'late' : status, late ? undefined : said));
  return bars;
}

function superiorBars(c: Case, end: number): LaneBar[] {
  const sent = lastFact(c, 'forwarded');
  const decided = lastFact(c, 'decided');
  return sent ? [bar(sent.at, decided?.at ?? end, decided ? 'done' : 'working', decided ? words['bar-decided'] : undefined)] : [];
}
