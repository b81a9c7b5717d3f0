import type { LocalDate } from '../clock/types.ts';
import { appointmentId } from './directory.ts';
import type { Appointment, Authorisation, Organ, Register, Seat, Withdrawal } from './types.ts';

export { appointmentId };

/** What is needed of a `pg` client or pool. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** The end of an organ, a seat or an appointment: its last day. Nothing is updated; the end is a row of its own. */
export interface Ending {
  readonly kind: 'organ' | 'seat' | 'appointment';
  /** Organ code, seat id, or `appointmentId(…)`. */
  readonly id: string;
  readonly last: LocalDate;
}

/** One edition's news. A person's move is an ending and a new appointment in one addition. */
export interface RegisterAddition {
  readonly organs?: readonly Organ[];
  readonly seats?: readonly Seat[];
  readonly appointments?: readonly Appointment[];
  readonly endings?: readonly Ending[];
  /** Document or plan it rests on. */
  readonly reason: string;
  /** Person id, or `seed`. */
  readonly by: string;
  /** Instant, ISO 8601. */
  readonly at: string;
}

/** The register as it stands, or as it stood in an earlier edition. One statement, so one snapshot. */
export async function readRegister(client: Queryable, edition?: number): Promise<Register> {
  const { rows } = await client.query(READ, [edition ?? null]);
  const { register } = rows[0] as { register: StoredRegister };
  return {
    edition: register.edition,
    organs: register.organs.map(({ name_zh, name_en, ...organ }) => ({ ...organ, name: { zh: name_zh, en: name_en } })),
    seats: register.seats.map(({ name_zh, name_en, ...seat }) => ({ ...seat, name: { zh: name_zh, en: name_en } })),
    appointments: register.appointments,
    authorisations: register.authorisations,
    withdrawals: register.withdrawals,
  };
}

/** What changes who may act from a seat: one in an edition. */
export type AuthorityChange =
  | { readonly authorise: Omit<Authorisation, 'id' | 'by' | 'at'> }
  | { readonly withdraw: Omit<Withdrawal, 'by' | 'at'> };

/**
 * Gives or takes back authority, in the edition after the one that was decided on: where another came first, nothing is written
 * and the answer is undefined. The county's edition goes up in the same statement, so no engine acts on what was before.
 */
export async function changeAuthority(
  client: Queryable,
  change: AuthorityChange,
  made: { readonly after: number; readonly by: string; readonly at: string; readonly reason: string },
): Promise<string | undefined> {
  const given = 'authorise' in change ? change.authorise : undefined;
  const taken = 'withdraw' in change ? change.withdraw : undefined;
  const { rows } = await client.query(CHANGE_AUTHORITY, [
    made.after,
    made.at,
    made.by,
    made.reason,
    given ? JSON.stringify(given) : null,
    taken ? JSON.stringify(taken) : null,
  ]);
  return rows[0]?.id as string | undefined;
}

/**
 * Writes one edition, whole or not at all, and gives its number; for a county that no engine serves yet, as a running one hears of no edition
 * by it (the seed, before the county has its row). Of two writers at once, one is refused (23505) and reads again.
 */
export async function appendRegister(client: Queryable, addition: RegisterAddition): Promise<number> {
  const { organs = [], seats = [], appointments = [], endings = [], reason, by, at } = addition;
  const dated = [
    ...organs.flatMap(({ code, to }) => ending('organ', code, to)),
    ...seats.flatMap(({ id, to }) => ending('seat', id, to)),
    ...appointments.flatMap((appointment) => ending('appointment', appointmentId(appointment), appointment.to)),
  ];
  const { rows } = await client.query(APPEND, [
    at,
    by,
    reason,
    JSON.stringify(organs.map(({ name, ...organ }) => ({ ...organ, name_zh: name.zh, name_en: name.en }))),
    JSON.stringify(seats.map(({ name, ...seat }) => ({ ...seat, name_zh: name.zh, name_en: name.en }))),
    JSON.stringify(appointments.map((appointment) => ({ ...appointment, id: appointmentId(appointment) }))),
    JSON.stringify([...dated, ...endings]),
  ]);
  return rows[0]?.edition as number;
}

const ending = (kind: Ending['kind'], id: string, last: LocalDate | undefined): Ending[] =>
  last === undefined ? [] : [{ kind, id, last }];

type Named<T> = Omit<T, 'name'> & { readonly name_zh: string; readonly name_en: string };

interface StoredRegister {
  readonly edition: number;
  readonly organs: readonly Named<Organ>[];
  readonly seats: readonly Named<Seat>[];
  readonly appointments: readonly Appointment[];
  readonly authorisations: readonly Authorisation[];
  readonly withdrawals: readonly Withdrawal[];
}

// Dates leave as text inside the JSON: a driver's Date would shift them by the server's zone.
const READ = `
WITH edition AS (SELECT coalesce(max(edition), 0) AS edition FROM organisation.edition WHERE edition <= coalesce($1::int, 2147483647)),
ending AS (SELECT e.organ, e.seat, e.appointment, e.last_day FROM organisation.ending e JOIN edition ON e.edition <= edition.edition)
SELECT json_build_object(
  'edition', (SELECT edition FROM edition),
  'organs', (
    SELECT coalesce(json_agg(json_strip_nulls(json_build_object('code', o.code, 'name_zh', o.name_zh, 'name_en', o.name_en,
      'kind', o.kind, 'from', o.first_day, 'to', e.last_day, 'parent', o.parent, 'confidence', o.confidence)) ORDER BY o.edition, o.place), '[]')
    FROM organisation.organ o JOIN edition ON o.edition <= edition.edition LEFT JOIN ending e ON e.organ = o.code),
  'seats', (
    SELECT coalesce(json_agg(json_strip_nulls(json_build_object('id', s.id, 'organ', s.organ, 'name_zh', s.name_zh, 'name_en', s.name_en,
      'roles', s.roles, 'from', s.first_day, 'to', e.last_day)) ORDER BY s.edition, s.place), '[]')
    FROM organisation.seat s JOIN edition ON s.edition <= edition.edition LEFT JOIN ending e ON e.seat = s.id),
  'appointments', (
    SELECT coalesce(json_agg(json_strip_nulls(json_build_object('person', a.person, 'seat', a.seat, 'from', a.first_day,
      'to', e.last_day)) ORDER BY a.edition, a.place), '[]')
    FROM organisation.appointment a JOIN edition ON a.edition <= edition.edition LEFT JOIN ending e ON e.appointment = a.id),
  'authorisations', (
    SELECT coalesce(json_agg(json_strip_nulls(json_build_object('id', a.id, 'person', a.person, 'seat', a.seat, 'from', a.first_day,
      'to', a.last_day, 'only', a.only_for, 'basis', a.basis, 'by', m.recorded_by,
      'at', to_char(m.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) ORDER BY a.edition), '[]')
    FROM organisation.authorisation a JOIN edition ON a.edition <= edition.edition JOIN organisation.edition m ON m.edition = a.edition),
  'withdrawals', (
    SELECT coalesce(json_agg(json_build_object('kind', CASE WHEN w.appointment IS NULL THEN 'authorisation' ELSE 'appointment' END, 'id', w.id,
      'from', w.first_day, 'reason', w.reason, 'by', m.recorded_by,
      'at', to_char(m.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY w.edition), '[]')
    FROM organisation.withdrawal w JOIN edition ON w.edition <= edition.edition JOIN organisation.edition m ON m.edition = w.edition)
) AS register`;

const CHANGE_AUTHORITY = `
WITH made AS (
  INSERT INTO organisation.edition (edition, recorded_at, recorded_by, reason)
  SELECT $1::int + 1, $2::timestamptz, $3::text, $4::text
   WHERE $1::int = (SELECT coalesce(max(edition), 0) FROM organisation.edition) ON CONFLICT DO NOTHING RETURNING edition),
given AS (
  INSERT INTO organisation.authorisation (id, person, seat, first_day, last_day, only_for, basis, edition)
  SELECT 'auth-' || edition, r->>'person', r->>'seat', (r->>'from')::date, (r->>'to')::date,
         CASE WHEN r->'only' IS NOT NULL THEN ARRAY(SELECT json_array_elements_text(r->'only')) END, r->>'basis', edition
    FROM made, (SELECT $5::json AS r) AS t WHERE $5::json IS NOT NULL RETURNING id),
taken AS (
  INSERT INTO organisation.withdrawal (authorisation, appointment, first_day, reason, edition)
  SELECT CASE r->>'kind' WHEN 'authorisation' THEN r->>'id' END, CASE r->>'kind' WHEN 'appointment' THEN r->>'id' END,
         (r->>'from')::date, r->>'reason', edition
    FROM made, (SELECT $6::json AS r) AS t WHERE $6::json IS NOT NULL RETURNING id),
known AS (UPDATE matter.county SET edition = county.edition + 1 WHERE EXISTS (SELECT FROM made) RETURNING one)
SELECT id FROM given UNION ALL SELECT id FROM taken`;

const APPEND = `
WITH edition AS (
  INSERT INTO organisation.edition (edition, recorded_at, recorded_by, reason)
  SELECT coalesce(max(edition), 0) + 1, $1::timestamptz, $2::text, $3::text FROM organisation.edition RETURNING edition),
new_organ AS (
  INSERT INTO organisation.organ (code, name_zh, name_en, kind, parent, confidence, first_day, edition, place)
  SELECT r->>'code', r->>'name_zh', r->>'name_en', r->>'kind', r->>'parent', r->>'confidence', (r->>'from')::date, edition, place
  FROM json_array_elements($4::json) WITH ORDINALITY AS t (r, place), edition),
new_seat AS (
  INSERT INTO organisation.seat (id, organ, name_zh, name_en, roles, first_day, edition, place)
  SELECT r->>'id', r->>'organ', r->>'name_zh', r->>'name_en', ARRAY(SELECT json_array_elements_text(r->'roles')), (r->>'from')::date, edition, place
  FROM json_array_elements($5::json) WITH ORDINALITY AS t (r, place), edition),
new_appointment AS (
  INSERT INTO organisation.appointment (id, person, seat, first_day, edition, place)
  SELECT r->>'id', r->>'person', r->>'seat', (r->>'from')::date, edition, place
  FROM json_array_elements($6::json) WITH ORDINALITY AS t (r, place), edition),
new_ending AS (
  INSERT INTO organisation.ending (organ, seat, appointment, last_day, edition)
  SELECT CASE r->>'kind' WHEN 'organ' THEN r->>'id' END, CASE r->>'kind' WHEN 'seat' THEN r->>'id' END,
    CASE r->>'kind' WHEN 'appointment' THEN r->>'id' END, (r->>'last')::date, edition
  FROM json_array_elements($7::json) AS t (r), edition)
SELECT edition FROM edition`;
