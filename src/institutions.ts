import * as catalogue from './institutions/catalogue/index.ts';
import * as duties from './institutions/duties/index.ts';
import * as licensing from './institutions/licensing/index.ts';
import * as till from './institutions/till/index.ts';
import * as urging from './institutions/urging/index.ts';
import * as visits from './institutions/visits/index.ts';
import type { RefusalBook } from './kernel/decision.ts';
import type { AnyKind } from './kernel/matter/types.ts';
import { identityRefusals, registerRefusals } from './kernel/organisation/index.ts';

/** What an institution brings to the roots. */
export interface Manifest {
  readonly name: string;
  readonly refusals: RefusalBook;
  readonly kind?: AnyKind;
}

/** The list of manifests, wired by hand (house style 9). */
export const institutions: readonly Manifest[] = [
  { name: 'organisation', refusals: { ...identityRefusals, ...registerRefusals } },
  { name: 'catalogue', refusals: catalogue.CATALOGUE_REFUSALS },
  { name: 'licensing', refusals: licensing.refusals, kind: licensing.kind },
  { name: 'duties', refusals: duties.refusals, kind: duties.kind },
  { name: 'till', refusals: till.refusals, kind: till.kind },
  { name: 'visits', refusals: visits.refusals, kind: visits.kind },
  { name: 'urging', refusals: urging.refusals },
];
