import { z } from 'zod';
import { localDate } from './schema.ts';
import { ACTS, type HandlingCase, LEVELS, THEMES } from './types.ts';

/** The YAML files beside the lists: additions, bundles, authority table, entry register. */
const said = z.string().trim().min(1);
const text = z.strictObject({ zh: said, en: said });
const caseId = z.enum(['new', 'change', 'renewal', 'reissue', 'cancel']);
const itemId = z.string().regex(/^[A-Z]+-[A-Z0-9]+$/);
const organ = z.string().regex(/^[A-Z_]+$/);
const days = z.int().min(1).max(400);

const flags = {
  from: z.enum(['applicant', 'shared', 'issued']).optional(),
  copies: z.int().min(1).max(9).optional(),
  original: z.boolean().optional(),
  optional: z.boolean().optional(),
  declarable: z.boolean().optional(),
  for: z.array(caseId).min(1).optional(),
  when: text.optional(),
};
const PAPER = {
  from: 'applicant' as const,
  copies: 1,
  original: false,
  optional: false,
  declarable: false,
  for: ['new' as HandlingCase['id']],
};
const paper = z.strictObject({ zh: said, en: said, ...flags }).transform((written) => ({ ...PAPER, ...written }));
/** A paper of the library by its key; the same with changes; or one written out. */
const paperUse = z.union([said, z.strictObject({ use: said, zh: said.optional(), en: said.optional(), ...flags }), paper]);

export const guide = z.strictObject({
  template: said.optional(),
  plain: text.optional(),
  cases: said.optional(),
  validity: z.union([z.int().min(1).max(600), z.literal('none')]).optional(),
  extension: z.int().min(0).max(60).optional(),
  pauses: z.array(z.enum(['site-visit', 'payment', 'other-organ-opinion', 'public-notice', 'testing'])).optional(),
  audiences: z
    .array(z.enum(['person', 'firm']))
    .min(1)
    .optional(),
  themes: z.array(z.enum(THEMES)).min(1).optional(),
  assists: z
    .array(z.strictObject({ organ, zh: said, en: said, days }))
    .min(1)
    .max(3)
    .optional(),
  synonyms: z.array(said).optional(),
  materials: z.array(paperUse).min(1).optional(),
  conditions: z.array(text).min(1).optional(),
});
export type Guide = z.output<typeof guide>;
export type PaperUse = z.output<typeof paperUse>;

/** The version before the present one, where it differed: its promise and visits, who else assisted, which papers were asked for besides. */
const earlier = z.strictObject({
  /** First day of the present version. */
  until: localDate,
  promised: days,
  visits: z.int().min(1).max(9),
  assists: guide.shape.assists,
  papers: z.array(paper).default([]),
});

const pledge = z.strictObject({ content: text, manner: text, result: text });
const rules = z.strictObject({ accept: said, examine: said, decide: said, deliver: said });

export const additions = z.strictObject({
  meta: z.looseObject({ confidence: z.literal('illustrative') }),
  defaults: z.strictObject({
    validFrom: localDate,
    rules,
    legality: z.strictObject({ on: localDate, by: organ, verdict: z.enum(['lawful', 'doubtful']) }),
    place: text,
    hours: text,
    phone: said,
    complaintPhone: said,
    extension: z.int().min(0),
    pledges: z.strictObject({ promise: pledge, 'on-the-spot': pledge, forwarded: pledge }),
  }),
  organs: z.record(organ, z.strictObject({ zone: said, phone: said, theme: z.enum(THEMES) })),
  zones: z.record(said, text),
  papers: z.record(said, paper),
  caseSets: z.record(said, z.partialRecord(caseId, z.strictObject({ papers: z.array(said).default([]), days: days.optional() }))),
  templates: z.record(said, guide.omit({ template: true }).extend({ items: z.array(itemId).min(1) })),
  items: z.record(itemId, guide),
  highRisk: z.array(itemId),
  counterOnly: z.array(itemId),
  forwarded: z.record(itemId, text.extend({ level: z.enum(LEVELS) })),
  supervisors: z.record(itemId, organ),
  synonyms: z.record(itemId, z.array(said).min(1)),
  bundles: z.record(said, z.strictObject({ add: z.array(z.strictObject({ item: itemId, optional: z.boolean() })) })),
  earlier: z.record(itemId, earlier).default({}),
  /** Yuan a unit: where the standard of a charge is a range, or names several figures. */
  charges: z.record(itemId, z.strictObject({ least: z.number().min(0), most: z.number().min(0) }).partial()).default({}),
});
export type Additions = z.output<typeof additions>;

export const bundlesFile = z.looseObject({
  bundles: z.array(
    z.looseObject({
      id: said,
      name: said,
      name_en: said,
      lead: organ,
      steps: z.array(
        z.strictObject({ dept: organ, item: said, in_catalogue: z.boolean(), days: z.number(), optional: z.boolean().default(false) }),
      ),
      flow: said,
      order: z.array(z.array(z.int().min(0))).optional(),
      promised_days: days,
      visits: z.int().min(0),
      source: said,
      confidence: z.enum(['verified', 'known', 'illustrative']),
      limits_confidence: z.enum(['verified', 'known', 'illustrative']),
    }),
  ),
});
export type BundlesFile = z.output<typeof bundlesFile>;

const role = z.enum(['window-clerk', 'chief-representative', 'examiner', 'section-head', 'deputy', 'chief', 'cashier', 'county-head']);
const pattern = z.string().regex(/^(\*|class:(high-risk|on-the-spot|bundle)|[A-Z]+-\*|[A-Z]+-[A-Z0-9]+)$/);
export const authorityFile = z.looseObject({
  rows: z.array(
    z.strictObject({
      item: z.union([pattern, z.array(pattern).min(1)]).transform((value) => (Array.isArray(value) ? value : [value])),
      act: z.enum(ACTS),
      step: z.literal('assist').optional(),
      up_to_yuan: z.int().min(1).optional(),
      roles: z.array(role),
      at: z.enum(['lead', 'centre', 'county', 'either']),
      signatures: z.enum(['one', 'three']).optional(),
      basis: z.union([said, z.strictObject({ zh: said, en: said })]),
    }),
  ),
});

export const entryFile = z.looseObject({
  counts: z.strictObject({ departments: z.int(), licences: z.int(), charges_and_convenience: z.int() }),
  differences: z.array(said),
  departments: z.array(z.looseObject({ code: organ, in_name_only: z.boolean() })),
});
