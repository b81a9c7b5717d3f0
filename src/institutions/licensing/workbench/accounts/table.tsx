import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Mark } from '../../../../pictures/mark.tsx';
import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import { useWords } from '../say.tsx';
import { type AccountLine, type AccountsPage, at, type By, Strip, short, type TimeSum, useAccountWords } from './parts.tsx';

/** A column's head sorts by it; the address keeps it, and the file has the same order. */
export function SortHead({ column, children }: { column: 'name' | 'matters' | 'median'; children: ReactNode }) {
  const say = useWords();
  const [params, setParams] = useSearchParams();
  const sorted = params.get('sort') === column;
  const sort = () =>
    setParams((old) => {
      sorted ? old.delete('sort') : old.set('sort', column);
      return old;
    });
  return (
    <th
      scope="col"
      className={column === 'name' ? undefined : 'n'}
      aria-sort={sorted ? (column === 'name' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" data-sort={column} onClick={sort}>
        {children}
        {sorted && <span aria-hidden="true"> {column === 'name' ? '▲' : '▼'}</span>}
        <span className="vh"> {say('sort-by-this')}</span>
      </button>
    </th>
  );
}

export interface AccountRowProps {
  readonly row: AccountLine;
  readonly page: AccountsPage;
  readonly chosen: Readonly<Record<string, string>>;
  readonly whole?: boolean;
}

/** Where one leads to from a row: an organ to its items, an item to who held it, a level to its organs. */
const DEEPER: Readonly<Record<By, By>> = { organ: 'item', item: 'level', level: 'organ', seat: 'item' };

export function AccountRow({ row, page, chosen, whole }: AccountRowProps) {
  const { lang } = useBench();
  const say = useAccountWords();
  const own = whole ? {} : { [page.by]: row.key };
  const behind = (more: Readonly<Record<string, string>> = {}) => at('/accounts/rows', { ...chosen, ...own, ...more });
  const name = mixed(row.name[lang], lang);
  return (
    <tr>
      <th scope="row">
        {whole ? say('total') : <Link to={at('/accounts', { ...chosen, ...own, by: DEEPER[page.by] })}>{name}</Link>}
        {row.item && <Limits item={row.item} />}
      </th>
      <td className="n" data-label={say('col-matters')}>
        <Link to={behind()}>{row.matters}</Link>
      </td>
      <td className="c-share">
        <Strip row={row} parts={page.parts} />
      </td>
      <Times label={say('col-whole')} sum={row} to={behind()} />
      <Share label={say('col-kept')} of={row.limits.promised} good={row.limits.kept} to={behind({ kept: 'no' })} />
      <Share label={say('col-lawful')} of={row.limits.limited} good={row.limits.lawful} to={behind({ lawful: 'no' })} />
      {page.parts.map(({ part, name: kind }) => (
        <Times key={part} label={kind[lang]} sum={row.parts[part]} to={behind({ part })}>
          {part === 'law' && <Grounds row={row} page={page} behind={behind} />}
        </Times>
      ))}
    </tr>
  );
}

/** A lawful pause by its grounds, each with its sum. */
function Grounds({ row, page, behind }: Pick<AccountRowProps, 'row' | 'page'> & { behind: (more: Record<string, string>) => string }) {
  const { lang } = useBench();
  const say = useAccountWords();
  return page.grounds.map(({ part, ground }) => {
    const sum = row.parts[part];
    return sum ? (
      <small key={part}>
        <Link to={behind({ part })}>{mixed(ground[lang], lang)}</Link> {short(sum.seconds, say)}
      </small>
    ) : null;
  });
}

interface TimesProps {
  readonly label: string;
  readonly sum: TimeSum | undefined;
  readonly to: string;
  readonly children?: ReactNode;
}

function Times({ label, sum, to, children }: TimesProps) {
  const say = useAccountWords();
  if (!sum || sum.seconds === 0)
    return (
      <td className="n" data-label={label}>
        <span className="zero">–</span>
      </td>
    );
  return (
    <td className="n times" data-label={label}>
      <Link to={to}>{short(sum.median, say)}</Link>
      <small>{say('p90', { time: short(sum.p90, say) })}</small>
      <small>{say('sum', { time: short(sum.seconds, say) })}</small>
      {children}
    </td>
  );
}

/** How many were in time of those that had a limit; opens those that were not. */
function Share({ label, of, good, to }: { label: string; of: number; good: number; to: string }) {
  if (of === 0)
    return (
      <td className="n" data-label={label}>
        <span className="zero">–</span>
      </td>
    );
  return (
    <td className="n times" data-label={label}>
      {good < of ? <Link to={to}>{Math.floor((good / of) * 100)}%</Link> : '100%'}
      <small>
        {good}/{of}
      </small>
    </td>
  );
}

function Limits({ item: { legal, promised } }: { item: NonNullable<AccountLine['item']> }) {
  const { lang } = useBench();
  const say = useAccountWords();
  const made = [legal, promised].some((limit) => limit?.confidence === 'illustrative');
  return (
    <small>
      {say('limits', { legal: legal?.value.amount ?? '–', promised: promised?.value.amount ?? '–' })}{' '}
      {made && <Mark confidence="illustrative" lang={lang} />}
    </small>
  );
}
