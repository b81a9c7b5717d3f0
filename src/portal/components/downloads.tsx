import type { Lang, Text } from '../../kernel/text.ts';
import { say } from '../say.ts';
import { T } from './text.tsx';

interface DownloadsProps {
  /** Of the list, below the house: `/api/v1/hearings`. */
  readonly path: string;
  /** What the page was asked for: the file is the same list. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly list: Text;
  readonly lang: Lang;
}

/** The list of this page as a file. */
export function Downloads({ path, query = {}, list, lang }: DownloadsProps) {
  const asked = Object.entries({ ...query, lang }).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return (
    <p className="small">
      {say('download', lang)}{' '}
      {(['csv', 'xlsx'] as const).map((kind) => (
        <span key={kind}>
          <a href={`${path}.${kind}?${new URLSearchParams(asked)}`} download>
            {kind.toUpperCase()}
            <span className="vh">
              {' '}
              <T text={list} lang={lang} />
            </span>
          </a>{' '}
        </span>
      ))}
    </p>
  );
}
