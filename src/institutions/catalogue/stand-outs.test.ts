import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogueFolder } from './commands.ts';
import { buildCatalogue, type Item, type Material } from './index.ts';
import { standOuts } from './stand-outs.ts';

const catalogue = buildCatalogue(readCatalogueFolder(join(import.meta.dirname, '../../../county/model/catalogue')).parts);
const one = catalogue.item('ARA-L01')!;
const paper = one.materials.value[0]!;
/** An item of the kind with so many papers and assists. */
const item = (id: string, papers: number, assists = 0, handling: Item['handling'] = 'promise'): Item => ({
  ...one,
  id,
  handling,
  materials: { ...one.materials, value: Array.from({ length: papers }, (_, i): Material => ({ ...paper, code: `M${i + 1}` })) },
  assists: {
    ...one.assists,
    value: Array.from({ length: assists }, (_, i) => ({ organ: `O${i}`, duty: one.name, limit: { amount: 3, unit: 'wd' as const } })),
  },
});
const found = (items: readonly Item[]) =>
  standOuts(items, catalogue).map(({ item: { id }, out }) => [id, ...out.map(({ weighed }) => weighed)]);
/** Quartiles 5 and 7, median 6: usual up to 7 + 1.5 × 2 = 10. */
const usual = [4, 5, 6, 7, 8].map((papers, i) => item(`XXX-L0${i}`, papers));

describe('what stands out', () => {
  it('[S1-55] is beyond one and a half interquartile ranges above the third quartile, not at it', () => {
    expect(found(usual)).toEqual([]);
    // Seven items: quartiles 5.5 and 8.5, median 7; usual up to 13.
    const seven = (most: number) => [...usual, item('XXX-L05', 9), item('XXX-L06', most)];
    expect(found(seven(12))).toEqual([]);
    expect(found(seven(13))).toEqual([]);
    expect(found(seven(14))).toEqual([['XXX-L06', 'papers']]);
    expect(standOuts(seven(14), catalogue)[0]!.out).toEqual([{ weighed: 'papers', median: 7, bound: 13 }]);
  });

  it('one more step than all others stands out, with its signatures; the furthest beyond comes first', () => {
    const alike = Array.from({ length: 8 }, (_, i) => item(`XXX-L1${i}`, 5));
    const list = [...alike, item('XXX-L20', 5, 1), item('XXX-L21', 5, 3)];
    expect(found(list)).toEqual([
      ['XXX-L21', 'steps', 'signatures'],
      ['XXX-L20', 'steps', 'signatures'],
    ]);
  });

  it('is looked for among items of the same handling type only', () => {
    const list = [...usual, item('XXX-L30', 14, 0, 'on-the-spot')];
    expect(found(list)).toEqual([]);
    expect(found([...usual, item('XXX-L30', 14)])).toEqual([['XXX-L30', 'papers']]);
    expect(found([])).toEqual([]);
  });

  it('[S1-55] the model county’s list has each number with its mark', () => {
    const all = standOuts(catalogue.items(), catalogue);
    expect(all.length).toBeGreaterThan(10);
    const school = all.find(({ item: { id } }) => id === 'EDU-L02')!;
    expect([school.weights.steps, school.weights.signatures.value]).toEqual([{ value: 4, confidence: 'illustrative' }, 7]);
    expect(school.out.map(({ weighed, bound }) => [weighed, bound])).toEqual([
      ['steps', 1],
      ['signatures', 4],
    ]);
  });
});
