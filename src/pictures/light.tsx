import type { Summary } from '../kernel/matter/types.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { say } from './say.ts';

export type LightState = Summary['light'];

/** Shape and word carry the meaning; colour only helps: ● in time, ▲ due soon, ◆ step overdue, ■ over promise, ⯃ over law, ! no clock, ‖ paused, ✓ handled to the end. */
export function Light({ state, lang, text }: { state: LightState; lang: Lang; text?: Text }) {
  return (
    <span className={`light ${state}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path
          d={SHAPES[state]}
          fill={state === 'closed' ? 'none' : 'currentColor'}
          stroke={state === 'closed' ? 'currentColor' : 'none'}
          strokeWidth="2.2"
        />
      </svg>
      {text ? text[lang] : say(state, lang)}
    </span>
  );
}

const SHAPES: Readonly<Record<LightState, string>> = {
  'in-time': 'M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8Z',
  'due-soon': 'M6 .6 11.8 11.2H.2Z',
  // A square for the promise, a diamond for one step of it, an octagon, as on the road, for the law, an exclamation for a missing clock.
  'over-promise': 'M1 1h10v10H1Z',
  'step-overdue': 'M6 .2 11.8 6 6 11.8.2 6Z',
  'over-law': 'M3.6.4h4.8l3.2 3.2v4.8l-3.2 3.2H3.6L.4 8.4V3.6Z',
  unarmed: 'M4.6 0h2.8v7.4H4.6ZM4.6 9.2h2.8V12H4.6Z',
  paused: 'M1.8 1h3v10h-3ZM7.2 1h3v10h-3Z',
  closed: 'M1.4 6.4 4.6 9.8 10.8 2.4',
};
