import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();
const headers = (lang: string) => ({ headers: { 'accept-language': lang } });

beforeAll(async () => {
  await tellAll(h.house);
  await setClock(h.house, Date.parse('2026-03-02T09:00+08:00'));
  const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body;
  await h.act(number, 'clerk', 'accept');
  const told = { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true };
  await h.act(number, 'examiner-lead', 'tell-third-parties', told);
  await h.act(number, 'examiner-lead', 'record-statement', { from: 'third-party', text: 'Hear me', hearing: true });
  const notice = { day: '2026-03-12', time: '09:30', place: '三楼听证室', moderator: 'SAM-CHF', announced: true };
  await h.act(number, 'examiner-lead', 'notify-hearing', notice);
});

const plain = (html: string) =>
  html
    .replace(/<span class="vh">[\s\S]*?<\/span>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const page = async (path: string, lang: string) => String((await call(h, path, undefined, headers(lang))).body);
/** The rows of the page's table, cell by cell. */
const tableOf = (html: string): string[][] =>
  [...(/<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '').matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => plain(cell!)),
  );
/** Both files to which the page itself leads. */
async function filesOf(html: string) {
  const [csv, xlsx] = [...html.matchAll(/href="(\/api\/v1\/[^"]+\.(?:csv|xlsx)\?[^"]*)"/g)].map(([, href]) =>
    href!.replaceAll('&amp;', '&'),
  );
  const text = await (await fetch(`${h.url}${csv}`)).text();
  const book = Buffer.from(await (await fetch(`${h.url}${xlsx}`)).arrayBuffer());
  const sheet = (await readExcel(book)) as unknown as { data?: unknown[][] }[] | unknown[][];
  const cells = Array.isArray(sheet[0]) ? (sheet as unknown[][]) : (sheet as { data: unknown[][] }[])[0]!.data;
  return { rows: parse(text, { bom: true }) as string[][], cells };
}

describe.each(['zh', 'en'])('the portal’s lists as files, in %s', (lang) => {
  it.each(['/decisions', '/hearings', '/changes'])('%s: the rows and the words of the page', async (path) => {
    const html = await page(path, lang);
    const shown = tableOf(html);
    expect(shown.length).toBeGreaterThan(0);
    const { rows, cells } = await filesOf(html);
    expect(rows.slice(1).map(([first]) => first)).toEqual(shown.map(([first]) => first));
    expect(rows.slice(1).map((row) => row[path === '/changes' ? 1 : 3])).toEqual(shown.map((row) => row[path === '/changes' ? 1 : 3]));
    expect(cells.slice(1).map(([first]) => first)).toEqual(shown.map(([first]) => first));
  });

  it.each(['/today/received', '/today/concluded', '/today/durations', '/late'])(
    '%s: as many rows as the page, of the same things, no number of a matter',
    async (path) => {
      const html = await page(path, lang);
      const { rows, cells } = await filesOf(html);
      expect(rows.slice(1).map(([item]) => item)).toEqual(tableOf(html).map(([item]) => item));
      expect(rows[0]).toHaveLength(tableOf(html)[0]?.length ?? rows[0]!.length);
      expect(cells).toHaveLength(rows.length);
      if (path === '/today/received' || path === '/today/durations') expect(rows.length).toBeGreaterThan(1);
      expect(JSON.stringify(cells)).not.toMatch(/20\d\d-[A-Z]{3}-\d{6}/);
    },
  );

  it('bundles, and the rules of a state', async () => {
    const bundles = await page('/bundles', lang);
    expect((await filesOf(bundles)).rows.slice(1).map(([id]) => id)).toEqual(
      [...bundles.matchAll(/href="\/bundles\/([^"/?]+)"/g)].map(([, id]) => id),
    );
    const html = await page('/mandate?state=later', lang);
    const { rows } = await filesOf(html);
    const shown = tableOf(html).map(([id]) => id);
    expect(shown.length).toBeGreaterThan(10);
    expect(rows.slice(1, shown.length + 1).map(([id]) => id)).toEqual(shown);
    expect(new Set(rows.slice(1).map((row) => row[3])).size).toBe(1);
  });

  it('items: those that were asked for, all of them', async () => {
    for (const query of ['?department=SAM', `?q=${encodeURIComponent('开饭店')}`, '?theme=food-and-drugs', '?audience=firm', '?all=1']) {
      const html = await page(`/items${query}`, lang);
      const { rows, cells } = await filesOf(html);
      const shown = [...html.matchAll(/<a href="\/items\/([A-Z]+-[A-Z]\d+)"/g)].map(([, id]) => id);
      expect(
        rows.slice(1, shown.length + 1).map(([id]) => id),
        query,
      ).toEqual(shown);
      expect(cells.length, query).toBe(rows.length);
    }
    const { rows } = await filesOf(await page('/items?all=1', lang));
    expect(rows.length).toBe(1 + (await call(h, '/api/v1/items?limit=300')).body.items.length);
    expect(rows.some((row) => row.some((cell) => /（示例）|\(illustrative\)/.test(cell)))).toBe(true);
  });

  it('all of them go on to the next page of all of them', async () => {
    expect(await page('/items?all=1', lang)).toMatch(/href="\/items\?all=1&amp;page=2"/);
  });
});

describe('what is asked of them', () => {
  it('a hearing names the post that chairs it, as the notice does, and no person', async () => {
    const { body } = await call(h, '/api/v1/hearings?lang=en');
    expect(body).toMatchObject({ total: 1, columns: expect.arrayContaining([{ head: 'Moderator', kind: 'text' }]) });
    const seat = h.house.model.register.seats.find(({ id }) => id === 'SAM-CHF')!;
    expect(body.rows[0].cells.at(-1)).toContain(seat.name.en);
    expect(await page('/hearings', 'en')).toContain(seat.name.en);
  });

  it('the day is a day and the hour stands beside it; announced once it stays on the page (行政许可法 48)', async () => {
    const hearing = async () => (await call(h, '/api/v1/hearings?lang=en')).body;
    const { columns, rows } = await hearing();
    const at = (head: string) => rows[0].cells[columns.findIndex((one: { head: string }) => one.head === head)];
    expect(columns).toEqual(
      expect.arrayContaining([
        { head: 'Day', kind: 'day' },
        { head: 'Hour', kind: 'text' },
      ]),
    );
    expect([at('Day'), at('Hour')]).toEqual(['2026-03-12', '09:30']);
    const again = { day: '2026-03-13', time: '10:00', place: '三楼听证室', moderator: 'SAM-CHF' };
    await h.act(at('Number'), 'examiner-lead', 'notify-hearing', again);
    expect((await hearing()).rows[0].cells).toEqual(expect.arrayContaining(['2026-03-13', '10:00']));
  });

  it('a notice of service is read on its page and in its list by everybody, and is gone once it was served otherwise', async () => {
    const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body;
    await h.act(number, 'clerk', 'accept');
    for (const [seat, action] of [
      ['SAM-EX1', 'propose'],
      ['SAM-SH', 'check'],
      ['SAM-DEP', 'approve'],
    ] as const)
      await h.act(number, seat, action, { opinion: 'agree', text: 'x' });
    await h.act(number, 'SAM-CHF', 'decide', { outcome: 'granted', reason: 'Only the applicant reads this' });
    const notice = { ground: 'whereabouts-unknown', reason: 'Two letters came back', place: 'Board of the centre' };
    await h.act(number, 'delivery-clerk', 'serve-by-notice', notice);
    const { body } = await call(h, '/api/v1/service-notices?lang=en');
    expect(body).toMatchObject({
      total: 1,
      rows: [{ cells: expect.arrayContaining([number, 'Board of the centre', '2026-03-02', '2026-04-01']) }],
    });
    for (const lang of ['zh', 'en']) {
      const html = await page('/service-notices', lang);
      expect(plain(html)).toContain(application().applicant.name);
      expect(html).not.toMatch(/Only the applicant reads this|Two letters came back/);
    }
    await h.act(number, 'delivery-clerk', 'deliver', { method: 'in-person', recipient: application().applicant.name, proof: 'Signed' });
    expect((await call(h, '/api/v1/service-notices')).body.total).toBe(0);
    expect(plain(await page('/service-notices', 'en'))).toContain('No notice of service runs');
  });

  it('an application names what may be chosen where something else was sent', async () => {
    const sent = application({ item: 'SAM-L02', case: 'extend', channel: 'pigeon' });
    const { body } = await call(h, '/api/v1/matters', sent, headers('en'));
    expect(body.errors).toMatchObject([
      { path: 'case', code: 'not-an-option', message: 'Choose one of new, change, renewal, reissue, cancel.' },
      { path: 'channel', code: 'not-an-option', message: 'Choose one of online, window, agent.' },
    ]);
  });

  it('an unknown name in the address is refused, and so is an audience that is none', async () => {
    for (const path of [
      'hearings',
      'hearings.csv',
      'service-notices',
      'service-notices.csv',
      'changes',
      'changes.xlsx',
      'decisions.csv',
      'items.csv',
      'late.csv',
      'today/received.xlsx',
      'bundles.csv',
      'mandate.csv',
    ])
      expect((await call(h, `/api/v1/${path}?nothing=1`)).body.code, path).toBe('parameter-unknown');
    const { body } = await call(h, '/api/v1/hearings?limit=1e9&lang=en');
    expect([body.code, body.next]).toEqual(['parameter-unknown', 'The parameters are lang.']);
    expect((await call(h, '/api/v1/items.csv?audience=cats')).body.errors[0]).toMatchObject({ path: 'audience', code: 'not-an-option' });
    expect((await call(h, '/api/v1/decisions.csv?organ=NONE')).status).toBe(200);
  });
});
