import type { Pool } from 'pg';
import { openApplicationsOn } from '../list-queries.ts';
import { readLicence } from '../queries.ts';
import { holderOf } from './same-person.ts';

/** The licence an application names, as the register holds it. Giving it up waits for nothing but another giving up (行政许可法 70). */
export async function licenceNamed(pool: Pool, input: Readonly<Record<string, unknown>>) {
  if (typeof input.licence !== 'string') return undefined;
  const licence = await readLicence(pool, input.licence.slice(0, 80).replaceAll('\u0000', ''));
  if (licence?.state !== 'valid') return undefined;
  const { number, item, from, until, matter } = licence;
  const [open] = await openApplicationsOn(pool, item, number, input.case === 'cancel' ? 'cancel' : undefined);
  return { item, from, until, holder: await holderOf(pool, matter), open };
}
