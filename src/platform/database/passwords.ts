import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { underLock } from './leases.ts';

/** The passwords of the counties' login roles on a given server, in DATA/passwords.json, readable by us alone. */
export async function rememberedPassword(dataDir: string, role: string): Promise<string> {
  return underLock(dataDir, async () => {
    const file = join(dataDir, 'passwords.json');
    const known: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    const password = known[role] ?? randomBytes(24).toString('base64url');
    if (known[role] === undefined) {
      writeFileSync(`${file}.new`, `${JSON.stringify({ ...known, [role]: password }, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    return password;
  });
}

/** What PostgreSQL stores of a password (RFC 5803): given so in SQL, the password itself is in no log and on no screen. */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
