import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { all, askedOf, DEADLINE_FIELDS, deadlineOf, FORM_FIELDS } from './deadline.ts';
import { type Asked, clockRefusals } from './kernel/clock/index.ts';
import type { Refusal } from './kernel/decision.ts';
import type { Lang } from './kernel/text.ts';
import type { House } from './open-house.ts';
import type { ApiRoute } from './platform/http/api.ts';
import { queryFaults } from './platform/http/query-fields.ts';
import { type Door, oneOf } from './portal/index.ts';
import { DeadlinePage } from './portal/pages/deadline/deadline.page.tsx';
import { apiWords as words } from './words.ts';

type Query = Readonly<Record<string, unknown>>;

/** A legal date for anybody who asks: by API, and as a page. */
export function deadlineRoutes(app: FastifyInstance, house: House, door: Door): void {
  app.get<{ Querystring: Query }>('/api/v1/deadline', async (request, reply) => {
    const { law, calendar } = await house.moment();
    const answer = deadlineOf(askedOf(request.query), law, calendar);
    return answer.ok ? answer.sheet : house.refusals.send(reply, answer.refusals, request.lang);
  });

  app.get<{ Querystring: Query }>('/deadline', async (request, reply) => {
    const { chrome, moment } = await door.visit(request);
    const { law, calendar } = moment;
    const query = request.query;
    const asked = typedOf(query);
    const page = (more: object) =>
      createElement(DeadlinePage, { asked, law, calendar, chrome, today: moment.today, host: hostOf(request), ...more });
    const faults = queryFaults(request, FORM_FIELDS);
    if (faults.length === 0 && !['term', 'amount', 'from'].some((name) => name in query)) return door.send(request, reply, page({}));
    const answer = faults.length > 0 ? ({ ok: false, refusals: faults } as const) : deadlineOf(asked, law, calendar);
    if (answer.ok) return door.send(request, reply, page({ sheet: answer.sheet, paper: oneOf(query, 'view') === 'paper' }));
    request.refused = answer.refusals.map(({ code }) => code);
    const errors = answer.refusals.map((refusal) => ({
      // What is not asked for has no field to lead to.
      ...(refusal.code !== 'parameter-unknown' && { path: refusal.path }),
      message: sentence(house, refusal, request.lang),
    }));
    return door.send(request, reply, page({ errors }), { status: 422 });
  });
}

/** As it was asked for: `https://county.example`. */
const hostOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

const sentence = (house: House, refusal: Refusal, lang: Lang): string => {
  const { title, next } = house.refusals.both(refusal);
  return `${title[lang]}${lang === 'zh' ? '' : ' '}${next[lang]}`;
};

/** As an address has it, and as the form sends it: `pause.0.from`, `extend.0.on`. */
function typedOf(query: Query): Asked {
  const asked = askedOf(query);
  const one = (name: string) => all(query[name])[0] ?? '';
  const rows = [0, 1, 2, 3, 4, 5];
  const pauses = rows.map((i) => ({ from: one(`pause.${i}.from`), to: one(`pause.${i}.to`), ground: one(`pause.${i}.ground`) }));
  const extend = rows.map((i) => ({ amount: one(`extend.${i}.amount`), on: one(`extend.${i}.on`) || undefined }));
  return {
    ...asked,
    pauses: [...(asked.pauses ?? []), ...pauses.filter(({ from, to, ground }) => from || to || ground)],
    extend: [...(asked.extend ?? []), ...extend.filter(({ amount, on }) => amount || on)],
  };
}

const text = z.string().optional();
const texts = (most: number) => z.array(z.string()).max(most).optional();
const said = z.object({ zh: z.string(), en: z.string() });
const status = z.enum(['official', 'provisional', 'missing', 'not-held']);

export const deadlineApi: ApiRoute = {
  id: 'deadline',
  method: 'GET',
  path: '/api/v1/deadline',
  group: 'house',
  summary: words.deadline,
  about: words['deadline-about'],
  who: ['anyone'],
  query: {
    term: [words['deadline-term'], text],
    amount: [words['deadline-amount'], text],
    unit: [words['deadline-unit'], z.enum(['wd', 'cd', 'mo', 'yr', 'h']).optional()],
    from: [words['deadline-from'], z.string()],
    whose: [words['deadline-whose'], z.enum(['organ', 'citizen']).optional()],
    extend: [words['deadline-extend'], texts(DEADLINE_FIELDS.extend)],
    pause: [words['deadline-pause'], texts(DEADLINE_FIELDS.pause)],
  },
  answer: {
    status: 200,
    schema: z.object({
      due: z.string(),
      provisional: z.boolean(),
      conditional: z.boolean(),
      actBy: z.iso.date().optional(),
      actByProvisional: z.literal(true).optional(),
      lastDay: z.iso.date().optional(),
      counted: z.literal('back').optional(),
      period: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
      reasons: z.array(said.extend({ code: z.string() })),
      question: z.string(),
      calendar: z.object({
        edition: z.string(),
        years: z.array(z.object({ year: z.int(), status, document: said.optional(), notices: z.array(said).optional() })),
      }),
      steps: z.array(z.looseObject({ from: z.string(), to: z.string(), is: z.string() })),
      explanation: said,
    }),
  },
  codes: [...Object.keys(clockRefusals), 'parameter-unknown', 'parameter-repeated'],
};
