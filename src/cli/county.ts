import type { Command } from 'commander';
import { advanceClock, type ClockChange, setClock } from '../county-clock.ts';
import { personaFor } from '../kernel/organisation/index.ts';
import { nameText } from '../kernel/plain-text.ts';
import { type Text, unfilled } from '../kernel/text.ts';
import { createCounty, type House } from '../open-house.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readConfig } from '../platform/config.ts';
import { databaseConfig } from '../platform/database/connection.ts';
import { dbUrl } from '../platform/database/counties.ts';
import { openServer } from '../platform/database/given.ts';
import { makeToken } from '../platform/http/session.ts';
import { houseRefusals } from '../platform/http/words.ts';
import { SetupError, UsageError } from '../platform/setup-error.ts';
import { commandWords } from '../words.ts';
import { type Out, withHouse } from './out.ts';

/** The longest name of a county, in characters. */
const MOST_NAME = 60;

const DAY = 86_400_000;

/** County, clock, database, personas. */
export function countyCommands(program: Command, out: Out): void {
  const county = program
    .command('county')
    .description('counties on this server')
    .addHelpText('after', `\nExample:\n  ${commandWords.exampleCounty}`);
  county
    .command('create <code>')
    .description('make a new county: a database, a login role, empty registers')
    .requiredOption('--name <name>', 'its name in Chinese')
    .option('--name-en <name>', 'its name in English')
    .addHelpText('after', `\nExample:\n  ${commandWords.exampleCounty}`)
    .action(async (code: string, { name, nameEn }: { name: string; nameEn?: string }) => {
      for (const [option, given] of Object.entries({ '--name': name, '--name-en': nameEn }))
        if (given !== undefined && !nameText(MOST_NAME).safeParse(given).success)
          throw new UsageError(
            `${option} is a name in one line, of 1 to ${MOST_NAME} characters, with a letter or a digit that can be seen.`,
          );
      const config = readConfig({ ...out.env, BANJIE_COUNTY: code }, checkoutRoot);
      const server = await openServer({
        ...databaseConfig(out.env, checkoutRoot),
        dataDir: config.dataDir,
        databaseUrl: config.databaseUrl,
      });
      try {
        const made = await createCounty(server, code, { zh: name, en: nameEn ?? name });
        out.line(`County ${code} is ready: database ${made.database}. Serve it with BANJIE_COUNTY=${code} npm start.`);
      } finally {
        await server.close();
      }
    });

  const clock = program
    .command('clock')
    .description("the model county's own clock")
    .addHelpText('after', '\nExample:\n  banjie clock advance 6d');
  const tell = async (house: House, json: boolean | undefined, change?: ClockChange) => {
    if (change && !change.ok) {
      const { code } = change.refusal;
      out.log(`${house.refusals.problem([change.refusal], [], 'en').detail} (${code})`);
      out.no();
      return;
    }
    const m = change ?? (await house.moment());
    const local = localText(m.now);
    if (json)
      out.json({ county: house.row.code, model: house.row.model, now: local, today: m.today, ...(change?.ok && { facts: change.facts }) });
    else out.line(`${house.row.name.en} ${local}${change?.ok ? ` · ${change.facts} facts recorded by the sweep` : ''}`);
  };
  const withJson = (command: Command) => command.option('--json', 'one document on stdout');
  withJson(clock.command('show').description('what time it is in the county'))
    .addHelpText('after', '\nExample:\n  banjie clock show --json')
    .action(({ json }) => withHouse(out, (house) => tell(house, json)));
  withJson(clock.command('set <instant>').description('set the clock, local time of the county'))
    .addHelpText('after', '\nExample:\n  banjie clock set 2026-02-13T09:00')
    .action((text: string, { json }) => withHouse(out, async (house) => tell(house, json, await setClock(house, instantOf(text)))));
  // Without this `-3d` would be taken for an option.
  withJson(clock.command('advance <duration>').description('let time pass: 6d, 2w, 3h, 90m').allowUnknownOption())
    .addHelpText('after', '\nExample:\n  banjie clock advance 6d')
    .action((text: string, { json }) =>
      withHouse(out, async (house) => {
        const { days, hours } = durationOf(text);
        return tell(house, json, await advanceClock(house, days, hours));
      }),
    );

  program
    .command('db')
    .description('the database')
    .addHelpText('after', '\nExample:\n  psql "$(banjie db url)"')
    .command('url')
    .description("address of the county's database, for psql")
    .option('--owner', 'as the owner instead of the application')
    .addHelpText('after', '\nExample:\n  psql "$(banjie db url)"')
    .action(({ owner }: { owner?: boolean }) =>
      withHouse(out, async (house) => out.line(await dbUrl(house.server, house.config.county, { owner }))),
    );

  const model = (house: House): void => {
    if (!house.row.model) throw new SetupError(`${houseRefusals['not-a-model-county'].title.en} (not-a-model-county)`);
  };
  withJson(program.command('personas').description('who one can be in the model county'))
    .addHelpText('after', '\nExample:\n  banjie personas --json')
    .action(({ json }) =>
      withHouse(out, async (house) => {
        model(house);
        const list = house.model.personas.map(({ name, person, label, seats }) => ({ name, person, label, seats }));
        if (json) out.json(list);
        else for (const p of list) out.line(`${p.name.padEnd(24)} ${p.label.zh} · ${p.label.en} ${p.seats.join(', ')}`);
      }),
    );
  program
    .command('token')
    .description('a bearer token for a persona of the model county')
    .requiredOption('--persona <name>', 'a persona, or a seat such as SAM-EX1')
    .addHelpText('after', '\nExample:\n  curl -H "Authorization: Bearer $(banjie token --persona clerk)" …')
    .action(({ persona }: { persona: string }) =>
      withHouse(out, async (house) => {
        model(house);
        const m = await house.moment();
        const found = personaFor(persona, house.model.personas, house.model.register, m.today);
        if (!found) throw new SetupError(`There is no persona or seat "${persona}". banjie personas lists them.`);
        out.line(makeToken(house.row.secret, found.person, Date.now() + 365 * DAY));
      }),
    );
  withJson(program.command('codes').description('every refusal code, in both languages'))
    .addHelpText('after', '\nExample:\n  banjie codes --json')
    .action(async ({ json }) => {
      const { Refusals } = await import('../platform/http/problem.ts');
      const { institutions } = await import('../institutions.ts');
      const all = new Refusals(institutions.map((i) => i.refusals))
        .all()
        .map(([code, w]) => ({ code, status: w.status, title: inBook(w.title), next: inBook(w.next), basis: w.basis }));
      if (json) out.json(all);
      else for (const c of all) out.line(`${c.code.padEnd(30)} ${c.status} ${c.title.zh} · ${c.title.en}`);
    });
}

const localText = (seconds: number): string => new Date(seconds * 1000 + 8 * 3_600_000).toISOString().slice(0, 16);

/** `2026-02-13T09:00`, local time of the county; milliseconds since the epoch. */
function instantOf(text: string): number {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T09:00` : text;
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(whole) ? Date.parse(`${whole}+08:00`) : Number.NaN;
  if (Number.isNaN(ms) || localText(ms / 1000) !== whole.slice(0, 16))
    throw new UsageError(`"${text}" is not a time. Write it as 2026-02-13T09:00.`);
  return ms;
}

/** `6d`, `2w`, `3h` or `90m`; the clock takes parts of an hour. */
export function durationOf(text: string): { days: number; hours: number } {
  const [, amount, unit] = /^(\d+)([dwhm])$/.exec(text) ?? [];
  if (amount && amount.length > 4) throw new UsageError(`${text} is too long: at most 9999 of a unit at once, and the clock ends in 2060.`);
  if (!amount)
    throw new UsageError(
      /^-\d/.test(text)
        ? `Time only passes forward here: write 6d, 2w, 3h or 90m instead of ${text}. banjie clock set names an instant.`
        : `"${text}" is not a duration. Write 6d, 2w, 3h or 90m.`,
    );
  const n = Number(amount);
  if (unit === 'h' || unit === 'm') return { days: 0, hours: unit === 'm' ? n / 60 : n };
  return { days: unit === 'w' ? n * 7 : n, hours: 0 };
}

const inBook = ({ zh, en }: Text): Text => ({ zh, en: unfilled(en) });
