import type { Lang } from '../../kernel/text.ts';
import { say } from '../say.ts';

/** The list on this page as a file. */
export const Exports = ({ path, lang }: { readonly path: string; readonly lang: Lang }) => (
  <p className="small">
    {say('exports', lang)} <a href={`${path}.csv`}>CSV</a> · <a href={`${path}.xlsx`}>XLSX</a>
  </p>
);
