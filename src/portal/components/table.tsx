import type { ReactNode } from 'react';
import type { Lang, Text } from '../../kernel/text.ts';
import { T } from './text.tsx';

export interface Column {
  readonly label: Text;
  readonly numeric?: boolean;
  /** The number of a matter: in one line where there is room for a table. */
  readonly unbroken?: boolean;
}

export interface TableProps {
  readonly caption: Text;
  readonly columns: readonly Column[];
  /** The first cell of a row names it. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly lang: Lang;
  readonly hideCaption?: boolean;
}

const classOf = ({ numeric, unbroken }: Column): string | undefined => (numeric ? 'n' : unbroken ? 'unbroken' : undefined);

/** On a phone each row becomes a small card, its cells named by their column. */
export function Table({ caption, columns, rows, lang, hideCaption }: TableProps) {
  return (
    <table className="table">
      <caption className={hideCaption ? 'vh' : undefined}>
        <T text={caption} lang={lang} />
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label.zh} scope="col" className={classOf(column)}>
              <T text={column.label} lang={lang} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, i) => {
              const column = columns[i]!;
              const shared = { 'data-label': column.label[lang], className: classOf(column) };
              return i === 0 ? (
                <th key={column.label.zh} scope="row" {...shared}>
                  {cell}
                </th>
              ) : (
                <td key={column.label.zh} {...shared}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Names and values, one under the other. */
export const Terms = ({ items, lang }: { items: readonly { readonly label: Text; readonly value: ReactNode }[]; lang: Lang }) => (
  <dl className="terms">
    {items.map(({ label, value }) => (
      <div key={label.zh}>
        <dt>
          <T text={label} lang={lang} />
        </dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
