import type { AskedUnit, DeadlineSheet, Term } from '../types.ts';
import { lastOf } from './days.ts';

/** What was asked, as the checker reads it from the address in a sheet. */
export interface Put {
  readonly term?: Term;
  readonly amount: number;
  readonly unit: AskedUnit;
  readonly from: string;
  readonly whose: 'organ' | 'citizen';
  readonly roll: 'next-working-day' | 'none';
  readonly extensions: readonly { readonly amount: number; readonly on?: string }[];
  readonly pauses: readonly { readonly ground: string; readonly from: string; readonly to: string }[];
}

const SHORT = { wd: 'wd', cd: 'cd', month: 'mo', year: 'yr', hour: 'h' } as const;

/** The question of a sheet; or one sentence on why it is none. */
export function questionOf(text: unknown, term: (id: string) => Term | undefined): Put | string {
  if (typeof text !== 'string') return 'question: is no text';
  const said = text.split('&').map((part) => part.split('=') as [string, string]);
  const all = (name: string) => said.filter(([key]) => key === name).map(([, value]) => value ?? '');
  const [id, from = '', whose] = [all('term')[0], all('from')[0], all('whose')[0]];
  const law = id === undefined ? undefined : term(id);
  if (id !== undefined && law === undefined) return `question: the law book here has no term ${id}`;
  const unit = law ? SHORT[law.unit] : (all('unit')[0] as AskedUnit);
  const amount = law ? law.amount : Number(all('amount')[0]);
  if (!['wd', 'cd', 'mo', 'yr', 'h'].includes(unit)) return `question: ${unit} is no unit`;
  if (!isAmount(amount, unit)) return `question: ${amount} is no amount`;
  if (!isDay(from.slice(0, 10)) || (unit === 'h' ? !/^T([01]\d|2[0-3]):[0-5]\d$/.test(from.slice(10)) : from.length > 10))
    return `question: ${from} is no start`;

  const extensions = all('extend')
    .map((part) => part.split('@'))
    .map(([n, on]) => ({ amount: Number(n), ...(on !== undefined && { on }) }));
  if (extensions.some((one) => !isAmount(one.amount, unit) || (one.on !== undefined && !isDay(one.on))))
    return 'question: an extension cannot be read';
  const pauses = all('pause').map((part) => {
    const [, a = '', b = '', ground = ''] = /^([\d-]+)\.\.([\d-]+):(.+)$/.exec(part) ?? [];
    return { ground, from: a, to: b };
  });
  if (pauses.some((one) => !isDay(one.from) || !isDay(one.to) || one.to < one.from)) return 'question: a pause cannot be read';
  const owner = law ? (law.whose ?? (law.roll === 'none' ? 'organ' : 'citizen')) : whose;
  if (owner !== 'organ' && owner !== 'citizen') return `question: ${owner} is nobody whose limit it can be`;
  const rolls = law ? law.roll : owner === 'citizen' ? 'next-working-day' : 'none';
  return { term: law, amount, unit, from, whose: owner, roll: unit === 'h' ? 'none' : rolls, extensions, pauses };
}

/** Whole; of hours also quarters. */
const isAmount = (amount: number, unit: AskedUnit): boolean =>
  amount > 0 && amount <= 40_000 && Number.isInteger(unit === 'h' ? amount * 4 : amount);

/** The address that the other fields of a sheet would make. */
export function addressOf(sheet: DeadlineSheet): string {
  const limit = sheet.term ? `term=${sheet.term.id}` : `amount=${sheet.amount}&unit=${sheet.unit}`;
  const more = [
    ...(sheet.extensions ?? []).map(({ amount, on }) => (on === undefined ? `extend=${amount}` : `extend=${amount}@${on}`)),
    ...(sheet.pauses ?? []).map(({ from, to, ground }) => `pause=${from}..${to}:${ground}`),
  ];
  return [limit, `from=${sheet.from}`, ...(sheet.term ? [] : [`whose=${sheet.whose}`]), ...more].join('&');
}

function isDay(text: string): boolean {
  const [y, m, d] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).slice(1).map(Number);
  return y! >= 100 && m! >= 1 && m! <= 12 && d! >= 1 && d! <= lastOf(y!, m!);
}
