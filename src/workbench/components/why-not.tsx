import { Popover } from 'antd';
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
          {reason.basis && <small>{mixed(say('why-basis', { basis: reason.basis }), lang)}</small>}
          {reason.who && reason.who.length > 0 && (
            <small>{mixed(say('why-who', { who: [...new Set(reason.who.map(nameOf))].join(say('comma')) }), lang)}</small>
          )}
        </li>
      ))}
    </ul>
  );
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
