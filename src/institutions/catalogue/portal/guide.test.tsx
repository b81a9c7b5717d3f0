import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { readCatalogueFolder } from '../commands.ts';
import { buildCatalogue, type Item } from '../index.ts';
import { GuidePage } from './guide.page.tsx';
import { words } from './words.ts';

const { parts } = readCatalogueFolder(join(import.meta.dirname, '../../../../county/model/catalogue'));
const catalogue = buildCatalogue(parts);
const items = catalogue.items('2026-02-13' as LocalDate);
const leader = { seat: { zh: '局长', en: 'Chief' }, names: [{ zh: '张三', en: 'Zhang San' }] };

/** The guide as a reader sees it: text alone, one space between words. */
function guide(item: Item, lang: 'zh' | 'en', closed: readonly { zh: string; en: string }[] = []): string {
  const chrome = { lang, path: `/items/${item.id}`, countyName: { zh: '示范县', en: 'Model County' } };
  const page = (
    <GuidePage
      item={item}
      catalogue={catalogue}
      closed={closed}
      counterOnly={!item.online}
      leader={leader}
      bundles={[]}
      grounds={{}}
      chrome={chrome}
    />
  );
  return plain(renderToStaticMarkup(page).replace(/<[^>]*>/g, ' '));
}
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
});
