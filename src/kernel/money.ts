/**
 * A figure of a list in fen for so many units, in whole fen: a part of one falls away, and what binary fractions add or take does not count.
 * Undefined where the list has no figure.
 */
export const times = <T extends number | undefined>(fen: T, quantity: number): T =>
  (fen === undefined ? undefined : Math.floor(Math.round(fen * quantity * 1000) / 1000)) as T;

/** Whether an amount in yuan is of whole fen: two decimals at most. */
export const wholeFen = (yuan: number): boolean => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6;
