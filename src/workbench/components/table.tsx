import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface TableColumn<R> {
  readonly head: ReactNode;
  /** The head once more, where a narrow screen shows each row as a card. */
  readonly label?: string;
  /** Of the head and of each cell below it. */
  readonly className?: string;
  readonly cell: (row: R) => ReactNode;
}

export interface TableProps<R> {
  /** What is listed, for those who hear it; `shown` to those who see it too. */
  readonly caption: string;
  readonly shown?: boolean;
  readonly className?: string;
  /** The first names the row. */
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string | number;
}

/** A list in rows. Where it is wider than the screen it is moved sideways within its own frame, by finger or by keys. */
export function Table<R>({ caption, shown, className = '', columns, rows, keyOf }: TableProps<R>) {
  const frame = useRef<HTMLDivElement>(null);
  const cut = useCut(frame);
  const [first, ...others] = columns;
  return (
    <div ref={frame} className="table-wrap" {...(cut && { role: 'group', tabIndex: 0, 'aria-label': caption })}>
      <table className={`list ${className}`.trimEnd()}>
        <caption className={shown ? undefined : 'vh'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, className: of }, i) => (
              <th key={i} scope="col" className={of}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row" className={first?.className}>
                {first?.cell(row)}
              </th>
              {others.map(({ cell, label, className: of }, i) => (
                <td key={i} className={of} data-label={label}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the frame shows less than it holds: then it is a stop of the Tab key, else it would be one for nothing. */
function useCut(frame: { readonly current: HTMLDivElement | null }): boolean {
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const watch = new ResizeObserver(() => setCut(current.scrollWidth > current.clientWidth));
    watch.observe(current);
    return () => watch.disconnect();
  }, [frame]);
  return cut;
}
