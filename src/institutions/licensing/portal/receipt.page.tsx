import { ButtonLink, type Chrome, Page } from '../../../portal/index.ts';
import { trackPath } from './case.ts';
import { type PaperProps, Sheet } from './papers/paper.page.tsx';
import { words as paperWords } from './papers/words.ts';
import { say } from './say.ts';
import { words } from './words.ts';

/** What the applicant takes home: number, query code, dates, and a link back. */
export function ReceiptPage({ chrome, ...paper }: PaperProps & { chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['receipt-title']} current="track">
      <div className="screen-only">
        <h2 className="h1">{say('receipt-done', lang)}</h2>
        <p className="lead">{say('receipt-keep', lang)}</p>
        <p className="buttons">
          <ButtonLink lang={lang} text={words['receipt-track']} href={trackPath(paper.c)} />
        </p>
        <p className="muted small">{paperWords.print[lang]}</p>
      </div>
      <Sheet {...paper} lang={lang} />
    </Page>
  );
}
