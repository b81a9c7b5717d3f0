import { isNational, topicOf } from '../kernel/clock/index.ts';
import type { Term } from '../kernel/clock/types.ts';

/** The same page with one parameter set: how the language and the text size are switched without a script. */
export function withParam(path: string, name: string, value: string): string {
  const [address = '/', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  params.set(name, value);
  return `${inside(address)}?${params}`;
}

/** Only a path of this house: never another host, whatever stood in the request. */
export const inside = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : '/');

/** Where a limit is explained: on the page of its statute, or on the county's. */
export const termHref = ({ id, basis }: Pick<Term, 'id' | 'basis'>): string => `/law/${isNational(basis) ? topicOf(id) : 'county'}#${id}`;
