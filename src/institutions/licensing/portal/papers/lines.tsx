import type { ReactNode } from 'react';
import type { Clock } from '../../../../kernel/clock/types.ts';
import type { Lang, Text } from '../../../../kernel/text.ts';
import { formatLongDate, formatMoney, localOf, Show, speaker, T, Terms } from '../../../../portal/index.ts';
import type { Bill } from '../../rules/bills.ts';
import { type Case, organName } from '../case.ts';
import { joined } from '../say.ts';
import { words } from './words.ts';

export const { say, text } = speaker(words);

export function dueLine(clock: Clock, lang: Lang): string {
  return `${formatLongDate(clock.due, lang)}${clock.provisional ? say('provisional', lang) : ''}${clock.conditional && clock.kind !== 'promised' ? say('conditional', lang) : ''}`;
}

/** What several bills come to. */
export const sumSaid = (bills: readonly Bill[]): Text =>
  text('payment-sum', { n: bills.length, sum: formatMoney(bills.reduce((sum, { amount }) => sum + amount, 0)) });

export const longMoment = (at: number, lang: Lang): string => `${formatLongDate(localOf(at).date, lang)} ${localOf(at).time}`;

const LABELS = { acceptance: 'answer-by', legal: 'legal-due', promised: 'promised-due' } as const;

/** Item, number, organ and dates, as they stand on most papers. */
export function Lines({
  c,
  lang,
  clocks,
  more = [],
}: {
  c: Case;
  lang: Lang;
  clocks: readonly Clock[];
  more?: { label: Text; value: ReactNode }[];
}) {
  const dates = clocks.flatMap((clock) =>
    clock.kind in LABELS ? [{ label: words[LABELS[clock.kind as keyof typeof LABELS]], value: dueLine(clock, lang) }] : [],
  );
  return (
    <Terms
      lang={lang}
      items={[
        { label: words.number, value: c.m.number },
        { label: words.organ, value: <T text={organName(c, c.s.lead)} lang={lang} /> },
        ...more,
        ...dates,
        { label: words.complaint, value: <Show of={c.item.complaintPhone} lang={lang} /> },
      ]}
    />
  );
}

export const assistsOf = (c: Case, lang: Lang) => {
  const organs = c.s.steps.filter((step) => step.id !== 'lead').map((step) => organName(c, step.organ));
  return organs.length > 0 ? [{ label: words.assists, value: joined(organs, lang) }] : [];
};
