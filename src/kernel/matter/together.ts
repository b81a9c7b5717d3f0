import type { ClientBase, Connection, Pool, Submittable } from 'pg';
import { serialize } from 'pg-protocol';

/** A prepared statement and its values: texts, bytes and nulls as they travel. A name always means the same text. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | Buffer | null)[];
}

/**
 * Several prepared statements in one round trip and one transaction: all of them or none. PostgreSQL takes what comes before
 * a Sync message as one (its manual, "Pipelining"); `pg` lets a query of one's own speak to the connection. Rows are not read.
 * Rejects with the server's error; a pool then drops the connection.
 */
export async function runTogether(db: Pool | ClientBase, statements: readonly Prepared[]): Promise<void> {
  const query = new Together(statements);
  // A pool gives a query that has no callback one of its own and answers with a promise; the types know of the query only.
  if ('totalCount' in db) await db.query(query);
  else
    await new Promise<void>((done, fail) => {
      query.callback = (error) => (error ? fail(error) : done());
      db.query(query);
    });
}

/** The names that a connection has been told. */
const told = new WeakMap<object, Set<string>>();

/** What of `pg`'s connection is used here. */
interface Wire {
  readonly stream: { readonly writable: boolean; write(bytes: Buffer): unknown };
}

class Together implements Submittable {
  readonly #statements: readonly Prepared[];
  callback: ((error?: Error) => void) | undefined;
  #failed = false;

  constructor(statements: readonly Prepared[]) {
    this.#statements = statements;
  }

  /** All messages leave in one piece. */
  submit(connection: Connection): void {
    const names = told.get(connection) ?? new Set();
    told.set(connection, names);
    const messages: Buffer[] = [];
    for (const { name, text, values } of this.#statements) {
      if (!names.has(name)) messages.push(serialize.parse({ name, text }));
      names.add(name);
      messages.push(serialize.bind({ statement: name, values: [...values] }), serialize.execute());
    }
    messages.push(serialize.sync());
    const { stream } = connection as unknown as Wire;
    if (stream.writable) stream.write(Buffer.concat(messages));
  }

  handleError(error: Error): void {
    this.#failed = true;
    this.callback?.(error);
  }

  handleReadyForQuery(): void {
    if (!this.#failed) this.callback?.();
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
}
