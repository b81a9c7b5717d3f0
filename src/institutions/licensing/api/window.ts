import { z } from 'zod';
import { ID_TYPES } from '../../../kernel/organisation/index.ts';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { bulkDone } from './answers.ts';
import { API, officer, sheets, text } from './common.ts';
import { words } from './words.ts';

const at = `${API}/window`;
const here = { ...officer, group: 'window' } as const;
const day = { day: [words.day, z.iso.date().optional()] } as const;
const papers = { ...day, organ: [words.organ, text], clerk: [words.clerk, text] } as const;
const anything = z.looseObject({});
const queue = z.string();
const VISITS = {
  call: {},
  'call-again': {},
  attend: {},
  about: { matter: z.string(), again: z.string().optional() },
  finish: {},
  'no-show': {},
  leave: {},
};

/** The windows of the centre: tickets, visits, the same person's earlier data, the hand-over of papers. */
export const windowApi: readonly ApiRoute[] = [
  {
    ...here,
    id: 'window',
    method: 'GET',
    path: at,
    summary: words['window-today'],
    answer: { status: 200, schema: z.object({ day: z.iso.date(), visits: z.array(anything) }) },
  },
  {
    ...here,
    id: 'window-register',
    method: 'GET',
    path: `${at}/register`,
    summary: words['window-register'],
    query: day,
    answer: { status: 200, schema: z.object({ day: z.iso.date(), visits: z.array(anything) }) },
  },
  ...sheets({ ...here, id: 'visits', path: `${at}/visits`, summary: words.visits, query: day }),
  {
    ...here,
    id: 'take-ticket',
    method: 'POST',
    path: `${at}/tickets`,
    summary: words['take-ticket'],
    body: z.strictObject({ queue }),
    fields: words,
    once: true,
    answer: { status: 201, schema: anything },
  },
  {
    ...here,
    id: 'call-next',
    method: 'POST',
    path: `${at}/call`,
    summary: words['call-next'],
    body: z.strictObject({ queue: queue.optional() }),
    fields: words,
    once: true,
    answer: { status: 200, schema: anything },
  },
  {
    ...here,
    id: 'visit',
    method: 'GET',
    path: `${at}/tickets/:visit`,
    summary: words.visit,
    answer: { status: 200, schema: anything },
    codes: ['no-authority', 'not-found'],
  },
  ...Object.entries(VISITS).map(
    ([name, shape]): ApiRoute => ({
      ...here,
      id: `visit-${name}`,
      method: 'POST',
      path: `${at}/tickets/:visit/actions/:name`,
      at: { name },
      summary: words[`visit-${name as keyof typeof VISITS}`],
      body: z.strictObject(shape),
      fields: words,
      once: true,
      answer: { status: 200, schema: anything },
      codes: ['no-authority', 'matter-not-found'],
    }),
  ),
  {
    ...here,
    id: 'matter-visits',
    method: 'GET',
    path: `${API}/matters/:number/visits`,
    summary: words['matter-visits'],
    answer: { status: 200, schema: z.object({ known: z.boolean(), visits: z.array(anything) }) },
  },
  ...sheets({ ...here, id: 'matter-visits', path: `${API}/matters/:number/visits`, summary: words['matter-visits'] }),
  {
    ...here,
    id: 'earlier-data',
    method: 'POST',
    path: `${at}/person`,
    summary: words['earlier-data'],
    about: words['earlier-data-about'],
    body: z.strictObject({ idType: z.enum(ID_TYPES), idNumber: z.string().max(40) }),
    fields: words,
    answer: { status: 200, schema: z.unknown() },
  },
  {
    ...here,
    id: 'look-ups',
    method: 'GET',
    path: `${at}/look-ups`,
    summary: words['look-ups'],
    query: day,
    answer: { status: 200, schema: z.object({ day: z.iso.date(), lookUps: z.array(anything) }) },
  },
  ...sheets({ ...here, id: 'look-ups', path: `${at}/look-ups`, summary: words['look-ups'], query: day }),
  {
    ...here,
    id: 'item-at-window',
    method: 'GET',
    path: `${at}/items/:id`,
    summary: words['item-at-window'],
    answer: {
      status: 200,
      schema: z.object({ onTheSpot: z.object({ allowed: z.boolean(), reasons: z.array(anything) }), charges: z.array(anything) }),
    },
    codes: ['no-authority', 'not-found'],
  },
  {
    ...here,
    id: 'hand-over',
    method: 'GET',
    path: `${at}/hand-over`,
    summary: words['hand-over'],
    query: papers,
    answer: { status: 200, schema: z.object({ day: z.iso.date(), rows: z.array(anything) }) },
  },
  ...sheets({ ...here, id: 'hand-over', path: `${at}/hand-over`, summary: words['hand-over'], query: papers }),
  {
    ...here,
    id: 'sign-for-papers',
    method: 'POST',
    path: `${at}/hand-over/sign`,
    summary: words['sign-for-papers'],
    body: z.strictObject({
      items: z
        .array(z.strictObject({ matter: z.string().min(1).max(100) }))
        .min(1)
        .max(200),
      note: z.string().max(500).optional(),
    }),
    fields: { items: words.actItems, note: words.note },
    once: true,
    answer: { status: 200, schema: bulkDone },
  },
];
