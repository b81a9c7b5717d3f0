import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { banjieHere } from '../../test/support/command.ts';
import { addDays, localDate } from '../kernel/clock/index.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readCalendarYears } from '../platform/law.ts';
import { readOwnCalendar } from '../platform/own-calendar.ts';
import { lawHere } from './deadline.ts';
import { faultsOf as faultsIn } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'banjie-derivation-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, value: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};
const schema = (name: string) => {
  const ajv = new Ajv2020({ allErrors: true });
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  return ajv.compile(JSON.parse(readFileSync(join(checkoutRoot, `docs/schemas/${name}.schema.json`), 'utf8')));
};
const [isDerivation, isCalendar] = [schema('derivation'), schema('calendar')];

it('an empty file is said to be empty', async () => {
  const said = await banjieHere(['verify', '--derivation', file('nothing.json', ' ')], {});
  // That the checker disagrees is 1; that there was nothing to check is not.
  expect((await banjieHere(['verify', '--derivation', join(folder, 'nowhere.json')], {})).code).toBe(2);
  expect([said.code, said.err]).toEqual([1, expect.stringContaining('nothing.json is empty. Write it with banjie deadline … --json')]);
});

const here = lawHere();
const faultsOf = (document: unknown) => faultsIn(document, here);
const { law } = here;
const extensible = [...law.terms.values()].find((term) => term.extension && term.pausable && term.unit === 'wd')!;
const QUESTIONS: readonly (readonly string[])[] = [
  ['--amount', '20', '--unit', 'wd', '--from', '2026-02-13'],
  [
    '--amount',
    '20',
    '--from',
    '2026-12-04',
    '--pause',
    '2026-12-14..2026-12-18:expert-review',
    '--pause',
    '2026-12-21..2026-12-21:hearing',
  ],
  ['--amount', '45', '--from', '2026-03-02', '--extend', '15@2026-05-01'],
  ['--amount', '15', '--unit', 'cd', '--from', '2026-04-20', '--whose', 'citizen'],
  ['--amount', '15', '--unit', 'cd', '--from', '2026-04-20', '--whose', 'organ'],
  ['--amount', '48', '--unit', 'cd', '--from', '2026-12-20', '--whose', 'organ'],
  ['--amount', '1', '--unit', 'mo', '--from', '2026-01-31'],
  ['--amount', '2', '--unit', 'yr', '--from', '2026-01-31'],
  ['--amount', '26', '--unit', 'h', '--from', '2026-04-29T10:30', '--extend', '2'],
  ['--amount', '0.75', '--unit', 'h', '--from', '2026-04-29T23:30', '--extend', '0.5'],
  ['--term', 'emergency.phone', '--from', '2026-04-29T23:50'],
  // Counted back, from working days, to a rest day and across years; duties that come back.
  ['--term', 'licensing.hearing-notice', '--from', '2026-03-12'],
  ['--term', 'decision.hearing-papers', '--from', '2026-05-12'],
  // A pause that had begun before the limit did.
  ['--term', extensible.id, '--from', '2026-02-13', '--pause', `2026-02-09..2026-02-25:${extensible.pausable![0]}`],
  ['--term', 'normative.review', '--from', '2027-03-31'],
  ['--term', 'disclosure.report-department', '--from', '2026-01-02'],
  ['--term', 'appraisal.rate', '--from', '2026-05-06'],
  ['--term', 'portfolios.divide', '--from', '2021-11-22'],
  ['--term', extensible.id, '--from', '2026-02-13', '--extend', '5', '--pause', `2026-03-02..2026-03-06:${extensible.pausable![0]}`],
];

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON
type Any = any;
const derived = async (args: readonly string[]): Promise<Any> => {
  const { code, out, err } = await banjieHere(['deadline', ...args, '--json'], {});
  expect(code, err).toBe(0);
  return JSON.parse(out);
};

/** Every leaf of a document with its path, as the checker writes it. */
function* leaves(value: Any, path = '', at: readonly (string | number)[] = []): Generator<[string, readonly (string | number)[], Any]> {
  if (typeof value !== 'object' || value === null) yield [path, at, value];
  else
    for (const [key, part] of Object.entries(value))
      yield* leaves(part, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`, [...at, key]);
}

function* changes(value: unknown): Generator<unknown> {
  if (typeof value === 'number') yield* [value + 1, value - 1, String(value)];
  else if (typeof value === 'boolean') yield* [!value, undefined];
  else if (/^\d{4}-\d\d-\d\d$/.test(String(value))) yield* ['2026-03-01', '2026-02-30', addDays(localDate(String(value)), 1), undefined];
  else yield* [`${value}x`, '', undefined];
}

const changed = (document: Any, at: readonly (string | number)[], value: unknown): Any => {
  const copy = structuredClone(document);
  const holder = at.slice(0, -1).reduce((part, key) => part[key], copy);
  holder[at.at(-1)!] = value;
  return copy;
};

describe('[S1-38] banjie verify --derivation', () => {
  it.each(QUESTIONS.map((args) => ({ args, title: args.join(' ') })))(
    'agrees with $title, and names any single value that is another',
    async ({ args }) => {
      const document = await derived(args);
      expect(isDerivation(document), JSON.stringify(isDerivation.errors)).toBe(true);
      expect(faultsOf(document)).toEqual([]);
      let tried = 0;
      for (const [path, at, value] of leaves(document))
        for (const other of changes(value)) {
          // Earlier releases did not say since when a law is in force.
          if (other === value || (path === 'term.law.since' && other === undefined)) continue;
          const faults = faultsOf(changed(document, at, other));
          tried += 1;
          // In a changed question a day of extension, or the day a duty was asked of, may be what was changed.
          const first = faults.filter((fault) => path !== 'question' || !/^(from|extensions\[\d\]\.on):/.test(fault))[0] ?? '';
          expect(first.startsWith(`${path}:`), `${path} = ${JSON.stringify(other)}: ${faults.slice(0, 3).join(' | ')}`).toBe(true);
        }
      expect(tried).toBeGreaterThan(40);
    },
    60_000,
  );

  it('agrees with a derivation of an earlier release, which cited the same article less exactly; another article it names', async () => {
    for (const [id, now, before] of [
      ['licensing.accept', '32(1)(4)', '32(4)'],
      ['licensing.hearing-notice', '48(1)(1)', '48(1)'],
      ['licensing.decide', '42(1)', '42(1)'],
    ] as const) {
      const document = await derived(['--term', id, '--from', '2026-03-12']);
      expect(document.term.article).toBe(now);
      const [, n, part] = /(\d+)\((\d)\)$/.exec(before)!;
      const zh = { 32: '第三十二条', 42: '第四十二条', 48: '第四十八条' }[n!]!;
      const explanation = {
        zh: document.explanation.zh.replace(/第[^第]*条第.款(第（.）项)?/, `${zh}（${part}）`),
        en: document.explanation.en.replace(/article \d+, paragraph \d(, item \d)?/, `article ${before}`),
      };
      expect(explanation).not.toEqual(document.explanation);
      const old = { ...document, term: { ...document.term, article: before }, explanation };
      expect(faultsOf(old)).toEqual([]);
      for (const other of [`${n}(1)(9)`, `${n}(9)`, n, `33(${part})`, `${before} `])
        expect(faultsOf({ ...old, term: { ...old.term, article: other } })).toEqual([`term.article: says "${other}", must be "${now}"`]);
      if (now !== before) expect(faultsOf({ ...old, explanation: document.explanation })).toHaveLength(2);
      expect(faultsOf({ ...old, explanation: { ...explanation, en: `${explanation.en} ` } })[0]).toMatch(/^explanation\.en:/);
    }
  });

  it('says agrees with exit 0, or what differs with exit 1; what is no derivation is said to be none', async () => {
    const document = await derived(QUESTIONS[0]!);
    const good = await banjieHere(['verify', '--derivation', file('d.json', document)], {});
    expect([good.code, good.out]).toEqual([0, 'agrees\n']);
    const bad = await banjieHere(['verify', '--derivation', file('e.json', { ...document, due: '2026-03-20' })], {});
    expect([bad.code, bad.out]).toEqual([1, 'due: says "2026-03-20", must be "2026-03-19"\n']);
    const more = await banjieHere(['verify', '--derivation', file('f.json', { ...document, note: 1 }), '--json'], {});
    expect([more.code, JSON.parse(more.out)]).toEqual([1, { agrees: false, faults: ['note: says 1, must be nothing'] }]);
    // A reader of JSON takes the last of two: what the file shows first is not what was checked.
    const twice = JSON.stringify(document).replace('{', '{"due":"2026-03-20",');
    const doubled = await banjieHere(['verify', '--derivation', file('h.json', twice)], {});
    expect([doubled.code, doubled.out, doubled.err]).toEqual([1, '', expect.stringContaining('keys must be unique')]);
    for (const text of ['{', '[]', 'null', '7'])
      expect((await banjieHere(['verify', '--derivation', file('g.json', text)], {})).code, text).toBe(1);
    for (const extra of [['--deadlines'], ['--loudly']])
      expect((await banjieHere(['verify', '--derivation', join(folder, 'd.json'), ...extra], {})).code).toBe(2);
    expect((await banjieHere(['verify', '--calendar', 'x.json'], {})).code).toBe(2);
  });

  it('of a duty that comes back the day it was asked of is named, beside the question that may be what was changed', async () => {
    const document = await derived(['--term', 'disclosure.report-county', '--from', '2026-02-10']);
    const faults = ['from: says "2026-02-11", must be "2026-02-10"', expect.stringMatching(/^question: says .+-10, the fields say .+-11$/)];
    expect(faultsOf({ ...document, from: '2026-02-11' })).toEqual(faults);
    const asked = document.question.replace('-10', '-11');
    expect(faultsOf({ ...document, question: asked }).map((one) => one.split(':')[0])).toEqual(['from', 'question']);
  });

  it('a pause on a ground of no list is found also where everything else was made to fit', async () => {
    const text = JSON.stringify(await derived(QUESTIONS[1]!)).replaceAll('expert-review', 'lunch');
    expect(faultsOf(JSON.parse(text))).toEqual(['pauses[0].ground: the law lists no lunch here']);
  });
});

describe('--calendar FILE', () => {
  const years = readCalendarYears(checkoutRoot);
  const own = {
    edition: 'mine.1',
    years: years.map((year) => (year.year === 2026 ? { ...year, makeup: year.makeup.filter((day) => day !== '2026-02-28') } : year)),
  };

  it('is used by the calculator and by the checker', async () => {
    const path = file('calendar.json', own);
    expect(isCalendar(own), JSON.stringify(isCalendar.errors)).toBe(true);
    const document = await derived([...QUESTIONS[0]!, '--calendar', path]);
    expect(document).toMatchObject({ due: '2026-03-20', calendar: { edition: 'mine.1' } });
    const verified = await banjieHere(['verify', '--derivation', file('own.json', document), '--calendar', path], {});
    expect([verified.code, verified.out]).toEqual([0, 'agrees\n']);
    expect(faultsOf(document)).toContain('calendar.edition: says "mine.1", must be "2026.1"');
    const yaml = file(
      'calendar.yaml',
      'edition: y.1\nyears: [{ year: 2026, status: official, document: { zh: 甲, en: A }, off: [], makeup: [] }]',
    );
    expect(readOwnCalendar(yaml).calendar.edition).toBe('y.1');
  });

  it('with faults is refused whole, every fault told', async () => {
    const year = {
      ...own.years[2]!,
      makeup: ['2026-02-16', '2026-02-30'],
      off: [{ from: '2026-05-03', to: '2026-05-01', name: { zh: '一', en: 'x' } }],
    };
    const bad = { edition: '', years: [year, own.years[1], own.years[1], 7], colour: 'red' };
    expect(isCalendar(bad)).toBe(false);
    const heard = await banjieHere(['deadline', ...QUESTIONS[0]!, '--calendar', file('bad.json', bad)], {});
    expect([heard.code, heard.out]).toEqual([1, '']);
    for (const part of ['edition: give', 'colour: is no part', 'years[0]: ', 'years[3]: ', 'years: 2025 is given twice'])
      expect(heard.err).toContain(part);
    const none = await banjieHere(['deadline', ...QUESTIONS[0]!, '--calendar', join(folder, 'none.json')], {});
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('there is no such file')]);
    expect((await banjieHere(['deadline', ...QUESTIONS[0]!, '--calendar', file('cut.json', '{"years": [')], {})).code).toBe(1);
  });
});

describe('banjie deadline', () => {
  it('without --json tells the date, the paragraph in both languages, and the days', async () => {
    const { code, out } = await banjieHere(['deadline', ...QUESTIONS[1]!], {});
    expect(code).toBe(0);
    expect(out).toMatch(/^2027-\d\d-\d\d\n\n时限：20个工作日。[^\n]+\n\nThe limit: 20 working days\.[^\n]+\n\n/);
    expect(out).toMatch(/2026-12-14 +p +p +p +p +p +· +·/);
  });

  it('refuses with code, place, sentence and way forward, with the list where one is closed', async () => {
    const lunch = await banjieHere(['deadline', ...QUESTIONS[0]!, '--pause', '2026-03-02..2026-03-06:lunch', '--json'], {});
    expect(lunch.code).toBe(1);
    expect(JSON.parse(lunch.out)).toMatchObject({
      code: 'ground-not-listed',
      path: 'pause.0.ground',
      title: { zh: expect.stringContaining('lunch'), en: expect.stringContaining('lunch') },
      next: { en: expect.stringContaining('expert-review') },
      list: expect.arrayContaining(['hearing', 'expert-review']),
    });
    const near = await banjieHere(['deadline', '--term', `${extensible.id}s`, '--from', '2026-02-13', '--json'], {});
    expect(JSON.parse(near.out)).toMatchObject({ code: 'term-unknown', near: expect.arrayContaining([extensible.id]) });
    const said = await banjieHere(['deadline', '--amount', '-5', '--from', '2026-02-30'], {});
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toContain('(amount-out-of-range)');
    expect(said.err).toContain('没有“2026-02-30”这一天');
  });
});
