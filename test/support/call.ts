import { missingMaterials } from '../../src/institutions/licensing/rules/papers.ts';
import type { TestHouse } from './house.ts';
import { readModelCounty } from './model-county.ts';

/** What a stranger sends and gets, over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  readonly body: any;
}

export interface Ask {
  readonly as?: string;
  /** A query code. */
  readonly code?: string;
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
  /** Sent as it is, instead of JSON. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** `call(h, '/api/v1/matters', { item })`: POST where there is a body, GET otherwise. */
export async function call(h: Pick<TestHouse, 'url' | 'as'>, path: string, body?: unknown, ask: Ask = {}): Promise<Answer> {
  const sends = body !== undefined || ask.raw !== undefined;
  const answer = await fetch(`${h.url}${path}`, {
    method: ask.method ?? (sends ? 'POST' : 'GET'),
    redirect: 'manual',
    headers: {
      ...(sends && { 'content-type': 'application/json' }),
      ...(ask.as && h.as(ask.as)),
      ...(ask.code && { 'query-code': ask.code }),
      ...(ask.key && { 'idempotency-key': ask.key }),
      ...ask.headers,
    },
    body: ask.raw ?? (body === undefined ? undefined : JSON.stringify(body)),
  });
  const text = await answer.text();
  const json = /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
}

/** A pixel: the smallest PNG that is one. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const WANG = { kind: 'person', name: '王小满', idType: 'resident-id', idNumber: '110101199003070003', phone: '13000000001' };

/** An application as the portal's form sends it. */
export const application = (more: Record<string, unknown> = {}) => ({
  item: 'SAM-L01',
  case: 'new',
  channel: 'online',
  applicant: WANG,
  form: {},
  ...more,
});

/** The same with a file for each paper that a new application for the item needs. */
export const whole = (item = 'SAM-L01', more: Record<string, unknown> = {}) => {
  const asked = missingMaterials(readModelCounty().catalogue.item(item)!, 'new', []);
  return application({ item, files: asked.map((material) => ({ material, name: 'paper.png', content: PNG.toString('base64') })), ...more });
};
