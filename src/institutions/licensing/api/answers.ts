import { z } from 'zod';
import { ACCOUNTS } from '../../../kernel/matter/types.ts';
import { RANKS } from '../queries/desk.ts';

/** What the routes answer. An answer may hold more than is named here; what is named is there. */
const text = z.object({ zh: z.string(), en: z.string() });
const instant = z.iso.datetime();
const day = z.iso.date();
const account = z.enum(ACCOUNTS);
const owner = z.object({ account, holder: z.string() });
const named = owner.extend({ name: text });
const next = z.string().optional();

export const clock = z.object({
  term: z.string(),
  kind: z.string(),
  zero: day,
  due: day,
  provisional: z.boolean(),
  derivation: z.unknown(),
  pauses: z.array(z.unknown()),
});

const receiptOfOne = z.object({ number: z.string(), queryCode: z.string(), state: z.string(), person: z.string(), clocks: z.array(clock) });
export const receipt = receiptOfOne.extend({ matters: z.array(receiptOfOne).optional() });
export const acted = z.object({ number: z.string(), version: z.int(), state: z.string(), owner });

export const matter = z.object({
  number: z.string(),
  version: z.int(),
  whole: z.boolean(),
  state: z.string(),
  light: z.string(),
  item: z.object({ id: z.string(), version: z.int(), name: text.optional(), case: z.string() }),
  channel: z.string(),
  applicant: z.object({ person: z.string() }),
  received: instant,
  receivedOn: day,
  acceptedOn: day.optional(),
  closed: instant.optional(),
  owner: named.extend({ since: instant }),
  steps: z.array(
    z.object({
      id: z.string(),
      organ: z.string(),
      etag: z.string(),
      due: day,
      provisional: z.boolean(),
      opened: instant,
      seconds: z.number(),
    }),
  ),
  clocks: z.array(clock),
  actions: z.array(
    z.object({
      name: z.string(),
      label: text,
      basis: z.string(),
      allowed: z.boolean(),
      reasons: z.array(z.object({ code: z.string(), text: z.string(), who: z.array(z.string()).optional() })),
    }),
  ),
});

export const matters = z.object({
  matters: z.array(
    z.object({
      number: z.string(),
      version: z.int(),
      state: z.string(),
      light: z.string(),
      item: z.string(),
      organ: z.string(),
      received: instant,
      touched: instant,
      owner,
      due: day.nullable(),
    }),
  ),
  next,
});

export const accounts = z.array(z.object({ account, holder: z.string(), from: instant, to: instant, seconds: z.int() }));
export const facts = z.array(
  z.object({
    seq: z.int(),
    kind: z.string(),
    at: instant,
    actor: z.string(),
    capacity: z.string(),
    account,
    holder: z.string(),
    body: z.unknown(),
  }),
);
export const proof = z.object({
  number: z.string(),
  facts: z.int(),
  head: z.string(),
  faults: z.array(z.object({ seq: z.int(), code: z.string() })),
});
export const story = z.object({ now: z.number(), closed: z.boolean(), entries: z.array(z.unknown()), clocks: z.array(z.unknown()) });

export const licence = z.object({
  number: z.string(),
  renewal: z.object({ by: z.iso.date(), provisional: z.boolean() }).optional(),
  history: z.array(
    z.object({
      act: z.enum(['new', 'change', 'renewal', 'reissue', 'cancel', 'revoke']),
      matter: z.string(),
      on: day,
      from: day.optional(),
      until: day.optional(),
    }),
  ),
});
export const decisions = z.object({ decisions: z.array(z.object({ matter: z.string(), item: z.string(), decidedOn: day })), next });
export const reconciliation = z.object({
  day,
  lines: z.array(
    z.object({
      charge: z.string(),
      organ: z.string(),
      paidFen: z.number(),
      reducedFen: z.number(),
      exemptedFen: z.number(),
      refundedFen: z.number(),
    }),
  ),
  acts: z.array(z.object({ organ: z.string(), decided: z.int(), charged: z.int() })),
});

const light = z.enum(RANKS);
export const desk = z.object({
  work: z.array(
    z.object({
      matter: z.string(),
      step: z.string(),
      stepName: text,
      item: z.string(),
      itemName: text,
      organ: z.string(),
      due: day.nullable(),
      light,
      opened: instant,
      received: instant,
      owner: named,
      version: z.int(),
      actions: z.array(z.string()).optional(),
    }),
  ),
  counts: z.record(light, z.int()),
  total: z.int(),
  next,
});
export const bulkDone = z.object({
  results: z.array(
    z.object({
      matter: z.string(),
      step: z.string().nullable(),
      ok: z.boolean(),
      version: z.int().optional(),
      refusals: z.array(z.object({ code: z.string(), text: z.string() })).optional(),
    }),
  ),
});

const numbers = {
  open: z.int(),
  unarmed: z.int(),
  'over-law': z.int(),
  'over-promise': z.int(),
  'step-overdue': z.int(),
  'due-soon': z.int(),
  'in-time': z.int(),
  paused: z.int(),
  median: z.number().nullable(),
};
export const board = z.object({
  asOf: instant,
  organs: z.array(z.object({ organ: z.string(), name: text, ...numbers })),
  totals: z.object(numbers),
});
export const held = z.object({
  matters: z.array(
    z.object({
      number: z.string(),
      item: z.string(),
      itemName: text,
      light: z.string(),
      due: day.nullable(),
      owner: named,
      received: instant,
    }),
  ),
  next,
});
export const found = z.object({
  matters: z.array(z.object({ number: z.string(), item: z.string(), itemName: text, status: z.string(), light: z.string() })),
  items: z.array(z.object({ id: z.string(), name: text })),
  totalItems: z.int(),
  more: z.object({ matters: z.boolean(), items: z.boolean() }),
  next: z.string().optional(),
  note: text.optional(),
});
