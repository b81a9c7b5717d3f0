import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { OF, UNITS } from '../accounts/asked.ts';
import { ACCOUNT_SORTS } from '../accounts/routes.ts';
import { LEVELS } from '../accounts/spells.ts';
import { BYS } from '../accounts/sums.ts';
import { API, officer, page, sheets, text } from './common.ts';
import { words } from './words.ts';

const said = z.object({ zh: z.string(), en: z.string() });
const sum = { matters: z.int(), seconds: z.int(), median: z.int(), p90: z.int() } as const;
const row = z.looseObject({
  key: z.string(),
  name: said,
  ...sum,
  limits: z.object({ promised: z.int(), kept: z.int(), limited: z.int(), lawful: z.int() }),
  parts: z.record(z.string(), z.object(sum)),
});

const here = {
  ...officer,
  group: 'desk',
  codes: [
    'no-authority',
    'accounts-of-another-organ',
    'accounts-by-seat',
    'accounts-reversed',
    'accounts-not-ready',
    'accounts-code-unknown',
    'invalid-input',
    'parameter-unknown',
    'parameter-repeated',
  ],
} as const;
const which = {
  from: [words.accountsFrom, z.iso.date().optional()],
  to: [words.accountsTo, z.iso.date().optional()],
  of: [words.accountsOf, z.enum(OF).optional()],
  unit: [words.accountsUnit, z.enum(UNITS).optional()],
  organ: [words.organ, text],
  item: [words.item, text],
  level: [words.accountsLevel, z.enum(LEVELS).optional()],
  seat: [words.accountsSeat, text],
  part: [words.accountsPart, text],
} as const;
const report = { ...which, by: [words.accountsBy, z.enum(BYS).optional()], sort: [words.sort, z.enum(ACCOUNT_SORTS).optional()] } as const;
const yesNo = z.enum(['yes', 'no']).optional();
const rows = { ...which, kept: [words.accountsKept, yesNo], lawful: [words.accountsLawful, yesNo] } as const;
const signs = { ...which, kind: [words.accountsKind, z.enum(['bounce', 'pause']).optional()] } as const;
const listed = z.looseObject({ rows: z.array(z.looseObject({})), total: z.int() });

/** Time accounts as reports, and what stands behind each number. */
export const accountsApi: readonly ApiRoute[] = [
  {
    ...here,
    id: 'accounts',
    method: 'GET',
    path: `${API}/accounts`,
    summary: words['accounts-report'],
    about: words['accounts-about'],
    query: { ...report, ...page },
    answer: {
      status: 200,
      schema: z.looseObject({
        from: z.iso.date(),
        to: z.iso.date(),
        parts: z.array(z.object({ part: z.string(), name: said })),
        total: row,
        rows: z.array(row),
      }),
    },
  },
  ...sheets({ ...here, id: 'accounts', path: `${API}/accounts`, summary: words['accounts-report'], query: report }),
  {
    ...here,
    id: 'accounts-rows',
    method: 'GET',
    path: `${API}/accounts/matters`,
    summary: words['accounts-rows'],
    query: { ...rows, ...page },
    answer: { status: 200, schema: listed },
  },
  ...sheets({ ...here, id: 'accounts-rows', path: `${API}/accounts/matters`, summary: words['accounts-rows'], query: rows }),
  {
    ...here,
    id: 'accounts-signs',
    method: 'GET',
    path: `${API}/accounts/signs`,
    summary: words['accounts-signs'],
    about: words['accounts-signs-about'],
    query: { ...signs, ...page },
    answer: { status: 200, schema: listed },
  },
  ...sheets({ ...here, id: 'accounts-signs', path: `${API}/accounts/signs`, summary: words['accounts-signs'], query: signs }),
];
