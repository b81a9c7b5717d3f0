import type { ReactNode } from 'react';
import { say } from '../say.ts';
import { type WhyDateInput, whyDate } from '../why-date.ts';
import { mixed } from './text.tsx';

export interface WhyDateProps extends WhyDateInput {
  /** Links to the computation and to the independent checker. */
  readonly children?: ReactNode;
}

/** Why this date: the sentence that stands over every calendar strip. The last line names the calendar, and how sure we are of the law. */
export function WhyDate({ children, ...input }: WhyDateProps) {
  const { basis, lang } = input;
  const sentences = whyDate(input);
  const doubt = basis === undefined || basis.mark === 'V' ? undefined : say(`basis-${basis.mark}`, lang);
  return (
    <div className="why">
      <p>{mixed(sentences.slice(0, -1).join(lang === 'zh' ? '' : ' '), lang)}</p>
      <p className="small muted">
        {mixed(sentences.at(-1) ?? '', lang)} {doubt && <span className="doubt">{doubt}</span>} {children}
      </p>
    </div>
  );
}
