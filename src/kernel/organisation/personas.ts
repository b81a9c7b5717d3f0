import type { LocalDate } from '../clock/types.ts';
import type { Text } from '../text.ts';
import { buildDirectory, inForce } from './directory.ts';
import type { Register } from './types.ts';

/** Somebody to sign in as, in the model county only (house section 6). */
export interface Persona {
  /** `clerk`, or a seat id. */
  readonly name: string;
  readonly person: string;
  readonly label: Text;
  /** Ids of the seats held now; empty for those who apply. */
  readonly seats: readonly string[];
}

/** By name, else by seat id: whoever holds the seat on that day, or, without a day, was appointed to it last. */
export function personaFor(name: string, personas: readonly Persona[], register: Register, on?: LocalDate): Persona | undefined {
  const listed = personas.find((persona) => persona.name === name);
  if (listed) return listed;

  const directory = buildDirectory(register);
  const seat = directory.seat(name);
  const person = on === undefined ? directory.succession(name).at(-1)?.person : directory.holdersOf(name, on).at(-1);
  if (!seat || person === undefined) return undefined;

  const organ = directory.organ(seat.organ)?.name;
  return {
    name,
    person,
    label: organ ? { zh: `${organ.zh} ${seat.name.zh}`, en: `${organ.en}: ${seat.name.en}` } : seat.name,
    seats: directory
      .career(person)
      .filter((held) => (on === undefined ? held.to === undefined : inForce(held, on)))
      .map((held) => held.seat),
  };
}
