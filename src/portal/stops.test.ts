import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { STOP_OF_WORK } from '../../test/support/calendars.ts';
import { type Clock, calendarBook, checkNotice, localDate, pauseClock, resumeClock, startClock } from '../kernel/clock/index.ts';
import { readCalendarFile } from '../platform/calendar-file.ts';
import { readCalendarYears, readLaw } from '../platform/law.ts';
import { Stops } from './components/stops.tsx';
import { groundHref } from './links.ts';
import { stopsOf } from './stops.ts';
import { whyDate } from './why-date.ts';

const d = localDate;
const law = readLaw('.');
const book = calendarBook(readCalendarYears('.'), []);
const read = readCalendarFile(JSON.stringify(STOP_OF_WORK), {}, book, d('2026-02-13'));
const checked = read.ok ? checkNotice(read.years, book, d('2026-02-13')) : read;
if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
/** The county stops work on 4 and 5 March 2026. */
const calendar = book.with({ number: 1, at: 0, actor: 'o-1', cause: '-', years: checked.years });

const term = law.term('licensing.decide');
const started = (kind: 'legal' | 'promised'): Clock => startClock({ term, kind, zero: d('2026-03-02'), amount: 10 }, calendar);
const over = (clock: Clock, ground: string, from: string, to: string) =>
  resumeClock(pauseClock(clock, { ground, from: d(from), expected: d(to) }, calendar), d(to), calendar);
const appraised = over(started('legal'), 'appraisal', '2026-03-09', '2026-03-11');
const promised = over(over(started('promised'), 'appraisal', '2026-03-09', '2026-03-11'), 'site-visit', '2026-03-16', '2026-03-17');

const runsOf = (clock: Clock) => stopsOf(clock, { grounds: law.grounds, calendar, promised, hrefOf: groundHref(term) });
const said = (clock: Clock, lang: 'zh' | 'en') => whyDate({ clock, lang, stops: runsOf(clock) }).join(' ');
const listed = (clock: Clock, lang: 'zh' | 'en') => renderToStaticMarkup(createElement(Stops, { runs: runsOf(clock), lang }));
const plain = (html: string) => html.replace(/<[^>]+>/g, '');

describe('what stood still while a clock ran', () => {
  test('[S1-38] of the law’s limit: a pause by law is not counted, a stop of work and the promise’s own pause are, each with its basis', () => {
    expect(runsOf(appraised).map(({ is, from, to }) => [is, from, to])).toEqual([
      ['stop-counted', '2026-03-04', '2026-03-05'],
      ['pause', '2026-03-09', '2026-03-10'],
      ['pause-counted', '2026-03-16', '2026-03-16'],
    ]);
    const zh = said(appraised, 'zh');
    expect(zh).toContain('3月4日至5日本县停止办公（依据县政府关于暴雪停止办公的公告（县政告〔2026〕2号，示例）），照算：停止办公只顺延');
    expect(zh).toContain('不停机关的法定期限，见P17（日历变动和停止办公）。');
    expect(zh).toContain('3月9日至10日鉴定，依法暂停，不算（《行政许可法》第四十五条）。');
    expect(zh).toContain('3月16日现场踏勘，按本县规定只停承诺时限');
    const en = said(appraised, 'en');
    expect(en).toContain('Counted all the same: 4 to 5 Mar, when the county stopped work (The county stops work for snow');
    expect(en).toContain('stops no limit that the law sets an organ: P17 (changed calendar and stops of work).');
    expect(en).toContain('Counted all the same: Site visit, 16 Mar, which by the county’s own rule');
    expect(en).not.toMatch(/\p{Script=Han}|\{/u);
  });

  test('of a promise: all three are not counted, and it is said of each which rule says so', () => {
    expect(runsOf(promised).map(({ is, from }) => [is, from])).toEqual([
      ['stop', '2026-03-04'],
      ['pause', '2026-03-09'],
      ['pause-own', '2026-03-16'],
    ]);
    expect(said(promised, 'zh')).toMatch(/3月4日至5日停止办公不算，因为停止办公顺延承诺时限和当事人自己的期限：P17/);
    expect(said(promised, 'zh')).toContain('3月16日现场踏勘，按本县规定暂停承诺时限，不算（');
    expect(said(promised, 'en')).toContain('The promise paused by the county’s own rule');
  });

  test('stands under the strip, each run with its days and a link to what it rests on', () => {
    const zh = listed(appraised, 'zh');
    expect(zh).toContain('<a href="/law/licensing#licensing.decide">依据《行政许可法》第四十五条</a>');
    expect(zh).toContain(`<a href="/law/calendar/${encodeURIComponent(calendar.stopWork!.edition)}">依据`);
    expect(zh).toContain('<a href="/law/county#site-visit">依据');
    expect(plain(zh)).toMatch(
      /3月4日至5日：停止办公，依据县政府关于暴雪.*，照算。 .*3月9日至10日：鉴定，不算。 .*3月16日：现场踏勘，照算。/,
    );
    expect(plain(listed(promised, 'en'))).toMatch(/4 to 5 Mar: work stopped by the county: .*; not counted\. Basis: P17/);
    for (const lang of ['zh', 'en'] as const) expect(listed(started('legal'), lang)).not.toContain('undefined');
  });

  test('of an open pause: since when; of an unknown ground: no basis; of nothing: nothing', () => {
    const open = pauseClock(started('legal'), { ground: 'appraisal', from: d('2026-03-09'), expected: d('2026-03-20') }, calendar);
    expect(said(open, 'en')).toContain(
      'Paused by law since 9 Mar (Administrative Licensing Law, article 45): Appraisal; expected to resume on 20 Mar.',
    );
    expect(plain(listed(open, 'zh'))).toContain('3月9日起：鉴定，不算。');
    const runs = stopsOf(
      { ...open, pauses: [{ ground: 'unheard-of', from: d('2026-03-09') }] },
      { grounds: law.grounds, calendar: book.calendar, hrefOf: groundHref(term) },
    );
    expect(renderToStaticMarkup(createElement(Stops, { runs, lang: 'en' }))).toContain(
      '<li>since 9 Mar: a matter that the law does not count; not counted. </li>',
    );
    expect(renderToStaticMarkup(createElement(Stops, { runs: [], lang: 'en' }))).toBe('');
  });
});
