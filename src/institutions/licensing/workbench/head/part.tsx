import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { speaks, useBench } from '../../../../workbench/bench.tsx';
import { Exports } from '../../../../workbench/components/sheet-list.tsx';
import { words } from './words.ts';

export const useHeadWords = () => speaks(words)(useBench().lang);
const FIRST = 8;

export interface PartProps<R> {
  readonly title: string;
  /** Name of the list in the address of its files. */
  readonly list: string;
  readonly day: string;
  readonly rows: readonly R[];
  readonly none: string;
  readonly lead?: ReactNode;
  readonly head: readonly ReactNode[];
  readonly row: (row: R) => ReactNode;
  readonly children?: ReactNode;
}

/** One list of the page: how many, the first rows, the files. */
export function Part<R>({ title, list, day, rows, none, lead, head, row, children }: PartProps<R>) {
  const say = useHeadWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <section className="part" aria-labelledby={id} data-list={list}>
      <div className="part-head">
        <h2 id={id}>
          {title} <span className="count">{rows.length}</span>
        </h2>
        {children}
        {rows.length > 0 && <Exports path={`/head/${list}`} query={{ day }} of={title} />}
      </div>
      {lead}
      {rows.length === 0 ? (
        <p className="muted part-none">{none}</p>
      ) : (
        <div className="table-wrap">
          <table className="list part-list">
            <thead>
              <tr>{head}</tr>
            </thead>
            <tbody>{shown.map(row)}</tbody>
          </table>
        </div>
      )}
      {rows.length > shown.length && (
        <p className="part-more">
          <Button size="small" onClick={() => setAll(true)}>
            {say('show-all', { n: rows.length })}
          </Button>
        </p>
      )}
    </section>
  );
}
