import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { buildCatalogue } from '../catalogue.ts';
import { readCatalogueFolder } from '../commands.ts';
import { applicable } from '../rules.ts';
import { handlingOf } from './parts.tsx';
import { Register } from './register.tsx';

const { parts } = readCatalogueFolder(join(import.meta.dirname, '../../../../county/model/catalogue'));
const on = '2026-03-02' as LocalDate;
const item = buildCatalogue(parts).item('TOB-L01')!;
const gone = { ...item, version: item.version + 1, validFrom: on, status: 'cancelled' } as const;
const catalogue = buildCatalogue({ ...parts, items: [...parts.items, gone] });

describe('[S3-40] an item that was cancelled by law', () => {
  test('is no fault: the counts and what still names it are explained', () => {
    const { faults, explained } = catalogue.check();
    expect(faults).toEqual([]);
    expect(explained.map((one) => `${one.item} ${one.code}`)).toEqual([' count-explained', ' count-explained', 'B02 cancelled-in-bundle']);
    expect(explained[1]?.text.en).toBe('Licence items: 136 entered, 135 now, since TOB-L01 was cancelled');
    const charged = parts.charges.map((charge, i) => (i === 0 ? { ...charge, relatedItem: gone.id } : charge));
    const named = buildCatalogue({ ...parts, charges: charged, items: [...parts.items, gone] }).check().explained;
    expect(named.map((one) => `${one.item} ${one.code}`)).toContain(`${charged[0]!.id} cancelled-of-charge`);
    const fewer = buildCatalogue({ ...parts, items: [...parts.items.filter(({ id }) => id !== 'SAM-L02'), gone] }).check();
    expect(fewer.faults.map(({ code }) => code)).toContain('count-differs');
  });

  test('on the page each difference leads to what it is about, or nowhere', () => {
    const html = renderToStaticMarkup(<Register catalogue={catalogue} editions={[]} lang="en" />);
    expect(html).toContain('href="/bundles/B02"');
    expect(html).not.toMatch(/href="\/items\/(B02)?"/);
    const spoiled = buildCatalogue({
      ...parts,
      items: parts.items.map((one) => (one.id === 'SAM-L01' ? { ...one, charges: ['X'] } : one)),
    });
    expect(renderToStaticMarkup(<Register catalogue={spoiled} editions={[]} lang="en" />)).toContain('href="/items/SAM-L01"');
  });

  test('is called cancelled in lists, and a licence of it may still be given up', () => {
    expect(handlingOf(gone, catalogue)?.en).toBe('cancelled');
    const asked = { id: gone.id, channel: 'window', on } as const;
    expect(applicable(gone, asked).map(({ code }) => code)).toEqual(['item-not-in-use']);
    expect(applicable(gone, { ...asked, givingUp: true })).toEqual([]);
    const without = { ...gone, cases: { ...gone.cases, value: gone.cases.value.filter(({ id }) => id !== 'cancel') } };
    expect(applicable(without, { ...asked, givingUp: true }).map(({ code }) => code)).toEqual(['item-not-in-use']);
  });
});
