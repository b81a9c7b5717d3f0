import type { LocalDate } from '../../kernel/clock/types.ts';
import { type Directory, inForce } from '../../kernel/organisation/index.ts';
import type { Text } from '../../kernel/text.ts';
import type { LadderRegister } from './register.ts';

/** A seat with whoever sits in it that day. */
interface Seated {
  readonly seat: string;
  readonly seatName: Text;
  readonly persons: readonly { readonly person: string; readonly name: Text }[];
}

const STATES = ['now', 'to-come', 'past'] as const;

/** What the screen says: portfolios in force, and absences, those of today first. */
export interface Leaders {
  readonly today: LocalDate;
  readonly confidence: LadderRegister['confidence'];
  readonly portfolios: readonly (Seated & {
    readonly from: LocalDate;
    readonly to: LocalDate | null;
    readonly backup: Seated | null;
    readonly organs: readonly { readonly organ: string; readonly name: Text }[];
  })[];
  readonly absences: readonly {
    readonly person: string;
    readonly name: Text;
    readonly seats: readonly Text[];
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly state: (typeof STATES)[number];
    readonly standsIn: Seated | null;
  }[];
}

interface Seen {
  readonly register: LadderRegister;
  readonly directory: Directory;
  readonly today: LocalDate;
  /** Absences in these organs, and of the leaders in charge of them; of all where undefined. */
  readonly organs?: readonly string[];
  readonly nameOf: (person: string) => Text;
}

/** Who leads which organs today; who is away, who stands in for him, since when (P19). Pure. */
export function leadersOf({ register, directory, today, organs, nameOf }: Seen): Leaders {
  const plain = (code: string): Text => ({ zh: code, en: code });
  const seated = (seat: string, on: LocalDate): Seated => ({
    seat,
    seatName: directory.seat(seat)?.name ?? plain(seat),
    persons: directory.holdersOf(seat, on).map((person) => ({ person, name: nameOf(person) })),
  });
  const near = (from: LocalDate, to: LocalDate): LocalDate => (today < from ? from : today > to ? to : today);
  const absences = register.absences.flatMap(({ person, from, to, substitute }) => {
    const on = near(from, to);
    const seats = directory.seatsOf(person, on);
    const led = register.portfolios.filter((one) => inForce(one, on) && seats.some(({ id }) => id === one.seat));
    const concerned = [...seats.map(({ organ }) => organ), ...led.flatMap((one) => one.organs)];
    if (organs && !concerned.some((organ) => organs.includes(organ))) return [];
    const other = substitute ?? led.find(({ backup }) => backup)?.backup;
    const state = today < from ? STATES[1] : today > to ? STATES[2] : STATES[0];
    const standsIn = other === undefined ? null : seated(other, on);
    return [{ person, name: nameOf(person), seats: seats.map(({ name }) => name), from, to, state, standsIn }];
  });
  return {
    today,
    confidence: register.confidence,
    portfolios: register.portfolios
      .filter((one) => inForce(one, today))
      .map(({ seat, backup, organs: led, from, to }) => ({
        ...seated(seat, today),
        from,
        to: to ?? null,
        backup: backup === undefined ? null : seated(backup, today),
        organs: led.map((organ) => ({ organ, name: directory.organ(organ)?.name ?? plain(organ) })),
      })),
    absences: absences.sort(
      (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0),
    ),
  };
}

/** Everybody whose name the screen may say. */
export const personsOf = (seen: Omit<Seen, 'nameOf'>): readonly string[] => {
  const met: string[] = [];
  leadersOf({
    ...seen,
    nameOf: (person) => {
      met.push(person);
      return { zh: person, en: person };
    },
  });
  return met;
};
