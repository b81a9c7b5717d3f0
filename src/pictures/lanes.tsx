import { useId } from 'react';
import type { Lang, Text } from '../kernel/text.ts';
import { say } from './say.ts';
import { fits } from './width.ts';
import { langOf, mixed } from './zh.tsx';

export type LaneStatus = 'done' | 'working' | 'paused' | 'waiting' | 'late' | 'pending';

export interface LaneBar {
  /** Any common measure: seconds, days. */
  readonly from: number;
  readonly to: number;
  readonly status: LaneStatus;
  /** What is in the bar, e.g. site visit, agreed. Defaults to the status. */
  readonly text?: Text;
  /** When, for the table that is read aloud. */
  readonly when?: Text;
}

export interface Lane {
  readonly label: Text;
  readonly bars: readonly LaneBar[];
}

export interface LanesProps {
  readonly rows: readonly Lane[];
  readonly lang: Lang;
  /** Where today stands, in the same measure. */
  readonly now?: number;
}

const COLOURS: Readonly<Record<LaneStatus, string>> = {
  done: '#2c7a4b',
  working: '#1d4f73',
  paused: '#6a5b9a',
  waiting: '#96590a',
  late: '#b5301f',
  pending: '#d9d5ca',
};
const LEAST = 1.6;

/** Parallel steps, each in its lane. What does not fit its bar is written under the lane on a phone. */
export function Lanes({ rows, lang, now }: LanesProps) {
  const id = useId();
  const bars = rows.flatMap((row) => row.bars);
  const from = Math.min(...bars.map((bar) => bar.from));
  const span = Math.max(Math.max(...bars.map((bar) => bar.to)) - from, 1e-9);
  const place = (at: number): number => ((at - from) / span) * 100;
  const laid = (bar: LaneBar, next?: LaneBar): Laid => {
    const x = Math.min(place(bar.from), 100 - LEAST);
    const stop = now !== undefined && bar.to < now ? place(now) : 100;
    return { bar, x, width: Math.max(place(bar.to) - x, LEAST), until: Math.min(next ? place(next.from) : 100, stop) };
  };
  return (
    <figure className="lanes">
      <svg width="0" height="0" className="defs" aria-hidden="true">
        <pattern id={id} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="9" height="9" fill={COLOURS.pending} />
          <rect width="4" height="9" fill="#c6c1b4" />
        </pattern>
      </svg>
      <table>
        <caption className="vh">{say('lanes-title', lang)}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{say('lanes-step', lang)}</th>
            <th scope="col">{say('lanes-what', lang)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label.zh}>
              <th scope="row">{mixed(row.label[lang], lang)}</th>
              <td>
                <span className="vh">{mixed(told(row, lang), lang)}</span>
                <svg className="track" width="100%" height="30" aria-hidden="true">
                  <rect width="100%" height="30" rx="4" className="ground" />
                  {row.bars.map((bar, i) => (
                    <Bar key={bar.from} lang={lang} hatch={id} {...laid(bar, row.bars[i + 1])} />
                  ))}
                  {now !== undefined && now >= from && place(now) <= 100 && (
                    <rect x={`${place(now).toFixed(2)}%`} width="2" height="30" className="now" />
                  )}
                </svg>
                <Aside row={row} lang={lang} finds={(bar, i, room) => where(bar, laid(bar, row.bars[i + 1]), lang, room) !== undefined} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface Laid {
  readonly bar: LaneBar;
  readonly x: number;
  readonly width: number;
  /** Where the next bar begins, or today's line stands, or the lane ends. */
  readonly until: number;
}

/** A text goes into its bar, or beside it where the lane is free, or else under the lane: never cut. */
function where(bar: LaneBar, { x, width, until }: Laid, lang: Lang, room: 'phone' | 'track'): 'inside' | 'beside' | undefined {
  if (fits(said(bar, lang), width, room)) return 'inside';
  return fits(said(bar, lang), until - x - width, room) ? 'beside' : undefined;
}

function Bar({ hatch, lang, ...laid }: Laid & { lang: Lang; hatch: string }) {
  const { bar, x, width } = laid;
  const [phone, desk] = [where(bar, laid, lang, 'phone'), where(bar, laid, lang, 'track')];
  return (
    <>
      <rect
        x={percent(x)}
        width={percent(width)}
        height="30"
        rx="4"
        fill={bar.status === 'pending' ? `url(#${hatch})` : COLOURS[bar.status]}
      />
      {phone && <Caption lang={lang} {...laid} at={phone} className={phone === desk ? '' : 'narrow'} />}
      {desk && phone !== desk && <Caption lang={lang} {...laid} at={desk} className="roomy" />}
    </>
  );
}

/** A nested picture, so that the text stands a few pixels from a place given in percent. */
function Caption({ bar, lang, x, width, at, className }: Laid & { lang: Lang; at: 'inside' | 'beside'; className: string }) {
  const text = said(bar, lang);
  const dark = at === 'beside' || bar.status === 'pending';
  return (
    <svg aria-hidden="true" x={percent(at === 'inside' ? x : x + width)} height="30" overflow="visible">
      <text lang={langOf(text, lang)} x="9" y="20" className={[dark && 'dark', className].filter(Boolean).join(' ') || undefined}>
        {text}
      </text>
    </svg>
  );
}

interface AsideProps {
  readonly row: Lane;
  readonly lang: Lang;
  finds(bar: LaneBar, i: number, room: 'phone' | 'track'): boolean;
}

/** What found no room in its lane is written under it. */
function Aside({ row, lang, finds }: AsideProps) {
  const tight = (['phone', 'track'] as const).filter((room) => row.bars.some((bar, i) => !finds(bar, i, room)));
  if (tight.length === 0) return null;
  return (
    <span className={tight.includes('track') ? 'aside' : 'aside narrow'} aria-hidden="true">
      {mixed(row.bars.map((bar) => said(bar, lang)).join(' → '), lang)}
    </span>
  );
}

const percent = (n: number): string => `${n.toFixed(2)}%`;

const said = (bar: LaneBar, lang: Lang): string => bar.text?.[lang] ?? say(`lane-${bar.status}`, lang);

/** A lane as it is read aloud: what, how it stands, when. */
function told({ bars }: Lane, lang: Lang): string {
  if (bars.length === 0) return say('lanes-none', lang);
  const one = (bar: LaneBar): string =>
    [bar.text?.[lang], say(`lane-${bar.status}`, lang), bar.when?.[lang]].filter(Boolean).join(say('comma', lang));
  return bars.map(one).join('; ');
}
