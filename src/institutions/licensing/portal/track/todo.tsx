import type { Lang } from '../../../../kernel/text.ts';
import { ButtonLink, both, Card, formatMoney, mixed } from '../../../../portal/index.ts';
import { dueBills, owes } from '../../rules/bills.ts';
import { waitsForBill } from '../../rules/summary.ts';
import { at, type Case, chairOf, chargeName, materialName, told, trackPath } from '../case.ts';
import { partOf } from '../papers/kinds.ts';
import { sumSaid } from '../papers/lines.tsx';
import { day, hearingAt, joined } from '../say.ts';
import { say } from './where.tsx';
import { words } from './words.ts';

/** What the applicant must do now, each with the way to do it; nothing is said to be nothing. */
export function Todo({ c, lang, titled }: { c: Case; lang: Lang; titled?: boolean }) {
  const { s } = c;
  const paper = (kind: string) => at(c, `/papers/${encodeURIComponent(c.m.number)}/${kind}`);
  const papers = both((l) =>
    joined(
      (s.toFollow?.papers ?? []).map((code) => materialName(c, code)),
      l,
    ),
  );
  const open = s.status !== 'closed';
  const notice = hearingAhead(c);
  return (
    <Card lang={lang} title={titled ? words.todo : undefined}>
      {s.status === 'awaiting-correction' && (
        <Task
          title={say('todo-correct', lang)}
          text={say('todo-correct-say', lang, { n: s.demands?.length ?? 0 })}
          href={trackPath(c, '/correct')}
          go="todo-correct-go"
          lang={lang}
        />
      )}
      {notice && (
        <Task
          title={say('todo-hearing', lang, { when: hearingAt(notice) })}
          text={say('todo-hearing-say', lang, { place: told(c, notice.place, lang), moderator: chairOf(c, notice.moderator)[lang] })}
          href={paper('hearing')}
          go="todo-hearing-go"
          lang={lang}
        />
      )}
      {open &&
        dueBills(s).map(({ charge, amount, seq }, _i, due) => (
          <Task
            key={charge}
            title={say(due.length > 1 ? 'todo-pay-of' : 'todo-pay', lang, { amount: formatMoney(amount), charge: chargeName(c, charge) })}
            text={say('todo-pay-say', lang)}
            href={paper(partOf(c, 'payment', seq))}
            go="todo-pay-go"
            lang={lang}
          />
        ))}
      {open && dueBills(s).length > 1 && (
        <p>
          <b>{sumSaid(dueBills(s))[lang]}</b> <a href={paper('payment')}>{say('todo-pay-go', lang)}</a>
        </p>
      )}
      {open && s.toFollow && (
        <Task
          title={say('todo-hand-in', lang)}
          text={say('todo-hand-in-say', lang, { papers, by: day(s.toFollow.by) })}
          href={trackPath(c, '/hand-in')}
          go="todo-hand-in-go"
          lang={lang}
        />
      )}
      {s.status === 'decided' && !s.toFollow && !owes(s) && !waitsForBill(s) && (
        <>
          <p>
            <b>{say('todo-collect', lang)}</b>
          </p>
          <p>{say('todo-collect-say', lang)}</p>
        </>
      )}
      {isIdle(c) && <p>{say(open ? 'todo-none' : 'todo-closed', lang)}</p>}
    </Card>
  );
}

/** A hearing that was notified, until it is held. */
const hearingAhead = ({ s }: Case) => (s.status === 'accepted' && s.heard?.hearing === 'requested' ? s.heard.notice : undefined);

export const isIdle = (c: Case): boolean => {
  const { s } = c;
  if (s.status === 'closed') return true;
  return s.status !== 'awaiting-correction' && (s.status !== 'decided' || waitsForBill(s)) && !owes(s) && !s.toFollow && !hearingAhead(c);
};

function Task({ title, text, href, go, lang }: { title: string; text: string; href: string; go: keyof typeof words; lang: Lang }) {
  return (
    <div className="task">
      <p>
        <b>{title}</b>
      </p>
      <p>{mixed(text, lang)}</p>
      <p>
        <ButtonLink lang={lang} text={words[go]} href={href} />
      </p>
    </div>
  );
}
