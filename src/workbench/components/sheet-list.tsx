import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Text } from '../../kernel/text.ts';
import { Light, type LightState } from '../../pictures/light.tsx';
import { sayNear } from '../../pictures/say.ts';
import { mixed } from '../../pictures/zh.tsx';
import type { Query } from '../api.ts';
import { useBench, useSay } from '../bench.tsx';
import { Heading } from './heading.tsx';
import { Empty, FailedScreen, Loading } from './states.tsx';
import { Table } from './table.tsx';

/** A list as the server tells it: heads in the reader's language, rows of cells, and where each row is opened. */
export interface SheetPage {
  readonly name: Text;
  readonly columns: readonly {
    readonly head: string;
    readonly kind: 'text' | 'number' | 'day' | 'instant' | 'sign';
    /** Shown below the column before it. */
    readonly under?: true;
  }[];
  readonly rows: readonly {
    readonly href?: string;
    readonly sign?: LightState;
    readonly fold?: { readonly key: string; readonly title: string; readonly sign?: LightState };
    readonly cells: readonly (string | number | null)[];
  }[];
  readonly total: number;
  readonly next?: string;
  readonly median?: number | null;
  readonly institution?: Text;
  readonly label?: Text;
}

/** Both files of a list, with what was chosen. Where a screen has several lists, `of` says which. */
export function Exports({ path, query, of }: { path: string; query?: Query; of?: string }) {
  const { api } = useBench();
  const say = useSay();
  return (
    <p className="exports">
      {(['csv', 'xlsx'] as const).map((kind) => {
        const text = say(`export-${kind}`);
        return (
          <a key={kind} href={api.href(`${path}.${kind}`, query)} download aria-label={of && say('export-of', { kind: text, list: of })}>
            {text}
          </a>
        );
      })}
    </p>
  );
}

export interface SheetListProps {
  /** Below `/api/v1`. */
  readonly path: string;
  readonly query?: Query;
  readonly title: (page: SheetPage) => ReactNode;
  readonly lead?: (page: SheetPage) => ReactNode;
  /** Below the lead: what not everybody reads. */
  readonly more?: ReactNode;
  readonly empty: string;
}

/** A list that the server describes: heading, table, pages, and the same to be taken away. */
export function SheetList({ path, query = {}, title, lead, more, empty }: SheetListProps) {
  const { api, lang } = useBench();
  const say = useSay();
  const asked = useInfiniteQuery({
    queryKey: ['sheet', path, lang, query],
    queryFn: ({ pageParam }) => api.get<SheetPage>(path, { ...query, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  if (asked.isPending) return <Loading say={say} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  const page = asked.data.pages[0]!;
  const rows = asked.data.pages.flatMap((one) => one.rows);
  return (
    <>
      <div className="screen-head">
        <div>
          <Heading>{title(page)}</Heading>
          {lead && <p className="lead">{lead(page)}</p>}
          {more}
        </div>
        <Exports path={path} query={query} />
      </div>
      {rows.length === 0 ? (
        <Empty title={empty} />
      ) : (
        <Table
          className="sheet-list"
          caption={page.name[lang]}
          columns={page.columns.flatMap(({ head, kind, under }, i) =>
            under
              ? []
              : {
                  head: mixed(head, lang),
                  label: head,
                  className: CLASSES[kind],
                  cell: ({ cells, href, sign }: SheetPage['rows'][number]) => {
                    const cell = <Cell value={cells[i] ?? null} kind={kind} sign={sign} />;
                    return (
                      <>
                        {i === 0 && href !== undefined ? <Opens href={href}>{cell}</Opens> : cell}
                        <Below columns={page.columns} cells={cells} of={i} />
                      </>
                    );
                  },
                },
          )}
          rows={rows}
          keyOf={({ cells }) => cells.join(' ')}
          foldOf={({ fold }) => fold && { key: fold.key, head: <FoldHead fold={fold} /> }}
        />
      )}
      <div className="table-foot">
        <span className="muted">{say('rows-shown', { shown: rows.length, total: page.total })}</span>
        {asked.hasNextPage && (
          <Button size="small" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {say('rows-more')}
          </Button>
        )}
      </div>
    </>
  );
}

function FoldHead({ fold: { title, sign } }: { fold: NonNullable<SheetPage['rows'][number]['fold']> }) {
  const { lang } = useBench();
  return (
    <>
      {mixed(title, lang)} {sign && <Light state={sign} lang={lang} />}
    </>
  );
}

/** Numbers to the right; a day in one piece, its hour beside or below it. */
const CLASSES = { number: 'n', day: 'c-when', instant: 'c-when', sign: 'whole', text: undefined } as const;

/** What stands below a cell: the columns that follow its own and have no place beside it. A text says itself what it is. */
function Below({ columns, cells, of }: { columns: SheetPage['columns']; cells: SheetPage['rows'][number]['cells']; of: number }) {
  const { lang } = useBench();
  const end = columns.findIndex(({ under }, i) => i > of && !under);
  return columns.slice(of + 1, end < 0 ? undefined : end).map(({ head, kind }, i) => {
    const value = cells[of + 1 + i] ?? null;
    return (
      value !== null && (
        <small key={head} className="below">
          <span className={kind === 'text' ? 'vh' : undefined}>{mixed(head, lang)}</span> <Cell value={value} kind={kind} />
        </small>
      )
    );
  });
}

/** The number of a document, which is read in one piece: its year stands in tortoise-shell brackets (GB/T 9704). */
const NUMBERED = /^\S{1,20}\u3014\d{4}\u3015\S{1,12}$/;

/** Within the workbench without loading a page; elsewhere as a link. */
function Opens({ href, children }: { href: string; children: ReactNode }) {
  const inside = href.startsWith('/workbench/') ? href.slice('/workbench'.length) : undefined;
  return inside === undefined ? <a href={href}>{children}</a> : <Link to={inside}>{children}</Link>;
}

interface CellProps {
  readonly value: string | number | null;
  readonly kind: SheetPage['columns'][number]['kind'];
  readonly sign?: LightState;
}

function Cell({ value, kind, sign }: CellProps) {
  const { lang, session } = useBench();
  const near = (date: string) => sayNear(date as LocalDate, lang, session.today as LocalDate);
  if (value === null) return null;
  if (kind === 'sign' && sign) return <Light state={sign} lang={lang} />;
  if (kind === 'day') return <span className="whole">{near(String(value))}</span>;
  if (kind === 'instant') {
    const local = new Date(Date.parse(String(value)) + 8 * 3_600_000).toISOString();
    return (
      <>
        <span className="whole">{near(local.slice(0, 10))}</span> {local.slice(11, 16)}
      </>
    );
  }
  const said = mixed(String(value), lang);
  return NUMBERED.test(String(value)) ? <span className="whole">{said}</span> : said;
}
