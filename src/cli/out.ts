import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type House, openHouse } from '../open-house.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { SetupError } from '../platform/setup-error.ts';

/** Where a command speaks: one document on stdout, talk on stderr. */
export interface Out {
  readonly env: Readonly<Record<string, string | undefined>>;
  line(text: string): void;
  log(text: string): void;
  json(value: unknown): void;
  /** A line that somebody types, not shown while it is typed; or the first line of what is piped in. */
  secret(prompt: string): Promise<string>;
  /** The answer is no, or a fault was found: exit 1. */
  no(): void;
  /** Writes lines to a file, or to stdout for `-`; returns how many. */
  file(path: string, lines: AsyncIterable<string>): Promise<number>;
}

/** `1 row`, `2 rows`. */
export const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** A server is given, or a house was made in the folder before. */
export const isHouse = ({ databaseUrl, dataDir }: Config): boolean =>
  databaseUrl !== undefined || ['server.json', 'postgres'].some((name) => existsSync(join(dataDir, name)));

/**
 * Opens the county of the environment, does the work, closes it, also when the work fails. Where there is no house none is made, unless
 * the command is one that may begin with a new one.
 */
export async function withHouse<T>(out: Out, work: (house: House) => Promise<T>, { makes = false } = {}): Promise<T> {
  const config = readConfig(out.env, checkoutRoot);
  if (!makes && !isHouse(config))
    throw new SetupError(
      `There is no house in ${config.dataDir}. Set BANJIE_DATA to the folder that npm start was given; or make a new house: npm start, or banjie demo.`,
    );
  const house = await openHouse(config, out.env, { info: () => {}, warn: (m) => out.log(m) });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
