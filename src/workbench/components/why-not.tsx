import { Popover } from 'antd';
import { sayBasis } from '../../pictures/basis.ts';
import { mixed } from '../../pictures/zh.tsx';
import { useBench, useSay } from '../bench.tsx';
import { inMain } from '../windows.ts';

/** One reason of a no, as the server gives it. */
export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly basis?: string;
  readonly who?: readonly string[];
}

/** The reasons themselves: the sentence, the basis, who could. */
export function Reasons({ reasons, nameOf = (seat) => seat }: { reasons: readonly Reason[]; nameOf?: (seat: string) => string }) {
  const { lang } = useBench();
  const say = useSay();
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.code}>
          {mixed(reason.text, lang)}
          {reason.basis && <small>{mixed(say('why-basis', { basis: sayBasis(reason.basis, lang) }), lang)}</small>}
          {reason.who && reason.who.length > 0 && (
            <small>{mixed(say('why-who', { who: together(reason.who.map(nameOf), say('comma'), say('organ-seats')) }), lang)}</small>
          )}
        </li>
      ))}
    </ul>
  );
}

/** An organ is named once, then its seats. */
function together(names: readonly string[], comma: string, between: string): string {
  const organs = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const [organ = name, ...seat] = name.split(' · ');
    organs.set(organ, [...(organs.get(organ) ?? []), ...(seat.length > 0 ? [seat.join(' · ')] : [])]);
  }
  return [...organs].map(([organ, seats]) => (seats.length > 0 ? `${organ}${between}${seats.join(comma)}` : organ)).join('; ');
}

/** A greyed action that answers when it is asked: why may I not, on which basis, and who could. */
export function WhyNot(props: { action: string; reasons: readonly Reason[]; nameOf?: (seat: string) => string }) {
  const say = useSay();
  return (
    <Popover
      getPopupContainer={inMain}
      trigger="click"
      title={say('why-not')}
      content={<Reasons {...props} />}
      classNames={{ root: 'why-pop' }}
    >
      <button type="button" className="off" aria-label={say('why-not-of', { action: props.action })}>
        {props.action} <span aria-hidden="true">?</span>
      </button>
    </Popover>
  );
}
