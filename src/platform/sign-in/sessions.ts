import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** Eight hours: a working day. */
export const SESSION_SECONDS = 28_800;
/** A session ended by another process is believed no longer than this. */
const BELIEVED_MS = 5_000;
const MOST_KEPT = 5_000;

interface Kept {
  /** Absent: ended here. */
  readonly person?: string;
  readonly ends: number;
  readonly until: number;
}

/** Browsers signed in. What the database said is believed for a few seconds; what ended here is dead at once. */
export class Sessions {
  readonly #pool: Pool;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(pool: Pool, now: () => number = Date.now) {
    this.#pool = pool;
    this.#now = now;
  }

  /** The token goes to the browser; the database keeps its digest. */
  async begin(person: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.#pool.query(
      `WITH old AS (DELETE FROM access.session WHERE ends <= now())
       INSERT INTO access.session (hash, person, ends) VALUES ($1, $2, now() + make_interval(secs => $3))`,
      [digest(token), person, SESSION_SECONDS],
    );
    return token;
  }

  async personOf(token: string): Promise<string | undefined> {
    const hash = digest(token);
    const key = hash.toString('base64url');
    const known = this.#known(key);
    if (known) return known.ends > this.#now() ? known.person : undefined;
    const { rows } = await this.#pool.query<{ person: string; ends: number }>({ name: 'session', text: LOOK, values: [hash] });
    // It may have ended here while the database was asked.
    if (this.#known(key)) return this.#known(key)?.person;
    const [found] = rows;
    if (found) this.#keep(key, { person: found.person, ends: found.ends * 1000, until: this.#now() + BELIEVED_MS });
    return found?.person;
  }

  async end(token: string): Promise<void> {
    const hash = digest(token);
    this.#keep(hash.toString('base64url'), { ends: 0, until: this.#now() + 60_000 });
    await this.#pool.query('DELETE FROM access.session WHERE hash = $1', [hash]);
  }

  #known(key: string): Kept | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.until > this.#now() ? kept : undefined;
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.delete(key);
    const oldest = this.#kept.size >= MOST_KEPT ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, kept);
  }
}

/** Whose it is; when it was last used is noted to the minute. */
const LOOK = `WITH touched AS (UPDATE access.session SET seen = now() WHERE hash = $1 AND ends > now() AND seen < now() - interval '1 minute')
  SELECT person, extract(epoch FROM ends)::float8 AS ends FROM access.session WHERE hash = $1 AND ends > now()`;

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
