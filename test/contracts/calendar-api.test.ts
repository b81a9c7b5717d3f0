import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { ETHNIC_AREA, NOTICE_2027, STOP_OF_WORK } from '../support/calendars.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

describe('/api/v1/calendar', async () => {
  const h = await openTestHouse();
  const at = '/api/v1/calendar';
  const file = (content: unknown) => ({ file: JSON.stringify(content) });
  let [number, code] = ['', ''];
  beforeAll(async () => {
    await setClock(h.house, Date.parse('2026-02-26T09:00+08:00'));
    ({ number, queryCode: code } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body);
    await h.act(number, 'clerk', 'accept');
  });

  it('is looked at by every officer, rehearsed by the government office, and changed by the administrator alone', async () => {
    const tried = async (path: string, body: unknown) => {
      const found: Record<string, unknown> = {};
      for (const as of [undefined, 'citizen', 'clerk', 'chief', 'auditor', 'office-director', 'county-head'])
        found[as ?? 'stranger'] = (await call(h, `${at}${path}`, body, { as })).body.code ?? 'yes';
      return found;
    };
    const nobody = {
      stranger: 'sign-in-needed',
      citizen: 'no-authority',
      clerk: 'no-authority',
      chief: 'no-authority',
      auditor: 'no-authority',
    };
    const office = { 'office-director': 'no-authority', 'county-head': 'no-authority' };
    const officers = { clerk: 'yes', chief: 'yes', auditor: 'yes', 'office-director': 'yes', 'county-head': 'yes' };
    expect(await tried('', undefined)).toEqual({ ...nobody, ...officers });
    expect(await tried('/preview', file(ETHNIC_AREA))).toEqual({ ...nobody, 'office-director': 'yes', 'county-head': 'yes' });
    expect(await tried('/apply', file(ETHNIC_AREA))).toEqual({ ...nobody, ...office });
    expect(await tried('/undo', {})).toEqual({ ...nobody, ...office });
    expect((await call(h, at, undefined, { as: 'administrator' })).body).toMatchObject({
      edition: '2026.1',
      mayEnter: true,
      editions: [{ number: 0, names: ['2026.1'], years: [] }],
      last: null,
    });
    expect((await call(h, `${at}/undo`, {}, { as: 'administrator' })).body.code).toBe('calendar-nothing-to-undo');
  });

  it('rehearses, enters, tells it in the matter’s story, and takes back', async () => {
    const as = 'administrator';
    const preview = await call(h, `${at}/preview`, file(ETHNIC_AREA), { as });
    expect(preview.body).toMatchObject({ counts: { later: preview.body.moves.length, citizens: 0, matters: 1 } });
    expect(preview.body.moves[0]).toMatchObject({ matter: number, clock: 'legal', clockName: { en: 'legal limit' } });
    expect((await call(h, `${at}/apply`, { ...file(ETHNIC_AREA), cause: '州庆' }, { as })).body).toEqual(preview.body);
    const told = await call(h, `/api/v1/matters/${number}/story`, undefined, { as: 'auditor', headers: { 'accept-language': 'en' } });
    expect(JSON.stringify(told.body)).toContain('The calendar changed (edition 2026.2)');
    expect(JSON.stringify(told.body)).toContain('Third Month Fair');
    const legal = told.body.clocks.find(({ clock }: { clock: { kind: string } }) => clock.kind === 'legal');
    expect([legal.documents.at(-1), legal.holidays]).toEqual([ETHNIC_AREA.document, [ETHNIC_AREA.off[0]!.name]]);
    // The applicant's own page says the same, in words.
    const page = String((await h.app.inject({ url: `/track/${number}?code=${code}&lang=en` })).body);
    expect(page).toMatch(new RegExp(`Third Month Fair, 10 to 12 Mar.*${ETHNIC_AREA.document.en.slice(0, 17)}`, 's'));
    expect(page).not.toContain('public holiday');
    const shown = (await call(h, at, undefined, { as })).body;
    const [entered] = shown.editions;
    expect(entered).toMatchObject({ number: 1, names: ['2026.2'], by: 'o-0008', cause: '州庆', undone: false });
    expect(entered.byName.zh).toMatch(/^\p{Script=Han}+$/u);
    expect(shown.years.find((y: { layer: string }) => y.layer === 'regional')).toMatchObject({ year: 2026, number: 1 });
    expect((await call(h, `${at}/preview`, { undo: true }, { as })).body.moves).toHaveLength(preview.body.moves.length);
    expect((await call(h, `${at}/undo`, {}, { as })).body).toMatchObject({ edition: { number: 2, undoes: 1, name: '2026.1' } });
    const [undone] = (await call(h, at, undefined, { as })).body.editions;
    expect(undone).toMatchObject({ number: 2, undoes: 1, names: ['2026.1'], years: [{ document: ETHNIC_AREA.document }] });
  });

  it('opens each edition that a derivation can name, also one taken back, for officers and on a public page', async () => {
    const as = 'administrator';
    const stopped = (await call(h, `${at}/apply`, file(STOP_OF_WORK), { as })).body.edition;
    const { editions } = (await call(h, at, undefined, { as })).body;
    const names: string[] = editions.flatMap((one: { names: string[] }) => one.names);
    expect([...names.slice(0, 2), names.at(-1)]).toEqual([stopped.name, `${stopped.name}+county`, '2026.1']);
    for (const name of names) {
      const opened = await call(h, `${at}/editions/${encodeURIComponent(name)}`, undefined, { as });
      expect([opened.status, opened.body.name]).toEqual([200, name]);
      const page = await h.app.inject({ url: `/law/calendar/${encodeURIComponent(name)}` });
      expect([page.statusCode, page.body.includes(STOP_OF_WORK.document.zh)]).toEqual([200, name.endsWith('+county')]);
    }
    const overWeekend = { ...STOP_OF_WORK, off: [{ ...STOP_OF_WORK.off[0], to: '2026-03-07' }] };
    const { warnings } = (await call(h, `${at}/preview`, file(overWeekend), { as })).body;
    expect(warnings).toMatchObject([{ code: 'stop-on-rest-day', text: { zh: expect.stringContaining('2026-03-07本来就是休息日') } }]);
    const past = { ...STOP_OF_WORK, off: [{ from: '2026-02-25', to: '2026-02-25', name: '停止办公' }] };
    expect((await call(h, `${at}/preview`, file(past), { as })).body.errors).toMatchObject([{ code: 'stop-past' }]);
    const empty = (await call(h, `${at}/preview`, { file: '' }, { as })).body;
    expect(empty.errors).toMatchObject([{ path: 'file', code: 'required' }]);
    expect((await call(h, `${at}/editions/1999.1`, undefined, { as })).body.code).toBe('not-found');
    expect((await h.app.inject({ url: '/law/calendar/1999.1' })).statusCode).toBe(404);
    await call(h, `${at}/undo`, {}, { as });
  });

  it('refuses a file with every fault under errors, in the reader’s language', async () => {
    const body = file({ ...NOTICE_2027, makeup: ['2027-02-19', '2027-02-20', '2027-02-20'] });
    const refused = await call(h, `${at}/apply`, body, { as: 'administrator', headers: { 'accept-language': 'en' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'calendar-file-faulty']);
    expect(refused.body.errors).toEqual([
      { path: 'makeup[0]', code: 'not-a-weekend', message: 'the make-up day 2027-02-19 is a Friday, no weekend' },
      { path: 'makeup[2]', code: 'duplicate', message: '2027-02-20 is given twice (makeup[1])' },
    ]);
    expect((await call(h, `${at}/apply`, {}, { as: 'administrator' })).body).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'file' }],
    });
    expect((await call(h, `${at}/preview`, { file: 'x', layer: 'village' }, { as: 'administrator' })).body.code).toBe('invalid-input');
  });
});
