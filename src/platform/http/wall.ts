import type { EngineMoment } from '../../kernel/matter/engine.ts';
import type { Text } from '../../kernel/text.ts';
import type { Listed } from './listing.ts';

/** A number that an institution shows on the wall, and the rows behind it: as many as it says. */
export interface WallNumber {
  /** Folder of the institution. */
  readonly institution: string;
  readonly label: Text;
  /** Said where the number is kept by another institution for now. */
  readonly keptBy?: Text;
  count(moment: EngineMoment): Promise<number>;
  /** Undefined: `after` is no cursor of this list. */
  // biome-ignore lint/suspicious/noExplicitAny: each list has rows of its own
  list(moment: EngineMoment, page: { readonly after?: string; readonly limit: number }): Promise<Listed<any> | undefined>;
}
