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
                  {row.bars.map((bar) => (
                    <Bar
                      key={bar.from}
                      bar={bar}
                      lang={lang}
                      x={place(bar.from)}
                      width={Math.max(place(bar.to) - place(bar.from), LEAST)}
                      hatch={id}
                    />
                  ))}
                  {now !== undefined && now >= from && place(now) <= 100 && (
                    <rect x={`${place(now).toFixed(2)}%`} width="2" height="30" className="now" />
                  )}
                </svg>
                {row.bars.some((bar) => !fits(said(bar, lang), place(bar.to) - place(bar.from), 'phone')) && (
                  <span className="narrow aside" aria-hidden="true">
                    {mixed(row.bars.map((bar) => said(bar, lang)).join(' → '), lang)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface BarProps {
  readonly bar: LaneBar;
  readonly lang: Lang;
  readonly x: number;
  readonly width: number;
  readonly hatch: string;
}

function Bar({ bar, lang, x, width, hatch }: BarProps) {
  const text = said(bar, lang);
  const [phone, desk] = [fits(text, width, 'phone'), fits(text, width, 'track')];
  return (
    <svg aria-hidden="true" x={`${Math.min(x, 100 - LEAST).toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="30">
      <rect width="100%" height="30" rx="4" fill={bar.status === 'pending' ? `url(#${hatch})` : COLOURS[bar.status]} />
      {desk && (
        <text
          lang={langOf(text, lang)}
          x="9"
          y="20"
          className={[bar.status === 'pending' && 'dark', !phone && 'wide'].filter(Boolean).join(' ') || undefined}
        >
          {text}
        </text>
      )}
    </svg>
  );
}

const said = (bar: LaneBar, lang: Lang): string => bar.text?.[lang] ?? say(`lane-${bar.status}`, lang);

/** A lane as it is read aloud: what, how it stands, when. */
function told({ bars }: Lane, lang: Lang): string {
  if (bars.length === 0) return say('lanes-none', lang);
  const one = (bar: LaneBar): string =>
    [bar.text?.[lang], say(`lane-${bar.status}`, lang), bar.when?.[lang]].filter(Boolean).join(say('comma', lang));
  return bars.map(one).join('; ');
}
