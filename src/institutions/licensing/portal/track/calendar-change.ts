import type { Turn } from '../../../../kernel/matter/dates.ts';
import type { Text } from '../../../../kernel/text.ts';
import { both } from '../../../../portal/index.ts';
import { fillText } from '../../../../portal/speaker.ts';
import type { ClockKind, FactOf } from '../../rules/state.ts';
import { clockWords } from '../../words.ts';
import { day, joined } from '../say.ts';
import { words } from './words.ts';

const text = (word: keyof typeof words, params: Parameters<typeof fillText>[1]): Text => fillText(words[word], params);
const named = (clock: string): Text | undefined => clockWords[clock as ClockKind];

/** What is said where the date is certain now, or is not any more. */
const certainty = (turns: readonly Turn[], word: 'change-moved' | 'change-stands'): keyof typeof words => {
  if (turns.includes('no-longer-provisional')) return `${word}-certain`;
  return turns.includes('becomes-provisional') ? `${word}-provisional` : word;
};

/** What a changed calendar did to the dates of a matter, in one sentence. Steps follow their clocks and are not told one by one. */
export function changeText(body: FactOf<'calendar-changed'>): Text {
  const told = [
    ...body.moves.map(
      (m) => named(m.clock) && text(certainty(m.turns, 'change-moved'), { clock: named(m.clock)!, from: day(m.from), to: day(m.to) }),
    ),
    ...(body.kept ?? []).map(
      (k) => named(k.clock) && text('change-kept', { clock: named(k.clock)!, would: day(k.would), due: day(k.due) }),
    ),
    ...(body.settled ?? []).map(
      (k) => named(k.clock) && text(certainty(k.turns, 'change-stands'), { clock: named(k.clock)!, due: day(k.due) }),
    ),
  ].filter((one): one is Text => one !== undefined);
  return text(body.undone ? 'fact-calendar-undone' : 'fact-calendar-changed', {
    edition: body.edition,
    dates: both((lang) => joined(told, lang)),
  });
}

/** The document it rests on, and why. */
export const changeCause = (body: FactOf<'calendar-changed' | 'breach-taken-back'>): Text =>
  text('change-cause', { document: body.document });
