import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import * as answers from './answers.ts';
import { API, page, sheets, text } from './common.ts';
import { words } from './words.ts';

const open = { group: 'open', who: ['anyone'] } as const;
const filters = { item: [words.item, text], organ: [words.organ, text] } as const;
const decisions = { ...open, id: 'decisions', path: `${API}/decisions`, summary: words.decisions } as const;
const hearings = { ...open, id: 'hearings', path: `${API}/hearings`, summary: words.hearings, codes: ['parameter-unknown'] } as const;

/** Behind the numbers of the day. */
const DAY_LISTS = ['today/received', 'today/concluded', 'today/durations', 'late'] as const;

const serviceNotices = {
  ...open,
  id: 'service-notices',
  path: `${API}/service-notices`,
  summary: words['service-notices'],
  codes: ['parameter-unknown'],
} as const;

/** What is published: decisions, hearings and notices of service, as data and as files. */
export const openApi: readonly ApiRoute[] = [
  {
    ...decisions,
    method: 'GET',
    query: { ...filters, before: [words.before, text], limit: page.limit },
    codes: ['parameter-unknown', 'parameter-repeated', 'invalid-input'],
    answer: { status: 200, schema: answers.decisions },
  },
  ...sheets({ ...decisions, query: filters, codes: ['parameter-unknown'] }),
  { ...hearings, method: 'GET', answer: { status: 200, schema: z.looseObject({}) } },
  ...sheets(hearings),
  ...DAY_LISTS.flatMap((path) =>
    sheets({ ...open, id: path.replace('/', '-'), path: `${API}/${path}`, summary: words[path], codes: ['parameter-unknown'] }),
  ),
  { ...serviceNotices, method: 'GET', answer: { status: 200, schema: z.looseObject({}) } },
  ...sheets(serviceNotices),
];
