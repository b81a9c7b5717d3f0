import type { Confidence, Lang } from '../kernel/text.ts';
import { say } from './say.ts';

/** The mark beside a value that was made up for the model county (house promise 6). Values read or known carry none. */
export function Mark({ confidence, lang }: { confidence: Confidence; lang: Lang }) {
  if (confidence !== 'illustrative') return null;
  return (
    <span className="mark" title={say('illustrative-why', lang)}>
      {say('illustrative', lang)}
    </span>
  );
}
