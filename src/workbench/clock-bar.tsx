import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LocalDate } from '../kernel/clock/types.ts';
import { sayDate } from '../pictures/say.ts';
import { useBench, useSay } from './bench.tsx';

/** Quiet, and always there in the model county: nobody shall take its dates for today's. */
export function ClockBar() {
  const { lang, session, api, tell } = useBench();
  const say = useSay();
  const client = useQueryClient();
  const [days, setDays] = useState('');
  const day = (date: string) => sayDate(date as LocalDate, lang, 'date-full');
  const pass = useMutation({
    mutationFn: (advance: string) => api.post<{ now: string; today: string; facts: number }>('/clock', { advance }),
    onSuccess: async ({ today, facts }) => {
      await client.invalidateQueries();
      tell(say(facts > 0 ? 'clock-passed' : 'clock-passed-none', { date: day(today), n: facts }));
    },
    onError: (error) => tell(error.message, 'late'),
  });
  return (
    <aside className="clockbar" aria-label={say('clock-label')}>
      <span>{say('clock-today', { date: day(session.today), time: session.now.slice(11, 16) })}</span>
      {(['1d', '1w'] as const).map((advance) => (
        <button key={advance} type="button" disabled={pass.isPending} onClick={() => pass.mutate(advance)}>
          {say(advance === '1d' ? 'clock-day' : 'clock-week')}
        </button>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pass.mutate(`${Number(days)}d`);
        }}
      >
        <input
          type="number"
          min={1}
          max={31}
          required
          inputMode="numeric"
          aria-label={say('clock-days')}
          placeholder={say('clock-days-unit')}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
        <button type="submit" disabled={pass.isPending}>
          {say('clock-days-go')}
        </button>
      </form>
    </aside>
  );
}
