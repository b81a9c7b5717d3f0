import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { readCatalogueFolder } from './commands.ts';
import { buildCatalogue, type Item } from './index.ts';
import { changesOf, compared, measuresOf, signaturesBefore, signaturesOf, spansOf } from './measures.ts';

const { parts } = readCatalogueFolder(join(import.meta.dirname, '../../../county/model/catalogue'));
const catalogue = buildCatalogue(parts);
const day = (text: string) => text as LocalDate;
const freight = catalogue.versions('TRA-L11');
/** Measure to before, after and difference, without marks. */
const numbers = (before: Item, after: Item) =>
  Object.fromEntries(
    compared(measuresOf(before), measuresOf(after)).map(({ measure, before: a, after: b, difference }) => [
      measure,
      [a?.value, b?.value, difference],
    ]),
  );

describe('what a version costs', () => {
  it('[S1-53] is told in steps, papers, visits and days, each with its mark', () => {
    const made = { confidence: 'illustrative' };
    expect(measuresOf(catalogue.item('UMB-L05')!)).toMatchObject({
      steps: { value: 3, ...made },
      visits: { value: 1, ...made },
      promised: { value: { amount: 7, unit: 'wd' }, ...made },
      legal: { value: { amount: 20, unit: 'wd' } },
    });
    // Of a pharmacy's papers the organs share that of the pharmacist, and one may follow.
    const { papers, handedIn, essential } = measuresOf(catalogue.item('SAM-L07')!);
    const shared = catalogue.item('SAM-L07')!.materials.value.filter(({ source }) => source !== 'applicant');
    expect(shared.length).toBeGreaterThan(0);
    expect([handedIn.value, essential.value]).toEqual([papers.value - shared.length, papers.value - 1]);
  });

  it('counts three signatures for a step, one where the table says so, and the decision’s own', () => {
    expect(signaturesOf(catalogue.item('ARA-L01')!, catalogue)).toBe(3 + 1);
    expect(signaturesOf(catalogue.item('UMB-L05')!, catalogue)).toBe(3 + 1 + 1 + 1);
    expect(signaturesOf(catalogue.item('PUB-L01')!, catalogue)).toBe(1 + 1);
  });
});

/** The same with one signature for each lead's step from a day on. */
const since = (from: string) => {
  const first = { from: day('2025-01-01'), rows: parts.authority };
  const rows = parts.authority.map((row) =>
    row.act === 'approve' && row.signatures === 'three' ? { ...row, signatures: 'one' as const } : row,
  );
  return buildCatalogue({ ...parts, authority: rows, tables: [first, { from: day(from), rows }] });
};

describe('the authority table by date (P7)', () => {
  it('[S1-55] signatures are counted by the table of the day; without a day by the last one', () => {
    const changed = since('2026-05-01');
    const item = changed.item('ARA-L01')!;
    expect([
      signaturesOf(item, changed, day('2026-04-30')),
      signaturesOf(item, changed, day('2026-05-01')),
      signaturesOf(item, changed),
    ]).toEqual([4, 2, 2]);
    expect([signaturesBefore(item, changed, day('2026-04-30')), signaturesBefore(item, changed, day('2026-05-01'))]).toEqual([
      undefined,
      4,
    ]);
    expect(signaturesBefore(item, catalogue, day('2026-05-01'))).toBeUndefined();
    expect(changed.authorityDays()).toEqual(['2026-05-01']);
  });

  it('[S1-12] [S1-53] a new table is a change of the procedure, before and after, though the item keeps its version', () => {
    const changed = since('2026-05-01');
    expect(changesOf(changed.versions('SAM-L01'), day('2026-04-30'), changed)).toEqual([]);
    const [change, ...more] = changesOf(changed.versions('SAM-L01'), day('2026-05-01'), changed);
    expect(more).toEqual([]);
    expect([change!.since, change!.before.version, change!.after.version]).toEqual(['2026-05-01', 1, 1]);
    expect(compared(change!.was, change!.is).filter(({ difference }) => difference !== 0)).toMatchObject([
      { measure: 'signatures', difference: -2 },
    ]);
    // Of an item that takes one signature already it changes nothing.
    expect(changesOf(changed.versions('PUB-L01'), day('2026-05-01'), changed)).toEqual([]);
  });

  it('of two tables the one recorded last holds once it has begun', () => {
    const rows = (role: 'chief' | 'deputy') => [{ item: '*', act: 'decide', roles: [role], at: 'lead', basis: 'x' } as const];
    const tables = [
      { from: day('2026-01-01'), rows: rows('chief') },
      { from: day('2026-09-01'), rows: rows('chief') },
      { from: day('2026-03-01'), rows: rows('deputy') },
    ];
    const of = buildCatalogue({ ...parts, tables });
    const roles = ['2025-06-01', '2026-02-28', '2026-03-01', '2026-10-01'].map(
      (on) => of.authority('SAM-L01', 'decide', { on: day(on) })?.roles,
    );
    expect(roles).toEqual([['chief'], ['chief'], ['deputy'], ['deputy']]);
  });
});

describe('before and after', () => {
  it('[S1-12] [S1-53] the version before stays, so that what was simplified can be seen in numbers', () => {
    const [change, ...more] = changesOf(freight, day('2026-02-13'), catalogue);
    expect(more).toEqual([]);
    expect([change!.before.version, change!.after.version, change!.after.validFrom]).toEqual([1, 2, '2025-07-01']);
    const { steps, papers, visits, promised, legal } = numbers(change!.before, change!.after);
    expect([steps, visits]).toEqual([
      [2, 1, -1],
      [2, 1, -1],
    ]);
    expect(papers![2]).toBe(-2);
    expect([promised![2], legal![2]]).toEqual([-4, 0]);
  });

  it('not before its day; not where there is one version, or only words changed; not a version that never held', () => {
    const [before, after] = freight as [Item, Item];
    expect(changesOf(freight, day('2025-06-30'), catalogue)).toEqual([]);
    expect(changesOf(freight, day('2025-07-01'), catalogue)).toHaveLength(1);
    expect(changesOf(catalogue.versions('SAM-L01'), day('2026-02-13'), catalogue)).toEqual([]);
    const renamed = { ...after, version: 3, validFrom: day('2026-01-01'), name: { zh: '货运许可', en: 'Freight' } };
    expect(changesOf([before, after, renamed], day('2026-02-13'), catalogue).map((one) => one.after.version)).toEqual([2]);
    const slip = { ...before, version: 2, validFrom: after.validFrom, visits: { value: 9, confidence: 'known' as const } };
    const told = changesOf([before, slip, { ...after, version: 3 }], day('2026-02-13'), catalogue);
    expect(told.map((one) => [one.before.version, one.after.version])).toEqual([[1, 3]]);
  });

  it('tells no difference where one side says nothing, or the units differ', () => {
    const [before, after] = freight as [Item, Item];
    const { promised: _none, ...silent } = before;
    expect(numbers(silent, after).promised).toEqual([undefined, { amount: 3, unit: 'wd' }, undefined]);
    const calendar = { ...before, promised: { value: { amount: 7, unit: 'cd' as const }, confidence: 'known' as const } };
    expect(numbers(calendar, after).promised![2]).toBeUndefined();
    expect(changesOf([calendar, { ...before, version: 2, validFrom: after.validFrom }], day('2026-02-13'), catalogue)).toHaveLength(1);
    expect(changesOf([silent, { ...silent, version: 2, validFrom: after.validFrom }], day('2026-02-13'), catalogue)).toEqual([]);
  });

  it('a version held until the day the next began', () => {
    expect(spansOf(freight, day('2026-02-13'))).toEqual([
      { version: 1, from: '2025-01-01', until: '2025-07-01' },
      { version: 2, from: '2025-07-01' },
    ]);
    expect(spansOf(freight, day('2025-06-30'))).toEqual([{ version: 1, from: '2025-01-01' }]);
  });
});
