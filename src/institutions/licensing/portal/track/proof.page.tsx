import { ButtonLink, type Chrome, Page, T } from '../../../../portal/index.ts';
import type { MatterProof } from '../../queries/chain.ts';
import { type Case, trackPath } from '../case.ts';
import { instant } from '../say.ts';
import { textOf } from './story.tsx';
import { say } from './where.tsx';
import { words } from './words.ts';

/** The chain of one matter derived again just now: each record, and whether it still fits the one before it. */
export function ProofPage({ c, proof, chrome }: { c: Case; proof: MatterProof; chrome: Chrome }) {
  const { lang } = chrome;
  const wrong = new Set(proof.faults.map(({ seq }) => seq));
  return (
    <Page {...chrome} title={words['proof-title']} current="track">
      <h1>{say('proof-title', lang)}</h1>
      <p className="lead">{say(wrong.size === 0 ? 'proof-right' : 'proof-wrong', lang, { n: proof.facts, number: proof.number })}</p>
      <p className="small">
        {say('proof-head', lang)} <code className="address">{proof.head}</code>
      </p>
      <p className="muted">{say('proof-say', lang)}</p>
      <section className="card">
        <ol>
          {c.facts.map((fact) => (
            <li key={fact.seq}>
              {wrong.has(fact.seq) ? '✗' : '✓'} {instant(fact.at)[lang]} <T text={textOf(c, fact)} lang={lang} />
            </li>
          ))}
        </ol>
      </section>
      <p className="buttons">
        <ButtonLink lang={lang} text={words['proof-back']} href={trackPath(c)} />
        <ButtonLink
          lang={lang}
          text={words['proof-data']}
          href={`/api/v1/matters/${encodeURIComponent(proof.number)}/verify?code=${encodeURIComponent(c.code)}`}
          plain
        />
      </p>
    </Page>
  );
}
