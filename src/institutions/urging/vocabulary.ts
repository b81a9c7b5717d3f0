/** The ladder, from whoever has it in hand to the head of the county (mandate X3). */
export const RUNGS = ['handler', 'section-head', 'chief', 'portfolio-leader', 'efficiency-office', 'county-head'] as const;
export type Rung = (typeof RUNGS)[number];

/** The leaders of the county: a weekly list, and a single notice of a broken statutory limit (P19). */
export const LEADERS: readonly Rung[] = ['portfolio-leader', 'county-head'];

export const LISTS = ['morning', 'weekly', 'notice'] as const;
export type ListKind = (typeof LISTS)[number];

/** Why somebody else than the rung's own holder was told: nobody holds it, or its holder is away. */
export const INSTEAD = ['vacant', 'away'] as const;
export type Instead = (typeof INSTEAD)[number];
