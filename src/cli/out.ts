import { type House, openHouse } from '../open-house.ts';
import { checkoutRoot } from '../platform/checkout.ts';
import { readConfig } from '../platform/config.ts';

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

/** Opens the county of the environment, does the work, closes it, also when the work fails. */
export async function withHouse<T>(out: Out, work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(readConfig(out.env, checkoutRoot), out.env, { info: () => {}, warn: (m) => out.log(m) });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
