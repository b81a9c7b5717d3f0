import { describe, expect, test } from 'vitest';
import { AS_IT_IS_2026, CORRECTED_2026, ETHNIC_AREA } from '../../test/support/calendars.ts';
import { after, under, withNext } from '../../test/support/editions.ts';
import { STATES, world } from '../../test/support/licensing-states.ts';
import { type Any, walked } from '../../test/support/walked-records.ts';
import { Story } from '../institutions/licensing/builders.ts';
import { addDays, type CalendarEdition, type LocalDate } from '../kernel/clock/index.ts';

const accepted = (day = '2026-02-26') => new Story(after(), day).filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
const editions = (...files: readonly unknown[]) =>
  files.reduce<CalendarEdition[]>((made, file) => withNext(made, file) as CalendarEdition[], []);
/** Late, found to have been in time by a corrected calendar, and late again when that was taken back. */
const takenBack = () => {
  const begun = accepted();
  const late = begun.on(`${addDays(begun.state.clocks.promised!.due, 1)}T09:00`).swept();
  return under(under(late, after(CORRECTED_2026)), after(CORRECTED_2026, 'undo'));
};
const kept = () => {
  const told = { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true };
  const begun = new Story(after(), '2026-02-24').filed({ item: 'DRC-L01' }).sure('accept', {}, 'clerk').examined();
  return under(begun.sure('tell-third-parties', told, 'drc-examiner'), after(SOONER));
};
const SOONER = { ...AS_IT_IS_2026, makeup: [...AS_IT_IS_2026.makeup, '2026-03-01'] };
const paused = () => accepted().sure('pause', { ground: 'testing', expected: '2026-03-09', reason: 'x' }, 'examiner-lead');
const renewed = () =>
  new Story(world, '2026-03-02')
    .filed({
      item: 'SAM-L02',
      case: 'renewal',
      licence: 'L-OLD',
      licenceRecord: { item: 'SAM-L02', from: '2021-07-01', until: '2026-06-30' },
    })
    .sure('accept', {}, 'clerk')
    .on('2026-07-02')
    .swept();
const held = () => STATES['accepted, on the day of the hearing']!().sure('hold-hearing', { minutes: 'x' }, 'chief');

const later = (day: LocalDate) => addDays(day, 1);
const put = (fact: Any, path: string, value: Any): Any => {
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce((part, key) => part[key], fact);
  const last = keys.at(-1)!;
  holder[last] = typeof value === 'function' ? value(holder[last]) : value;
  return fact;
};
/** Which record, which value, what is planted there, and by which words it is named; under the editions of the calendar. */
const PLANTED: readonly [Story: () => Story, kind: string, path: string, value: Any, named: string | RegExp, files?: readonly unknown[]][] =
  [
    [
      STATES['accepted, late']!,
      'limit-passed',
      'due',
      later,
      /^limit-passed due: says "2026-\d\d-\d\d", (promised|legal|step:lead) "2026-/,
    ],
    [STATES['accepted, late']!, 'limit-passed', 'clock', 'citizen', /^limit-passed due: says "2026-.*", citizen has none$/],
    [
      () => accepted().on('2026-03-09').swept(),
      'limit-near',
      'due',
      later,
      /^limit-near due: says "2026-03-\d\d", (legal|promised) "2026-03-/,
    ],
    [() => paused().on('2026-03-20').swept(), 'limit-passed', 'due', later, 'limit-passed due: says "2026-03-10", pause "2026-03-09"'],
    [paused, 'paused', 'expected', '2026-03-12', 'paused expected: says "2026-03-12", the pause of legal "2026-03-09"'],
    [paused, 'paused', 'expected', '2028-03-12', /^paused expected: says "2028-03-12", may not be after "2027-/],
    [paused, 'paused', 'expected', 'soon', 'paused expected: "soon" is no date'],
    [paused, 'paused', 'ground', 'hearing', 'paused ground: says "hearing", the pause of legal "testing"'],
    [paused, 'paused', 'ground', 'lunch', 'paused ground: says "lunch", law and item has none'],
    [paused, 'paused', 'statutory', false, 'paused statutory: says false, by the law it is true'],
    [paused, 'paused', 'clocks.0.pauses.0.from', later, 'paused legal.pauses[0].from: says "2026-02-27", the records give "2026-02-26"'],
    [
      () => paused().on('2026-03-04').sure('resume', { note: 'x' }, 'examiner-lead'),
      'resumed',
      'clocks.0.pauses.0.to',
      later,
      'resumed legal.pauses[0].to: says "2026-03-05", the records give "2026-03-04"',
    ],
    [
      () => paused().on('2026-03-04').sure('resume', { note: 'x' }, 'examiner-lead'),
      'resumed',
      'clocks.0.pauses.0.ground',
      'hearing',
      'resumed legal.pauses[0].ground: says "hearing", the records give "testing"',
    ],
    [accepted, 'received', 'on', later, 'received on: says "2026-02-27", it was "2026-02-26"'],
    [accepted, 'accepted', 'on', later, 'accepted on: says "2026-02-27", it was "2026-02-26"'],
    [accepted, 'accepted', 'clocks.0.zero', later, 'accepted legal.zero: says "2026-02-27", it was "2026-02-26"'],
    [accepted, 'received', 'clocks.0.zero', later, 'received acceptance.zero: says "2026-02-27", it was "2026-02-26"'],
    [accepted, 'received', 'clocks.1.assumedZero', undefined, /^received (legal|promised).assumedZero: says false, it is true$/],
    [
      () => STATES['received, late']!().swept(),
      'deemed-accepted',
      'on',
      later,
      'deemed-accepted on: says "2026-03-03", it was "2026-03-02"',
    ],
    [STATES.decided!, 'decided', 'on', later, 'decided on: says "2026-03-03", it was "2026-03-02"'],
    [STATES.decided!, 'decided', 'clocks.0.zero', later, 'decided delivery.zero: says "2026-03-03", it was "2026-03-02"'],

    [STATES['closed, revoked']!, 'revoked', 'on', later, /^revoked on: says "2026-.*", it was "2026-/],
    [held, 'hearing-held', 'on', later, 'hearing-held on: says "2026-03-13", it was "2026-03-12"'],
    [held, 'hearing-notified', 'by', later, 'hearing-notified by: says "2026-03-04", counting back gives "2026-03-03"'],
    [held, 'hearing-notified', 'day', '2026-02-12', /^hearing-notified day: says "2026-02-12", may not be before "2026-03-02"$/],
    [
      STATES['accepted, papers to follow']!,
      'accepted',
      'toFollow.by',
      '2026-03-02',
      /toFollow.by: says "2026-03-02", may not be before "2026-03-03"$/,
    ],
    [
      () => STATES['decided, a notice published']!().on('2026-04-10').swept(),
      'delivered',
      'notice.served',
      later,
      'delivered notice.served: says "2026-04-02", the notice "2026-04-01"',
    ],
    [
      () => STATES['decided, a notice published']!().on('2026-04-10').swept(),
      'delivered',
      'notice.published',
      later,
      'delivered notice.published: says "2026-03-03", the notice "2026-03-02"',
    ],
    [
      takenBack,
      'breach-taken-back',
      'was',
      later,
      /^breach-taken-back was: says "2026-.*", promised before "2026-/,
      [CORRECTED_2026, 'undo'],
    ],
    [takenBack, 'breach-taken-back', 'due', later, /^breach-taken-back due: says "2026-.*", promised "2026-/, [CORRECTED_2026, 'undo']],
    [takenBack, 'breach-taken-back', 'on', later, /^breach-taken-back on: says "2026-.*", the breach "2026-/, [CORRECTED_2026, 'undo']],
    [
      takenBack,
      'breach-taken-back',
      'edition',
      '2026.9',
      /^breach-taken-back edition: says "2026.9", the change "2026.2"/,
      [CORRECTED_2026, 'undo'],
    ],
    [
      takenBack,
      'limit-passed',
      'recorded',
      (day: LocalDate) => day && later(day),
      /^limit-passed recorded: says "2026-/,
      [CORRECTED_2026, 'undo'],
    ],
    [
      () => under(accepted(), after(ETHNIC_AREA)),
      'calendar-changed',
      'moves.0.from',
      later,
      /^calendar-changed moves\[0\].from: says/,
      [ETHNIC_AREA],
    ],
    [
      () => under(accepted(), after(ETHNIC_AREA)),
      'calendar-changed',
      'moves.0.to',
      later,
      /^calendar-changed moves\[0\].to: says/,
      [ETHNIC_AREA],
    ],
    [kept, 'calendar-changed', 'kept.0.due', later, /^calendar-changed kept\[0\].due: says/, [SOONER]],
    [kept, 'calendar-changed', 'kept.0.would', later, /^calendar-changed kept\[0\].would: says "2026-.*", walking gives "2026-/, [SOONER]],
    [
      accepted,
      'accepted',
      'clocks.0.derivation.basis',
      '行政许可法 50',
      'accepted derivation basis: says "行政许可法 50", the law "行政许可法 42(1)"',
    ],
    [
      accepted,
      'accepted',
      'clocks.0.term',
      'licensing.deliver',
      /^accepted term: says "licensing.deliver", .* the law "licensing.decide"$/,
    ],
    [accepted, 'received', 'clocks.0.amount', 6, 'received amount: says 6, the law 5'],
    [accepted, 'accepted', 'clocks.1.amount', 3, /^accepted amount: says 3, the item \d+$/],
    [accepted, 'accepted', 'clocks.1.unit', 'cd', 'accepted unit: says "cd", the item "wd"'],
    [accepted, 'accepted', 'clocks.0.roll', 'next-working-day', 'accepted roll: says "next-working-day", the law "none"'],
    [STATES['accepted, extended']!, 'extended', 'clocks.0.extended', 11, 'extended extended: says 11, the records give 5'],
    [accepted, 'accepted', 'clocks.1.extended', 1, 'accepted extended: says 1, the records give 0'],
    // A longer limit of its own is capped by the promise, so that the day of the step is the same.
    [accepted, 'accepted', 'steps.0.limit.amount', 99, /^accepted limit: says "99 wd", the item "\d+ wd"$/],
    [accepted, 'accepted', 'steps.0.limit.unit', 'cd', /^accepted limit: says "\d+ cd", the item "\d+ wd"$/],
    [STATES['accepted, three organs']!, 'accepted', 'steps.1.limit.amount', 99, /^accepted limit: says "99 wd", the item "\d+ wd"$/],
  ];

describe('[S1-38] a value planted in a record is named', () => {
  test.each(PLANTED.map(([story, kind, path, value, named, files]) => ({ story, kind, path, value, named, files })))(
    '%#: $kind $path',
    ({ story, kind, path, value, named, files = [] }) => {
      const s = story();
      const made = editions(...files);
      expect(walked(s, undefined, made)).toEqual([]);
      const found = walked(s, (fact) => (fact.kind === kind ? put(fact, path, value) : fact), made);
      const names = (fault: string) => (typeof named === 'string' ? fault === named : named.test(fault));
      expect(found.some(names), found.join('\n')).toBe(true);
    },
  );

  test('what an earlier release did not record is said, and no fault; so is what the county has changed since', () => {
    const s = STATES['decided, a notice published']!().on('2026-04-10').swept();
    const dropped = walked(s, ({ notice: _, ...fact }) => fact);
    expect(dropped).toEqual(['published', 'served'].map((what) => `delivered not compared notice.${what}: the record does not say it`));
    const disputed = STATES['accepted, disputed']!();
    const other = walked(disputed, (fact) => (fact.kind === 'remit-disputed' ? put(fact, 'clocks.0.amount', 5) : fact));
    expect(other).toEqual(['remit-disputed not compared amount: says 5, the county 2 now, and of before nothing is kept']);
  });

  test('what silence renewed has the day after the licence’s last; of earlier releases the day on which it was recorded', () => {
    const planted = (on: string) => walked(renewed(), (fact) => (fact.kind === 'decided' ? put(fact, 'on', on) : fact));
    expect(planted('2026-06-29')).toContain('decided on: says "2026-06-29", it was "2026-07-01"');
    expect(planted('2026-07-02')).toContain(
      'decided not compared on: says "2026-07-02", the day of the record, as earlier releases did, and not "2026-07-01"',
    );
  });

  test('[P1] an article as an earlier release cited it is the same article; an item whose version is not here is said to be missing', () => {
    const cited = (article: string) =>
      walked(accepted(), (fact) => (fact.kind === 'received' ? put(fact, 'clocks.0.derivation.basis', article) : fact));
    expect(cited('行政许可法 32(4)')).toEqual([]);
    expect(cited('行政许可法 32(5)')).toHaveLength(1);
    const unheld = walked(accepted(), (fact) => (fact.kind === 'received' ? put(fact, 'itemVersion', 77) : fact));
    expect(new Set(unheld.map((one) => one.replace(/^\S+ /, '')))).toEqual(
      new Set(['not compared item SAM-L02 v77: its limits are not here']),
    );
  });
});
