import { useQueryClient } from '@tanstack/react-query';
import { useBench } from '../../../workbench/bench.tsx';
import { begun, type Filled } from './form.ts';
import { useWords } from './say.tsx';

/** A filing that is typed and not yet received. */
export interface Kept {
  readonly item: string;
  readonly filled: Filled;
  readonly finding: string;
}

/**
 * The unfinished filing of this officer at this seat, kept in memory while he is elsewhere in the workbench: with all that he was shown it is
 * forgotten when he signs out, and it is stored nowhere.
 */
export function useKept(seat: string) {
  const { session } = useBench();
  const client = useQueryClient();
  const key = ['unfinished-filing', session.person, seat];
  client.setQueryDefaults(['unfinished-filing'], { gcTime: Number.POSITIVE_INFINITY });
  return {
    read: () => client.getQueryData<Kept>(key),
    keep: (kept: Kept) => void (begun(kept.filled) ? client.setQueryData(key, kept) : client.removeQueries({ queryKey: key })),
    forget: () => client.removeQueries({ queryKey: key }),
  };
}

/** It goes on where it was left, and that is said. */
export function KeptNote({ item, drop }: { readonly item: string; readonly drop: () => void }) {
  const say = useWords();
  return (
    <p className="notice" role="status" data-kept={item}>
      {say('kept-filing')}{' '}
      <button type="button" className="plain" onClick={drop} data-discard>
        {say('kept-discard')}
      </button>
    </p>
  );
}
