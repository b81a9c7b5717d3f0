import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Text } from '../../../kernel/text.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { sayInstant, sayShort, useWords } from './say.tsx';

interface Urging {
  readonly clock: string;
  readonly clockName: Text;
  readonly due: string;
  readonly rung: string;
  readonly rungName: Text;
  readonly person: string | null;
  readonly personName: Text | null;
  readonly note: Text | null;
  readonly arrived: string | null;
  readonly read: string | null;
}

/** Who was urged of this matter, when, and whether he read it (X3). */
export function UrgingsLine({ number }: { number: string }) {
  const { api, lang, session } = useBench();
  const say = useWords();
  const path = `/matters/${encodeURIComponent(number)}/urgings`;
  const asked = useQuery({
    queryKey: ['matter', number, 'urgings', lang],
    queryFn: () => api.get<{ urgings: readonly Urging[] }>(path),
  });
  const urgings = asked.data?.urgings ?? [];
  if (urgings.length === 0) return null;
  const title = say('urged-title', { n: urgings.length });
  return (
    <section className="card urged">
      <h2>{title}</h2>
      <ul>
        {urgings.map((one) => (
          <li key={`${one.clock} ${one.due} ${one.rung} ${one.person}`}>
            <b>{mixed(one.rungName[lang], lang)}</b> {one.personName ? mixed(one.personName[lang], lang) : say('urged-nobody')}
            <small>
              {mixed(one.clockName[lang], lang)} · {sayShort(one.due, lang, session.today)}
              {one.arrived && ` · ${say('urged-at', { at: sayInstant(one.arrived, lang, session.today) })}`}
              {one.arrived && ` · ${one.read ? say('urged-read', { at: sayInstant(one.read, lang, session.today) }) : say('urged-unread')}`}
            </small>
            {one.note && <small>{mixed(one.note[lang], lang)}</small>}
          </li>
        ))}
      </ul>
      <Exports path={path} of={title} />
    </section>
  );
}

/** On the desk: how many lists wait for their receipt. */
export function UrgingStrip() {
  const { api, lang } = useBench();
  const say = useWords();
  const asked = useQuery({
    queryKey: ['urgings', lang],
    queryFn: () => api.get<{ waiting: { lists: number; entries: number } }>('/urgings/mine'),
  });
  const { lists = 0, entries = 0 } = asked.data?.waiting ?? {};
  if (lists === 0) return null;
  return (
    <p className="urging-strip" role="status">
      <Link to="/urgings">{say('urging-strip', { lists, n: entries })}</Link>
    </p>
  );
}
