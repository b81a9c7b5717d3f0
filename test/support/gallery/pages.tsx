import type { ReactElement } from 'react';
import type { Lang } from '../../../src/kernel/text.ts';
import { ERROR_STATUSES, ErrorPage } from '../../../src/portal/index.ts';
import { shell, tx } from './common.ts';
import { FormPage } from './form.tsx';
import { Home } from './home.tsx';
import { PaperPage } from './paper.tsx';
import { Pieces } from './pieces.tsx';
import { Track } from './track.tsx';

/** Page by name, for a language. */
export const pages = (lang: Lang): Readonly<Record<string, ReactElement>> => ({
  home: <Home lang={lang} />,
  'home-large': <Home lang={lang} large />,
  track: <Track lang={lang} />,
  form: <FormPage lang={lang} />,
  paper: <PaperPage lang={lang} />,
  pieces: <Pieces lang={lang} />,
  ...Object.fromEntries(ERROR_STATUSES.map((status) => [`error-${status}`, <Trouble key={status} lang={lang} status={status} />])),
});

const Trouble = ({ lang, status }: { lang: Lang; status: (typeof ERROR_STATUSES)[number] }) => (
  <ErrorPage
    {...shell(lang, '/nowhere')}
    status={status}
    {...(status === 429 && { retryAfter: 90 })}
    {...(status === 422 && {
      code: 'reply-already-extended',
      basis: tx('政府信息公开条例第三十三条', 'Disclosure Regulation, article 33')[lang],
      next: tx('按原定日期答复。', 'Reply by the day already fixed.'),
    })}
  />
);
