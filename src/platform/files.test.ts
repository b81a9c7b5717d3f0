import { expect, it } from 'vitest';
import { takeFile } from './files.ts';

it('an empty file is said to be empty, not of a wrong kind', async () => {
  const taken = (bytes: Buffer) => takeFile('M1', 'plan.pdf', bytes);
  expect(await taken(Buffer.alloc(0))).toEqual({ code: 'file-empty', path: 'files', params: { name: 'plan.pdf' } });
  expect(await taken(Buffer.from('text'))).toMatchObject({ code: 'type-not-allowed' });
  expect(await taken(Buffer.from('%PDF-1.7\n'))).toMatchObject({ type: 'application/pdf' });
});
