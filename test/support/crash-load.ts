import { readFileSync } from 'node:fs';
import { institutions } from '../../src/institutions.ts';
import { verifyJournal } from '../../src/kernel/journal/verify.ts';
import { rebuild } from '../../src/kernel/matter/rebuild.ts';
import { openHouse } from '../../src/open-house.ts';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { readConfig } from '../../src/platform/config.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { onPaper } from './papers.ts';
import { Story } from './story.ts';

/** The child of `test/crash.mjs`: `load` files and acts until it is killed, `check` compares what was acknowledged with what is there. */
const [mode, list] = process.argv.slice(2);
const house = await openHouse(readConfig(process.env, checkoutRoot), process.env);

const CHAIN = [
  ['clerk', 'accept', {}],
  ['HUC-SH', 'approve', { step: 'assist:HUC', opinion: 'agree', text: 'ok' }],
  ['PSB-SH', 'approve', { step: 'assist:PSB', opinion: 'agree', text: 'ok' }],
  ['UMB-EX1', 'propose', { step: 'lead', opinion: 'agree', text: 'ok' }],
  ['UMB-SH', 'check', { step: 'lead', opinion: 'agree', text: 'ok' }],
  ['UMB-DEP', 'approve', { step: 'lead', opinion: 'agree', text: 'ok' }],
  ['UMB-DEP', 'decide', { outcome: 'granted', reason: 'ok' }],
] as const;

async function load(): Promise<never> {
  // Where the records lie: run as root they may be elsewhere than in BANJIE_DATA.
  const { rows } = await withClient(house.county.ownerUrl, (db) => db.query<{ data_directory: string }>('SHOW data_directory'));
  process.stdout.write(`records ${rows[0]?.data_directory}\n`);
  const story = new Story(house);
  const whole = await onPaper(house, 'UMB-L05');
  const worker = async () => {
    for (;;) {
      const matter = await story.file('UMB-L05', whole);
      process.stdout.write(`ack ${matter.number} 1\n`);
      for (const [i, [who, action, input]] of CHAIN.entries()) {
        await story.act(matter, who, action, input);
        process.stdout.write(`ack ${matter.number} ${i + 2}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  throw new Error('a load has no end');
}

async function check(file: string): Promise<void> {
  const said = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const found = await withClient(house.county.ownerUrl, async (db) => {
    const { rows } = await db.query<{ fact: string }>("SELECT matter || ' ' || seq AS fact FROM journal.fact");
    const there = new Set(rows.map((r) => r.fact));
    const { faults } = await verifyJournal(db);
    const { differing } = await rebuild(
      db,
      institutions.flatMap((i) => (i.kind ? [i.kind] : [])),
      false,
    );
    const halfWritten = Object.values(differing).reduce((a, b) => a + b, 0);
    return { lost: said.filter((fact) => !there.has(fact)).length, halfWritten, faults: faults.length };
  });
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

if (mode === 'load') await load();
await check(list ?? '');
await house.close();
