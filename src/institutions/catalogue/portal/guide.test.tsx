import { join } from 'node:path';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { readCatalogueFolder } from '../commands.ts';
import { buildCatalogue, changesOf, type Item } from '../index.ts';
import { ChangesPage, changesShown } from './changes.page.tsx';
import { GuidePage } from './guide.page.tsx';
import { words } from './words.ts';

const { parts } = readCatalogueFolder(join(import.meta.dirname, '../../../../county/model/catalogue'));
const catalogue = buildCatalogue(parts);
const today = '2026-02-13' as LocalDate;
const items = catalogue.items(today);
const changes = (id: string) => changesOf(catalogue.versions(id), today, catalogue);
const leader = { seat: { zh: '局长', en: 'Chief' }, names: [{ zh: '张三', en: 'Zhang San' }] };

const chromeOf = (lang: 'zh' | 'en', path: string) => ({ lang, path, countyName: { zh: '示范县', en: 'Model County' } });

/** The guide as a reader sees it: text alone, one space between words. */
function guide(item: Item, lang: 'zh' | 'en', closed: readonly { zh: string; en: string }[] = []): string {
  const page = (
    <GuidePage
      item={item}
      catalogue={catalogue}
      closed={closed}
      counterOnly={!item.online}
      leader={leader}
      bundles={[]}
      changes={changes(item.id)}
      took={new Map([[2, { n: 12, median: 2, p90: 4.55 }]])}
      grounds={{}}
      chrome={chromeOf(lang, `/items/${item.id}`)}
    />
  );
  return read(page);
}
const read = (page: ReactElement): string => plain(renderToStaticMarkup(page).replace(/<[^>]*>/g, ' '));
const plain = (text: string): string =>
  text
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
/** What of these the page does not say. */
const unsaid = (page: string, wanted: readonly string[]): string[] => wanted.filter((text) => !page.includes(plain(text)));

describe('the guide', () => {
  it('[S3-10] every item there is has one: basis, conditions, papers, limits, fees, place, hours, telephones', { timeout: 60_000 }, () => {
    expect(items.length).toBe(223);
    const lacking = items.flatMap((item) => {
      const wanted = [
        item.name.zh,
        item.basis.value,
        ...item.conditions.value.map(({ zh }) => zh),
        ...item.materials.value.map(({ name }) => name.zh),
        ...item.charges.map((id) => catalogue.charge(id)!.name.zh),
        item.place.value.zh,
        item.hours.value.zh,
        item.phone.value,
        item.complaintPhone.value,
        '张三',
        ...[item.legal, item.promised].flatMap((limit) => (limit ? [`${limit.value.amount}个工作日`] : [])),
      ];
      return unsaid(guide(item, 'zh'), wanted).map((text) => `${item.id}: ${text}`);
    });
    expect(lacking).toEqual([]);
  });

  it('[S3-21] answers whether, how, by whom, how far and with what result, before anything else', { timeout: 60_000 }, () => {
    const asked = (['q-can', 'q-how', 'q-who', 'q-far', 'q-result'] as const).map((question) => words[question].en);
    for (const item of items.filter((one) => catalogue.live(one))) {
      const page = guide(item, 'en');
      const places = asked.map((question) => page.indexOf(plain(question)));
      expect(places, item.id).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0], item.id).toBeGreaterThan(0);
      expect(places.at(-1), item.id).toBeLessThan(page.indexOf(words['guide-flow'].en));
      const answers = page.slice(places[0], page.indexOf(words['guide-flow'].en));
      const who = item.forwardedTo?.en ?? catalogue.department(item.lead)!.name.en;
      expect(unsaid(answers, [who, item.pledge!.result.en]), item.id).toEqual([]);
    }
  });

  it('[S3-21] says that it cannot be done where it cannot, and why', () => {
    const item = catalogue.item('SAM-L01')!;
    const why = { zh: '已经取消。', en: 'It has been cancelled.' };
    expect(guide(item, 'en', [why])).toContain(why.en);
    expect(unsaid(guide(item, 'en', [why]), [words['a-can-not'].en])).toEqual([]);
    expect(unsaid(guide(item, 'en'), [words['a-can-not'].en])).toHaveLength(1);
  });

  it('[S1-53] shows what was simplified, before and after, since when and how long each took; made-up numbers say so', () => {
    const page = guide(catalogue.item('TRA-L11')!, 'en');
    const [from, to] = [page.indexOf(words['before-title'].en), page.indexOf(words['guide-conditions'].en)];
    const section = page.slice(from, to);
    expect(section).toContain('The present procedure began on 1 July 2025');
    expect(section).toMatch(/Promised limit 7 working days illustrative 3 working days illustrative 4 working days fewer illustrative/);
    expect(section).toMatch(/Visits in person 2 illustrative 1 illustrative 1 fewer illustrative/);
    expect(section).toMatch(/Legal limit 20 working days 20 working days as before/);
    expect(section).toContain('none decided yet 12 decided: half within 2 days, nine in ten within 4.6');
    expect(guide(catalogue.item('TRA-L11')!, 'zh')).toContain('承诺期限 7个工作日 示例 3个工作日 示例 减少4个工作日 示例');
    expect(guide(catalogue.item('SAM-L01')!, 'en')).not.toContain(words['before-title'].en);
  });
});

describe('the procedures that were changed', () => {
  const shown = (lang: 'zh' | 'en', of: Parameters<typeof ChangesPage>[0]['changes']) =>
    read(<ChangesPage changes={of} catalogue={catalogue} chrome={chromeOf(lang, '/changes')} />);

  it('[S1-53] stand in one list, the latest first, in both languages; without any the page says so', () => {
    const all = changesShown(catalogue, today);
    const page = shown('en', all);
    const [pesticides, freight] = ['ARA-L01', 'TRA-L11'].map((id) => page.indexOf(plain(catalogue.item(id)!.name.en)));
    expect([all.length, pesticides! > 0, pesticides! < freight!]).toEqual([2, true, true]);
    expect(page).toMatch(/1 July 2025 2 illustrative → 1 illustrative/);
    expect(shown('zh', all)).toContain('7个工作日 示例 → 3个工作日 示例');
    expect(shown('en', [])).toContain(words['changes-none'].en);
  });
});
