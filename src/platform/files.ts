import { createHash, randomBytes } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Refusal } from '../kernel/decision.ts';
import { MAX_FILE } from './http/app.ts';

const ALLOWED = new Set(['application/pdf', 'image/jpeg', 'image/png', 'application/ofd', 'application/zip']);
const OFFICE = /^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet)$/;

export interface TakenFile {
  readonly id: string;
  readonly material: string;
  readonly name: string;
  readonly type: string;
  readonly digest: Buffer;
  readonly bytes: Buffer;
}

/** Takes a file by its content, never by its name (OFD is a zip with OFD.xml inside). */
export async function takeFile(material: string, name: string, bytes: Buffer): Promise<TakenFile | Refusal> {
  if (bytes.length > MAX_FILE) return { code: 'too-large', path: 'files' };
  if (bytes.length === 0) return { code: 'file-empty', path: 'files', params: { name: cleanName(name) } };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = found?.mime === 'application/zip' && bytes.includes('OFD.xml') ? 'application/ofd' : (found?.mime ?? '');
  const good = OFFICE.test(type) || (ALLOWED.has(type) && type !== 'application/zip');
  if (!good) return { code: 'type-not-allowed', path: 'files', params: { name: cleanName(name) } };
  return {
    id: `f-${randomBytes(12).toString('base64url')}`,
    material,
    name: cleanName(name),
    type,
    digest: createHash('sha256').update(bytes).digest(),
    bytes,
  };
}

/** The end of the name, in whole characters: it holds the extension. */
const cleanName = (name: string): string => [...name.replace(/[\p{C}/\\]/gu, '')].slice(-120).join('') || 'file';
