import type { Role } from '../../../kernel/organisation/types.ts';

/** Whose task is the time of the whole county. */
export const SUPERVISORS: readonly Role[] = ['efficiency-inspector', 'auditor', 'county-head', 'deputy-county-head', 'office-director'];
