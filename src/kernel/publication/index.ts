/**
 * What the public may see is an allow-list (house style 8): a database view whose columns are named here, with the law that
 * opens them. Adding a column to a table publishes nothing; a test compares each view with its list.
 */
export interface PublicView<C extends string = string> {
  /** Schema-qualified view, e.g. `licensing.public_decision`. */
  readonly name: string;
  /** Law and article, or mandate row, on which it is open. */
  readonly basis: string;
  /** Published field → column of the view. */
  readonly columns: Readonly<Record<C, string>>;
}

export const publicView = <const C extends string>(view: PublicView<C>): PublicView<C> => view;

/** `column AS "field", …` of a view: dates as ISO text come from the view's own types. */
export const selectFrom = (view: PublicView): string =>
  `SELECT ${Object.entries(view.columns)
    .map(([field, column]) => `${column} AS "${field}"`)
    .join(', ')} FROM ${view.name}`;
