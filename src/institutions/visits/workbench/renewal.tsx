import { useQuery } from '@tanstack/react-query';
import { sayAmount, sayDate } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import type { AtWindow, Licence } from './answers.ts';
import { useWords } from './say.tsx';

/** A licence that still runs: its last day, and until when its renewal is asked for in time. */
export function RenewBy({ licence: { number, until, renewal } }: { licence: Licence }) {
  const { lang, session } = useBench();
  const say = useWords();
  if (!until || !renewal) return null;
  const day = (date: typeof until) => sayDate(date, lang, 'date-long');
  const past = session.today > renewal.by;
  return (
    <p className={past ? 'small lacking' : 'small'} data-renew-by={renewal.by}>
      {mixed(say(past ? 'renew-past' : 'renew-by', { number, until: day(until), by: day(renewal.by) }), lang)}{' '}
      {renewal.provisional && say('renew-provisional')}
    </p>
  );
}

/** Under the licence's number in a renewal: the rule, and the day of the licence that was typed (行政许可法 50). */
export function RenewalNote({ lead, number, item }: { lead: NonNullable<AtWindow['renewal']>; number: string; item: string }) {
  const { api, lang } = useBench();
  const say = useWords();
  const typed = number.trim();
  const asked = useQuery({
    queryKey: ['licence', typed],
    queryFn: () => api.get<Licence>(`/licences/${encodeURIComponent(typed)}`),
    enabled: typed.length > 5,
    retry: false,
  });
  return (
    <div className="notice" role="note">
      <p>{say('renew-lead', { limit: sayAmount(lead.amount, lead.unit, lang) })}</p>
      {asked.data?.item === item && <RenewBy licence={asked.data} />}
    </div>
  );
}
