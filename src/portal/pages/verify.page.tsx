import { Grid } from '../components/blocks.tsx';
import { ButtonLink } from '../components/form.tsx';
import type { Chrome } from '../door.ts';
import { Page } from '../layout.tsx';
import { speaker } from '../speaker.ts';
import { words } from './words.ts';

const { say } = speaker(words);
const PARTS = ['dates', 'time', 'records', 'papers', 'later'] as const;

/** What can be checked without believing anybody, and what cannot yet. */
export function VerifyPage({ chrome }: { chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['verify-title']}>
      <h1>{say('verify-title', lang)}</h1>
      <p className="lead">{say('verify-say', lang)}</p>
      <Grid columns={2}>
        {PARTS.map((part) => (
          <section className="card" key={part}>
            <h2>{say(`verify-${part}`, lang)}</h2>
            <p>{say(`verify-${part}-say`, lang)}</p>
          </section>
        ))}
      </Grid>
      <p className="buttons">
        <ButtonLink lang={lang} text={words['verify-law']} href="/law" />
        <ButtonLink lang={lang} text={words['verify-mandate']} href="/mandate" plain />
      </p>
    </Page>
  );
}
