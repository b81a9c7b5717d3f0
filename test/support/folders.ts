import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that the database's account can reach. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'banjie-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes a folder in which a process may still be ending; what cannot be removed is said, and fails no test that passed. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 100 });
  } catch (error) {
    console.warn(`left behind: ${folder} (${error instanceof Error ? error.message : String(error)})`);
  }
}
