import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { readCatalogueFolder } from './commands.ts';
import { buildCatalogue, type Item } from './index.ts';
import { changesOf, compared, measuresOf, signaturesOf, spansOf } from './measures.ts';

const catalogue = buildCatalogue(readCatalogueFolder(join(import.meta.dirname, '../../../county/model/catalogue')).parts);
const day = (text: string) => text as LocalDate;
const freight = catalogue.versions('TRA-L11');
/** Measure to before, after and difference, without marks. */
const numbers = (before: Item, after: Item) =>
  Object.fromEntries(
    compared(before, after).map(({ measure, before: a, after: b, difference }) => [measure, [a?.value, b?.value, difference]]),
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

describe('before and after', () => {
  it('[S1-12] [S1-53] the version before stays, so that what was simplified can be seen in numbers', () => {
    const [change, ...more] = changesOf(freight, day('2026-02-13'));
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
    expect(changesOf(freight, day('2025-06-30'))).toEqual([]);
    expect(changesOf(freight, day('2025-07-01'))).toHaveLength(1);
    expect(changesOf(catalogue.versions('SAM-L01'), day('2026-02-13'))).toEqual([]);
    const renamed = { ...after, version: 3, validFrom: day('2026-01-01'), name: { zh: '货运许可', en: 'Freight' } };
    expect(changesOf([before, after, renamed], day('2026-02-13')).map((one) => one.after.version)).toEqual([2]);
    const slip = { ...before, version: 2, validFrom: after.validFrom, visits: { value: 9, confidence: 'known' as const } };
    const told = changesOf([before, slip, { ...after, version: 3 }], day('2026-02-13'));
    expect(told.map((one) => [one.before.version, one.after.version])).toEqual([[1, 3]]);
  });

  it('tells no difference where one side says nothing, or the units differ', () => {
    const [before, after] = freight as [Item, Item];
    const { promised: _none, ...silent } = before;
    expect(numbers(silent, after).promised).toEqual([undefined, { amount: 3, unit: 'wd' }, undefined]);
    const calendar = { ...before, promised: { value: { amount: 7, unit: 'cd' as const }, confidence: 'known' as const } };
    expect(numbers(calendar, after).promised![2]).toBeUndefined();
    expect(changesOf([calendar, { ...before, version: 2, validFrom: after.validFrom }], day('2026-02-13'))).toHaveLength(1);
    expect(changesOf([silent, { ...silent, version: 2, validFrom: after.validFrom }], day('2026-02-13'))).toEqual([]);
  });

  it('a version held until the day the next began', () => {
    expect(spansOf(freight, day('2026-02-13'))).toEqual([
      { version: 1, from: '2025-01-01', until: '2025-07-01' },
      { version: 2, from: '2025-07-01' },
    ]);
    expect(spansOf(freight, day('2025-06-30'))).toEqual([{ version: 1, from: '2025-01-01' }]);
  });
});
