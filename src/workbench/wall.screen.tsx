import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LocalDate } from '../kernel/clock/types.ts';
import type { Text } from '../kernel/text.ts';
import { sayDate } from '../pictures/say.ts';
import { mixed } from '../pictures/zh.tsx';
import { useBench, useSay } from './bench.tsx';
import { Exports } from './components/sheet-list.tsx';
import { FailedScreen, Loading } from './components/states.tsx';

interface Wall {
  readonly asOf: string;
  readonly institutions: readonly {
    readonly code: string;
    readonly institution: string;
    readonly name: Text;
    readonly duty: Text;
    readonly number: { readonly value: number; readonly label: Text; readonly keptBy?: Text } | null;
  }[];
}

/** 25 institutions, a number each, counted as one looks; what is not built says so. */
export default function WallScreen() {
  const { api, lang } = useBench();
  const say = useSay();
  const asked = useQuery({ queryKey: ['wall', lang], queryFn: () => api.get<Wall>('/wall') });
  if (asked.isPending) return <Loading say={say} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const { asOf, institutions } = asked.data;
  const there = institutions.filter(({ number }) => number !== null).length;
  const day = new Date(Date.parse(asOf) + 8 * 3_600_000).toISOString().slice(0, 10) as LocalDate;
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{say('wall')}</h1>
          <p className="lead">
            {say('wall-say', {
              day: sayDate(day, lang, 'date-full'),
              all: institutions.length,
              there,
              not: institutions.length - there,
            })}
          </p>
        </div>
        <Exports path="/wall" />
      </div>
      <ul className="wall">
        {institutions.map(({ code, institution, name, duty, number }) => (
          <li key={code} className={number ? 'card there' : 'card'}>
            <small>{code}</small>
            <h2>{mixed(name[lang], lang)}</h2>
            {number ? (
              <>
                <p className="number">
                  <Link to={`/wall/${institution}`}>{number.value}</Link>
                </p>
                <p>{mixed(number.label[lang], lang)}</p>
                {number.keptBy && <small>{mixed(number.keptBy[lang], lang)}</small>}
              </>
            ) : (
              <>
                <p className="not-built">{say('wall-not-built')}</p>
                <small>{mixed(duty[lang], lang)}</small>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="muted small note">{say('wall-note')}</p>
    </>
  );
}
