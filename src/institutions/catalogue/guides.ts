import { fill, type Sourced } from '../../kernel/text.ts';
import type { Additions, Guide, PaperUse } from './guide-schema.ts';
import type { ItemRow } from './schema.ts';
import type { HandlingCase, Item, Limit, Material } from './types.ts';
import { CASE_NAMES } from './words.ts';

/** What an item has beyond its row in the list. */
export type GuidePart = Pick<
  Item,
  | 'plain'
  | 'assists'
  | 'extension'
  | 'cases'
  | 'materials'
  | 'conditions'
  | 'validity'
  | 'place'
  | 'hours'
  | 'phone'
  | 'complaintPhone'
  | 'leaderSeat'
  | 'promisedPauses'
  | 'rules'
  | 'legality'
  | 'pledge'
  | 'supervisor'
  | 'themes'
  | 'audiences'
  | 'synonyms'
  | 'online'
  | 'forwardedTo'
  | 'highRisk'
>;

/** Everything written for the demonstration carries this mark, wherever it is shown. */
const illustrative = <T>(value: T): Sourced<T> => ({ value, confidence: 'illustrative' });
const wd = (amount: number): Limit => ({ amount, unit: 'wd' });

/** An item nobody has written a guide for: everything that could make it live is empty. */
export const emptyGuide = (): GuidePart => ({
  assists: illustrative([]),
  extension: illustrative(wd(0)),
  cases: illustrative([]),
  materials: illustrative([]),
  conditions: illustrative([]),
  place: illustrative({ zh: '', en: '' }),
  hours: illustrative({ zh: '', en: '' }),
  phone: illustrative(''),
  complaintPhone: illustrative(''),
  leaderSeat: '',
  promisedPauses: [],
  rules: {},
  supervisor: '',
  themes: [],
  audiences: [],
  synonyms: [],
  online: false,
  highRisk: illustrative(false),
});

/** The guide of one item: its own words over its template's over the defaults. */
export function guideOf(row: ItemRow, additions: Additions): GuidePart {
  const { item_id: id, department_code: lead } = row;
  const { defaults, organs, zones, forwarded } = additions;
  const own = guideWords(id, additions);
  const home = organs[lead];
  const superior = forwarded[id];
  const { materials, cases } = papersOf(row, own, additions);

  return {
    ...(own.plain && { plain: own.plain }),
    assists: illustrative((own.assists ?? []).map(({ organ, days, zh, en }) => ({ organ, duty: { zh, en }, limit: wd(days) }))),
    extension: illustrative(wd(own.extension ?? ((row.statutory_days_wd ?? 0) >= 20 ? defaults.extension : 0))),
    cases: illustrative(cases),
    materials: illustrative(materials),
    conditions: illustrative(own.conditions ?? []),
    ...(typeof own.validity === 'number' && { validity: illustrative(own.validity) }),
    place: illustrative((home && zones[home.zone]) ?? defaults.place),
    hours: illustrative(defaults.hours),
    phone: illustrative(home?.phone ?? defaults.phone),
    complaintPhone: illustrative(defaults.complaintPhone),
    leaderSeat: `${lead}-DEP`,
    promisedPauses: row.handling_type === 'on-the-spot' ? [] : (own.pauses ?? []),
    rules: defaults.rules,
    legality: defaults.legality,
    pledge: defaults.pledges[superior ? 'forwarded' : row.handling_type],
    supervisor: additions.supervisors[id] ?? lead,
    themes: own.themes ?? (home ? [home.theme] : []),
    audiences: own.audiences ?? ['firm'],
    synonyms: [...(own.synonyms ?? []), ...(additions.synonyms[id] ?? [])],
    online: !additions.counterOnly.includes(id),
    ...(superior && { forwardedTo: { zh: superior.zh, en: superior.en } }),
    highRisk: illustrative(additions.highRisk.includes(id)),
  };
}

export function guideWords(id: string, { items, templates }: Additions): Guide {
  const own = items[id] ?? {};
  const listed = Object.values(templates).find((template) => template.items.includes(id));
  const template = own.template === undefined ? listed : templates[own.template];
  return { ...template, ...own };
}

/** Materials are numbered in the order of the guide, those of single cases after them; a case lists the codes it needs. */
function papersOf(row: ItemRow, own: Guide, { papers, caseSets }: Additions): { materials: Material[]; cases: HandlingCase[] } {
  const set = caseSets[own.cases ?? 'once'] ?? {};
  const ids = (Object.keys(set) as HandlingCase['id'][]).filter((id) => id !== 'renewal' || typeof own.validity === 'number');
  const wanted = (own.materials ?? []).map((use) => spelledOut(use, papers));
  const extra = new Map<string, HandlingCase['id'][]>();
  for (const id of ids) for (const key of set[id]?.papers ?? []) extra.set(key, [...(extra.get(key) ?? []), id]);
  const all = [...wanted, ...[...extra].map(([key, cases]) => ({ ...spelledOut(key, papers), for: cases }))];

  const names = { item: row.item_name };
  const materials = all.map((paper, index) => ({
    code: `M${index + 1}`,
    name: { zh: fill(paper.zh, names), en: fill(paper.en, { item: row.item_name_en || row.item_name }) },
    source: paper.from,
    copies: paper.copies,
    original: paper.original,
    essential: !paper.optional,
    declarable: paper.declarable,
    ...(paper.when && { when: paper.when }),
  }));
  const cases = ids.map((id): HandlingCase => {
    const days = set[id]?.days;
    const shorter = days !== undefined && days < (row.promised_days_wd ?? 0);
    const codes = all.flatMap((paper, index) => (paper.for.includes(id) ? [`M${index + 1}`] : []));
    return { id, name: CASE_NAMES[id], materials: codes, ...(shorter && { promised: illustrative(wd(days)) }) };
  });
  return { materials, cases };
}

function spelledOut(use: PaperUse, papers: Additions['papers']): Additions['papers'][string] {
  if (typeof use === 'object' && !('use' in use)) return use;
  const { use: key, ...changes } = typeof use === 'string' ? { use } : use;
  const paper = papers[key];
  if (!paper) throw new RangeError(`additions: no paper "${key}"`);
  return { ...paper, ...changes };
}
