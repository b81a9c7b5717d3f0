export const QUEUES = ['filing', 'pick-up', 'advice'] as const;
export type Queue = (typeof QUEUES)[number];

/** Why somebody came again about the same matter: a second visit is counted with its reason (P10, S4-29). */
export const REASONS = ['papers', 'originals', 'fee', 'result', 'asked-to-come', 'own-question'] as const;
export type Reason = (typeof REASONS)[number];
