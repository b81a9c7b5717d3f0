import { randomBytes } from 'node:crypto';
import { anItem } from '../src/institutions/catalogue/builders.ts';
import { buildCatalogue } from '../src/institutions/catalogue/index.ts';
import { readParts } from '../src/institutions/catalogue/queries.ts';
import { institutions } from '../src/institutions.ts';
import type { LocalDate } from '../src/kernel/clock/types.ts';
import { Engine } from '../src/kernel/matter/engine.ts';
import { ENGINE_SETTINGS } from '../src/kernel/matter/settings.ts';
import type { House } from '../src/open-house.ts';
import { openPool } from '../src/platform/database/connection.ts';
import { randomFromBlocks } from '../src/platform/random.ts';

/** The item of the job: one lead and four assists, each with one signature. It lives in this process only. */
export const ITEM = 'SAM-L99';
const ASSISTS = ['UMB', 'FRS', 'HUC', 'HCB'];

/** Eight human acts a matter: one after another, by the officers whose seats empower them. */
export interface Act {
  /** `file`, or the action's name. */
  readonly name: string;
  readonly seat: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const opinion = { opinion: 'agree', text: '经现场核查，符合法定条件，同意。' };
export const ACTS: readonly Act[] = [
  {
    name: 'file',
    seat: 'ASB-W01',
    input: {
      item: ITEM,
      channel: 'window',
      applicant: {
        kind: 'firm',
        name: '示范县测试餐饮有限公司',
        idType: 'credit-code',
        idNumber: '91990101MA00TEXT0R',
        phone: '13000000003',
      },
      form: { premises: '示范县城关镇人民路12号', area: '86', scope: '热食类食品制售', manager: '王小满' },
      papers: ['M1'],
    },
  },
  { name: 'accept', seat: 'ASB-W01', input: {} },
  { name: 'approve', seat: 'SAM-DEP', input: { step: 'lead', ...opinion } },
  ...ASSISTS.map((organ) => ({ name: 'approve', seat: `${organ}-SH`, input: { step: `assist:${organ}`, ...opinion } })),
  { name: 'decide', seat: 'SAM-CHF', input: { outcome: 'granted', reason: '申请材料齐全，符合法定条件，准予许可。' } },
];

/** The house with an engine whose catalogue also holds the job's item; nothing of it is written to the database. */
export async function withJob(house: House, how: { lanes?: number; batch?: number } = {}): Promise<House & { readonly batches: number[] }> {
  const { snapshot } = await house.moment();
  const parts = await readParts(house.pool);
  const item = anItem({
    id: ITEM,
    assists: {
      value: ASSISTS.map((organ) => ({ organ, duty: { zh: '协办', en: 'assist' }, limit: { amount: 5, unit: 'wd' } })),
      confidence: 'illustrative',
    },
    validity: { value: 60, confidence: 'illustrative' },
  });
  const rule = { item: ITEM, act: 'approve', roles: ['deputy', 'chief'], at: 'lead', signatures: 'one', basis: 'bench' } as const;
  const tables = parts.tables?.map((table) => ({ ...table, rows: [...table.rows, rule] }));
  const catalogue = buildCatalogue({ ...parts, items: [...parts.items, item], authority: [...parts.authority, rule], tables });
  const pool = openPool(house.county.appUrl, { max: 16, settings: ENGINE_SETTINGS });
  const batches: number[] = [];
  const engine = new Engine({
    watch: { wrote: (requests) => batches.push(requests), acted: () => {} },
    pool,
    kinds: institutions.flatMap((i) => (i.kind ? [i.kind] : [])),
    machineNow: Date.now,
    random: randomFromBlocks(),
    ...how,
    snapshot: async () => ({ ...snapshot, worlds: { licensing: { catalogue } } }),
  });
  const close = async () => {
    await pool.end();
    await house.close();
  };

  return { ...house, engine, batches, close };
}

export async function officersOf(house: House): Promise<ReadonlyMap<string, string>> {
  const { directory, today } = await house.moment();
  const seats = [...new Set(ACTS.map((a) => a.seat))];
  return new Map(seats.map((seat) => [seat, theOne(directory.holdersOf(seat, today as LocalDate), seat)]));
}

const theOne = (persons: readonly string[], seat: string): string => {
  if (!persons[0]) throw new Error(`bench: nobody sits in ${seat}`);
  return persons[0];
};

/** Performs the job through the engine in this process. */
export function inProcess(engine: Engine, officers: ReadonlyMap<string, string>) {
  return async (matter: string | undefined, act: Act): Promise<string> => {
    const person = officers.get(act.seat) as string;
    const secret = matter ? {} : { person: `c-${randomBytes(9).toString('base64url')}`, code: 'ABCDEFGHJK', files: [] };
    const outcome = await engine.perform({
      kind: 'licensing',
      number: matter,
      action: matter && act.name,
      input: { ...act.input, ...secret },
      actor: (m) => m.directory.actor(person, m.today),
    });
    if (!outcome.ok)
      throw new Error(`bench: ${act.name} was refused: ${JSON.stringify(outcome.refusals)} ${JSON.stringify(outcome.issues)}`);
    return outcome.number;
  };
}
