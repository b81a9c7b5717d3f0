/** Whose task is the time of the whole county. */
export const SUPERVISORS: readonly string[] = ['efficiency-inspector', 'auditor', 'county-head', 'deputy-county-head', 'office-director'];
