import type { Role } from '../../../kernel/organisation/types.ts';

/** Who has a rung below, and may see what is open there. */
export const OVERSEE: readonly Role[] = [
  'section-head',
  'deputy',
  'chief',
  'deputy-county-head',
  'county-head',
  'office-director',
  'efficiency-inspector',
  'auditor',
];
