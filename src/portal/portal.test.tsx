import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { pages } from '../../test/support/gallery/pages.tsx';
import type { Sourced } from '../kernel/text.ts';
import { d } from '../pictures/builders.ts';
import { Choice, ErrorSummary, Field, Page, Paper, renderPage, SearchBox, Show, Table } from './index.ts';
import { words } from './words.ts';

const text = (zh: string, en: string) => ({ zh, en });
const county = text('示范县', 'Model County');
const HAN = /\p{Script=Han}/u;
const outsideChinese = (html: string): string => html.replace(/<(\w+)[^>]*\slang="zh"[^>]*>[\s\S]*?<\/\1>/g, '');

describe('every page of the gallery', () => {
  for (const lang of ['zh', 'en'] as const)
    for (const [name, page] of Object.entries(pages(lang))) {
      const html = renderPage(page);
      test(`${name} in ${lang} has no script, no inline style, one h1 or a paper, and is light`, () => {
        expect(html).not.toMatch(/<script|\sstyle="|\son\w+="/);
        expect(html).toMatch(/<h1/);
        expect(html.length).toBeLessThan(60_000);
        expect(html.startsWith(`<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"`)).toBe(true);
      });
      if (lang === 'en')
        test(`${name} in English has no Chinese that is not marked as such`, () => {
          expect(HAN.exec(outsideChinese(html))?.input?.match(/.{30}\p{Script=Han}.{30}/u)?.[0]).toBeUndefined();
        });
    }

  test('the shell’s English words are English', () => {
    for (const [name, { en }] of Object.entries(words)) if (name !== 'other-language') expect(HAN.test(en), name).toBe(false);
  });
});

describe('a page', () => {
  const html = renderPage(
    <Page
      lang="zh"
      title={text('<b>题</b>', 'T')}
      countyName={county}
      path="/track?x=1"
      current="track"
      clockBar={{ today: d('2026-03-10'), time: '10:20' }}
      large
    >
      {'<script>alert(1)</script>'}
    </Page>,
  );

  test('escapes what it is given', () => {
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('<title>&lt;b&gt;题&lt;/b&gt; · 示范县政务服务</title>');
  });

  test('begins with a way past the masthead, and marks the current place', () => {
    expect(html).toMatch(/<body><a class="skip" href="#content">/);
    expect(html).toContain('id="content" tabindex="-1"');
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  });

  test('switches language and text size on the same page', () => {
    expect(html).toContain('<html lang="zh-CN" class="large">');
    expect(html).toContain('href="/track?x=1&amp;lang=en"');
    expect(html).toContain('href="/track?x=1&amp;large=0"');
  });

  test('lets a day or a week pass by two posted forms, in the model county only', () => {
    expect(html.match(/<form[^>]*action="\/clock\/advance"[^>]*method="post"/g)).toHaveLength(2);
    expect(html).toContain('name="days" value="7"');
    expect(html).toContain('示范县今天：2026年3月10日 星期二 10:20');
    expect(
      renderPage(
        <Page lang="zh" title={county} countyName={county} path="/">
          -
        </Page>,
      ),
    ).not.toContain('/clock/advance');
  });
});

describe('a field', () => {
  const label = text('手机号码', 'Mobile');

  test('at fault keeps what was typed and names its fault', () => {
    const html = renderToStaticMarkup(
      <Field name="applicant.phone" label={label} hint={label} lang="en" value={'"><script>'} error="Too short" />,
    );
    expect(html).toMatch(/<input id="f-applicant-phone"[^>]*name="applicant.phone"/);
    expect(html).toContain('aria-invalid="true" aria-describedby="f-applicant-phone-hint f-applicant-phone-error"');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test('without fault says nothing of faults', () => {
    const html = renderToStaticMarkup(<Field name="a" label={label} lang="en" />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby|wrong/);
    expect(html).toContain('<label for="f-a">');
  });

  test('is reached from the summary, which is announced', () => {
    const html = renderToStaticMarkup(<ErrorSummary lang="zh" labels={{}} errors={[{ path: 'delivery', message: '请选一种' }]} />);
    expect(html).toContain('role="alert"');
    expect(html).toContain('<a href="#f-delivery">');
    const options = [
      { value: 'post', label },
      { value: 'desk', label },
    ];
    const choice = renderToStaticMarkup(
      <Choice kind="radio" name="delivery" label={label} lang="zh" options={options} values={['desk']} error="x" />,
    );
    expect(choice).toContain('id="f-delivery" name="delivery" value="post"');
    expect(choice).toMatch(/checked=""[^>]*value="desk"|value="desk"[^>]*checked=""/);
    expect(renderToStaticMarkup(<ErrorSummary lang="zh" labels={{}} errors={[]} />)).toBe('');
  });
});

test('a Chinese word that is looked for stands marked on an English page, and only there', () => {
  const box = (lang: 'zh' | 'en', value: string) =>
    renderToStaticMarkup(<SearchBox lang={lang} action="/" label={text('查找', 'Search')} value={value} />);
  expect(box('en', '开饭店')).toMatch(/<input[^>]*lang="zh"[^>]*value="开饭店"/);
  expect(box('en', 'a restaurant')).not.toContain('lang=');
  expect(box('zh', '开饭店')).not.toContain('lang=');
});

describe('the summary of faults', () => {
  const labels = { name: text('姓名', 'Name'), paper: text('申请表', 'Application form') };
  const shown = (lang: 'zh' | 'en', errors: readonly { path?: string; message: string }[]) =>
    [...renderToStaticMarkup(<ErrorSummary lang={lang} labels={labels} errors={errors} />).matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) =>
      line!.replace(/<[^>]+>/g, ''),
    );

  test('names the field of each, in both languages', () => {
    expect(shown('en', [{ path: 'name', message: 'Please fill this in.' }])).toEqual(['Name: please fill this in.']);
    expect(shown('zh', [{ path: 'name', message: '请填写。' }])).toEqual(['姓名：请填写。']);
  });

  test('leaves names and signs as they are, and what belongs to no field alone', () => {
    expect(
      shown('en', [
        { path: 'paper', message: 'Photo.png is too large.' },
        { path: 'paper', message: 'PDF is expected.' },
        { path: 'constructor', message: 'Wrong.' },
        { message: 'The files are lost.' },
      ]),
    ).toEqual(['Application form: Photo.png is too large.', 'Application form: PDF is expected.', 'Wrong.', 'The files are lost.']);
  });
});

describe('a sourced value', () => {
  const made: Sourced<number> = { value: 8, confidence: 'illustrative' };

  test('is printed with its mark', () => {
    expect(renderToStaticMarkup(<Show of={made} lang="zh" />)).toMatch(/^8<span class="mark"[^>]*>示例<\/span>$/);
    expect(renderToStaticMarkup(<Show of={{ ...made, confidence: 'verified' }} lang="zh" />)).toBe('8');
    expect(renderToStaticMarkup(<Show of={{ value: text('当场', 'at once'), confidence: 'illustrative' }} lang="en" />)).toMatch(
      /^at once<span.*illustrative/,
    );
  });

  test('cannot be printed by itself', () => {
    // @ts-expect-error a Sourced is no ReactNode: promise 6 does not compile without `Show`
    expect(() => renderToStaticMarkup(<p>{made}</p>)).toThrow();
    // @ts-expect-error what has no plain print needs a function that prints it
    expect(() => renderToStaticMarkup(<Show of={{ value: [1], confidence: 'known' } as Sourced<number[]>} lang="zh" />)).not.toThrow(
      TypeError,
    );
  });
});

describe('papers and tables', () => {
  test('a paper has organ, number, title, seal, date and remedies', () => {
    const html = renderToStaticMarkup(
      <Paper
        organ={county}
        title={text('决定书', 'Decision')}
        number="示〔2026〕1号"
        date={d('2026-02-13')}
        sealed
        lang="en"
        remedies="R"
        specimen
      >
        B
      </Paper>,
    );
    for (const part of [
      'Seal of Model County',
      '13 February 2026',
      'If you disagree',
      'without legal effect',
      'The Chinese text is the one that counts',
    ])
      expect(html).toContain(part);
    expect(HAN.test(outsideChinese(html))).toBe(false);
  });

  test('a table names its rows and columns', () => {
    const html = renderToStaticMarkup(
      <Table lang="en" caption={county} columns={[{ label: county }]} rows={[{ key: 'a', cells: ['x'] }]} />,
    );
    expect(html).toContain('<th scope="row" data-label="Model County">x</th>');
  });
});
