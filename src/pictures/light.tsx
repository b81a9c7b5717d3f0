import type { Summary } from '../kernel/matter/types.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { say } from './say.ts';

export type LightState = Summary['light'];

/** Shape and word carry the meaning; colour only helps: ● in time, ▲ due soon, ■ late, ‖ paused, ✓ handled to the end. */
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
  late: 'M1 1h10v10H1Z',
  paused: 'M1.8 1h3v10h-3ZM7.2 1h3v10h-3Z',
  closed: 'M1.4 6.4 4.6 9.8 10.8 2.4',
};
