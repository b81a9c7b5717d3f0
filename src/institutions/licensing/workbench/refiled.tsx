import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useBench } from '../../../workbench/bench.tsx';
import type { SheetPage } from '../../../workbench/components/sheet-list.tsx';
import { sayShort, useWords } from './say.tsx';
import type { Story } from './story.ts';
import { useSupervises } from './supervises.tsx';

/** How many were withdrawn and filed again, to those who supervise; the number opens its rows. */
export function RefiledNumber() {
  const { api, lang } = useBench();
  const say = useWords();
  const supervises = useSupervises();
  const asked = useQuery({
    queryKey: ['board', 'refilings', lang],
    queryFn: () => api.get<SheetPage>('/board/refilings', { limit: 1 }),
    enabled: supervises,
  });
  if (!asked.data) return null;
  const { total } = asked.data;
  return (
    <p className="small note" data-refiled={total}>
      {say('refiled-number')} {total === 0 ? <span className="zero">0</span> : <Link to="/board/refilings">{total}</Link>}
    </p>
  );
}

/** On a matter that was filed again: what the same applicant withdrew of this item before. */
export function WithdrawnBefore({ story }: { story: Story }) {
  const { lang, session } = useBench();
  const say = useWords();
  const before = story.withdrawnBefore ?? [];
  if (before.length === 0) return null;
  return (
    <p className="notice" data-withdrawn-before={before.length}>
      {say(before.length === 1 ? 'withdrawn-before-one' : 'withdrawn-before', { n: before.length })}{' '}
      {before.map(({ number, on }) => (
        <span key={number} className="apart">
          <Link to={`/matters/${encodeURIComponent(number)}`}>{number}</Link> <small>{sayShort(on, lang, session.today)}</small>{' '}
        </span>
      ))}
    </p>
  );
}
