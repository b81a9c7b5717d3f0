import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { MAX_FILE } from '../../../platform/http/app.ts';
import { unknownFields } from '../../../platform/http/body.ts';
import { type IncomingFile, takeFiles } from '../requests.ts';
import type { Draft, Drafts, Values } from './drafts.ts';

/** What one form brought: typed values, good files, and what is wrong with the others. */
export interface Incoming {
  readonly key: string;
  readonly values: Values;
  /** Every field that came, those of files with them. */
  readonly names: readonly string[];
  readonly files: readonly IncomingFile[];
  readonly faults: readonly FileFault[];
  /** The same form was sent before. */
  readonly draft?: Draft;
}
export interface FileFault {
  /** Name of the file field, `file.M1`. */
  readonly path: string;
  readonly code: 'too-large' | 'type-not-allowed' | 'all-too-large';
  readonly name: string;
}

const ALL = 20 * 1024 * 1024;
export const KEY = 'Idempotency-Key';
export const FILE = 'file.';
export const newKey = (): string => randomBytes(18).toString('base64url');

/** Reads a form, posted plainly or with files. A bad file is a fault of its field: everything else is kept. */
export async function readForm(request: FastifyRequest, drafts: Drafts): Promise<Incoming> {
  const { values, files, faults, fileFields } = request.isMultipart()
    ? await readParts(request).catch(unreadable)
    : { values: valuesOf(request.body), files: [], faults: [], fileFields: [] };
  const given = values[KEY]?.[0] ?? request.headers['idempotency-key'];
  const key = typeof given === 'string' && /^[\w.:-]{8,100}$/.test(given) ? given : newKey();
  const draft = drafts.get(key);
  const dropped = new Set(values.drop ?? []);
  const kept = (draft?.files ?? []).filter((_file, i) => !dropped.has(String(i)));
  const all = [...kept, ...files];
  const tooMuch = all.reduce((sum, file) => sum + file.bytes.length, 0) > ALL || all.length > 30;
  return {
    key,
    values,
    names: [...Object.keys(values), ...fileFields],
    files: tooMuch ? kept : all,
    faults: tooMuch ? [...faults, { path: `${FILE}${files[0]?.material ?? ''}`, code: 'all-too-large', name: '' }] : faults,
    draft,
  };
}

/** What every form carries by itself: its key, how many files came before, which of them are left out. */
const ITS_OWN = [KEY, 'kept', 'drop'];

/** What came and the form does not ask, each field named: nothing is dropped in silence. `papers`: codes of the papers it takes. */
export const surplusOf = ({ names }: Incoming, asked: readonly string[], papers: readonly string[] = []) =>
  unknownFields(Object.fromEntries(names.map((name) => [name, true])), [...ITS_OWN, ...asked, ...papers.map((code) => `${FILE}${code}`)]);

/** The last value typed into a field. */
export const typed = (values: Values, name: string): string => values[name]?.at(-1) ?? '';

const clean = (text: string): string => text.replaceAll('\r\n', '\n');

function valuesOf(body: unknown): Record<string, string[]> {
  const entries = body && typeof body === 'object' ? Object.entries(body) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string').map(clean)]),
  );
}

/** A torn body is the sender's fault, and said to be so. */
const unreadable = (error: Error & { statusCode?: number }): never => {
  throw Object.assign(error, { statusCode: error.statusCode ?? 400 });
};

async function readParts(request: FastifyRequest) {
  const values: Record<string, string[]> = {};
  const files: IncomingFile[] = [];
  const faults: FileFault[] = [];
  const fileFields: string[] = [];
  let total = 0;
  for await (const part of request.parts({ limits: { fileSize: MAX_FILE + 1 }, throwFileSizeLimit: false } as never)) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') values[part.fieldname] = [...(values[part.fieldname] ?? []), clean(part.value)];
      continue;
    }
    fileFields.push(part.fieldname);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      size += chunk.length;
      total += chunk.length;
      if (size <= MAX_FILE && total <= ALL) chunks.push(chunk);
    }
    if (size === 0 || !part.fieldname.startsWith(FILE)) continue;
    const name = part.filename?.slice(-120) || 'file';
    if (size > MAX_FILE) faults.push({ path: part.fieldname, code: 'too-large', name });
    else if (total > ALL) faults.push({ path: part.fieldname, code: 'all-too-large', name });
    else files.push({ material: part.fieldname.slice(FILE.length), name, bytes: Buffer.concat(chunks) });
  }
  const checked = await Promise.all(files.map(async (file) => ({ file, bad: (await takeFiles([file])).refusals[0] })));
  for (const { file, bad } of checked) if (bad) faults.push({ path: `${FILE}${file.material}`, code: 'type-not-allowed', name: file.name });
  return { values, files: checked.filter(({ bad }) => !bad).map(({ file }) => file), faults, fileFields };
}
