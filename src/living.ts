import { createHmac } from 'node:crypto';
import type { Catalogue } from './institutions/catalogue/index.ts';
import type { DutyWorld } from './institutions/duties/index.ts';
import { liveDuties } from './institutions/duties/seed.ts';
import { guideTo } from './institutions/licensing/queries/guided.ts';
import { type Lived, live } from './institutions/licensing/seed.ts';
import { liveTill } from './institutions/till/seed.ts';
import { urge } from './institutions/urging/index.ts';
import { readLists } from './institutions/urging/seed.ts';
import type { VisitWorld } from './institutions/visits/index.ts';
import { liveVisits } from './institutions/visits/seed.ts';
import { institutions } from './institutions.ts';
import { Chance } from './kernel/chance.ts';
import { addDays, daysBetween, weekday } from './kernel/clock/index.ts';
import type { LocalDate } from './kernel/clock/types.ts';
import type { Refusal } from './kernel/decision.ts';
import { Engine } from './kernel/matter/engine.ts';
import { ENGINE_SETTINGS } from './kernel/matter/settings.ts';
import type { House } from './open-house.ts';
import { openPool } from './platform/database/connection.ts';
import { ladderHere } from './urging.ts';

export interface Period {
  readonly matters: number;
  readonly from: LocalDate;
  /** Last day lived; the county's clock then stands at nine the next morning. */
  readonly to: LocalDate;
  readonly seed: string;
}

/** Eleven weeks before the model county's first morning: New Year lies within, the Spring Festival ahead. */
export const USUAL: Period = { matters: 2400, from: '2025-11-24' as LocalDate, to: '2026-02-08' as LocalDate, seed: '1' };

/**
 * Lives a period in the model county: the same rules, the same engine, another clock. From the same seed comes the same county, to
 * the byte: people, salts and numbers are drawn from it. Only an empty county is lived; what happened is never mixed with what is made up.
 */
export async function liveThrough(
  house: House,
  period: Period,
  day?: (on: LocalDate, so: Lived) => boolean | undefined,
): Promise<{ ok: true; lived: Lived } | { ok: false; refusal: Refusal }> {
  if (!house.row.model) return { ok: false, refusal: { code: 'not-a-model-county' } };
  const { rows } = await house.pool.query(
    `SELECT count(*) FILTER (WHERE kind = 'licensing')::int AS matters, count(*) FILTER (WHERE kind <> 'licensing')::int AS others FROM matter.matter`,
  );
  const { matters, others } = rows[0];
  if (matters + others > 0) return { ok: false, refusal: { code: 'county-not-empty', params: { matters, others } } };

  const { offset } = await clockOf(house);
  const { snapshot } = await house.moment();
  const world = {
    catalogue: (snapshot.worlds.licensing as { catalogue: Catalogue }).catalogue,
    directory: snapshot.directory,
    calendar: snapshot.calendar,
  };
  if (world.catalogue.items(period.from).length === 0)
    return { ok: false, refusal: { code: 'county-begins-later', params: { from: period.from } } };
  let now = nine(period.from);
  // What is made up need not be on disk act by act: the last statement, which sets the clock, waits for all of it. Cut off before, the
  // county is lived anew.
  const settings = { ...ENGINE_SETTINGS, synchronous_commit: 'off' };
  const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));
  const pool = openPool(house.county.appUrl, { max: 3, name: 'banjie living', settings });
  const engine = new Engine({
    pool,
    kinds,
    machineNow: () => now * 1000 - offset,
    random: (bytes, about) => createHmac('sha256', `living ${period.seed}`).update(about).digest().subarray(0, bytes),
    snapshot: async () => snapshot,
  });
  try {
    const clock = (to: number) => {
      now = to;
    };
    const readers = new Chance(`${period.seed} readers`);
    /** At half past eight yesterday's lists have been read or not, and today's arrive. */
    const urged = async (on: LocalDate) => {
      now = nine(on) - 1_800;
      await readLists(pool, on, readers);
      await urge({ pool, kinds, register: ladderHere(house.row) }, await engine.moment(offset, 0));
    };
    const lived = await live(engine, world, { ...period, chance: new Chance(period.seed), clock, morning: (on) => urged(on), day });
    const { register } = snapshot.worlds.visit as VisitWorld;
    const seats = register.windows.map(({ seat }) => seat);
    const chance = new Chance(`${period.seed} visits`);
    const refused = await liveVisits(engine, pool, { to: period.to, seats, ...world, chance });
    refused.push(...(await liveTill(engine, pool, { to: period.to, ...world, chance: new Chance(`${period.seed} till`) })));
    const { answers } = snapshot.worlds.duty as DutyWorld;
    const { law } = snapshot;
    refused.push(...(await liveDuties(engine, { ...period, ...world, answers, law, chance: new Chance(`${period.seed} duties`) })));
    for (const code of refused) lived.refused.set(code, (lived.refused.get(code) ?? 0) + 1);
    await guideTo(house.pool, lived.guided);
    await house.pool.query('UPDATE matter.county SET clock_offset = $1', [nine(addDays(period.to, 1)) * 1000 - Date.now()]);
    return { ok: true, lived };
  } finally {
    await pool.end();
  }
}

const clockOf = async (house: House): Promise<{ offset: number }> =>
  (await house.pool.query('SELECT clock_offset::float8 AS offset FROM matter.county')).rows[0];

/** Nine in the morning in the county, seconds. */
const nine = (day: LocalDate): number => daysBetween('1970-01-01' as LocalDate, day) * 86_400 + 3_600;

/** The first start of an empty model county: it is lived, week by week told. */
export async function liveFirst(house: House, say: (line: string) => void, stopping: () => boolean): Promise<void> {
  const { rows } = await house.pool.query('SELECT EXISTS (SELECT FROM matter.matter) AS lived');
  if (!house.row.model || rows[0].lived) return;
  say(
    `Living the model county from ${USUAL.from} to ${USUAL.to}: ${USUAL.matters} applications, by the rules (npm start -- --empty skips this) …`,
  );
  await liveThrough(house, USUAL, (on, { matters, facts }) => {
    if (weekday(on) === 7) say(`  ${on}  ${matters} applications, ${facts} records`);
    return !stopping();
  });
}
