import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { d } from './builders.ts';
import { FlowPicture } from './flow-picture.tsx';
import { Lanes } from './lanes.tsx';
import { Light } from './light.tsx';
import { holidayText, sayAmount, sayDate, sayDuration, sayRange, sharesOf } from './say.ts';
import { OrganSeal, Seal } from './seal.tsx';
import { TimeBar } from './time-bar.tsx';
import { words } from './words.ts';
import { mixed } from './zh.tsx';

const bureau = { zh: '住建局', en: 'Housing bureau' };
const HAN = /\p{Script=Han}/u;

describe('words', () => {
  test('are complete in both languages, and English is English', () => {
    for (const [name, { zh, en }] of Object.entries(words)) {
      expect(HAN.test(en), name).toBe(false);
      expect(Boolean(zh) || name === 'between', name).toBe(true);
    }
  });

  test('say what two dates share once', () => {
    expect(sayRange(d('2026-02-15'), d('2026-02-23'), 'zh')).toBe('2月15日至23日');
    expect(sayRange(d('2026-02-15'), d('2026-02-23'), 'en')).toBe('15 to 23 Feb');
    expect(sayRange(d('2026-02-28'), d('2026-03-02'), 'en')).toBe('28 Feb to 2 Mar');
    expect(sayRange(d('2026-03-01'), d('2026-03-01'), 'zh')).toBe('3月1日');
  });

  test('say dates, amounts and durations plainly', () => {
    expect([sayDate(d('2026-03-12'), 'zh', 'date-weekday'), sayDate(d('2026-03-12'), 'en', 'date-weekday')]).toEqual([
      '3月12日 星期四',
      'Thu 12 Mar 2026',
    ]);
    expect([sayAmount(20, 'wd', 'zh'), sayAmount(1, 'wd', 'en'), sayAmount(0, 'wd', 'en')]).toEqual([
      '20个工作日',
      '1 working day',
      'on the spot',
    ]);
    expect([sayDuration(501_120, 'zh'), sayDuration(3_660, 'en'), sayDuration(59, 'en')]).toEqual([
      '5天19小时',
      '1 hour 1 minute',
      'under a minute',
    ]);
  });

  test('know joint holidays, and call an unknown one a public holiday', () => {
    expect(holidayText('国庆节、中秋节').en).toBe('National Day / Mid-Autumn Festival');
    expect(holidayText('壮族三月三').en).toBe('public holiday');
  });

  test('mark what is Chinese on an English page only', () => {
    expect(renderToStaticMarkup(<p>{mixed('No. 示住建〔2026〕1号 of 2026', 'en')}</p>)).toBe(
      '<p>No. <span lang="zh">示住建〔</span>2026<span lang="zh">〕</span>1<span lang="zh">号</span> of 2026</p>',
    );
    expect(renderToStaticMarkup(<p>{mixed('示', 'zh')}</p>)).toBe('<p>示</p>');
  });
});

describe('the time bar', () => {
  test('gives percentages that add up to a hundred, and never hides a short hold', () => {
    expect(sharesOf([1, 1, 1])).toEqual([34, 33, 33]);
    const html = renderToStaticMarkup(
      <TimeBar
        lang="en"
        segments={[
          { account: 'organ', holder: bureau, seconds: 999_000 },
          { account: 'law', holder: { zh: '鉴定', en: 'Appraisal' }, seconds: 60 },
        ]}
      />,
    );
    expect(html).toContain('&lt;1%');
    expect(html).toContain('Appraisal <small>not counted by law</small>');
    expect(html).toContain('<caption class="vh">Who held the time, 11 days 13 hours in all</caption>');
  });

  test('without any time yet says so', () => {
    expect(renderToStaticMarkup(<TimeBar lang="zh" segments={[]} />)).toContain('还没有用时');
  });
});

describe('the lanes', () => {
  const rows = [
    {
      label: bureau,
      bars: [{ from: 0, to: 50, status: 'done', text: { zh: '踏勘', en: 'Site visit' }, when: { zh: '3月', en: 'March' } }],
    },
    { label: { zh: '决定', en: 'Decision' }, bars: [{ from: 50, to: 100, status: 'pending' }] },
    { label: { zh: '送达', en: 'Delivery' }, bars: [] },
  ] as const;
  const html = renderToStaticMarkup(<Lanes rows={rows} lang="en" now={50} />);

  test('are read aloud: what, how it stands, when', () => {
    expect(html).toContain('<span class="vh">Site visit, done, March</span>');
    expect(html).toContain('<span class="vh">still to come</span>');
    expect(html).toContain('<span class="vh">not yet begun</span>');
  });

  test('hatch what is pending and place bars in percent', () => {
    expect(html).toMatch(/x="50.00%" width="50.00%"[^>]*fill="url\(#/);
  });

  test('with no bars at all still stand', () => {
    expect(renderToStaticMarkup(<Lanes rows={[rows[2]]} lang="zh" />)).not.toMatch(/NaN|Infinity/);
  });
});

describe('lights, seals and the flow', () => {
  test('a light has a shape and a word', () => {
    const shapes = (['in-time', 'due-soon', 'step-overdue', 'over-promise', 'over-law', 'unarmed', 'paused', 'closed'] as const).map(
      (state) => renderToStaticMarkup(<Light state={state} lang="zh" />),
    );
    expect(new Set(shapes.map((html) => /d="([^"]+)"/.exec(html)?.[1])).size).toBe(8);
    expect(shapes[4]).toContain('超法定');
  });

  test('the seal is decoration, or has a name', () => {
    expect(renderToStaticMarkup(<Seal />)).toContain('aria-hidden="true"');
    expect(renderToStaticMarkup(<Seal lang="en" />)).toContain('role="img" aria-label="Banjie seal"');
    expect(renderToStaticMarkup(<OrganSeal organ={bureau} lang="en" />)).toContain('aria-label="Seal of Housing bureau"');
  });

  test('the flow is an ordered list; an illustrative limit carries its mark', () => {
    const step = { who: bureau, limit: { value: { amount: 3, unit: 'wd' as const }, confidence: 'illustrative' as const } };
    const html = renderToStaticMarkup(
      <FlowPicture accept={step} lead={step} assists={[step]} decide={step} deliver={step} legal={step.limit} lang="zh" />,
    );
    expect(html.match(/3个工作日<span class="mark"[^>]*>示例</g)).toHaveLength(6);
    expect(html).toContain('<ol aria-label="办理流程">');
  });
});
