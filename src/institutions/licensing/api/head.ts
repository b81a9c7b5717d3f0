import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { API, BOARD_CODES, officer, page, sheets, text } from './common.ts';
import { words } from './words.ts';

const anything = z.looseObject({});
const day = { day: [words.day, z.iso.date().optional()] } as const;
const here = { ...officer, group: 'head' } as const;
const matter = { ...officer, group: 'matters', codes: ['no-authority', 'matter-not-found', 'not-found'] } as const;
const bills = { ...day, state: [words.billState, z.enum(['due', 'paid', 'reduced', 'exempted', 'refunded']).optional()] } as const;
const days = [words.days, z.enum(['30', '90']).optional()] as const;
const organ = [words.organ, text] as const;
const board = { ...officer, group: 'desk', codes: BOARD_CODES } as const;
const decisions = {
  ...board,
  summary: words['board-decisions'],
  query: { organ, days, kept: [words.accountsKept, z.enum(['yes', 'no']).optional()], decider: [words.decider, text] },
} as const;
const refilings = {
  ...board,
  summary: words['board-refilings'],
  about: words['board-refilings-about'],
  query: { organ, days },
} as const;
const standOuts = {
  ...officer,
  group: 'desk',
  codes: ['no-authority'],
  summary: words['review-items'],
  about: words['review-items-about'],
} as const;
const deciders = {
  ...refilings,
  summary: words['review-deciders'],
  about: words['review-deciders-about'],
} as const;
const written = { answer: { status: 201, schema: anything }, once: true, fields: words } as const;

/** The head's own page, the cashier's day, a matter's papers and other eyes, and what stands behind each number. */
export const headApi: readonly ApiRoute[] = [
  {
    ...here,
    id: 'head',
    method: 'GET',
    path: `${API}/head`,
    summary: words['head-page'],
    query: day,
    answer: { status: 200, schema: anything },
  },
  ...sheets({
    ...here,
    id: 'head-list',
    path: `${API}/head/:list`,
    summary: words['head-list'],
    query: day,
    codes: ['no-authority', 'not-found'],
  }),
  {
    ...here,
    ...written,
    id: 'authorise',
    method: 'POST',
    path: `${API}/head/authorisations`,
    summary: words.authorise,
    body: z.strictObject({
      organ: z.string().max(64),
      person: z.string().max(64),
      from: z.iso.date(),
      until: z.iso.date().optional(),
      items: z.array(z.string().max(64)).min(1).max(300).optional(),
      basis: z.string().max(200),
    }),
  },
  {
    ...here,
    ...written,
    id: 'withdraw-authority',
    method: 'POST',
    path: `${API}/head/withdrawals`,
    summary: words['withdraw-authority'],
    body: z.strictObject({ authority: z.string().max(120), reason: z.string().max(500) }),
  },
  {
    ...here,
    id: 'fees',
    method: 'GET',
    path: `${API}/fees`,
    summary: words.fees,
    query: { ...bills, ...page },
    answer: { status: 200, schema: z.object({ day: z.iso.date(), bills: z.array(anything) }) },
  },
  ...sheets({ ...here, id: 'bills', path: `${API}/fees/bills`, summary: words.bills, query: bills }),
  ...sheets({ ...here, id: 'fees-reconciliation', path: `${API}/fees/reconciliation`, summary: words.reconciliation, query: day }),
  {
    ...matter,
    id: 'decision-paper',
    method: 'GET',
    path: `${API}/matters/:number/papers/decision`,
    summary: words['decision-paper'],
    answer: { status: 200, schema: anything },
  },
  {
    ...matter,
    id: 'decision-docx',
    method: 'GET',
    path: `${API}/matters/:number/papers/decision.docx`,
    summary: words['decision-docx'],
    answer: { status: 200, file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  },
  {
    ...matter,
    id: 'matter-eyes',
    method: 'GET',
    path: `${API}/matters/:number/eyes/:eyes`,
    summary: words.eyes,
    answer: { status: 200, schema: anything },
    codes: [...matter.codes, 'invalid-input'],
  },
  {
    ...decisions,
    id: 'board-decisions',
    method: 'GET',
    path: `${API}/board/decisions`,
    query: { ...decisions.query, ...page },
    answer: { status: 200, schema: anything },
  },
  ...sheets({ ...decisions, id: 'board-decisions', path: `${API}/board/decisions` }),
  {
    ...refilings,
    id: 'board-refilings',
    method: 'GET',
    path: `${API}/board/refilings`,
    query: { ...refilings.query, ...page },
    answer: { status: 200, schema: anything },
  },
  ...sheets({ ...refilings, id: 'board-refilings', path: `${API}/board/refilings` }),
  {
    ...standOuts,
    id: 'review-items',
    method: 'GET',
    path: `${API}/review/items`,
    query: { organ, ...page },
    answer: { status: 200, schema: anything },
  },
  ...sheets({ ...standOuts, id: 'review-items', path: `${API}/review/items` }),
  {
    ...deciders,
    id: 'review-deciders',
    method: 'GET',
    path: `${API}/review/deciders`,
    query: { ...deciders.query, ...page },
    answer: { status: 200, schema: anything },
  },
  ...sheets({ ...deciders, id: 'review-deciders', path: `${API}/review/deciders` }),
];
