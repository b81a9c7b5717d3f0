/** One figure: its name, labels and value. */
export interface Figure {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly figures: readonly Figure[];
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|\+Inf|NaN)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;

/** Prometheus' text format, version 0.0.4, read strictly: whatever it does not allow is an error. */
export function readExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, { type?: Family['type']; help?: string; figures: Figure[] }>();
  let current: string | undefined;
  const seen = new Set<string>();
  for (const line of text.slice(0, -1).split('\n')) {
    if (line === '') continue;
    const [, told, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (told) {
      if (told === 'HELP' && families.has(name)) throw new Error(`${name} is told twice`);
      const family = families.get(name) ?? { figures: [] };
      families.set(name, family);
      current = name;
      if (told === 'HELP') family.help = rest;
      else if (family.type || family.figures.length > 0) throw new Error(`${name}: TYPE comes late or twice`);
      else family.type = typeOf(rest, line);
      continue;
    }
    const one = figureOf(line);
    const family = families.get(current ?? '');
    if (!family?.type || !family.help) throw new Error(`no HELP and TYPE before: ${line}`);
    const suffix = one.name.slice((current ?? '').length);
    const fits = family.type === 'histogram' ? ['_bucket', '_sum', '_count'].includes(suffix) : suffix === '';
    if (!one.name.startsWith(current ?? '') || !fits) throw new Error(`out of its family ${current}: ${line}`);
    const key = `${one.name} ${JSON.stringify(Object.entries(one.labels).sort())}`;
    if (seen.has(key)) throw new Error(`twice: ${line}`);
    seen.add(key);
    if (family.type !== 'gauge' && !(one.value >= 0)) throw new Error(`a count below nothing: ${line}`);
    family.figures.push(one);
  }
  const whole = [...families].map(([name, { type, help = '', figures }]): [string, Family] => {
    if (!type) throw new Error(`${name} has no TYPE`);
    if (type === 'histogram') checkHistogram(name, figures);
    return [name, { type, help, figures }];
  });
  return new Map(whole);
}

function typeOf(text: string, line: string): Family['type'] {
  if (text === 'counter' || text === 'gauge' || text === 'histogram') return text;
  throw new Error(`a type that nobody expects: ${line}`);
}

function figureOf(line: string): Figure {
  const [, name = '', inside, number = ''] = SAMPLE.exec(line) ?? [];
  if (!name) throw new Error(`not a figure: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  for (let at = 0; inside !== undefined && at < inside.length; at = LABEL.lastIndex) {
    const [, label = '', value = ''] = LABEL.exec(inside) ?? [];
    if (!label || label in labels) throw new Error(`labels: ${line}`);
    labels[label] = value.replace(/\\([\\"n])/g, (_, c) => (c === 'n' ? '\n' : c));
  }
  return { name, labels, value: /^\+?Inf$/.test(number) ? Infinity : Number(number) };
}

/** Buckets only grow, end with +Inf, and that one is the count. */
function checkHistogram(name: string, figures: readonly Figure[]): void {
  const series = new Map<string, Figure[]>();
  for (const f of figures) {
    const { le: _le, ...rest } = f.labels;
    const key = JSON.stringify(Object.entries(rest).sort());
    series.set(key, [...(series.get(key) ?? []), f]);
  }
  for (const [key, all] of series) {
    const buckets = all
      .filter((f) => f.name === `${name}_bucket`)
      .map((f) => [Number(f.labels.le?.replace('+Inf', 'Infinity')), f.value] as const);
    const grows = buckets.every(([le, n], i) => i === 0 || (le > buckets[i - 1]![0] && n >= buckets[i - 1]![1]));
    const count = all.find((f) => f.name === `${name}_count`)?.value;
    const sum = all.find((f) => f.name === `${name}_sum`);
    if (!grows || buckets.at(-1)?.[0] !== Infinity || buckets.at(-1)?.[1] !== count || !sum)
      throw new Error(`${name} ${key} does not add up`);
  }
}

/** The value of the one figure with these labels. */
export function figure(
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const family = [...families].find(
    ([known]) => name === known || (name.startsWith(known) && /^_(bucket|sum|count)$/.test(name.slice(known.length))),
  );
  const found = family?.[1].figures.filter((f) => f.name === name && Object.entries(labels).every(([k, v]) => f.labels[k] === v));
  if (found && found.length > 1) throw new Error(`${name} ${JSON.stringify(labels)}: ${found.length} figures`);
  return found?.[0]?.value;
}
