import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lang, Text } from '../../kernel/text.ts';
import { type Column, SHEETS, sendSheet } from './sheets.ts';

/** A list told once: what is shown, and what is taken away, are the same rows and columns. */
export interface Listing<R> {
  readonly name: Text;
  readonly columns: readonly Column<R>[];
  /** Where a row is opened: a path of this house. */
  readonly href?: (row: R) => string;
  /** What rows are folded under, beside each of them: those of one key stand together. Files have every row. */
  readonly folds?: (rows: readonly R[], lang: Lang) => readonly (Fold | undefined)[];
}

/** What stands for several rows until they are opened. */
export interface Fold {
  readonly key: string;
  readonly title: string;
  readonly sign?: string;
}

/** What was asked for, read. */
export interface Listed<R> {
  readonly listing: Listing<R>;
  readonly rows: readonly R[];
  /** How many there are in all. */
  readonly total: number;
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
  /** The county's day, for the name of the file. */
  readonly day: string;
  /** What else the screen says of the list. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** What a file is made of. */
export type Taken<R> = Pick<Listed<R>, 'listing' | 'rows' | 'day'>;

/** A list that is taken away is whole, up to here. */
export const WHOLE = 10_000;

export const kindOf = <R>(c: Column<R>): 'number' | 'day' | 'instant' | 'sign' | 'text' =>
  c.number ? 'number' : c.day ? 'day' : c.instant ? 'instant' : c.sign ? 'sign' : 'text';

export const cellOf = <R>(c: Column<R>, row: R, lang: Lang): string | number | null =>
  c.number?.(row) ?? c.day?.(row) ?? c.instant?.(row) ?? c.text?.(row, lang) ?? null;

const signOf = <R>(columns: readonly Column<R>[], row: R) => {
  const sign = columns.find((c) => c.sign)?.sign?.(row);
  return sign && { sign };
};

export const listingView = <R>({ listing: { name, columns, href, folds }, rows, total, next, about }: Listed<R>, lang: Lang) => ({
  name,
  columns: columns.map((c) => ({ head: c.head[lang], kind: kindOf(c), ...(c.under && { under: true }) })),
  rows: withFolds(rows, folds?.(rows, lang)).map(({ row, fold }) => ({
    ...(href && { href: href(row) }),
    ...signOf(columns, row),
    ...(fold && { fold }),
    cells: columns.map((c) => cellOf(c, row, lang)),
  })),
  total,
  ...(next !== undefined && { next }),
  ...about,
});

const withFolds = <R>(rows: readonly R[], folds: readonly (Fold | undefined)[] = []) => rows.map((row, i) => ({ row, fold: folds[i] }));

/** `path.csv` and `path.xlsx` of a list that is shown in a form of its own. `find` undefined: the answer is on its way already. */
export function sheetRoutes<R>(
  app: FastifyInstance,
  path: string,
  find: (request: FastifyRequest, reply: FastifyReply) => Promise<Taken<R> | undefined>,
): void {
  for (const kind of SHEETS)
    app.get(`${path}.${kind}`, async (request, reply) => {
      const found = await find(request, reply);
      if (!found) return reply;
      const { listing, rows, day } = found;
      return sendSheet(reply, kind, { name: listing.name, day, lang: request.lang, columns: listing.columns, rows });
    });
}

/** `path`, `path.csv` and `path.xlsx` of one list. `find` reads up to so many rows from where the address says. */
export function listingRoutes<R>(
  app: FastifyInstance,
  path: string,
  find: (request: FastifyRequest, reply: FastifyReply, whole: boolean) => Promise<Listed<R> | undefined>,
): void {
  app.get(path, async (request, reply) => {
    const found = await find(request, reply, false);
    return found ? listingView(found, request.lang) : reply;
  });
  sheetRoutes(app, path, (request, reply) => find(request, reply, true));
}
