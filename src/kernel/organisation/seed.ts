import { z } from 'zod';
import type { LocalDate } from '../clock/types.ts';
import { type Fault, shaped } from '../shape.ts';
import { fill, type Text } from '../text.ts';
import { checkId } from './identity.ts';
import type { Persona } from './personas.ts';
import { registerFaults } from './register.ts';
import { ID_TYPES, type IdType, type Register, type Role } from './types.ts';
import { identityRefusals, type OrganKind, organKindNames, registerRefusals, roleNames, seedFaultWords } from './words.ts';

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

/** What is wrong in one of the files; the path begins with the place of the row, and is empty where the whole file is meant. */
export interface OrganisationFault extends Fault {
  readonly file: keyof ModelOrganisationFiles;
}

export class OrganisationFaults extends Error {
  readonly faults: readonly OrganisationFault[];
  constructor(faults: readonly OrganisationFault[]) {
    super(`The model organisation has ${faults.length} faults:\n${faults.map(faultSaid).join('\n')}`);
    this.faults = faults;
  }
}

/** Throws `OrganisationFaults` with every bad row. */
export function loadModelOrganisation(files: ModelOrganisationFiles): ModelOrganisation {
  const faults: OrganisationFault[] = [];
  const fault = (file: OrganisationFault['file'], path: Fault['path'], text: Text) => faults.push({ file, path, text });
  const read = <T>(file: OrganisationFault['file'], schema: z.ZodType<T>): readonly (T | undefined)[] => {
    const given = file === 'personas' ? (files[file] as { personas?: unknown } | null)?.personas : files[file];
    const list = shaped(z.array(z.unknown()), given);
    if (!list.ok) {
      for (const { text } of list.faults) fault(file, [], text);
      return [];
    }
    return list.value.map((raw, i) => {
      const row = shaped(schema, raw);
      if (!row.ok) for (const { path, text } of row.faults) fault(file, [i, ...path], text);
      return row.ok ? row.value : undefined;
    });
  };
  const whole = <T>(rows: readonly (T | undefined)[]) => rows.filter((row) => row !== undefined);

  const [organs, seats, people] = [read('organs', organRow), read('seats', seatRow), read('people', personRow)];
  const [appointments, personas] = [read('appointments', appointmentRow), read('personas', personaRow)];
  // A row that could not be read may be what another one names.
  if (faults.length === 0)
    for (const { table, index, column, code } of registerFaults({
      organs: whole(organs),
      seats: whole(seats),
      appointments: whole(appointments),
    }))
      fault(table, [index, column], registerRefusals[code].title);
  const known = new Set(people.map((one) => one?.id));
  const stranger = (file: OrganisationFault['file'], index: number, person: string) => {
    const { zh, en } = seedFaultWords['person-unknown'];
    if (!known.has(person) && !known.has(undefined)) fault(file, [index, 'person'], { zh: fill(zh, { person }), en: fill(en, { person }) });
  };
  for (const [index, one] of appointments.entries()) if (one) stranger('appointments', index, one.person);
  for (const [index, one] of personas.entries()) {
    if (one && !one.identity) stranger('personas', index, one.person);
    const check = one?.identity && checkId(one.identity.idType, one.identity.idNumber);
    if (check && !check.ok) fault('personas', [index, 'identity', 'idNumber'], identityRefusals[check.code].title);
  }
  if (faults.length > 0) throw new OrganisationFaults(faults);
  return modelOf(whole(organs), whole(seats), whole(people), whole(appointments), whole(personas));
}

function modelOf(
  organs: Register['organs'],
  seats: Register['seats'],
  people: readonly z.output<typeof personRow>[],
  appointments: Register['appointments'],
  listed: readonly z.output<typeof personaRow>[],
): ModelOrganisation {
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
const faultSaid = ({ file, path: [index, ...column], text }: OrganisationFault): string =>
  `${MODEL_ORGANISATION_FILES[file]} row ${Number(index ?? -1) + (file === 'personas' ? 1 : 2)}, ${column.map(String).join('.')}: ${text.en}`;

const date = z.iso.date().transform((day) => day as LocalDate);
const last = z.preprocess((value) => (value === '' ? undefined : value), date.optional());
const said = z.string().trim().min(1);
const text = z.strictObject({ zh: said, en: said });
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

/** The columns of each table. */
export const MODEL_ORGANISATION_COLUMNS = {
  organs: Object.keys(organRow.in.shape),
  seats: Object.keys(seatRow.in.shape),
  people: Object.keys(personRow.shape),
  appointments: Object.keys(appointmentRow.in.shape),
} as const;

const personaRow = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  person: z.string().regex(/^[oc]-[a-z0-9-]+$/),
  label: text,
  identity: z.strictObject({ name: text, idType: z.enum(ID_TYPES), idNumber: said, phone: said }).optional(),
});
