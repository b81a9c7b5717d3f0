import { z } from 'zod';
import { isLocalDate } from '../clock/index.ts';
import type { LocalDate } from '../clock/types.ts';
import type { Text } from '../text.ts';
import { checkId } from './identity.ts';
import type { Persona } from './personas.ts';
import { registerFaults } from './register.ts';
import { ID_TYPES, type IdType, type Register, type Role } from './types.ts';
import { identityRefusals, type OrganKind, organKindNames, registerRefusals, roleNames } from './words.ts';

/** Where the root finds the files, below `county/model/`. CSV as records keyed by header, YAML as parsed. */
export const MODEL_ORGANISATION_FILES = {
  organs: 'organisation/organs.csv',
  seats: 'organisation/seats.csv',
  people: 'organisation/people.csv',
  appointments: 'organisation/appointments.csv',
  personas: 'personas.yaml',
} as const;

export type ModelOrganisationFiles = Readonly<Record<keyof typeof MODEL_ORGANISATION_FILES, unknown>>;

export interface ModelOrganisation {
  /** Edition 1. */
  readonly register: Register;
  /** Names of people by person id, officers and applicants: for the person data, never for the register. */
  readonly names: Readonly<Record<string, Text>>;
  /** Those who apply, with their papers. */
  readonly identities: readonly ModelIdentity[];
  readonly personas: readonly Persona[];
}

export interface ModelIdentity {
  readonly person: string;
  readonly name: Text;
  readonly idType: IdType;
  readonly idNumber: string;
  readonly phone: string;
}

/** Throws with every bad row named at once: the model county is part of the product, so a fault in it is a bug. */
export function loadModelOrganisation(files: ModelOrganisationFiles): ModelOrganisation {
  const faults: string[] = [];
  const read = <T>(file: keyof ModelOrganisationFiles, schema: z.ZodType<T>): readonly T[] => {
    const parsed = z
      .array(schema)
      .safeParse(files[file] && file === 'personas' ? (files[file] as { personas: unknown }).personas : files[file]);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) faults.push(at(file, path[0], path.slice(1).join('.'), message));
    return [];
  };
  const stop = (): void => {
    if (faults.length > 0) throw new Error(`The model organisation has ${faults.length} faults:\n${faults.join('\n')}`);
  };

  const organs = read('organs', organRow);
  const seats = read('seats', seatRow);
  const people = read('people', personRow);
  const appointments = read('appointments', appointmentRow);
  const listed = read('personas', personaRow);
  stop();

  for (const { table, index, column, code } of registerFaults({ organs, seats, appointments })) {
    faults.push(at(table, index, column, registerRefusals[code].title.en));
  }
  const known = new Set(people.map(({ id }) => id));
  for (const [index, { person }] of appointments.entries())
    if (!known.has(person)) faults.push(at('appointments', index, 'person', 'unknown'));
  for (const [index, { person, identity }] of listed.entries()) {
    if (!identity && !known.has(person)) faults.push(at('personas', index, 'person', 'unknown'));
    const check = identity && checkId(identity.idType, identity.idNumber);
    if (check && !check.ok) faults.push(at('personas', index, 'identity.idNumber', identityRefusals[check.code].title.en));
  }
  stop();

  const identities = listed.flatMap(({ person, identity }) => (identity ? [{ person, ...identity }] : []));
  const names = [
    ...people.map(({ id, zh, en }) => [id, { zh, en }] as const),
    ...identities.map(({ person, name }) => [person, name] as const),
  ];
  return {
    register: { edition: 1, organs, seats, appointments },
    names: Object.fromEntries(names),
    identities,
    personas: listed.map(({ name, person, label }) => ({
      name,
      person,
      label,
      seats: appointments.filter((held) => held.person === person && held.to === undefined).map((held) => held.seat),
    })),
  };
}

/** `row` counts as a spreadsheet does: the header is row 1. */
const at = (file: keyof ModelOrganisationFiles, index: PropertyKey | undefined, column: string, message: string): string =>
  `${MODEL_ORGANISATION_FILES[file]} row ${Number(index) + (file === 'personas' ? 1 : 2)}, ${column}: ${message}`;

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date YYYY-MM-DD');
const last = z.preprocess((value) => (value === '' ? undefined : value), date.optional());
const said = z.string().trim().min(1);
const text = z.object({ zh: said, en: said });
const period = { from: date, to: last };

const organRow = z
  .object({
    code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    zh: said,
    en: said,
    kind: z.enum(Object.keys(organKindNames) as [OrganKind]),
    parent: z.string(),
    ...period,
    confidence: z.enum(['verified', 'known', 'illustrative']),
  })
  .transform(({ zh, en, parent, to, ...organ }) => ({ ...organ, name: { zh, en }, ...(parent && { parent }), ...(to && { to }) }));

const seatRow = z
  .object({
    id: z.string().regex(/^[A-Z][A-Z0-9_]*-[A-Z0-9]+$/),
    organ: said,
    zh: said,
    en: said,
    roles: z
      .string()
      .transform((list) => list.split(';'))
      .pipe(z.array(z.enum(Object.keys(roleNames) as [Role])).min(1)),
    ...period,
  })
  .transform(({ zh, en, to, ...seat }) => ({ ...seat, name: { zh, en }, ...(to && { to }) }));

const personRow = z.object({ id: z.string().regex(/^o-\d{4,}$/), zh: said, en: said });

const appointmentRow = z
  .object({ person: said, seat: said, ...period })
  .transform(({ to, ...appointment }) => ({ ...appointment, ...(to && { to }) }));

const personaRow = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  person: z.string().regex(/^[oc]-[a-z0-9-]+$/),
  label: text,
  identity: z.object({ name: text, idType: z.enum(ID_TYPES), idNumber: said, phone: said }).optional(),
});
