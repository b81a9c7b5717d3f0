import type { Clock, LocalDate } from '../kernel/clock/types.ts';
import { holidays } from './words.ts';

export const d = (date: string): LocalDate => date as LocalDate;

/** The clock of the drawn page: accepted on 13 Feb 2026, 20 working days, one appraisal, resumed on 9 March. */
export const aClock = (differs: Partial<Omit<Clock, 'derivation'>> & { derivation?: Partial<Clock['derivation']> } = {}): Clock => ({
  term: 'licensing.decide',
  kind: 'legal',
  zero: d('2026-02-13'),
  amount: 20,
  unit: 'wd',
  extended: 0,
  pauses: [{ ground: 'appraisal', from: d('2026-03-02'), to: d('2026-03-09') }],
  due: d('2026-03-26'),
  provisional: false,
  conditional: false,
  ...differs,
  derivation: {
    rule: 'licensing.decide',
    basis: '42',
    zero: d('2026-02-13'),
    amount: 20,
    unit: 'wd',
    skipped: [
      [d('2026-02-15'), d('2026-02-23'), holidays[1]!.zh],
      [d('2026-03-01'), d('2026-03-01'), 'weekend'],
      [d('2026-03-02'), d('2026-03-08'), 'pause:appraisal'],
      [d('2026-03-14'), d('2026-03-15'), 'weekend'],
      [d('2026-03-21'), d('2026-03-22'), 'weekend'],
    ],
    makeup: [d('2026-02-14'), d('2026-02-28')],
    edition: '2026.1',
    ...differs.derivation,
  },
});
