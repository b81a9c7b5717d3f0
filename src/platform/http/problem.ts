import type { FastifyReply } from 'fastify';
import { clockRefusals } from '../../kernel/clock/words.ts';
import type { Refusal, RefusalBook, RefusalWords } from '../../kernel/decision.ts';
import { fill, type Lang, type Text } from '../../kernel/text.ts';
import type { KnownFields } from './known-fields.ts';
import { atMostWords, fieldWords, fromOneWords, houseRefusals, knownWords, oneOfWords, optionWords } from './words.ts';

export interface FieldIssue {
  readonly path: string;
  readonly code: string;
  readonly message?: string;
  /** Where one of a few is asked for, or a field that there is: all of them. */
  readonly options?: readonly string[];
  /** Where a number is above it, or no whole number from 1 to it. */
  readonly most?: number;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly basis?: string;
  readonly next: string;
  readonly who?: readonly string[];
  /** The id of the request, as in the header `X-Request-Id` and in the log. */
  readonly request?: string;
  readonly errors?: readonly { path: string; code: string; message: string }[];
}

/** All refusal codes of the house and its institutions; two institutions may not use one code for two things. */
export class Refusals {
  readonly #book = new Map<string, RefusalWords>(Object.entries({ ...houseRefusals, ...clockRefusals }));

  constructor(books: readonly RefusalBook[]) {
    for (const book of books)
      for (const [code, words] of Object.entries(book)) {
        if (this.#book.has(code) && this.#book.get(code)?.title.en !== words.title.en)
          throw new Error(`refusal code ${code} is used twice`);
        this.#book.set(code, words);
      }
  }

  /** Which fields a body may have, told by the root that knows every route; without it an unknown one is only named. */
  knownFields: KnownFields = () => undefined;

  words(code: string): RefusalWords {
    const words = this.#book.get(code);
    if (!words) throw new Error(`no words for the refusal code ${code}`);
    return words;
  }

  all(): readonly (readonly [string, RefusalWords])[] {
    return [...this.#book].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** RFC 9457 problem of the first refusal; the others stand under `errors`. */
  problem(refusals: readonly Refusal[], issues: readonly FieldIssue[], lang: Lang): Problem {
    const [first] = refusals as [Refusal];
    const words = this.words(first.code);
    const params = inLang({ count: new Set(issues.map((i) => `${i.path} ${i.code}`)).size, ...first.params }, lang);
    const found = [
      ...issues.map((i) => this.issue(i, lang)),
      ...refusals.filter((r) => r.path).map((r) => ({ path: r.path as string, code: r.code, message: this.sentence(r, lang) })),
    ].map((e) => ({ ...e, path: clipped(e.path) }));
    const errors = found.filter((e, i) => found.findIndex((x) => x.path === e.path && x.code === e.code) === i);
    return {
      type: `/codes/${first.code}`,
      title: fill(words.title[lang], params),
      status: words.status,
      detail: fill(`${words.title[lang]} ${words.next[lang]}`, params),
      code: first.code,
      basis: words.basis,
      next: fill(words.next[lang], params),
      who: first.who,
      ...(errors.length > 0 && { errors }),
    };
  }

  issue({ path, code, options, most }: FieldIssue, lang: Lang) {
    if (options)
      return { path, code, message: fill((code === 'unknown-field' ? knownWords : oneOfWords)[lang], { list: options.join(', ') }) };
    if (most !== undefined) return { path, code, message: fill((code === 'not-an-option' ? fromOneWords : atMostWords)[lang], { most }) };
    const words = (code === 'not-an-option' && optionWords[path]) || fieldWords[code] || fieldWords.invalid!;
    return { path, code, message: words[lang] };
  }

  /** The sentence alone, for a greyed button. */
  sentence({ code, params }: Refusal, lang: Lang): string {
    return fill(this.words(code).title[lang], inLang(params ?? {}, lang));
  }

  /** The sentence and the way forward, in both languages. */
  both({ code, params = {} }: Refusal): { readonly title: Text; readonly next: Text } {
    const { title, next } = this.words(code);
    const said = (text: Text): Text => ({ zh: fill(text.zh, inLang(params, 'zh')), en: fill(text.en, inLang(params, 'en')) });
    return { title: said(title), next: said(next) };
  }

  send(reply: FastifyReply, refusals: readonly Refusal[], lang: Lang, issues: readonly FieldIssue[] = []): FastifyReply {
    const told = issues.map((one) => (one.code === 'unknown-field' ? { ...one, options: this.knownFields(reply.request, one.path) } : one));
    const problem = { ...this.problem(refusals, told, lang), request: reply.request.id };
    reply.request.refused = refusals.map(({ code }) => code);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    const seconds = refusals[0]?.params?.seconds ?? (problem.status === 503 ? 5 : undefined);
    if (seconds !== undefined) reply.header('retry-after', String(seconds));
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** A path may hold what a stranger named a field; no character is cut in two. */
const LONGEST = 80;
const clipped = (path: string): string => (path.length > LONGEST ? path.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '') : path);

type Params = NonNullable<Refusal['params']>;

/** In an English sentence `{state}` is `state_en`, where that is given. */
const inLang = (params: Params, lang: Lang): Params =>
  lang === 'zh'
    ? params
    : { ...params, ...Object.fromEntries(Object.entries(params).flatMap(([k, v]) => (k.endsWith('_en') ? [[k.slice(0, -3), v]] : []))) };
