import type { Lang } from '../../../../kernel/text.ts';
import { Breadcrumb, type Chrome, fillText, Page, Paper, T } from '../../../../portal/index.ts';
import { remedies } from '../../words.ts';
import { type Case, trackPath } from '../case.ts';
import type { Sibling } from '../queries.ts';
import { words as trackWords } from '../words.ts';
import { PaperBody } from './body.tsx';
import type { PaperMade } from './kinds.ts';
import { words } from './words.ts';

export interface PaperProps {
  readonly c: Case;
  readonly paper: PaperMade;
  /** Data URL of the tracking link's QR code. */
  readonly qr: string;
  readonly siblings?: readonly (Sibling & { readonly name: { zh: string; en: string } })[];
  readonly specimen: boolean;
}

/** One statutory paper on a page of its own, ready for the printer. */
export function PaperPage({ chrome, ...props }: PaperProps & { chrome: Chrome }) {
  const { c, paper } = props;
  const { lang } = chrome;
  return (
    <Page {...chrome} title={paper.title} current="track">
      <Breadcrumb
        lang={lang}
        trail={[
          { label: trackWords['track-title'], href: '/track' },
          { label: { zh: c.m.number, en: c.m.number }, href: trackPath(c) },
          { label: paper.title },
        ]}
      />
      <Sheet {...props} lang={lang} />
      <p className="muted small">{words.print[lang]}</p>
    </Page>
  );
}

/** A hearing is notified to all who may take part in it. */
function addressee(c: Case, paper: PaperMade, lang: Lang): string | undefined {
  const name = c.file.identity?.name;
  if (paper.kind === 'third-parties') return words['third-parties-to'][lang];
  return paper.kind === 'hearing' && name && c.s.heard?.told ? fillText(words['hearing-to'], { name })[lang] : name;
}

/** The paper itself; the receipt page shows it too. */
export function Sheet({ c, paper, qr, siblings, specimen, lang }: PaperProps & { lang: Lang }) {
  const decides =
    paper.kind === 'decision' || paper.kind === 'non-acceptance' || paper.kind === 'revocation' || paper.kind === 'service-notice';
  return (
    <Paper
      organ={paper.organ}
      title={paper.title}
      number={paper.number}
      to={addressee(c, paper, lang)}
      date={paper.date}
      sealed
      specimen={specimen}
      lang={lang}
      remedies={decides ? <p>{<T text={remedies} lang={lang} />}</p> : undefined}
      check={
        // A notice is posted where everybody reads it: the code opens the matter.
        paper.kind !== 'service-notice' && (
          <>
            <img src={qr} alt={words.qr[lang]} width="120" height="120" className="qr" />
            <p>{words.check[lang]}</p>
          </>
        )
      }
    >
      <PaperBody c={c} paper={paper} siblings={siblings} lang={lang} />
    </Paper>
  );
}
