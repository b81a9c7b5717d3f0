import { describe, expect, test } from 'vitest';
import { CORRECTED_2026, ETHNIC_AREA, NOTICE_2027, STOP_OF_WORK } from '../../../../test/support/calendars.ts';
import { after, model, under } from '../../../../test/support/editions.ts';
import { addDays } from '../../../kernel/clock/index.ts';
import { stripOf } from '../../../pictures/index.ts';
import { whyDate } from '../../../portal/why-date.ts';
import { bodyOf, Story } from '../builders.ts';
import { changeText } from '../portal/track/calendar-change.ts';
import { openDatesOf } from './open-dates.ts';
import { packing } from './packing.ts';

const dates = (s: Story) => openDatesOf(s.state, model.law).map(({ clock, due }) => `${clock} ${due}`);
const plain = () => new Story(after(), '2026-02-26').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');

describe('a changed calendar reaches an open matter', () => {
  test('[S1-38] a corrected make-up day moves each clock that counts it, with its step, and the fact says why', () => {
    const before = plain();
    const s = under(before, after({ ...CORRECTED_2026 }));
    const fact = bodyOf(s, 'calendar-changed');
    expect(fact).toMatchObject({ edition: '2026.2', before: '2026.1', cause: 'c', document: CORRECTED_2026.document });
    expect(fact.moves.map(({ clock }) => clock)).toEqual(['legal', 'promised', 'step:lead']);
    for (const { from, to } of fact.moves) expect(to > from).toBe(true);
    expect(dates(s)).toEqual(fact.moves.map(({ clock, to }) => `${clock} ${to}`));
    expect(s.summary.reach).toBe(
      fact.moves
        .map(({ to }) => to)
        .sort()
        .at(-1),
    );
    expect(s.swept().facts.filter(({ kind }) => kind === 'calendar-changed')).toHaveLength(1);
  });

  test('[X3] the steps of a matter that a lawful pause holds follow the calendar, and come back; its clocks say by which end they are reckoned', () => {
    const begun = new Story(after(), '2026-01-26').filed({ item: 'DRC-L01' }).sure('accept', {}, 'clerk').on('2026-02-02');
    const held = begun.sure('pause', { ground: 'testing', expected: '2026-02-13', reason: '送检' }, 'DRC-EX1').on('2026-02-05');
    const longer = { ...ETHNIC_AREA, off: [{ ...ETHNIC_AREA.off[0], from: '2026-02-06', to: '2026-02-09' }] };
    const later = { ...ETHNIC_AREA, off: [{ ...ETHNIC_AREA.off[0], from: '2026-02-24', to: '2026-02-25' }] };
    const s = under(held, after(longer));
    const { moves } = bodyOf(s, 'calendar-changed');
    expect(moves.map(({ clock }) => clock.split(':')[0])).toContain('step');
    for (const { clock, from, to, turns } of moves)
      expect([to > from, turns.includes('while-paused'), turns.includes('becomes-late')], clock).toEqual([
        true,
        !clock.startsWith('step:'),
        false,
      ]);
    expect(dates(under(s, after(longer, 'undo')))).toEqual(dates(held));
    const told = openDatesOf(under(held, after(later)).state, model.law);
    expect(told.map(({ clock, pausedUntil }) => [clock.split(':')[0], pausedUntil])).toEqual(
      expect.arrayContaining([
        ['legal', '2026-02-13'],
        ['promised', '2026-02-13'],
        ['step', undefined],
      ]),
    );
  });

  test('a day outside all its clocks leaves no fact', () => {
    expect(under(plain(), after(NOTICE_2027)).facts.map(({ kind }) => kind)).not.toContain('calendar-changed');
  });

  test('the holiday of an ethnic area does so too; taken back, every date is as it was', () => {
    const before = plain();
    const s = under(before, after(ETHNIC_AREA));
    expect(dates(s)).not.toEqual(dates(before));
    const back = under(s, after(ETHNIC_AREA, 'undo'));
    expect(dates(back)).toEqual(dates(before));
    expect(bodyOf(back, 'calendar-changed')).toMatchObject({ undone: true, edition: '2026.1', before: '2026.2' });
    expect(bodyOf(back, 'calendar-changed').moves.every(({ turns }) => turns.includes('restored'))).toBe(true);
  });

  test('two editions are taken back one after the other', () => {
    const before = plain();
    const one = under(before, after(ETHNIC_AREA));
    const two = under(one, after(ETHNIC_AREA, CORRECTED_2026));
    expect(dates(two)).not.toEqual(dates(one));
    const first = under(two, after(ETHNIC_AREA, CORRECTED_2026, 'undo'));
    expect(dates(first)).toEqual(dates(one));
    expect(dates(under(first, after(ETHNIC_AREA, CORRECTED_2026, 'undo', 'undo')))).toEqual(dates(before));
  });

  test('the official year settles what was provisional, where the date itself stays', () => {
    const s = new Story(after(), '2026-12-21').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
    expect(s.state.clocks.legal).toMatchObject({ provisional: true });
    const settled = under(s, after(NOTICE_2027));
    expect(settled.state.clocks.legal).toMatchObject({ provisional: false });
    const { moves, settled: stays = [] } = bodyOf(settled, 'calendar-changed');
    expect([...moves, ...stays].filter(({ turns }) => turns.includes('no-longer-provisional')).length).toBeGreaterThan(0);
    const back = bodyOf(under(settled, after(NOTICE_2027, 'undo')), 'calendar-changed');
    const turned = [...back.moves, ...(back.settled ?? [])].filter(({ clock }) => clock === 'legal');
    expect(turned).toMatchObject([{ turns: expect.arrayContaining(['becomes-provisional']) }]);
    expect(changeText(back).en).toMatch(/legal limit .* and is provisional: the holidays of that year are not published/);
    expect(changeText(back).zh).toMatch(/法定期限.*成为暂定/);
  });

  test('a stop of work moves the promise and leaves what the law sets', () => {
    const s = under(plain(), after(STOP_OF_WORK));
    expect(bodyOf(s, 'calendar-changed').moves.map(({ clock }) => clock)).toEqual(['promised', 'step:lead']);
  });

  test('[S2-68] a promise that a stop of work carries past the law’s own day ends on it, which is said; taken back, it ends before it again', () => {
    const before = plain();
    const { legal, promised } = before.state.clocks;
    // Every day of work from the day after acceptance to the law's last.
    const stop = { ...STOP_OF_WORK, off: [{ ...STOP_OF_WORK.off[0], from: '2026-02-27', to: legal!.due }] };
    const s = under(before, after(stop));
    const capped = s.state.clocks.promised!;
    expect([promised!.due < legal!.due, capped.due, s.state.clocks.legal!.due]).toEqual([true, legal!.due, legal!.due]);
    expect(capped.derivation.cappedFrom! > legal!.due).toBe(true);
    const { moves } = bodyOf(s, 'calendar-changed');
    expect(moves.map(({ clock, turns }) => [clock, turns.includes('promise-capped')])).toEqual([
      ['promised', true],
      ['step:lead', false],
    ]);
    // A step stays under the law's day.
    expect(moves.at(-1)!.to <= legal!.due).toBe(true);
    const told = whyDate({ clock: capped, lang: 'en' }).join(' ');
    expect(told).toMatch(/a promise never ends after the law’s own limit, whose last day binds\. So it is due by/);
    expect(stripOf(capped).days.at(-1)).toMatchObject({ date: legal!.due, kind: 'due' });
    const stored = packing.unpackFact!(JSON.parse(JSON.stringify(packing.packFact!(bodyOf(s, 'calendar-changed')))));
    expect(stored).toMatchObject({
      clocks: [{ due: legal!.due, atMost: legal!.due, derivation: { cappedFrom: capped.derivation.cappedFrom } }],
    });
    const back = under(s, after(stop, 'undo'));
    expect(bodyOf(back, 'calendar-changed').moves[0]).toMatchObject({
      clock: 'promised',
      turns: expect.arrayContaining(['promise-within-law', 'restored']),
    });
    const longer = { ...stop, off: [{ ...stop.off[0], to: addDays(legal!.due, 7) }] };
    expect(bodyOf(under(s, after(stop, longer)), 'calendar-changed').settled).toMatchObject([
      { clock: 'promised', turns: ['promise-capped'] },
    ]);
    const short = bodyOf(under(plain(), after(STOP_OF_WORK)), 'calendar-changed');
    expect(short.moves.flatMap(({ turns }) => turns)).not.toContain('promise-capped');
  });

  test('a step reckoned under a provisional total is provisional, and is certain with it; one whose day stands is not', () => {
    const s = new Story(after(), '2026-12-25').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
    const steps = (of: Story) => openDatesOf(of.state, model.law).filter(({ clock }) => clock.startsWith('step:'));
    expect(steps(s)).toMatchObject([{ clock: 'step:lead', due: s.state.clocks.promised!.due, provisional: true }]);
    const settled = under(s, after(NOTICE_2027));
    expect(steps(settled)).toMatchObject([{ clock: 'step:lead', provisional: false }]);
    const { moves, settled: stays = [] } = bodyOf(settled, 'calendar-changed');
    expect([...moves, ...stays].find(({ clock }) => clock === 'step:lead')?.turns).toContain('no-longer-provisional');
    const early = new Story(after(), '2026-12-21').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
    expect(early.state.clocks.legal!.provisional).toBe(true);
    const { promised } = early.state.clocks;
    expect([promised!.due < '2027', steps(early)[0]!.provisional]).toEqual([true, false]);
  });

  test('what became late by the old day is not late by the new one, and late again when that is taken back', () => {
    const first = plain();
    const due = first.state.clocks.promised!.due;
    const late = first.on(`${due.slice(0, 8)}${String(Number(due.slice(8)) + 1).padStart(2, '0')}T09:00`).swept();
    expect(late.summary.light).toBe('over-promise');
    const s = under(late, after(CORRECTED_2026));
    expect(bodyOf(s, 'calendar-changed').moves.find(({ clock }) => clock === 'promised')?.turns).toContain('no-longer-late');
    expect(s.summary.light).not.toBe('over-promise');
    const back = under(s, after(CORRECTED_2026, 'undo'));
    expect(back.summary.light).toBe('over-promise');
  });

  const breached = () => {
    const first = plain();
    return first.on(`${addDays(first.state.clocks.promised!.due, 1)}T09:00`).swept();
  };
  const row = (s: Story) => s.rows.findLast(({ table }) => table === 'licensing.breach')!.row;

  test('[X1] [X3] a breach that the corrected calendar shows to have been none is taken back by a fact with the cause; undone, it counts since its own day', () => {
    const late = breached();
    const [was, on] = [late.state.clocks.promised!.due, late.moment.today];
    const s = under(late, after(CORRECTED_2026));
    const due = s.state.clocks.promised!.due;
    const { document } = CORRECTED_2026;
    expect(bodyOf(s, 'breach-taken-back')).toEqual({
      kind: 'breach-taken-back',
      ...{ clock: 'promised', was, due, on, edition: '2026.2', document, cause: 'c' },
    });
    const kinds = s.facts.map(({ kind }) => kind);
    expect(kinds.indexOf('breach-taken-back')).toBe(kinds.indexOf('calendar-changed') + 1);
    expect(row(s)).toMatchObject({ kind: 'late:promised', on_day: on, taken_back: s.moment.today });
    expect(s.summary.light).toBe('due-soon');
    expect(s.swept().facts.filter(({ kind }) => kind === 'breach-taken-back')).toHaveLength(1);

    const back = under(s, after(CORRECTED_2026, 'undo'));
    expect(bodyOf(back, 'limit-passed')).toEqual({ kind: 'limit-passed', clock: 'promised', due: was, recorded: on });
    expect(row(back)).toMatchObject({ kind: 'late:promised', on_day: on, taken_back: null });
  });

  test('[X3] a breach that stays one by the new day stays on record; one that was never recorded is found at its date', () => {
    const stays = breached().on(addDays(plain().state.clocks.promised!.due, 20));
    expect(under(stays.swept(), after(CORRECTED_2026)).facts.map(({ kind }) => kind)).not.toContain('breach-taken-back');
    const s = under(breached(), after(CORRECTED_2026));
    s.on(addDays(s.state.clocks.promised!.due, 1)).swept();
    expect(bodyOf(s, 'limit-passed')).not.toHaveProperty('recorded');
    expect(row(s)).toMatchObject({ kind: 'late:promised', on_day: s.moment.today, taken_back: null });
  });
});

describe('a citizen’s own limit', () => {
  const tell = { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true };
  const told = (world = after()) =>
    new Story(world, '2026-02-24')
      .filed({ item: 'DRC-L01' })
      .sure('accept', {}, 'clerk')
      .examined()
      .sure('tell-third-parties', tell, 'drc-examiner');
  const sooner = { ...CORRECTED_2026, makeup: [...CORRECTED_2026.makeup, '2026-02-28', '2026-03-01'] };

  test('is never made shorter silently: the later day is kept, and the fact says so, once', () => {
    const before = told();
    const due = before.state.clocks.citizen!.due;
    const s = under(before, after(sooner));
    expect(bodyOf(s, 'calendar-changed').kept).toEqual([{ clock: 'citizen', due, would: expect.stringMatching(/^2026-03-0/) }]);
    expect(bodyOf(s, 'calendar-changed').kept![0]!.would < due).toBe(true);
    expect(s.state.clocks.citizen!.due).toBe(due);
    expect(s.swept().facts.filter(({ kind }) => kind === 'calendar-changed')).toHaveLength(1);
    expect(dates(under(s, after(sooner, 'undo')))).toEqual(dates(before));
  });

  test('becomes longer by a stop of work, and is brought back with it', () => {
    const before = told();
    const stop = { ...STOP_OF_WORK, off: [{ from: '2026-02-26', to: '2026-02-26', name: '雪' }] };
    const s = under(before, after(stop));
    expect(s.state.clocks.citizen!.due > before.state.clocks.citizen!.due).toBe(true);
    expect(dates(under(s, after(stop, 'undo')))).toEqual(dates(before));
  });

  test('begun under the edition that is taken back, it keeps its day too', () => {
    const stop = { ...STOP_OF_WORK, off: [{ from: '2026-02-26', to: '2026-02-26', name: '雪' }] };
    const s = told(after(stop));
    const due = s.state.clocks.citizen!.due;
    const back = under(s, after(stop, 'undo'));
    expect([back.state.clocks.citizen!.due, bodyOf(back, 'calendar-changed').kept]).toEqual([due, [expect.objectContaining({ due })]]);
  });
});
