import type { Text } from '../../../../kernel/text.ts';
import type { AuthorityState } from '../../head/rules.ts';
import type { RepresentativeView, SignedView, WorkView } from '../../head/view.ts';

export type { AuthorityState, RepresentativeView, SignedView, WorkView };

export interface PersonChoice {
  readonly person: string;
  readonly name: Text;
  readonly organ: string;
  readonly seats: readonly Text[];
}
export interface ItemChoice {
  readonly id: string;
  readonly organ: string;
  readonly name: Text;
  /** By the authority table a chief representative may decide it. */
  readonly decides: boolean;
}

/** `GET /head` */
export interface HeadPage {
  readonly day: string;
  /** The working day before `day`, where the calendar knows it. */
  readonly before?: string;
  readonly today: string;
  readonly scope: 'organ' | 'own';
  readonly organs: readonly { readonly organ: string; readonly name: Text; readonly hasSeat: boolean }[];
  readonly mayAuthorise: boolean;
  readonly acts: readonly SignedView[];
  readonly pressing: readonly WorkView[];
  readonly onlyMe: readonly WorkView[];
  readonly representatives: readonly RepresentativeView[];
  readonly people: readonly PersonChoice[];
  readonly items: readonly ItemChoice[];
}
