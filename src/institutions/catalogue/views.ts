import type { Confidence, Lang, Sourced, Text } from '../../kernel/text.ts';
import type { Catalogue } from './catalogue.ts';
import type { Bundle, Charge, Item, Limit } from './types.ts';
import { STATES, THEME_NAMES } from './words.ts';

/** A sourced value keeps its mark wherever it is printed (house promise 6): an object gains it, anything else is set beside it. */
type Marked<T> = T extends object ? T & { confidence: Confidence; source?: string } : { value: T; confidence: Confidence; source?: string };
type Said = Text | { readonly text: string };

const mark = (of: Sourced<unknown>) => ({
  confidence: of.confidence,
  ...(of.source && { source: of.source, ...inChinese('source', of.source) }),
});
/** A list's own words have no English: beside them stands `<field>Lang: 'zh'`, for whoever asked for another. */
const inChinese = <F extends string>(field: F, text: string | null) =>
  (/\p{Script=Han}/u.test(text ?? '') ? { [`${field}Lang`]: 'zh' } : {}) as { readonly [K in `${F}Lang`]?: 'zh' };
const marked = <T extends object>(of: Sourced<T>) => ({ ...of.value, ...mark(of) }) as Marked<T>;
const plainly = <T extends string | number | boolean>(of: Sourced<T>) => ({ value: of.value, ...mark(of) });
const limit = (of: Sourced<Limit> | undefined) => (of ? marked(of) : null);

/** One item for `GET /api/v1/items/:id`: its guide, whether it is live, and if not, why. With `lang`, sentences in that language only. */
export function itemView(item: Item, catalogue: Catalogue, lang?: Lang) {
  const say = (text: Text): string | Text => (lang ? text[lang] : text);
  const saidWith = (text: Text, of: Sourced<unknown>): Said & { confidence: Confidence } =>
    lang ? { text: text[lang], ...mark(of) } : { ...text, ...mark(of) };
  const organ = (code: string) => ({ code, name: say(catalogue.department(code)?.name ?? { zh: code, en: code }) });
  const { materials, cases, conditions, assists, pledge, plain, forwardedTo, legality } = item;
  const faults = catalogue.faults(item);

  return {
    id: item.id,
    version: item.version,
    validFrom: item.validFrom,
    validTo: item.validTo ?? null,
    status: item.status,
    statusText: item.status === 'in-use' ? null : say(STATES[item.status]),
    name: say(item.name),
    plain: plain ? say(plain) : null,
    taskType: item.taskType,
    live: faults.length === 0,
    faults: faults.map(({ code, text }) => ({ code, text: say(text) })),
    online: item.online,
    handling: item.handling,
    inCore: item.inCore,
    department: organ(item.lead),
    assists: assists.value.map(({ organ: code, duty, limit: days }) => ({
      department: organ(code),
      duty: say(duty),
      limit: days,
      ...mark(assists),
    })),
    supervisor: item.supervisor ? organ(item.supervisor) : null,
    leaderSeat: item.leaderSeat || null,
    level: item.level,
    levelText: item.levelText,
    setting: item.setting,
    forwardedTo: forwardedTo ? say(forwardedTo) : null,
    legal: limit(item.legal),
    promised: limit(item.promised),
    extension: limit(item.extension),
    promisedPauses: item.promisedPauses,
    visits: plainly(item.visits),
    validityMonths: item.validity ? plainly(item.validity) : null,
    basis: plainly(item.basis),
    rules: item.rules,
    legality: legality ? { on: legality.on, by: organ(legality.by), verdict: legality.verdict } : null,
    conditions: conditions.value.map((text) => saidWith(text, conditions)),
    materials: materials.value.map(({ name, when, ...material }) => ({
      ...material,
      name: say(name),
      when: when ? say(when) : null,
      ...mark(materials),
    })),
    cases: cases.value.map((one) => ({
      id: one.id,
      name: say(one.name),
      materials: one.materials,
      legal: limit(one.legal ?? item.legal),
      promised: limit(one.promised ?? item.promised),
      ...mark(cases),
    })),
    charged: item.charged,
    fees: item.charges.flatMap((id) => feeView(id, catalogue, say)),
    highRisk: plainly(item.highRisk),
    pledge: pledge ? { content: say(pledge.content), manner: say(pledge.manner), result: say(pledge.result) } : null,
    place: saidWith(item.place.value, item.place),
    hours: saidWith(item.hours.value, item.hours),
    phone: plainly(item.phone),
    complaintPhone: plainly(item.complaintPhone),
    themes: item.themes.map((id) => ({ id, name: say(THEME_NAMES[id]) })),
    audiences: item.audiences,
    localCode: item.localCode ?? null,
    nationalCode: item.nationalCode ?? null,
    confidence: item.confidence,
    source: item.source,
    ...inChinese('source', item.source),
  };
}
export type ItemView = ReturnType<typeof itemView>;

/** A line of a list or of a search: enough to choose by. */
export function itemLine(item: Item, catalogue: Catalogue, lang: Lang) {
  return {
    kind: 'item',
    ...lineOf(item, item.lead, catalogue, lang),
    plain: item.plain?.[lang] ?? null,
    live: catalogue.live(item),
    online: item.online,
    handling: item.handling,
    legal: limit(item.legal),
    promised: limit(item.promised),
  };
}

/** A convenience item or a charge of the list; what is free has no standard. */
export const serviceLine = (service: Charge, catalogue: Catalogue, lang: Lang) => ({
  kind: service.kind,
  ...lineOf(service, service.organ, catalogue, lang),
  charged: service.charged,
  standard: service.charged ? service.standard : null,
  ...inChinese('standard', service.charged ? service.standard : null),
});

/** A bundle with the items of it. */
export const bundleLine = (bundle: Bundle, catalogue: Catalogue, lang: Lang) => ({
  kind: 'bundle',
  ...lineOf(bundle, bundle.lead, catalogue, lang),
  items: bundle.items.map(({ item }) => item),
});

const lineOf = ({ id, name }: { id: string; name: Text }, organ: string, catalogue: Catalogue, lang: Lang) => ({
  id,
  name: name[lang],
  department: catalogue.department(organ)?.name[lang] ?? organ,
});

function feeView(id: string, catalogue: Catalogue, say: (text: Text) => string | Text) {
  const charge = catalogue.charge(id);
  if (!charge) return [];
  const { name, standard, amount, unit, basis, status, confidence } = charge;
  return [
    { id, name: say(name), standard, ...inChinese('standard', standard), amountFen: amount ?? null, unit, basis, status, confidence },
  ];
}
