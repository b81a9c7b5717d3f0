import { beforeAll, describe, expect, it } from 'vitest';
import { ETHNIC_AREA, STOP_OF_WORK } from '../test/support/calendars.ts';
import { application, call } from '../test/support/call.ts';
import { openTestHouse } from '../test/support/house.ts';
import { applyCalendar, type CalendarChange, deadlinesOf, previewCalendar, previewUndo, undoCalendar } from './calendar-edition.ts';
import { calendarShown } from './calendar-view.ts';
import { setClock } from './county-clock.ts';
import { appendEdition } from './kernel/journal/editions.ts';

const h = await openTestHouse();
const { house } = h;
const at = '/api/v1/calendar';
const as = 'administrator';
const file = (json: unknown) => ({ file: JSON.stringify(json) });
const code = (change: CalendarChange) => (change.ok ? 'done' : change.refusals[0]!.code);
const editions = async () => (await house.calendar()).editions.length;
/** A stop of work by a document of its own. */
const stop = (number: number, day: string) => ({
  ...STOP_OF_WORK,
  document: { zh: `县政发〔2026〕${number}号`, en: `No. ${number}` },
  off: [{ from: day, to: day, name: { zh: '停工', en: 'Stop' } }],
});
const undoAll = async () => {
  while (code(await undoCalendar(house)) === 'done');
};

beforeAll(async () => {
  await setClock(house, Date.parse('2026-02-26T09:00+08:00'));
  for (const item of ['SAM-L02', 'UMB-L01', 'DRC-L01']) {
    const { number } = (await call(h, '/api/v1/matters', application({ item }))).body;
    await h.act(number, 'clerk', 'accept');
  }
});

describe('a request with an Idempotency-Key', () => {
  it('enters one edition and takes back one, however often it is sent, and answers the same', async () => {
    const body = file(ETHNIC_AREA);
    const first = await call(h, `${at}/apply`, body, { as, key: 'k' });
    const again = await call(h, `${at}/apply`, body, { as, key: 'k' });
    expect([again.status, again.body, again.headers.get('idempotent-replay')]).toEqual([200, first.body, 'true']);
    expect([await editions(), first.headers.get('idempotent-replay'), first.body.moves.length > 2]).toEqual([1, null, true]);
    const other = await call(h, `${at}/apply`, file(STOP_OF_WORK), { as, key: 'k' });
    expect([other.status, other.body.code, await editions()]).toEqual([422, 'idempotency-key-reused', 1]);

    await call(h, `${at}/apply`, file(STOP_OF_WORK), { as, key: 'k2' });
    const undone = await call(h, `${at}/undo`, {}, { as, key: 'k' });
    expect((await call(h, `${at}/undo`, {}, { as, key: 'k' })).body).toEqual(undone.body);
    expect([undone.body.edition.undoes, await editions(), (await house.calendar()).last?.number]).toEqual([2, 3, 1]);
    await undoAll();
  });

  it('also when it is sent twice at once', async () => {
    const before = await editions();
    const send = (path: string, body: unknown) => call(h, `${at}/${path}`, body, { as, key: 'at once' });
    const [a, b] = await Promise.all([send('apply', file(ETHNIC_AREA)), send('apply', file(ETHNIC_AREA))]);
    expect([a.status, a.body, await editions()]).toEqual([200, b.body, before + 1]);
    await call(h, `${at}/apply`, file(STOP_OF_WORK), { as });
    const undone = await Promise.all([send('undo', {}), send('undo', {})]);
    expect([undone[0].status, undone[0].body, await editions()]).toEqual([200, undone[1].body, before + 3]);
    expect((await house.calendar()).last?.number).toBe(before + 1);
    await undoAll();
  });

  it('that was cut off before every matter was asked is finished by the repetition, and tells all', async () => {
    const before = await deadlinesOf(house);
    const body = file(ETHNIC_AREA);
    const whole = await call(h, `${at}/apply`, body, { as, key: 'whole' });
    await undoAll();
    // What a process leaves that stops after the commit: the edition, and a kept answer without its moves.
    const { rows } = await h.db.owner.query<{ reply: string }>("SELECT reply FROM matter.request WHERE key LIKE '%apply whole'");
    const { head } = JSON.parse(rows[0]!.reply);
    const [{ years, cause }, number] = [(await house.calendar()).editions.findLast((one) => one.adds)!, (await editions()) + 1];
    const { now } = await house.moment();
    expect(await appendEdition(h.db.app, { number, at: now, actor: 'o-0008', cause, adds: true, years })).toBe(true);
    const name = (await house.calendar()).calendar.edition;
    const cut = JSON.stringify({ head: { ...head, edition: { ...head.edition, number, name } } });
    await h.db.owner.query("UPDATE matter.request SET reply = $1 WHERE key LIKE '%apply whole'", [cut]);
    expect(await deadlinesOf(house)).toEqual(before);

    const again = await call(h, `${at}/apply`, body, { as, key: 'whole' });
    expect(again.body).toEqual({ ...whole.body, edition: { ...whole.body.edition, number, name } });
    expect((await call(h, `${at}/apply`, body, { as, key: 'whole' })).body).toEqual(again.body);
    expect(await deadlinesOf(house)).not.toEqual(before);
    await undoAll();
    expect(await deadlinesOf(house)).toEqual(before);
  });
});

describe('a file that changes nothing', () => {
  it('is refused, one after the other and both at once', async () => {
    const before = await editions();
    for (const notice of [ETHNIC_AREA, stop(31, '2026-03-18')]) {
      expect(code(await applyCalendar(house, file(notice)))).toBe('done');
      expect(code(await applyCalendar(house, file(notice)))).toBe('calendar-unchanged');
    }
    const twice = [1, 2].map(() => applyCalendar(house, file(stop(32, '2026-03-20'))));
    expect((await Promise.all(twice)).map(code).sort()).toEqual(['calendar-unchanged', 'done']);
    expect(await editions()).toBe(before + 3);
    await undoAll();
  });
});

describe('two stops of work', () => {
  it('stand together: the second moves no date earlier, and undone gives back what the first had made', async () => {
    const none = await deadlinesOf(house);
    await applyCalendar(house, file(stop(31, '2026-03-02')));
    const one = await deadlinesOf(house);
    const second = await previewCalendar(house, file(stop(32, '2026-03-04')));
    expect(second.ok && second.moves.filter(({ from, to }) => to < from)).toEqual([]);
    expect(code(await applyCalendar(house, file(stop(32, '2026-03-04'))))).toBe('done');
    const { years } = await calendarShown(house);
    expect(years.filter(({ layer }) => layer === 'county').map(({ document, off }) => [document.zh, off[0]!.from])).toEqual([
      ['县政发〔2026〕31号', '2026-03-02'],
      ['县政发〔2026〕32号', '2026-03-04'],
    ]);
    await undoCalendar(house);
    expect(await deadlinesOf(house)).toEqual(one);
    await undoCalendar(house);
    expect(await deadlinesOf(house)).toEqual(none);
  });
});

describe('taking back', () => {
  it('by a file asks that it holds the days of the last edition, not only its document', async () => {
    await applyCalendar(house, {
      ...file({ ...stop(31, '2026-03-18'), layer: undefined, document: undefined }),
      layer: 'county',
      document: 'X〔2026〕1号',
    });
    const asked = async (json: unknown) => code(await previewUndo(house, file(json)));
    const notice = { ...stop(31, '2026-03-18'), document: 'X〔2026〕1号' };
    expect(await asked(notice)).toBe('done');
    expect(await asked({ ...notice, document: undefined, layer: undefined })).toBe('done');
    const others = [
      { ...notice, off: [{ ...notice.off[0], from: '2026-03-13', to: '2026-03-13' }] },
      { ...notice, off: [...notice.off, { from: '2026-03-25', to: '2026-03-25', name: '又' }] },
      { ...notice, off: [{ ...notice.off[0], name: '另一个名称' }] },
      { ...notice, document: 'X〔2026〕2号' },
      { ...notice, layer: 'regional' },
      { years: [notice, { ...notice, year: 2027, off: [] }] },
    ];
    for (const other of others) expect(await asked(other), JSON.stringify(other)).toBe('calendar-other-edition');
    expect(code(await undoCalendar(house, undefined, file(others[0])))).toBe('calendar-other-edition');
    await undoAll();
  });

  it('shows its own reason, never that of the edition', async () => {
    const causes = async () => (await calendarShown(house)).editions.slice(0, 2).map(({ cause }) => cause);
    await applyCalendar(house, { ...file(stop(31, '2026-03-18')), cause: '暴雪' });
    await undoCalendar(house, undefined, { cause: '雪停了' });
    expect(await causes()).toEqual(['雪停了', '暴雪']);
    await applyCalendar(house, { ...file(stop(31, '2026-03-18')), cause: '暴雪' });
    await undoCalendar(house);
    expect(await causes()).toEqual(['', '暴雪']);
    // As an earlier release wrote it.
    await applyCalendar(house, { ...file(stop(31, '2026-03-18')), cause: '暴雪' });
    const number = (await editions()) + 1;
    await appendEdition(h.db.app, {
      number,
      at: (await house.moment()).now,
      actor: 'o-0008',
      cause: '暴雪',
      undoes: number - 1,
      years: [],
    });
    expect(await causes()).toEqual(['', '暴雪']);
  });
});
