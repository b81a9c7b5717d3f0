import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Lang } from '../../../kernel/text.ts';
import type { SearchHit } from '../../catalogue/index.ts';
import { worldOf } from '../desk/view.ts';

/** Items that the words mean, the closest first; what only shares a word with a far better one is left out. */
export function itemsMeant(moment: EngineMoment, words: string, lang: Lang): readonly SearchHit[] {
  const hits = worldOf(moment).catalogue.search(words.slice(0, 100), lang, moment.today);
  const least = (hits[0]?.score ?? 0) / 4;
  return hits.filter(({ score }) => score >= least);
}
