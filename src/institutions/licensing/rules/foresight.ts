import { addDays, fromDayNumber, toDayNumber } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Foreseen, Light } from '../../../kernel/matter/types.ts';
import { lateRow } from '../projection.ts';
import { stepClock } from './open-dates.ts';
import type { ClockKind, Licensing, LicensingFact, Running, Step } from './state.ts';

type Lit = 'due-soon' | 'late';

/** A running clock, as far as its light goes. Of a step (`step:lead`) only its end makes one. */
interface Ahead {
  readonly kind: string;
  readonly soon?: LocalDate;
  readonly due: LocalDate;
  readonly lit?: Lit;
}

const LETTERS = { acceptance: 'a', arbitration: 'r', delivery: 'd', hearing: 'h', legal: 'l', promised: 'p' } as const;
const KINDS = new Map<string, ClockKind>(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as ClockKind]));
const MARKS = { 'due-soon': '!', late: '!!' } as const;
const ASSIST = 'step:assist:';

/**
 * `p20521+2! l20530+2 lead=20525 UMB=20520!!`: a clock's letter, the day (since 1970) from which it is ▲, how many days later it is due, what
 * is on record; a step, or the organ that assists, and its day.
 */
export function foreseenOf(clocks: readonly Running[], steps: readonly Step[], lit: Licensing['lit']): string | undefined {
  const ahead: Ahead[] = [
    ...clocks.map(({ kind, soon, due }) => ({ kind, soon, due, lit: lit[kind] })),
    ...steps.map(({ id, due }) => ({ kind: stepClock(id), due, lit: lit[stepClock(id)] })),
  ];
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
  const after = before.map(
    (c): Ahead => ({ ...c, lit: today > c.due ? 'late' : c.soon && today >= c.soon ? (c.lit ?? 'due-soon') : c.lit }),
  );
  const turned = after.filter((c, i) => c.lit !== before[i]?.lit);
  const clocks = after.filter((c) => c.soon);
  const total = worst(clocks);
  const over = total === 'over-law' || total === 'over-promise';
  const next = (c: Ahead): LocalDate => (c.soon && !c.lit ? c.soon : addDays(c.due, 1));
  return {
    facts: turned.map(({ kind, due, lit }): LicensingFact => ({ kind: lit === 'late' ? 'limit-passed' : 'limit-near', clock: kind, due })),
    rows: turned.flatMap(({ kind, lit }) => (lit === 'late' ? [lateRow(about, kind, on)] : [])),
    light: !over && after.some((c) => !c.soon && c.lit === 'late') ? 'step-overdue' : (total ?? 'in-time'),
    nextChange: after.flatMap((c) => (c.lit === 'late' ? [] : [next(c)])).sort()[0],
    foreseen: after.every((c) => c.lit === 'late') ? undefined : written(after),
  };
}

/** Clocks that the law sets; the others are the county's own promise. */
export const STATUTORY: ReadonlySet<string> = new Set(['acceptance', 'legal', 'delivery', 'hearing']);

/** The worst light of clocks, the law before the promise; undefined where none is lit. */
export function worst(clocks: readonly { readonly kind: string; readonly lit?: Lit }[]): Light | undefined {
  const late = clocks.filter((c) => c.lit === 'late');
  if (late.some((c) => STATUTORY.has(c.kind))) return 'over-law';
  if (late.length > 0) return 'over-promise';
  return clocks.some((c) => c.lit === 'due-soon') ? 'due-soon' : undefined;
}

const written = (ahead: readonly Ahead[]): string =>
  ahead
    .map(({ kind, soon, due, lit }) => {
      const mark = lit ? MARKS[lit] : '';
      if (!soon) return `${kind.startsWith(ASSIST) ? kind.slice(ASSIST.length) : 'lead'}=${toDayNumber(due)}${mark}`;
      const from = toDayNumber(soon);
      return `${LETTERS[kind as keyof typeof LETTERS]}${from}+${toDayNumber(due) - from}${mark}`;
    })
    .join(' ');

/** What an earlier or later release has written otherwise is not believed. */
function read(one: string): Ahead[] {
  const [, name = '', sign, first, days, mark] = /^([a-zA-Z][\w-]*?)(=?)(\d+)(?:\+(\d+))?(!*)$/.exec(one) ?? [];
  const lit = mark === '!!' ? 'late' : mark === '!' ? 'due-soon' : undefined;
  if (sign)
    return [{ kind: name === 'lead' ? stepClock(name) : `${ASSIST}${name}`, due: fromDayNumber(Number(first)), ...(lit && { lit }) }];
  const kind = KINDS.get(name);
  if (!kind || !days) return [];
  const soon = Number(first);
  return [{ kind, soon: fromDayNumber(soon), due: fromDayNumber(soon + Number(days)), ...(lit && { lit }) }];
}
