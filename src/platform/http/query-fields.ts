import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../../kernel/decision.ts';

/** Names that an address may carry: once, or up to so many times. `*` stands for a row of the form, as in `pause.0.from`. */
export type QueryFields = Readonly<Record<string, number>>;

/** Every address may name its language. */
const ALWAYS: QueryFields = { lang: 1 };

/** Names that stand in the query and mean nothing here, and those that stand there too often: they are never dropped in silence. */
export function queryFaults({ query }: Pick<FastifyRequest, 'query'>, fields: QueryFields): readonly Refusal[] {
  const known: QueryFields = { ...ALWAYS, ...fields };
  return Object.entries(query as Readonly<Record<string, unknown>>).flatMap(([written, value]): Refusal[] => {
    const name = written.slice(0, 60);
    const most = known[written] ?? known[written.replace(/\.[0-5]\./, '.*.')];
    if (most === undefined)
      return [
        {
          code: 'parameter-unknown',
          path: name,
          params: {
            name,
            list: Object.keys(Object.keys(fields).length > 0 ? fields : ALWAYS)
              .sort()
              .join(', '),
          },
        },
      ];
    const times = Array.isArray(value) ? value.length : 1;
    return times > most ? [{ code: 'parameter-repeated', path: name, params: { name, times, most } }] : [];
  });
}

export const once = (...names: readonly string[]): QueryFields => Object.fromEntries(names.map((name) => [name, 1]));
