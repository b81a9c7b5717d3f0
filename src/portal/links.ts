import { isNational, topicOf } from '../kernel/clock/index.ts';
import type { PauseGround, Term } from '../kernel/clock/types.ts';

/** The same page with one parameter set: how the language and the text size are switched without a script. */
export function withParam(path: string, name: string, value: string): string {
  const [address = '/', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  params.set(name, value);
  return `${inside(address)}?${params}`;
}

/** Only a path of this house: never another host, whatever stood in the request. */
export const inside = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : '/');

/** The days of one edition of the calendar. */
export const editionHref = (edition: string): string => `/law/calendar/${encodeURIComponent(edition)}`;

/** Where a ground of a pause is explained: with the limit that it stops, or, one of the county's own, on the county's page. */
export const groundHref =
  (term: Term | undefined) =>
  ({ id, basis }: Pick<PauseGround, 'id' | 'basis'>): string =>
    !isNational(basis) ? `/law/county#${id}` : term?.pausable?.includes(id) ? termHref(term) : '/law';

/** Where a limit is explained: on the page of its statute, or on the county's. */
export const termHref = ({ id, basis }: Pick<Term, 'id' | 'basis'>): string => `/law/${isNational(basis) ? topicOf(id) : 'county'}#${id}`;
