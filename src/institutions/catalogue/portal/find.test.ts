import { expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { find, itemsAsked } from './find.ts';

const { catalogue } = readModelCounty();
const today = '2026-02-09' as LocalDate;

test('words, department, theme and for whom all hold together, on the page and in the file', () => {
  const all = itemsAsked({ q: '许可' }, catalogue, today, 'zh');
  const ask = { q: '许可', department: 'SAM', page: 1 };
  const rows = itemsAsked(ask, catalogue, today, 'zh');
  expect(rows.map(({ id }) => id)).toEqual(all.filter(({ lead }) => lead === 'SAM').map(({ id }) => id));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(all.length);
  const page = find(ask, catalogue, today, 'zh')!;
  expect(page.items.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  for (const { lead } of page.bundles) expect(lead).toBe('SAM');
  expect(page.title.zh).toContain(catalogue.department('SAM')!.name.zh);
  const investment = itemsAsked({ department: 'DRC', theme: 'investment' }, catalogue, today, 'zh');
  expect(investment.length).toBeGreaterThan(0);
  for (const { lead, themes } of investment) expect([lead, themes.includes('investment')]).toEqual(['DRC', true]);
  expect(itemsAsked({ q: '许可', department: 'NOBODY' }, catalogue, today, 'zh')).toEqual([]);
  expect(itemsAsked({}, catalogue, today, 'zh')).toEqual(catalogue.items(today));
});
