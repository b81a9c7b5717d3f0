import { describe, expect, it } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { buildCalendar, localDate as d, type LocalDate } from '../../kernel/clock/index.ts';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import type { Answer, Answers } from './answers.ts';
import { beginning } from './opening.ts';
import { mayNote, mayOpen } from './permits.ts';
import { type Duty, type DutyFact, evolve, note, open, openDates, redate, summary, sweep, watched } from './rules.ts';
import { noting, openDuty } from './schema.ts';

const law = readLaw('.');
const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const { directory } = readModelCounty();
const answers: Answers = new Map([
  ['meetings.executive', { organ: 'GOV', office: 'office-director' }],
  ['disclosure.report-county', { organ: 'GOV' }],
  ['emergency.drill', { organ: 'EMB' }],
]);
const world = { answers };
const at = (day: string, more: object = {}) => ({ now: 0, today: d(day), calendar, law, directory, world, ...more });
const did = (on: string) => noting.parse({ on, document: '示政办纪〔2026〕3号', sentence: '会议已召开' });
const codes = (found: { ok: boolean; refusals?: readonly { code: string }[] }) => found.refusals?.map(({ code }) => code);
const factsOf = (found: ReturnType<typeof open>): readonly DutyFact[] => (found.ok ? found.facts : []);
const meta = (day: string) => ({ number: '2026-D-000001', seq: 1, at: 0, on: d(day), actor: 'o-0006', capacity: 'GOV-DIR' });
const told = (facts: readonly DutyFact[], from?: Duty): Duty =>
  facts.reduce((state: Duty | undefined, fact) => evolve(state, fact, meta('2026-03-02')), from)!;
const opened = (term: string, from: string): Duty => told(factsOf(open({ term, from: d(from) }, at(from))));
const swept = (duty: Duty, day: string, other = calendar) => sweep(duty, at(day, { calendar: other }), world);

describe('[P18] a time of a recurring duty', () => {
  it('is opened with its days, whose limit it is and who answers', () => {
    expect(factsOf(open({ term: 'meetings.executive', from: d('2026-02-13') }, at('2026-02-13')))).toMatchObject([
      {
        kind: 'duty-opened',
        organ: 'GOV',
        office: 'office-director',
        tier: 'promise',
        round: { previous: '2026-01-31', due: '2026-02-28', earliest: '2026-02-01', provisional: false },
      },
    ]);
    // A report on the year before cannot be done before that year has ended; its limit is national law.
    expect(opened('disclosure.report-county', '2025-11-24')).toMatchObject({
      tier: 'law',
      round: { due: '2026-03-31', earliest: '2026-01-01', period: { from: '2025-01-01', to: '2025-12-31' } },
    });
  });

  it('is not opened where there is no such duty, or nobody answers', () => {
    expect(codes(open({ term: 'licensing.decide', from: d('2026-02-13') }, at('2026-02-13')))).toEqual(['duty-not-found']);
    expect(codes(open({ term: 'appraisal.rate', from: d('2026-02-13') }, at('2026-02-13')))).toEqual(['duty-nobody-answers']);
  });

  it('[P18] is due soon by the time in which it can be done: of a report on the year before, from the end of that year', () => {
    const report = opened('disclosure.report-county', '2026-02-09');
    // 1 January to 31 March are 90 days; four fifths have passed on 13 March.
    expect([report.round!.soon, swept(report, '2026-02-09'), swept(report, '2026-03-12')]).toEqual(['2026-03-13', [], []]);
    expect(swept(report, '2026-03-13').map(({ kind }) => kind)).toEqual(['duty-due-soon']);
  });

  it('is due soon, then over, each told once; by whose limit it is over', () => {
    const meeting = opened('meetings.executive', '2026-02-13');
    const { soon } = meeting.round!;
    expect([swept(meeting, '2026-02-13'), summary(meeting)]).toMatchObject([
      [],
      { light: 'in-time', nextChange: soon, closed: false, organ: 'GOV' },
    ]);
    const warned = told(swept(meeting, soon), meeting);
    expect([summary(warned), swept(warned, soon)]).toMatchObject([{ light: 'due-soon', nextChange: '2026-03-01' }, []]);
    const over = told(swept(warned, '2026-03-01'), warned);
    expect([summary(over).light, summary(over).nextChange, swept(over, '2026-04-01')]).toEqual(['over-promise', undefined, []]);
    // Nobody looked for long: it is over at once, and was not due soon in between.
    expect(swept(meeting, '2026-03-05').map(({ kind }) => kind)).toEqual(['duty-passed']);
    const report = opened('disclosure.report-county', '2026-02-13');
    expect(summary(told(swept(report, '2026-04-01'), report)).light).toBe('over-law');
  });

  it('is watched until it is noted: first by the office named, else by the deputies', () => {
    const meeting = opened('meetings.executive', '2026-02-13');
    expect(watched(meeting)).toMatchObject([{ clock: 'duty', due: '2026-02-28', organ: 'GOV', roles: ['office-director'] }]);
    expect(watched(opened('disclosure.report-county', '2026-02-13'))).toMatchObject([{ tier: 'law', roles: ['deputy'] }]);
    const done = told(factsOf(note(meeting, did('2026-02-12'), d('2026-02-13'))), meeting);
    expect([watched(done), openDates(done), summary(done).closed, swept(done, '2026-09-01')]).toEqual([[], [], true, []]);
  });

  it('is handed over where the county’s file names another', () => {
    const meeting = opened('meetings.executive', '2026-02-13');
    const other = { answers: new Map([['meetings.executive', { organ: 'CPO' }]]) };
    const facts = sweep(meeting, at('2026-02-13'), other);
    expect(facts).toEqual([{ kind: 'duty-handed-over', organ: 'CPO' }]);
    const moved = told(facts, meeting);
    expect([summary(moved).owner.holder, moved.answer, sweep(moved, at('2026-02-13'), other)]).toEqual(['CPO', { organ: 'CPO' }, []]);
    // Named by nobody any longer, it stays where it is.
    expect(sweep(meeting, at('2026-02-13'), { answers: new Map() })).toEqual([]);
  });

  it('keeps its day whatever the calendar; from when it is due soon goes with it', () => {
    const report = opened('disclosure.report-county', '2026-02-13');
    expect(redate(report, at('2026-02-13'))).toBeUndefined();
    // The whole of March off: so many working days before its end lie in February.
    const off = readCalendarYears('.').map((one) =>
      one.year === 2026
        ? { ...one, makeup: [], off: [{ from: d('2026-01-12'), to: d('2026-03-31'), name: { zh: '假', en: 'off' } }] }
        : one,
    );
    const long = buildCalendar('2026.2', off);
    const changed = redate(report, at('2026-01-11', { calendar: long }))!;
    expect(changed).toMatchObject({ moves: [], settled: [{ clock: 'duty', due: '2026-03-31' }] });
    expect(changed.soon < report.round!.soon).toBe(true);
    const early = told([changed, { kind: 'duty-due-soon', due: d('2026-03-31') }], report);
    const back = redate(early, at('2026-01-11'))!;
    expect(back.settled[0]!.turns).toEqual(['no-longer-due-soon']);
    expect(summary(told([back], early))).toMatchObject({ light: 'in-time', nextChange: report.round!.soon });
    expect(swept(report, '2026-01-11', long).map(({ kind }) => kind)).toEqual(['calendar-changed', 'duty-due-soon']);
  });
});

describe('[P18] noting a time as done', () => {
  const meeting = opened('meetings.executive', '2026-02-13');
  const noted = (on: string, today: string, duty = meeting) => note(duty, did(on), d(today));

  it('in its time, on its last day, and late by so many days', () => {
    const overs = ['2026-02-12', '2026-02-28', '2026-03-03'].map((on) => (factsOf(noted(on, '2026-03-05'))[0] as { over: number }).over);
    expect(overs).toEqual([0, 0, 3]);
    expect(told(factsOf(noted('2026-03-03', '2026-03-05')), meeting).noted).toEqual({
      ...did('2026-03-03'),
      over: 3,
      person: 'o-0006',
      seat: 'GOV-DIR',
    });
  });

  it('not on a day to come, not before it could be done, not twice', () => {
    expect(codes(noted('2026-02-14', '2026-02-13'))).toEqual(['duty-day-to-come']);
    expect(codes(noted('2026-01-31', '2026-02-13'))).toEqual(['duty-day-too-early']);
    expect(codes(noted('2026-02-01', '2026-02-13'))).toBeUndefined();
    const report = opened('disclosure.report-county', '2025-12-20');
    expect(codes(noted('2025-12-31', '2026-01-02', report))).toEqual(['duty-day-too-early']);
    const done = told(factsOf(noted('2026-02-12', '2026-02-13')), meeting);
    expect(codes(noted('2026-02-13', '2026-02-13', done))).toEqual(['duty-noted-already']);
  });

  it('names a day, a document and a sentence', () => {
    for (const bad of [{ on: '2026-02-30' }, { document: ' ' }, { sentence: '' }, { document: 'x'.repeat(201) }, { more: 1 }])
      expect(noting.safeParse({ ...did('2026-02-12'), ...bad }).success, JSON.stringify(bad)).toBe(false);
  });

  it('what is counted from the last time begins with a first note, and has its day from each note on', () => {
    const first = openDuty.parse({ term: 'emergency.drill', noted: did('2024-05-06') });
    expect(factsOf(open(first, at('2026-02-13'))).map(({ kind }) => kind)).toEqual(['duty-opened', 'duty-noted']);
    expect(summary(told(factsOf(open(first, at('2026-02-13'))))).closed).toBe(true);
    expect(codes(open({ ...first, noted: did('2026-02-14') }, at('2026-02-13')))).toEqual(['duty-day-to-come']);
    expect(codes(open({ term: 'meetings.executive', noted: did('2026-02-12') }, at('2026-02-13')))).toEqual(['duty-time-to-choose']);
    expect(opened('emergency.drill', '2024-05-06').round).toMatchObject({ previous: '2024-05-06', due: '2027-05-06' });
  });
});

describe('[P18] which times begin', () => {
  const on = (day: string, known: Parameters<typeof beginning>[4] = []) =>
    beginning(answers, law, directory, d(day), known).map(({ term, from }) => `${term} ${from}`);
  const time = (term: string, due: string | null, doneOn: string | null) => {
    return { term, owes: null, organ: 'GOV', due: due as LocalDate, doneOn: doneOn as LocalDate };
  };
  const report = time('disclosure.report-county', '2026-03-31', null);

  it('of a duty not on record the one at hand; those since, each once; nothing before the county opened', () => {
    expect(on('2026-02-13')).toEqual(['meetings.executive 2026-02-13', 'disclosure.report-county 2026-02-13']);
    const known = [report, time('meetings.executive', '2026-02-28', '2026-02-12')];
    expect(on('2026-02-28', known)).toEqual([]);
    expect(on('2026-03-01', known)).toEqual(['meetings.executive 2026-03-01']);
    const meetings = ['2026-03-01', '2026-04-01', '2026-05-01'].map((from) => `meetings.executive ${from}`);
    expect(on('2026-05-02', known)).toEqual([...meetings, 'disclosure.report-county 2026-04-01']);
  });

  it('of what is counted from the last time the next one, when that is noted', () => {
    const quiet = [report, time('meetings.executive', '2026-02-28', null)];
    const drills = (...known: ReturnType<typeof time>[]) => on('2026-02-13', [...quiet, ...known]);
    expect(drills()).toEqual([]);
    expect(drills(time('emergency.drill', null, '2024-05-06'))).toEqual(['emergency.drill 2024-05-06']);
    expect(drills(time('emergency.drill', null, '2024-05-06'), time('emergency.drill', '2027-05-06', null))).toEqual([]);
  });
});

describe('[P18] who notes', () => {
  const as = (seat: string) => ({ actor: directory.actor(directory.holdersOf(seat, d('2026-02-13'))[0]!, d('2026-02-13')), ...base });
  const base = { directory, today: d('2026-02-13'), calendar, law, now: 0, world, number: '' };
  const answer = answers.get('meetings.executive') as Answer;

  it('chief, deputies and the office named of the organ that answers, and nobody else', () => {
    expect(['GOV-DIR', 'GOV-DEP', 'GOV-CHF'].flatMap((seat) => mayNote(answer, as(seat)))).toEqual([]);
    for (const seat of ['GOV-SH', 'SAM-CHF', 'EFF-I1'])
      expect(mayNote(answer, as(seat)).map(({ code }) => code)).toEqual(['duty-answerer-only']);
    expect(mayNote(answer, as('SAM-CHF'))[0]!.who).toEqual(['GOV-DIR', 'GOV-DEP', 'GOV-CHF']);
    // Before the first day on which it can be done nobody may, and the day is told: 'duty-day-too-early'.
    const early = (seat: string) => mayNote(answer, as(seat), d('2026-02-14')).map(({ code, params }) => [code, params?.day]);
    expect(early('GOV-DIR')).toEqual([['duty-day-too-early', '2026-02-14']]);
    expect(early('SAM-CHF').map(([code]) => code)).toEqual(['duty-answerer-only', 'duty-day-too-early']);
    expect(mayNote(answer, as('GOV-DIR'), d('2026-02-13'))).toEqual([]);
    // An authority given for some items alone is none for a duty.
    const held = as('GOV-CHF');
    const partly = { ...held, actor: { ...held.actor, seats: held.actor.seats.map((seat) => ({ ...seat, only: ['SAM-L01'] })) } };
    expect(mayNote(answer, partly)).toHaveLength(1);
  });

  it('a time begins by the law alone; a first time is noted by whoever answers', () => {
    const first = { term: 'emergency.drill', noted: did('2024-05-06') };
    const seen = (seat: string, input?: object) => mayOpen(as(seat), input as never).map(({ code }) => code);
    expect([seen('EMB-CHF', first), seen('SAM-CHF', first), seen('EMB-CHF')]).toEqual([[], ['duty-answerer-only'], []]);
    expect(seen('EMB-CHF', { term: 'emergency.drill', from: '2026-02-13' })).toEqual(['no-authority']);
    expect(mayOpen({ ...base, actor: { kind: 'stranger', person: 'x', seats: [] } }).map(({ code }) => code)).toEqual(['no-authority']);
    expect(mayOpen({ ...base, actor: { kind: 'law', person: 'law', seats: [] } })).toEqual([]);
  });
});
