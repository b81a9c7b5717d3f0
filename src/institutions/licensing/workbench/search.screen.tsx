import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Light } from '../../../pictures/light.tsx';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, Failure, Loading } from '../../../workbench/components/states.tsx';
import { statusWords } from '../words/said.ts';
import type { Found } from './answers.ts';
import { useWords } from './say.tsx';

/** By number, item or applicant. A whole number leads straight to its matter: that is how a barcode is read. */
export default function SearchScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.trim() ?? '';
  const asked = useInfiniteQuery({
    queryKey: ['search', lang, q],
    queryFn: ({ pageParam }) => api.get<Found>('/search', { q, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: q !== '',
  });
  const pages = asked.data?.pages;
  const found = pages && { ...pages.at(-1)!, matters: pages.flatMap((page) => page.matters), items: pages.flatMap((page) => page.items) };
  const goOn = (list: 'matters' | 'items') =>
    found?.more[list] && (
      <div className="table-foot">
        <span className="muted">{say('search-more', { shown: found[list].length })}</span>
        {asked.hasNextPage && (
          <Button size="small" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {shellSay(lang)('rows-more')}
          </Button>
        )}
      </div>
    );
  // A whole number, or the digits it ends with, meant that one matter.
  if (found?.matters.length === 1 && /\d$/.test(q) && found.matters[0]!.number.toLowerCase().endsWith(q.toLowerCase()))
    return <Navigate replace to={`/matters/${encodeURIComponent(found.matters[0]!.number)}`} />;
  return (
    <>
      <h1>{q === '' ? say('search') : say('search-for', { q })}</h1>
      <p className="muted">{say('search-hint')}</p>
      <Input.Search
        key={q}
        defaultValue={q}
        maxLength={100}
        className="big-search"
        aria-label={say('search')}
        enterButton={say('search')}
        onSearch={(next) => setParams(next.trim() ? { q: next.trim() } : {})}
      />
      {q !== '' && asked.isPending && <Loading say={shellSay(lang)} />}
      {asked.isError && <Failure error={asked.error} lang={lang} retry={() => void asked.refetch()} />}
      {found && found.matters.length + found.items.length === 0 && (
        <Empty title={say('search-none')}>
          <p>{say('search-hint')}</p>
        </Empty>
      )}
      {found?.note && (
        <p className="notice" role="status">
          {mixed(found.note[lang], lang)}
        </p>
      )}
      {found && found.matters.length > 0 && (
        <section>
          <div className="screen-head">
            <h2>{say('search-matters')}</h2>
            <Exports path="/search" query={{ q }} />
          </div>
          <ul className="found card">
            {found.matters.map((one) => (
              <li key={one.number}>
                <Light state={one.light} lang={lang} />
                <span>
                  <Link to={`/matters/${encodeURIComponent(one.number)}`}>{mixed(one.itemName[lang], lang)}</Link>
                  <small>
                    {one.number} {mixed(one.applicant ?? '', lang)}
                  </small>
                </span>
                <small>{statusWords[one.status as keyof typeof statusWords]?.[lang]}</small>
              </li>
            ))}
          </ul>
          {goOn('matters')}
        </section>
      )}
      {found && found.items.length > 0 && (
        <section>
          <div className="screen-head">
            <h2>{say('search-items')}</h2>
            <Exports path="/search" query={{ q, what: 'items' }} />
          </div>
          <ul className="found card">
            {found.items.map((item) => (
              <li key={item.id}>
                <span>
                  <Link to={`/?item=${encodeURIComponent(item.id)}`}>{mixed(item.name[lang], lang)}</Link>
                  <small>{item.id}</small>
                </span>
                <a href={`/items/${encodeURIComponent(item.id)}`}>{say('guide')}</a>
              </li>
            ))}
          </ul>
          {goOn('items')}
        </section>
      )}
    </>
  );
}
