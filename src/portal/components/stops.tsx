import type { Lang } from '../../kernel/text.ts';
import { say } from '../say.ts';
import { type StoppedRun, stopLine } from '../stops.ts';
import { mixed } from './text.tsx';

/** Under a calendar strip: each run of days on which something stood still, whether it counts, and what that rests on. */
export function Stops({ runs, lang }: { runs: readonly StoppedRun[]; lang: Lang }) {
  if (runs.length === 0) return null;
  return (
    <ul className="stops" aria-label={say('stops', lang)}>
      {runs.map((run) => {
        const { said, basis } = stopLine(run, lang);
        return (
          <li key={`${run.from} ${run.is} ${run.what?.zh}`}>
            {mixed(said, lang)} {basis && (run.href ? <a href={run.href}>{mixed(basis, lang)}</a> : mixed(basis, lang))}
          </li>
        );
      })}
    </ul>
  );
}
