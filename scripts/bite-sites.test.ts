import { describe, expect, it } from 'vitest';
import { chosen, isRule, record, refusalsIn, type Site, testsInOrder, turnedOff } from './bite-sites.ts';

const RULE = 'src/institutions/fees/rules/pay.ts';
/** Code → the source with that refusal turned off. */
const off = (source: string): string[][] => refusalsIn(RULE, source).map((site) => [site.code, turnedOff(source, site)]);

describe('finds each refusal and leaves it out', () => {
  it('a guard that returns', () => {
    expect(off("function f() { if (late) return refuse('too-late', { path: 'on' }); return accept(); }")).toEqual([
      ['too-late', 'function f() { if (late) {} return accept(); }'],
    ]);
    expect(off("function f() { if (a) { return no([{ code: 'stale' }]); } }")).toEqual([['stale', 'function f() { if (a) { {} } }']]);
  });

  it('a refusal that nothing guards becomes a yes', () => {
    expect(off("function f() { if (a) return accept(); return refuse('not-so'); }")).toEqual([
      ['not-so', 'function f() { if (a) return accept(); return { ok: true, facts: [] }; }'],
    ]);
  });

  it('a condition that chooses: the other branch stays, a list becomes empty', () => {
    expect(off("const f = () => (far ? refuse('too-far') : undefined);")).toEqual([['too-far', 'const f = () => (undefined);']]);
    expect(off("const f = () => (ok ? [] : [because('no-hand')]);")).toEqual([['no-hand', 'const f = () => (ok ? [] : []);']]);
    expect(off("const f = () => because(a ? 'one-way' : 'other-way');")).toEqual([
      ['one-way', "const f = () => because('other-way');"],
      ['other-way', "const f = () => because('one-way');"],
    ]);
  });

  it('a named guard lets everybody pass, a schema takes everything', () => {
    expect(off("const open = unless((s) => s.open, 'paused');")).toEqual([['paused', "const open = unless(() => true, 'paused');"]]);
    expect(off("cell.refine((t) => t !== '', says('bad-id'));")).toEqual([['bad-id', "cell.refine(() => true, says('bad-id'));"]]);
  });

  it('a fault in a list of faults', () => {
    expect(off("for (const a of b) if (!a) faults.push(fault(a, 'no-lead', { a }));")).toEqual([
      ['no-lead', 'for (const a of b) if (!a) {}'],
    ]);
    expect(off("const all = [...wrong.map((a) => fault(a, 'bad-row')), ...rest];")).toEqual([['bad-row', 'const all = [...[], ...rest];']]);
    expect(off("const all = [fault('', 'no-rows'), ...rest];")).toEqual([['no-rows', 'const all = [...[], ...rest];']]);
  });

  it('what another rule refused, passed on; only where decisions are made', () => {
    const source =
      "import { refuser } from '../decision.ts';\nfunction f() { if (wrong) return wrong; if (held.length > 0) return no(held); }";
    expect(refusalsIn(RULE, source).map(({ code, line }) => [code, line])).toEqual([
      ['passes on wrong', 2],
      ['passes on held', 2],
    ]);
    expect(off('function f() { if (known) return known; }')).toEqual([]);
  });

  it('takes nothing for a refusal that only defines or names one', () => {
    expect(off("const fault = (message) => check.addIssue({ code: 'custom', message });")).toEqual([]);
    expect(off("const say = { code: code }; list.add('a-word'); because(code, { params });")).toEqual([]);
  });

  it('keeps its place behind Chinese comments', () => {
    expect(off("// 行政许可法 𠮷\nfunction f() { if (a) return refuse('no-way'); }")).toEqual([
      ['no-way', '// 行政许可法 𠮷\nfunction f() { if (a) {} }'],
    ]);
  });
});

it('a rule is pure: no face, no query, no test', () => {
  expect(isRule(RULE, '')).toBe(true);
  expect(isRule('src/kernel/matter/decide.ts', '')).toBe(true);
  expect(isRule(RULE, "import { Pool } from 'pg';")).toBe(false);
  for (const file of [
    'src/platform/a.ts',
    'src/institutions/fees/portal/a.ts',
    'src/institutions/fees/a.test.ts',
    'src/institutions/fees/words.ts',
    'src/institutions/fees/words/refusals.ts',
  ])
    expect(isRule(file, '')).toBe(false);
});

describe('which, and in what order', () => {
  const site = (code: string, file = RULE): Site => ({ file, line: 1, code, start: 0, end: 0, instead: '' });
  const sites = Array.from({ length: 20 }, (_, i) => site(`code-${i}`, i < 10 ? RULE : 'src/kernel/a.ts'));

  it('takes one code, one file, or as many as are asked for; the same seed draws the same', () => {
    expect(chosen(sites, { only: 'code-3', seed: 1 })).toEqual([sites[3]]);
    expect(chosen(sites, { only: 'rules/pay.ts', seed: 1 })).toHaveLength(10);
    const drawn = chosen(sites, { sample: 5, seed: 7 });
    expect(new Set(drawn).size).toBe(5);
    expect(chosen(sites, { sample: 5, seed: 7 })).toEqual(drawn);
    expect(chosen(sites, { sample: 5, seed: 8 })).not.toEqual(drawn);
    expect(chosen(sites, { sample: 50, seed: 1 })).toEqual(sites);
  });

  it('asks the nearest test that names the code first, all of the same room in the end', () => {
    const tests = new Map([
      ['src/kernel/a.test.ts', "'too-late'"],
      ['src/institutions/fees/third.test.ts', ''],
      ['src/institutions/fees/other.test.ts', "'too-late'"],
      ['src/institutions/fees/rules/pay.test.ts', "'too-late'"],
    ]);
    const [, far, near, own] = [...tests.keys()];
    expect(testsInOrder(site('too-late'), tests)).toEqual([[own], [near], [far]]);
    expect(testsInOrder(site('never-named'), tests)).toEqual([[own], [far, near]]);
  });
});

it('the record counts by file and names what nobody noticed', () => {
  const site = (file: string, code: string): Site => ({ file, line: 7, code, start: 0, end: 0, instead: '' });
  const page = record([
    { site: site('src/kernel/b.ts', 'stale'), by: 'b.test.ts: says so' },
    { site: site('src/kernel/a.ts', 'too-late') },
    { site: site('src/kernel/a.ts', 'too-early'), by: 'a.test.ts: says so' },
  ]);
  expect(page).toContain('**3 refusals, 2 caught, 1 not.**');
  expect(page).toContain('| `src/kernel/a.ts` | 2 | 1 |\n| `src/kernel/b.ts` | 1 | 1 |');
  expect(page).toMatch(/Not caught:\n\n- `src\/kernel\/a\.ts` line 7: too-late\n$/);
});
