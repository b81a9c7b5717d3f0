import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';

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
  /** What a row is folded under until that is opened; rows of one key stand together. */
  readonly foldOf?: (row: R) => { readonly key: string; readonly head: ReactNode } | undefined;
}

/** A list in rows. Where it is wider than the screen it is moved sideways within its own frame, by finger or by keys. */
export function Table<R>({ caption, shown, className = '', columns, rows, keyOf, foldOf }: TableProps<R>) {
  const frame = useRef<HTMLDivElement>(null);
  const cut = useCut(frame);
  const [first, ...others] = columns;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => setOpened(new Set(opened.has(key) ? [...opened].filter((one) => one !== key) : [...opened, key]));
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
          {rows.map((row, n) => {
            const fold = foldOf?.(row);
            const begins = fold && (n === 0 || foldOf?.(rows[n - 1]!)?.key !== fold.key);
            return (
              <Fragment key={keyOf(row)}>
                {begins && (
                  <tr className="fold">
                    <th scope="rowgroup" colSpan={columns.length}>
                      <button type="button" aria-expanded={opened.has(fold.key)} onClick={() => toggle(fold.key)}>
                        {fold.head}
                      </button>
                    </th>
                  </tr>
                )}
                {(!fold || opened.has(fold.key)) && (
                  <tr className={fold && 'folded'}>
                    <th scope="row" className={first?.className}>
                      {first?.cell(row)}
                    </th>
                    {others.map(({ cell, label, className: of }, i) => (
                      <td key={i} className={of} data-label={label}>
                        {cell(row)}
                      </td>
                    ))}
                  </tr>
                )}
              </Fragment>
            );
          })}
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
