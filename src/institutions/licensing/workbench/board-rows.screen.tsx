import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { Light } from '../../../pictures/light.tsx';
import { words as pictureWords } from '../../../pictures/words.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Heading } from '../../../workbench/components/heading.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import { WhyDate } from '../../../workbench/components/why-date.tsx';
import { type Board, type BoardRow, ROW_LIGHTS } from './answers.ts';
import { DateOf } from './date-of.tsx';
import { Provisional, sayInstant, sayResumes, sayShort, useWords } from './say.tsx';

/** The rows behind a number of the board. */
export default function BoardRows() {
  const { api, lang, session } = useBench();
  const say = useWords();
  const [params] = useSearchParams();
  const organ = params.get('organ') ?? undefined;
  const light = ROW_LIGHTS.find((one) => one === params.get('light'));
  const board = useQuery({ queryKey: ['board', lang], queryFn: () => api.get<Board>('/board') });
  const asked = useInfiniteQuery({
    queryKey: ['board-rows', lang, organ, light],
    queryFn: ({ pageParam }) =>
      api.get<{ matters: BoardRow[]; total: number; next?: string }>('/board/matters', { organ, light, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const rows = asked.data.pages.flatMap((page) => page.matters);
  const total = asked.data.pages[0]!.total;
  const name = board.data?.organs.find((one) => one.organ === organ)?.name[lang] ?? (organ ? organ : say('total'));
  return (
    <>
      <p className="trail">
        <Link to="/board">← {say('back-to-board')}</Link>
      </p>
      <div className="screen-head">
        <div>
          <Heading>{mixed(say('board-rows', { organ: name, light: light ? pictureWords[light][lang] : say('rows-open') }), lang)}</Heading>
        </div>
        <Exports path="/board/matters" query={{ organ, light }} />
      </div>
      {rows.length === 0 ? (
        <Empty title={say('rows-none')}>
          <p>{say('rows-none-more')}</p>
        </Empty>
      ) : (
        <div className="table-wrap">
          <table className="list">
            <thead>
              <tr>
                {(['light', 'matter', 'received', 'due', 'waits'] as const).map((column) => (
                  <th key={column} scope="col" className={`c-${column}`}>
                    {say(`col-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.number}>
                  <td className="c-light">
                    <Light state={row.light} lang={lang} />
                  </td>
                  <th scope="row" className="c-matter">
                    <Link to={`/matters/${encodeURIComponent(row.number)}`}>{mixed(row.itemName[lang], lang)}</Link>
                    <small>{row.number}</small>
                  </th>
                  <td>{sayInstant(row.received, lang, session.today)}</td>
                  <td className="c-due">
                    {row.due ? (
                      <>
                        <WhyDate date={sayShort(row.due, lang, session.today)}>
                          {() => <DateOf matter={row.number} due={row.due!} step="main" />}
                        </WhyDate>
                        {row.provisional && <Provisional />}
                      </>
                    ) : (
                      <small>{row.resumes ? sayResumes(row.resumes, lang, session.today, say) : say('no-due')}</small>
                    )}
                  </td>
                  <td>{mixed(row.owner.name?.[lang] ?? name, lang)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && (
        <div className="table-foot">
          <span className="muted">{say('shown', { shown: rows.length, total })}</span>
          {asked.hasNextPage && (
            <Button size="small" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
              {say('more', { n: Math.min(50, total - rows.length) })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
