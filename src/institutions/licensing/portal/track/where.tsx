import { daysBetween } from '../../../../kernel/clock/index.ts';
import type { Lang, Text } from '../../../../kernel/text.ts';
import type { Params } from '../../../../portal/index.ts';
import { formatMoney, speaker } from '../../../../portal/index.ts';
import { dueBills } from '../../rules/bills.ts';
import { holderName, sinceWhen } from '../../view.ts';
import { clockWords, outcomeWords, statusWords } from '../../words.ts';
import { type Case, groundName, lastFact } from '../case.ts';
import { Filled } from '../filled.tsx';
import { day, dueOf, instant } from '../say.ts';
import { words } from './words.ts';

type Word = keyof typeof words;
export const { say, text } = speaker(words);

/** Where it is, since when, until when: the sentence a page begins with. */
export function whereIs(c: Case): { readonly word: Word; readonly params: Params } {
  const { s, m, moment } = c;
  const since = instant(sinceWhen(c.facts));
  const holder = holderName(m.owner, s, moment);
  const { acceptance, legal, promised, delivery, notice } = s.clocks;
  const legalDue = legal ? dueOf(legal) : holder;
  switch (s.status) {
    case 'received':
      return { word: 'at-received', params: { holder, since, due: acceptance ? dueOf(acceptance) : since } };
    case 'awaiting-correction':
      return { word: 'at-awaiting-correction', params: { since } };
    case 'forwarded':
      return { word: 'at-forwarded', params: { holder, since } };
    case 'accepted': {
      if (s.pause?.statutory) {
        const expected = lastFact(c, 'paused')?.body.expected;
        const over = expected !== undefined && expected < moment.today;
        return {
          word: over ? 'at-paused-over' : 'at-paused',
          params: {
            ground: groundName(c, s.pause.ground),
            since,
            expected: expected ? day(expected) : since,
            legal: legalDue,
            ...(over && { n: daysBetween(expected, moment.today) }),
          },
        };
      }
      if (m.owner.account === 'dispute') return { word: 'at-dispute', params: { holder, since, legal: legalDue } };
      if (m.owner.account === 'applicant')
        return { word: 'at-bill', params: { since, amount: formatMoney(dueBills(s).reduce((sum, bill) => sum + bill.amount, 0)) } };
      if (promised) return { word: 'at-accepted', params: { holder, since, promised: dueOf(promised), legal: legalDue } };
      return { word: 'at-accepted-legal', params: { holder, since, legal: legalDue } };
    }
    case 'decided': {
      const outcome = outcomeWords[s.decision?.outcome ?? 'granted'];
      const date = s.decision ? day(s.decision.on) : since;
      if (s.notice && notice) return { word: 'at-notice', params: { date, outcome, published: day(notice.zero), due: dueOf(notice) } };
      return { word: s.toFollow ? 'at-decided-follow' : 'at-decided', params: { date, outcome, due: delivery ? dueOf(delivery) : date } };
    }
    case 'closed':
      return { word: 'at-closed', params: { date: instant(m.closed ?? moment.now), outcome: statusOf(c) } };
  }
}

export const statusOf = ({ s }: Pick<Case, 's'>): Text => statusWords[s.status === 'closed' ? (s.ending ?? 'withdrawn') : s.status];

/** Limits already passed: said at once, not hidden under a picture. */
export function lateLines(c: Case, lang: Lang): string[] {
  if (c.s.status === 'closed') return [];
  return (['acceptance', 'promised', 'legal', 'delivery'] as const).flatMap((kind) => {
    const clock = c.s.clocks[kind];
    return clock && c.s.lit[kind] === 'late' ? [say('limit-late', lang, { clock: clockWords[kind], due: day(clock.due) })] : [];
  });
}

export const Where = ({ c, lang }: { c: Case; lang: Lang }) => {
  const { word, params } = whereIs(c);
  return <Filled of={words[word]} params={params} lang={lang} />;
};
