import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../../test/support/duties.ts';
import { answersIn, unanswered } from '../../county-files.ts';
import { buildCalendar, localDate as d } from '../../kernel/clock/index.ts';
import { anAppointment, anOrgan, aRegister, aSeat } from '../../kernel/organisation/builders.ts';
import { buildDirectory } from '../../kernel/organisation/index.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { type Answer, answerTo } from './answers.ts';
import { beginning } from './opening.ts';
import { mayNote, mayOpen } from './permits.ts';
import { dutyRows, foldsOf } from './register.ts';
import { type Duty, type DutyFact, evolve, open, summary, sweep, watched } from './rules.ts';

const law = readLaw('.');
const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const REPORT = 'disclosure.report-department';
const ended = { to: d('2026-05-31') };
const organs = [
  anOrgan('EDU'),
  anOrgan('CTB', ended),
  anOrgan('SPT', ended),
  // Founded when two others ended; of the year before there is nothing that it could report.
  anOrgan('CSB', { from: d('2026-06-01') }),
  anOrgan('PUB', { kind: 'party-department' }),
];
const directory = buildDirectory(
  aRegister({
    organs,
    seats: organs.map(({ code, from }) => aSeat(`${code}-CHF`, 'chief', { from })),
    appointments: organs.map(({ code, from }) => anAppointment(`o-${code}`, `${code}-CHF`, from)),
  }),
);
const file = (lines: string) => answersIn(dutiesOf(`confidence: illustrative\n${lines}`), law, directory, d('2026-02-13'));
const answers = file(`duties: [{ term: ${REPORT}, organ: each }]\nsuccessors: { CTB: CSB }`);
const at = (day: string) => ({ now: 0, today: d(day), calendar, law, directory, world: { answers } });
type Known = Parameters<typeof beginning>[4][number];
const time = (owes: string | null, due: string, organ = owes ?? ''): Known => ({ term: REPORT, owes, organ, due: d(due), doneOn: null });
const begins = (day: string, known: readonly Known[] = [], named = answers) =>
  beginning(named, law, directory, d(day), known).map(({ owes, from }) => `${owes} ${from}`);
const told = (facts: readonly DutyFact[], from?: Duty): Duty =>
  facts.reduce((state: Duty | undefined, fact) => evolve(state, fact, { number: '2026-D-000001' } as never), from)!;
const opened = (owes: string, day: string): Duty => {
  const found = open({ term: REPORT, owes, from: d(day) }, at(day));
  if (!found.ok) throw new Error(JSON.stringify(found.refusals));
  return told(found.facts);
};

describe('[P18] a duty that each of several organs owes for itself (政府信息公开条例 49)', () => {
  it('begins for every department that stands, and for no other organ', () => {
    expect(begins('2026-01-05')).toEqual(['EDU 2026-01-05', 'CTB 2026-01-05', 'SPT 2026-01-05']);
    const all = ['EDU', 'CTB', 'SPT'].map((owes) => time(owes, '2026-01-31'));
    expect([begins('2026-01-31', all), begins('2026-01-31', all.slice(1))]).toEqual([[], ['EDU 2026-01-31']]);
  });

  it('one that ended owes nothing more; one that was founded owes from the first time of which it has something to report', () => {
    const all = ['EDU', 'CTB', 'SPT'].map((owes) => time(owes, '2027-01-31'));
    expect(begins('2026-06-01', all)).toEqual(['CSB 2026-06-01']);
    expect(begins('2027-02-01', all)).toEqual(['EDU 2027-02-01', 'CSB 2027-02-01']);
    const late = buildDirectory(aRegister({ organs: [anOrgan('NEW', { from: d('2027-01-10') })] }));
    const of = (day: string) => beginning(answers, law, late, d(day), []).map(({ from }) => from);
    expect([of('2027-01-15'), of('2027-02-01')]).toEqual([[], ['2027-02-01']]);
  });

  it('of a list those that are named; what is on record from before is its own organ’s', () => {
    const some = file(`duties: [{ term: ${REPORT}, organ: [EDU, PUB] }]`);
    expect(begins('2026-01-05', [time(null, '2026-01-31', 'EDU')], some)).toEqual(['PUB 2026-01-05']);
  });

  it('has an owner, an answerer and an alarm of its own', () => {
    const report = opened('EDU', '2026-01-05');
    expect(report).toMatchObject({ owes: 'EDU', answer: { organ: 'EDU' }, tier: 'law', round: { due: '2026-01-31' } });
    expect([summary(report).organ, watched(report)[0]!.organ]).toEqual(['EDU', 'EDU']);
    const as = (person: string) => ({ ...at('2026-01-05'), actor: directory.actor(person, d('2026-01-05')), number: '' });
    expect(mayNote(report.answer, as('o-EDU'))).toEqual([]);
    expect(mayNote(report.answer, as('o-CTB'))).toMatchObject([{ code: 'duty-answerer-only', who: ['EDU-CHF'] }]);
    const first = (owes?: string) => mayOpen(as('o-EDU'), { term: REPORT, owes, noted: {} as never }).map(({ code }) => code);
    expect([first('EDU'), first('CTB'), first()]).toEqual([[], ['duty-answerer-only'], ['duty-answerer-only']]);
  });

  it('its open time goes to the successor by a fact when it ends, and stays its own time; without one it stays', () => {
    const handed = (owes: string, day: string) => sweep(opened(owes, '2026-02-13'), at(day), { answers });
    expect([handed('CTB', '2026-05-31'), handed('EDU', '2026-06-01'), handed('SPT', '2026-06-01')]).toEqual([[], [], []]);
    const facts = handed('CTB', '2026-06-01');
    expect(facts).toEqual([{ kind: 'duty-handed-over', organ: 'CSB' }]);
    const moved = told(facts, opened('CTB', '2026-02-13'));
    expect(moved).toMatchObject({ owes: 'CTB', answer: { organ: 'CSB' } });
    expect(sweep(moved, at('2026-06-02'), { answers })).toEqual([]);
  });

  it('a chain of successors is followed; a circle of them, or an organ not asked, names nobody', () => {
    const to = (successors: Record<string, string>, owes = 'CTB'): Answer | undefined =>
      answerTo({ organs: 'each', successors: new Map(Object.entries(successors)) }, owes, directory, d('2026-06-01'));
    expect([to({ CTB: 'SPT', SPT: 'CSB' }), to({ CTB: 'SPT', SPT: 'CTB' }), to({}, 'PUB')]).toEqual([
      { organ: 'CSB' },
      undefined,
      undefined,
    ]);
  });
});

describe('[P18] a duty of one organ that ends', () => {
  const SHARED = 'inspections.plan';
  const lone = (successors = '') => file(`duties: [{ term: ${SHARED}, organ: CTB }]${successors}`);
  const handed = lone('\nsuccessors: { CTB: CSB }');
  const to = (named: ReturnType<typeof lone>, day: string) => answerTo(named.get(SHARED), undefined, directory, d(day));
  const whoNot = (named: ReturnType<typeof lone>, day: string) =>
    [SHARED, REPORT].filter((term) => unanswered(law, named, directory, d(day)).includes(term));

  it('goes on with its successor, the open time by a fact', () => {
    expect([to(handed, '2026-05-31'), to(handed, '2026-06-01')]).toEqual([{ organ: 'CTB' }, { organ: 'CSB' }]);
    const from = { ...at('2026-02-13'), world: { answers: handed } };
    const found = open({ term: SHARED, from: d('2026-02-13') }, from);
    const duty = told(found.ok ? found.facts : []);
    const facts = sweep(duty, at('2026-06-01'), { answers: handed });
    expect(facts.filter(({ kind }) => kind === 'duty-handed-over')).toEqual([{ kind: 'duty-handed-over', organ: 'CSB' }]);
    expect(begins('2027-02-13', [], handed)).toEqual(['undefined 2027-02-13']);
  });

  it('without one nobody answers: none is opened, the open one has no clock, and a start says so', () => {
    expect([to(lone(), '2026-06-01'), begins('2026-06-01', [], lone())]).toEqual([undefined, []]);
    expect([whoNot(lone(), '2026-05-31'), whoNot(lone(), '2026-06-01')]).toEqual([[REPORT], [SHARED, REPORT]]);
    expect(whoNot(answers, '2026-06-01')).toEqual([SHARED]);
    const left = { ...time(null, '2026-12-31', 'CTB'), matter: 'M', office: null, periodFrom: d('2026-01-01'), periodTo: d('2026-12-31') };
    const rounds = [{ ...left, term: SHARED, soon: d('2026-12-20'), earliest: d('2026-01-01'), tier: 'law', provisional: false }] as never;
    const line = (today: string) =>
      dutyRows({ law, calendar, directory, answers: lone(), names: new Map(), today: d(today), rounds }).find(({ matter }) => matter)!;
    expect([line('2026-05-31').light, line('2026-06-01').light]).toEqual(['in-time', 'unarmed']);
    expect([line('2026-05-31').answer?.organ, line('2026-06-01').answer]).toEqual(['CTB', undefined]);
  });

  it('the file names no organ twice, and no successors in a circle', () => {
    expect(() => file(`duties: [{ term: ${REPORT}, organ: [EDU, EDU] }]`)).toThrow('EDU is named twice');
    expect(() => file(`duties: []\nsuccessors: { CTB: SPT, SPT: CTB }`)).toThrow(/CTB is succeeded in a circle[\s\S]*SPT is succeeded/);
  });
});

describe('[P18] on the register', () => {
  const round = (owes: string, due: string, doneOn: string | null = null, organ = owes) => ({
    ...{ matter: `${owes}-${due}`, term: REPORT, owes, organ, office: null, due: d(due), doneOn: doneOn === null ? null : d(doneOn) },
    ...{ periodFrom: d('2025-01-01'), periodTo: d('2025-12-31'), earliest: d('2026-01-01'), soon: d('2026-01-25') },
    ...{ provisional: false, tier: 'law' as const, document: 'x', sentence: 'x', over: 0, person: 'o-1', seat: 'x' },
  });
  const names = new Map();
  const rows = (today: string, rounds: ReturnType<typeof round>[]) =>
    dutyRows({ law, calendar, directory, answers, names, today: d(today), rounds }).filter(({ id }) => id === REPORT);

  it('each has its line, folded by its time, with how many have noted it, have it open, are late', () => {
    const found = rows('2026-01-20', [round('EDU', '2026-01-31', '2026-01-15'), round('CTB', '2026-01-31'), round('SPT', '2026-01-31')]);
    expect(found.map(({ owes, due, light }) => [owes!.organ, due, light])).toEqual([
      ['CTB', '2026-01-31', 'in-time'],
      ['SPT', '2026-01-31', 'in-time'],
      ['EDU', '2027-01-31', 'in-time'],
    ]);
    const [fold, same, next] = foldsOf(found);
    expect(fold).toMatchObject({ organs: 3, noted: 1, open: 2, late: 0, light: 'in-time' });
    expect([same, next]).toMatchObject([{ key: fold!.key }, { organs: 1, noted: 0, open: 0, late: 0 }]);
    const late = foldsOf(rows('2026-02-01', [round('CTB', '2026-01-31'), round('EDU', '2026-01-31', '2026-01-15')]));
    expect(late[0]).toMatchObject({ organs: 2, noted: 1, open: 0, late: 1, light: 'over-law' });
  });

  it('one that ended keeps the line of what is open, with who took it over, and has no next', () => {
    const found = rows('2026-06-02', [round('CTB', '2027-01-31', null, 'CSB'), round('EDU', '2027-01-31')]);
    expect(found.map(({ owes, answer, matter }) => [owes!.organ, answer!.organ, matter])).toEqual([
      ['EDU', 'EDU', 'EDU-2027-01-31'],
      ['CSB', 'CSB', undefined],
      ['CTB', 'CSB', 'CTB-2027-01-31'],
    ]);
  });
});
