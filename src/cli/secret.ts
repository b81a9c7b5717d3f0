import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** A line that is typed without being shown, or the first line of what is piped in. */
export async function readSecret(prompt: string): Promise<string> {
  const terminal = process.stdin.isTTY === true;
  if (terminal) process.stderr.write(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal });
  try {
    return await new Promise<string>((settle) => {
      lines.once('line', settle);
      lines.once('close', () => settle(''));
    });
  } finally {
    lines.close();
    if (terminal) process.stderr.write('\n');
  }
}
