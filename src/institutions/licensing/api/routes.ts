import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { BOARD_SORTS } from '../board/routes.ts';
import { bulk } from '../desk/requests.ts';
import { stepWords } from '../desk/words.ts';
import { RANKS, SORTS } from '../queries/desk.ts';
import { SEARCHED } from '../search/routes.ts';
import { refusalWords, statusWords } from '../words.ts';
import { accountsApi } from './accounts.ts';
import { actionRoutes } from './actions.ts';
import * as answers from './answers.ts';
import { API, BOARD_CODES, LIST_CODES, officer, page, sheets, text } from './common.ts';
import { filing } from './filing.ts';
import { headApi } from './head.ts';
import { openApi } from './open.ts';
import { windowApi } from './window.ts';
import { example, words } from './words.ts';

const mine = { who: ['token', 'code'], group: 'matters' } as const;

/** Codes that only filing can meet: of the item, its case and the papers. */
const FILING = (Object.keys(refusalWords) as (keyof typeof refusalWords)[]).filter((code) =>
  /^(no-authority|window-|material-|not-declarable|agent-|case-|born-|application-open|licence-|not-in-bundle|bundle-|consent-|amount-needed|date-)/.test(
    code,
  ),
);
const IDENTITY = [
  'item-unknown',
  'item-at-window',
  'item-not-in-use',
  'item-not-live',
  'item-not-online',
  'bundle-unknown',
  'type-not-allowed',
  'file-empty',
];

const filters = {
  light: [words.light, z.enum(RANKS).optional()],
  step: [words.step, z.enum(Object.keys(stepWords) as [string]).optional()],
  item: [words.item, text],
  organ: [words.organ, text],
  q: [words.q, text],
  sort: [words.sort, z.enum(SORTS).optional()],
} as const;

const boardSort = { sort: [words.sort, z.enum(BOARD_SORTS).optional()] } as const;
const held = {
  ...officer,
  group: 'desk',
  summary: words['board-rows'],
  query: { organ: filters.organ, light: filters.light },
  codes: BOARD_CODES,
} as const;

const search = {
  ...officer,
  group: 'desk',
  summary: words.search,
  query: { q: [words.q, text], what: [words.what, z.enum(SEARCHED).optional()] },
  codes: LIST_CODES,
} as const;

export const licensingApi: readonly ApiRoute[] = [
  {
    id: 'file-matter',
    method: 'POST',
    path: `${API}/matters`,
    group: 'matters',
    summary: words.file,
    about: words['file-about'],
    who: ['anyone', 'token'],
    body: filing,
    fields: { ...words, licence: words.licenceOf },
    once: true,
    answer: { status: 201, schema: answers.receipt },
    example,
    codes: [...FILING, ...IDENTITY, 'sign-in-needed'],
  },
  {
    ...officer,
    id: 'list-matters',
    method: 'GET',
    path: `${API}/matters`,
    group: 'matters',
    summary: words.list,
    about: words['list-about'],
    query: { state: [words.state, z.enum(Object.keys(statusWords) as [string]).optional()], organ: [words.organ, text], ...page },
    answer: { status: 200, schema: answers.matters },
  },
  {
    ...mine,
    id: 'look-at-matter',
    method: 'GET',
    path: `${API}/matters/:number`,
    summary: words.matter,
    about: words['matter-about'],
    answer: { status: 200, schema: answers.matter },
  },
  {
    ...mine,
    id: 'matter-accounts',
    method: 'GET',
    path: `${API}/matters/:number/accounts`,
    summary: words.accounts,
    answer: { status: 200, schema: answers.accounts },
  },
  {
    ...mine,
    id: 'matter-facts',
    method: 'GET',
    path: `${API}/matters/:number/facts`,
    summary: words.facts,
    answer: { status: 200, schema: answers.facts },
    codes: ['no-authority'],
  },
  {
    ...mine,
    id: 'verify-matter',
    method: 'GET',
    path: `${API}/matters/:number/verify`,
    summary: words.verify,
    answer: { status: 200, schema: answers.proof },
  },
  {
    ...mine,
    id: 'matter-file',
    method: 'GET',
    path: `${API}/matters/:number/files/:id`,
    summary: words.fileOf,
    answer: { status: 200, file: 'application/octet-stream' },
    codes: ['not-found'],
  },
  {
    ...officer,
    id: 'matter-story',
    method: 'GET',
    path: `${API}/matters/:number/story`,
    group: 'matters',
    summary: words.story,
    answer: { status: 200, schema: answers.story },
    codes: ['no-authority', 'matter-not-found'],
  },
  ...actionRoutes(`${API}/matters/:number/actions/:name`),
  {
    ...officer,
    id: 'desk',
    method: 'GET',
    path: `${API}/desk`,
    group: 'desk',
    summary: words['desk-read'],
    query: { ...filters, ...page },
    answer: { status: 200, schema: answers.desk },
  },
  ...sheets({ ...officer, id: 'desk', path: `${API}/desk`, group: 'desk', summary: words['desk-sheet'], query: filters }),
  {
    ...officer,
    id: 'act-on-many',
    method: 'POST',
    path: `${API}/desk/bulk`,
    group: 'desk',
    summary: words.bulk,
    about: words['bulk-about'],
    body: bulk,
    fields: { action: words.acts, items: words.actItems, input: words.actInput },
    once: true,
    answer: { status: 200, schema: answers.bulkDone },
  },
  {
    ...officer,
    id: 'board',
    method: 'GET',
    path: `${API}/board`,
    group: 'desk',
    summary: words.board,
    query: boardSort,
    answer: { status: 200, schema: answers.board },
  },
  {
    ...held,
    id: 'board-rows',
    method: 'GET',
    path: `${API}/board/matters`,
    query: { ...held.query, ...page },
    answer: { status: 200, schema: answers.held },
  },
  ...sheets({ ...held, id: 'board-rows', path: `${API}/board/matters` }),
  ...sheets({ ...officer, id: 'board', path: `${API}/board`, group: 'desk', summary: words['board-sheet'], query: boardSort }),
  {
    ...search,
    id: 'search',
    method: 'GET',
    path: `${API}/search`,
    about: words['search-about'],
    query: { ...search.query, ...page },
    answer: { status: 200, schema: answers.found },
  },
  ...sheets({ ...search, id: 'search', path: `${API}/search`, about: words['search-whole'] }),
  {
    id: 'licence',
    method: 'GET',
    path: `${API}/licences/:number`,
    group: 'open',
    summary: words.licence,
    who: ['anyone'],
    answer: { status: 200, schema: answers.licence },
    codes: ['not-found'],
  },
  ...openApi,
  {
    ...officer,
    id: 'fees-reconciliation',
    method: 'GET',
    path: `${API}/fees/reconciliation`,
    group: 'desk',
    summary: words.reconciliation,
    query: { day: [words.day, z.iso.date()] },
    answer: { status: 200, schema: answers.reconciliation },
  },
  ...windowApi,
  ...headApi,
  ...accountsApi,
];

export const licensingGroups = {
  matters: words.matters,
  actions: words.actions,
  desk: words.desk,
  window: words.window,
  head: words.head,
  open: words.open,
};
