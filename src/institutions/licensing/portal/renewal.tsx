import type { LocalDate, Term } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { formatArticle, formatLaw, formatLimit, formatLongDate } from '../../../portal/index.ts';
import type { RenewalDay } from '../rules/renewal.ts';
import { say } from './say.ts';

export type RenewalLead = Pick<Term, 'amount' | 'unit' | 'basis'>;
export interface NamedLicence extends RenewalDay {
  readonly number: string;
  readonly until: LocalDate;
  /** The last day has passed. */
  readonly past: boolean;
}

/** Before filing: by when a renewal is to be asked for, in general and for the licence that was named (行政许可法 50). */
export function RenewalNote({ lead, of, lang }: { lead: RenewalLead; of?: NamedLicence; lang: Lang }) {
  const law = { law: formatLaw(lead.basis.law[lang], lang), article: formatArticle(lead.basis.article, lang) };
  return (
    <div className="notice" role="note">
      <p>{say('renewal-lead', lang, { limit: formatLimit(lead.amount, lead.unit, lang), ...law })}</p>
      {of && (
        <p>
          <b>
            {say(of.past ? 'renewal-past' : 'renewal-by', lang, {
              number: of.number,
              until: formatLongDate(of.until, lang),
              by: formatLongDate(of.by, lang),
            })}
          </b>{' '}
          {of.provisional && say('renewal-provisional', lang)}
        </p>
      )}
    </div>
  );
}
