import type { ReactNode } from 'react';
import { editionHref } from '../links.ts';
import { say } from '../say.ts';
import { type WhyDateInput, whyDate } from '../why-date.ts';
import { mixed, SourcedMark } from './text.tsx';

export interface WhyDateProps extends WhyDateInput {
  /** Links to the computation and to the independent checker. */
  readonly children?: ReactNode;
}

/** Why this date: the sentence that stands over every calendar strip. */
export const WhyDate = ({ children, ...input }: WhyDateProps) => (
  <WhySaid sentences={whyDate(input)} basis={input.basis} own={input.own} lang={input.lang} edition={input.clock.derivation.edition}>
    {children}
  </WhySaid>
);

export interface WhySaidProps extends Pick<WhyDateProps, 'basis' | 'own' | 'lang' | 'children'> {
  readonly sentences: readonly string[];
  /** Of the calendar, where a county here has it. */
  readonly edition: string;
}

/** The last line names the calendar, and how sure we are of the law. */
export function WhySaid({ sentences, basis, own, lang, edition, children }: WhySaidProps) {
  const mark = own ? OWN_MARKS[own.confidence] : basis?.mark;
  const doubt = mark === undefined || mark === 'V' ? undefined : say(`basis-${mark}`, lang);
  return (
    <div className="why">
      <p>{mixed(sentences.slice(0, -1).join(lang === 'zh' ? '' : ' '), lang)}</p>
      <p className="small muted">
        {mixed(sentences.at(-1) ?? '', lang)} <a href={editionHref(edition)}>{say('why-edition-open', lang)}</a>{' '}
        {doubt && <span className="doubt">{doubt}</span>}
        {own && <SourcedMark of={own} lang={lang} />} {children}
      </p>
    </div>
  );
}

/** What is made up has its own mark. */
const OWN_MARKS = { verified: 'V', known: 'K', illustrative: undefined } as const;
