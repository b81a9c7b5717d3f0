import type { ReactNode } from 'react';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Lang, Text } from '../../kernel/text.ts';
import { OrganSeal } from '../../pictures/seal.tsx';
import { formatLongDate } from '../format.ts';
import { say } from '../say.ts';
import { mixed, T } from './text.tsx';

export interface PaperProps {
  /** Whose paper it is; it signs and seals. */
  readonly organ: Text;
  /** The kind of paper, e.g. notice of acceptance. */
  readonly title: Text;
  /** Its number with the year in brackets; Chinese in every language. */
  readonly number: string;
  /** To whom. */
  readonly to?: string;
  readonly date: LocalDate;
  readonly sealed: boolean;
  /** What the paper says: paragraphs, `Terms`, a `Table`. */
  readonly children: ReactNode;
  /** Reconsideration and lawsuit, where the paper decides something. */
  readonly remedies?: ReactNode;
  /** Code and address for verification. */
  readonly check?: ReactNode;
  /** Printed by the model county: without legal effect, and says so. */
  readonly specimen?: boolean;
  readonly lang: Lang;
}

/** A statutory paper, about A4, the same on screen and from the printer. */
export function Paper({ organ, title, number, to, date, sealed, children, remedies, check, specimen, lang }: PaperProps) {
  return (
    <article className="paper">
      {specimen && <p className="specimen">{say('paper-specimen', lang)}</p>}
      <header>
        <p className="organ">
          <T text={organ} lang={lang} />
        </p>
        <p className="number">{mixed(number, lang)}</p>
      </header>
      <h1>
        <T text={title} lang={lang} />
      </h1>
      {to && <p className="to">{mixed(say('paper-to', lang, { name: to }), lang)}</p>}
      <div className="body">{children}</div>
      {remedies && (
        <section className="remedies">
          <h2>{say('paper-remedies', lang)}</h2>
          {remedies}
        </section>
      )}
      <footer>
        {check && (
          <div className="check">
            <b>{say('paper-check', lang)}</b>
            {check}
          </div>
        )}
        <div className="signature">
          {sealed ? <OrganSeal organ={organ} lang={lang} /> : <span className="seal-place">{say('paper-seal-place', lang)}</span>}
          <p>
            <T text={organ} lang={lang} />
          </p>
          <p>
            <time dateTime={date}>{formatLongDate(date, lang)}</time>
          </p>
        </div>
      </footer>
      {lang === 'en' && <p className="translation">{say('paper-copy', lang)}</p>}
    </article>
  );
}
