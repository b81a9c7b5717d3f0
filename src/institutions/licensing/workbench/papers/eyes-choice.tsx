import { useSearchParams } from 'react-router';
import { EYES, type Eyes } from '../eyes.ts';
import { usePaperWords } from './say.tsx';

export const eyesOf = (params: URLSearchParams): Eyes | undefined => EYES.find((one) => one === params.get('eyes'));

/** Whose eyes: one's own, or one of the four. It stands in the address. */
export function EyesChoice({ eyes }: { eyes?: Eyes }) {
  const say = usePaperWords();
  const [, setParams] = useSearchParams();
  const choose = (next: Eyes | undefined) =>
    setParams((old) => {
      next ? old.set('eyes', next) : old.delete('eyes');
      return old;
    });
  return (
    <fieldset className="tabs eyes">
      <legend className="vh">{say('eyes')}</legend>
      <span className="muted small" aria-hidden="true">
        {say('eyes')}
      </span>
      {([undefined, ...EYES] as const).map((one) => (
        <button key={one ?? 'own'} type="button" aria-pressed={eyes === one} onClick={() => choose(one)} data-eyes={one ?? 'own'}>
          {say(`eyes-${one ?? 'own'}`)}
        </button>
      ))}
    </fieldset>
  );
}
