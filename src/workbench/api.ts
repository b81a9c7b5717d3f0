import type { Lang, Text } from '../kernel/text.ts';
import type { SeatView } from './screens.ts';

/** A refusal as the server words it. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly next: string;
  readonly basis?: string;
  readonly who?: readonly string[];
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export interface Session {
  readonly person: string;
  readonly name: Text;
  readonly model: boolean;
  readonly county: { readonly code: string; readonly name: Text };
  readonly csrf: string;
  readonly now: string;
  readonly today: string;
  readonly seats: readonly SeatView[];
  /** Whose authority was taken back. */
  readonly lost: readonly SeatView[];
}

export interface PersonaView {
  readonly name: string;
  readonly label: Text;
  readonly person: string;
  readonly personName: Text;
  readonly seats: readonly SeatView[];
}

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface Api {
  get<T>(path: string, query?: Query): Promise<T>;
  /** With the entity tag, which names the version seen. */
  look<T>(path: string): Promise<{ readonly seen: T; readonly tag: string }>;
  post<T>(path: string, body: unknown, headers?: Readonly<Record<string, string>>, query?: Query): Promise<T>;
  /** A file that is made from what is sent; the browser keeps it as it keeps any other. */
  take(path: string, body: unknown): Promise<void>;
  remove(path: string): Promise<void>;
  /** An address for a link, in the reader's language. */
  href(path: string, query?: Query): string;
}

const ROOT = '/api/v1';

export function createApi(lang: Lang, csrf: string): Api {
  const href: Api['href'] = (path, query = {}) => {
    const asked = Object.entries<string | number | undefined>({ ...query, lang }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    return `${ROOT}${path}?${new URLSearchParams(asked.map(([key, value]) => [key, String(value)]))}`;
  };
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(path, { ...init, credentials: 'same-origin' });
    if (answer.ok) return answer;
    const said = (await answer.json().catch(() => undefined)) as Problem | undefined;
    throw new Refused(said ?? { title: answer.statusText, status: answer.status, code: 'unavailable', next: '' });
  };
  const sent = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-csrf': csrf, ...headers },
    });
  return {
    href,
    get: async (path, query) => (await call(href(path, query))).json(),
    look: async (path) => {
      const answer = await call(href(path), { cache: 'no-store' });
      return { seen: await answer.json(), tag: answer.headers.get('etag') ?? '*' };
    },
    post: async (path, body, headers, query) => {
      const answer = await sent(href(path, query), body, headers);
      return answer.status === 204 ? undefined : answer.json();
    },
    take: async (path, body) => keep(await sent(href(path), body)),
    remove: async (path) => {
      await call(href(path), { method: 'DELETE', headers: { 'x-csrf': csrf } });
    },
  };
}

/** Under the name that the server gives it. */
async function keep(answer: Response): Promise<void> {
  const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  const url = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement('a'), { href: url, download: decodeURIComponent(name) }).click();
  URL.revokeObjectURL(url);
}

/** A key for one attempt, so that a request sent twice acts once. `randomUUID` is there on secure pages only. */
export const attemptKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(16)).join('');
