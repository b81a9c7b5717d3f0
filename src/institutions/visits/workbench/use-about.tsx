import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '../../../workbench/api.ts';
import { useBench } from '../../../workbench/bench.tsx';
import type { Reason } from '../vocabulary.ts';
import type { Today, VisitLine } from './answers.ts';
import { useWords } from './say.tsx';

export interface About {
  /** Whom this window has called or attends to. */
  readonly visitor: VisitLine | undefined;
  /** Notes that the visitor at the window came about a matter. False: a reason is asked first. */
  note(matter: string, again?: Reason): Promise<boolean>;
  /** The matter for which the reason of another visit is asked. */
  readonly asked: string | undefined;
  cancel(): void;
}

interface Counted {
  readonly known: boolean;
  readonly visits: readonly object[];
}

/** Visits are counted as they happen: what is scanned or filed while somebody is served was his matter. */
export function useAbout(today: Today | undefined): About {
  const { api, tell } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const visitor = today?.visits.find(({ seat, status }) => seat === today.mine.seat && (status === 'called' || status === 'serving'));
  const note = async (matter: string, again?: Reason): Promise<boolean> => {
    if (visitor?.status !== 'serving' || visitor.about.some((one) => one.matter === matter)) return true;
    try {
      const { known, visits } = await api.get<Counted>(`/matters/${encodeURIComponent(matter)}/visits`);
      if (!known) return true;
      if (visits.length > 0 && !again) {
        setAsked(matter);
        return false;
      }
      await api.post(`/window/tickets/${visitor.visit}/actions/about`, { matter, ...(again && { again }) });
      setAsked(undefined);
      tell(say('noted-visit', { matter }));
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.problem.code === 'visit-reason-needed') setAsked(matter);
      else tell(error.problem.title, 'late');
      // Counting must not keep anybody from his matter; only the reason is asked first.
      return error.problem.code !== 'visit-reason-needed';
    } finally {
      await client.invalidateQueries({ queryKey: ['window'] });
    }
  };
  return { visitor, note, asked, cancel: () => setAsked(undefined) };
}
