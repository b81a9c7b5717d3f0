import type { Lang, Text } from '../kernel/text.ts';
import { sayBasis } from '../pictures/basis.ts';
import { ButtonLink } from './components/form.tsx';
import { mixed, T } from './components/text.tsx';
import { formatDuration } from './format.ts';
import { Page, type PageProps } from './layout.tsx';
import { say } from './say.ts';
import { words } from './words.ts';

export const ERROR_STATUSES = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503] as const;
export type ErrorStatus = (typeof ERROR_STATUSES)[number];

/** A refusal as the public sees it; what is absent is not known and not shown. */
export interface ErrorPageProps extends Omit<PageProps, 'title' | 'children' | 'current'> {
  readonly status: ErrorStatus;
  /** The refusal's own title and sentence, instead of the status's. */
  readonly refused?: Text;
  readonly detail?: Text;
  readonly next?: Text;
  readonly who?: Text;
  readonly basis?: string;
  /** Stable code of the refusal. */
  readonly code?: string;
  /** Seconds, with 429 and 503. */
  readonly retryAfter?: number;
}

/** Written, not blank: what happened, whether anything was lost, and what one can do. */
export function ErrorPage({ status, refused, detail, next, who, basis, code, retryAfter, ...page }: ErrorPageProps) {
  const { lang } = page;
  const title = refused ?? words[`error-${status}-title`];
  return (
    <Page {...page} title={title}>
      <div className="trouble">
        <p className="status" aria-hidden="true">
          {status}
        </p>
        <h1>
          <T text={title} lang={lang} />
        </h1>
        <p className="lead">
          <T text={detail ?? words[`error-${status}-say`]} lang={lang} />
        </p>
        {retryAfter !== undefined && <p>{say('error-wait', lang, { time: formatDuration(retryAfter, lang) })}</p>}
        <dl className="terms">
          {next && <Line word={say('error-next', lang)} text={next[lang]} lang={lang} />}
          {who && <Line word={say('error-who', lang)} text={who[lang]} lang={lang} />}
          {basis && <Line word={say('error-basis', lang)} text={sayBasis(basis, lang)} lang={lang} />}
          {code && <Line word={say('error-code', lang)} text={code} lang={lang} />}
        </dl>
        <p className="buttons">
          <ButtonLink lang={lang} text={words['error-home']} href="/" />
          <ButtonLink lang={lang} text={words['error-track']} href="/track" plain />
        </p>
      </div>
    </Page>
  );
}

const Line = ({ word, text, lang }: { word: string; text: string; lang: Lang }) => (
  <div>
    <dt>{word}</dt>
    <dd>{mixed(text, lang)}</dd>
  </div>
);
