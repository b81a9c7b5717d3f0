import { useQuery } from '@tanstack/react-query';
import type { Text } from '../../../kernel/text.ts';
import { useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { sayShort, useWords } from './say.tsx';

interface Visits {
  readonly visits: readonly { readonly visit: string; readonly day: string; readonly label: string; readonly againName: Text | null }[];
}

/** How often somebody came to a window about this matter, and why not once only (S4-29). */
export function VisitsLine({ number }: { number: string }) {
  const { api, lang, session } = useBench();
  const say = useWords();
  const path = `/matters/${encodeURIComponent(number)}/visits`;
  const asked = useQuery({
    queryKey: ['matter', number, 'visits', lang],
    queryFn: () => api.get<Visits>(path),
  });
  const visits = asked.data?.visits ?? [];
  if (visits.length === 0) return null;
  const title = say('visits-title', { n: visits.length });
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul>
        {visits.map(({ visit, day, label, againName }) => (
          <li key={visit}>
            {sayShort(day, lang, session.today)} {label} {againName && <small>{againName[lang]}</small>}
          </li>
        ))}
      </ul>
      <Exports path={path} of={title} />
    </section>
  );
}
