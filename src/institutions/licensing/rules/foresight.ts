import { addDays, fromDayNumber, toDayNumber } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Foreseen } from '../../../kernel/matter/types.ts';
import { lateRow } from '../projection.ts';
import type { ClockKind, LicensingFact, Running } from './state.ts';

type Lit = 'due-soon' | 'late';

/** A running clock, as far as its light goes. */
interface Ahead {
  readonly kind: ClockKind;
  readonly soon: LocalDate;
  readonly due: LocalDate;
  readonly lit?: Lit;
}

const LETTERS = { acceptance: 'a', arbitration: 'r', delivery: 'd', hearing: 'h', legal: 'l', promised: 'p' } as const;
const KINDS = new Map<string, ClockKind>(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as ClockKind]));
const MARKS = { 'due-soon': '!', late: '!!' } as const;

/** `p20521+2! l20530+2`: letter, the day (since 1970) from which it is ▲, how many days later it is due, what is on record. */
export function foreseenOf(clocks: readonly Running[], lit: Partial<Readonly<Record<ClockKind, Lit>>>): string | undefined {
  const ahead = clocks.map((c): Ahead => ({ kind: c.kind as ClockKind, soon: c.soon, due: c.due, lit: lit[c.kind as ClockKind] }));
  return ahead.every((c) => c.lit === 'late') ? undefined : written(ahead);
}

/**
 * What `sweep` would say of a matter for which only lights lie ahead, told without its history: the same facts, rows, light and next day.
 * Silence that accepts is another matter: undefined, its history must be read.
 */
export function foresee(
  text: string,
  { today, on, ...about }: Foreseen<LicensingFact>['about'],
): Foreseen<LicensingFact>['brings'] | undefined {
  const parts = text.split(' ');
  const before = parts.flatMap(read);
  if (before.length < parts.length) return undefined;
  if (before.some((c) => c.kind === 'acceptance' && today > c.due)) return undefined;
  const after = before.map((c): Ahead => ({ ...c, lit: today > c.due ? 'late' : today >= c.soon ? (c.lit ?? 'due-soon') : c.lit }));
  const turned = after.filter((c, i) => c.lit !== before[i]?.lit);
  return {
    facts: turned.map(({ kind, due, lit }): LicensingFact => ({ kind: lit === 'late' ? 'limit-passed' : 'limit-near', clock: kind, due })),
    rows: turned.flatMap(({ kind, lit }) => (lit === 'late' ? [lateRow(about, kind, on)] : [])),
    light: after.some((c) => c.lit === 'late') ? 'late' : 'due-soon',
    nextChange: after.flatMap((c) => (c.lit === 'late' ? [] : [c.lit ? addDays(c.due, 1) : c.soon])).sort()[0],
    foreseen: after.every((c) => c.lit === 'late') ? undefined : written(after),
  };
}

const written = (clocks: readonly Ahead[]): string =>
  clocks
    .map(({ kind, soon, due, lit }) => {
      const from = toDayNumber(soon);
      return `${LETTERS[kind as keyof typeof LETTERS]}${from}+${toDayNumber(due) - from}${lit ? MARKS[lit] : ''}`;
    })
    .join(' ');

/** What an earlier or later release has written otherwise is not believed. */
function read(one: string): Ahead[] {
  const [, letter = '', from, days, mark] = /^([a-z])(\d+)\+(\d+)(!*)$/.exec(one) ?? [];
  const kind = KINDS.get(letter);
  if (!kind) return [];
  const soon = Number(from);
  const lit = mark === '!!' ? 'late' : mark === '!' ? 'due-soon' : undefined;
  return [{ kind, soon: fromDayNumber(soon), due: fromDayNumber(soon + Number(days)), ...(lit && { lit }) }];
}
