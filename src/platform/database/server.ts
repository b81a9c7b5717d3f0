/** What this folder asks of a log; a pino logger is one. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export const silent: Log = { info() {}, warn() {} };

/** A running PostgreSQL: our own (`embedded`) or the one of DATABASE_URL (`given`). */
export interface DatabaseServer {
  readonly kind: 'embedded' | 'given';
  /** True where a server that already ran was joined rather than started. Always true of a given one. */
  readonly adopted: boolean;
  /** The role that owns the counties' databases and migrates them. */
  readonly owner: string;
  /** Banjie's data folder: passwords, log, embedded records. */
  readonly dataDir: string;
  /** Connection URL, usable by `pg` and by `psql`. Without a role, the owner's; without a database, the maintenance one. */
  url(database?: string, role?: string): string;
  /** The password a login role needs on this server, made and kept on first asking; undefined where none is needed. */
  passwordFor(role: string): Promise<string | undefined>;
  /** From here on an embedded server that dies is started again, until `close`. */
  keepRunning?(): void;
  /** Leaves the server; the last user of an embedded one stops it. */
  close(): Promise<void>;
}

/** Builds `postgresql://role@host/db`; a host that is a folder (unix socket) is percent-encoded, which `pg` and `psql` both read. */
export function socketUrl(socketDir: string, database: string, role: string): string {
  return `postgresql://${encodeURIComponent(role)}@${encodeURIComponent(socketDir)}/${encodeURIComponent(database)}`;
}

const urlParts = /^(postgres(?:ql)?:\/\/)(?:([^@/?#]*)@)?([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/;

/** The same server with another login and database: hosts and TLS settings stay as the administrator wrote them. */
export function replaceLogin(
  url: string,
  database: string,
  login?: { readonly role: string; readonly password?: string },
): string | undefined {
  const parts = urlParts.exec(url);
  if (!parts) return undefined;
  const [, scheme, credentials, hosts, , query] = parts;
  const settings = new URLSearchParams(query);
  settings.delete('dbname');
  let user = credentials ?? '';
  if (login) {
    settings.delete('user');
    settings.delete('password');
    user = encodeURIComponent(login.role) + (login.password === undefined ? '' : `:${encodeURIComponent(login.password)}`);
  }
  const rest = settings.size > 0 ? `?${settings}` : '';
  return `${scheme}${user ? `${user}@` : ''}${hosts}/${encodeURIComponent(database)}${rest}`;
}
