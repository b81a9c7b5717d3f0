/** Four pairs of eyes on one matter (house section 5). */
export const EYES = ['citizen', 'clerk', 'chief', 'auditor'] as const;
export type Eyes = (typeof EYES)[number];
