import { times } from '../../../kernel/money.ts';
import type { AtWindow, ItemFull, Paper } from './answers.ts';

/** What the window's form holds, as it is typed. */
export interface Filled {
  readonly case: string;
  readonly licence: string;
  readonly kind: 'person' | 'firm';
  readonly idType: string;
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly subject: string;
  readonly details: string;
  readonly address: string;
  readonly amount: string;
  readonly electronic: boolean;
  readonly here: readonly string[];
  readonly seen: readonly string[];
  readonly returned: readonly string[];
  /** How many of each charge are billed as it is concluded on the spot; unsaid: one. */
  readonly billed: Readonly<Record<string, number | undefined>>;
  /** Why a charge that the list fixes does not arise here. */
  readonly noCharge: string;
}

export const EMPTY: Filled = {
  case: 'new',
  licence: '',
  kind: 'person',
  idType: 'resident-id',
  idNumber: '',
  name: '',
  phone: '',
  subject: '',
  details: '',
  address: '',
  amount: '',
  electronic: false,
  here: [],
  seen: [],
  returned: [],
  billed: {},
  noCharge: '',
};

/** Something was typed or ticked: there is something to lose. */
export const begun = ({ case: _case, kind: _kind, idType: _type, ...typed }: Filled): boolean =>
  Object.entries(typed).some(([name, value]) => JSON.stringify(value) !== JSON.stringify(EMPTY[name as keyof Filled]));

/** The papers the case asks for, in the order of the guide. */
export function papersOf(item: ItemFull, chosen: string): readonly Paper[] {
  const codes = item.cases.find(({ id }) => id === chosen)?.materials ?? [];
  return item.materials.filter(({ code }) => codes.includes(code));
}

/** Asked of the applicant in every such case, and not here: what a correction notice must list at once. */
export const lacking = (papers: readonly Paper[], here: readonly string[]): readonly Paper[] =>
  papers.filter(({ code, source, when }) => source === 'applicant' && when === null && !here.includes(code));

/** What is billed with the conclusion: charges whose figure the list names, each as often as the clerk says. */
export const billsOf = ({ charges }: Pick<AtWindow, 'charges'>, { billed }: Filled) =>
  charges.flatMap(({ charge, fixed, byQuantity }) => {
    const quantity = fixed ? (billed[charge] ?? (byQuantity ? 0 : 1)) : 0;
    return quantity > 0 ? [{ charge, quantity }] : [];
  });

/** Charges by the unit of which nobody has said how many. */
export const unmeasured = ({ charges }: Pick<AtWindow, 'charges'>, { billed }: Filled): boolean =>
  charges.some(({ charge, fixed, byQuantity }) => fixed && byQuantity && billed[charge] === undefined);

/** What those bills come to, in fen. */
export const billedSum = ({ charges }: Pick<AtWindow, 'charges'>, filled: Filled): number =>
  billsOf({ charges }, filled).reduce(
    (all, { charge, quantity }) => all + times(charges.find((one) => one.charge === charge)?.fen ?? 0, quantity),
    0,
  );

/** Charges the clerk says do not arise: none of them is billed. */
export const ruledOut = ({ charges }: Pick<AtWindow, 'charges'>, { billed }: Filled): readonly string[] =>
  charges.flatMap(({ charge, fixed }) => (fixed && billed[charge] === 0 ? [charge] : []));

/** Tick and untick along the row: what is not here is neither seen nor given back, and nothing is given back unseen. */
export function ticked(f: Filled, column: 'here' | 'seen' | 'returned', code: string, on: boolean): Filled {
  const add = (list: readonly string[]) => (list.includes(code) ? list : [...list, code]);
  const drop = (list: readonly string[]) => list.filter((one) => one !== code);
  if (on && column === 'here') return { ...f, here: add(f.here) };
  if (on) return { ...f, here: add(f.here), seen: add(f.seen), ...(column === 'returned' && { returned: add(f.returned) }) };
  if (column === 'returned') return { ...f, returned: drop(f.returned) };
  if (column === 'seen') return { ...f, seen: drop(f.seen), returned: drop(f.returned) };
  return { ...f, here: drop(f.here), seen: drop(f.seen), returned: drop(f.returned) };
}

/** The form as `POST /matters` takes it. */
export function bodyOf(item: ItemFull, f: Filled) {
  const text = (value: string) => value.trim() || undefined;
  const form = Object.fromEntries(
    (['subject', 'details', 'address'] as const).flatMap((key) => (text(f[key]) ? [[key, f[key].trim()]] : [])),
  );
  const amount = text(f.amount.replaceAll(',', ''));
  return {
    item: item.id,
    case: f.case,
    channel: 'window',
    applicant: {
      kind: f.kind,
      idType: f.idType,
      idNumber: f.idNumber.trim(),
      name: f.name.trim(),
      ...(text(f.phone) && { phone: f.phone.trim() }),
    },
    form,
    papers: f.here,
    electronicService: f.electronic,
    ...(text(f.licence) && { licence: f.licence.trim() }),
    ...(amount !== undefined && { amount: Number(amount) }),
  };
}

/** What must be typed and is not, by the path the server would name. */
export const wanting = (f: Filled): readonly string[] =>
  [
    ['applicant.name', f.name],
    ['applicant.idNumber', f.idNumber],
    ['applicant.phone', f.phone],
    ['form.details', f.details],
    ['form.address', f.address],
    ...(f.case === 'new' ? [] : [['licence', f.licence]]),
  ].flatMap(([path, value]) => (value!.trim() === '' ? [path!] : []));
