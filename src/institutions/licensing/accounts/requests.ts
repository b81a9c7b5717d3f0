import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { type Listed, WHOLE } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import type { Column } from '../../../platform/http/sheets.ts';
import { asked, cursorOf, partsOf } from '../asking.ts';
import { matterPath } from '../board/requests.ts';
import { type NoOption, notAnOption } from '../desk/requests.ts';
import { instant, itemName, organName } from '../desk/view.ts';
import { type SignKind, type SignRow, signRows } from '../queries/accounts.ts';
import type { LicensingDesk } from '../requests.ts';
import { accountsAsked, PAGES } from './asked.ts';
import type { AccountBook } from './book.ts';
import { type AccountScope, isNamed } from './permits.ts';
import { narrowedTo, nearDays, partName, seatName } from './report.ts';
import { type Level, SIGNS } from './spells.ts';
import { type AccountRow, type AccountsAsk, type Place, rowsOf } from './sums.ts';
import { accountHeads as heads, levelWords, signWords } from './words.ts';

/** Days of 24 hours, to a hundredth. */
export const inDays = (seconds: number): number => Math.round(seconds / 864) / 100;

interface Line extends AccountRow {
  readonly itemName: Text;
  readonly leadName: Text;
  readonly whole: number;
  readonly story: Text;
}

const yesNo = (value: boolean | null, lang: Lang): string | undefined => (value === null ? undefined : heads[value ? 'yes' : 'no'][lang]);

const rowColumns: readonly Column<Line>[] = [
  { head: heads.matter, text: (row) => row.matter },
  { head: heads.item, text: (row, lang) => row.itemName[lang] },
  { head: heads.organ, text: (row, lang) => row.leadName[lang] },
  { head: heads.opened, instant: (row) => instant(row.at[0]!) },
  { head: heads.closed, instant: (row) => (row.open ? undefined : instant(row.at.at(-1)!)) },
  { head: heads.here, number: (row) => inDays(row.here) },
  { head: heads.whole, number: (row) => inDays(row.whole) },
  { head: heads.kept, text: (row, lang) => yesNo(row.kept, lang) },
  { head: heads.lawful, text: (row, lang) => yesNo(row.lawful, lang) },
  { head: heads.spells, text: (row, lang) => row.story[lang] },
];

/** Each spell of a matter in a line: what it was, at which desk, days on the clock. Seats only where they may be told. */
function storyOf({ places, at, lead }: AccountRow, { levelOf }: AccountsAsk, moment: EngineMoment, scope: AccountScope): Text {
  const desk = (place: Place, lang: Lang): string => {
    const { organ, seat } = place;
    const level = levelOf?.(place) ?? place.level;
    if (level === 'none') return '';
    if (seat !== '' && isNamed(scope, organ)) return ` ${seatName(seat, moment)[lang]}`;
    const whose = organ === lead || level === 'window' ? '' : ` ${organName(moment, organ)[lang]}`;
    return `${whose} ${levelWords[level][lang]}`;
  };
  const told = (lang: Lang) =>
    places.map((place, i) => `${partName(place.part, moment)[lang]}${desk(place, lang)} ${inDays(at[i + 1]! - at[i]!)}`).join(' → ');
  return { zh: told('zh'), en: told('en') };
}

/** The matters behind a number of the time accounts. */
export async function findRows(
  desk: LicensingDesk,
  book: AccountBook,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<Line> | undefined> {
  const found = await accountsAsked(desk, book, request, reply, ['kept', 'lawful', ...(whole ? [] : PAGES)]);
  if (!found) return undefined;
  const { moment, scope, ask } = found;
  const no = (...fault: NoOption) => void notAnOption(desk, request, reply, ...fault);
  const [kept, lawful] = [asked(request, 'kept'), asked(request, 'lawful')];
  if (kept !== undefined && kept !== 'yes' && kept !== 'no') return no('kept', YES_NO);
  if (lawful !== undefined && lawful !== 'yes' && lawful !== 'no') return no('lawful', YES_NO);
  const after = afterIn(request, 2);
  if (after === false) return no('after');
  const limit = whole ? WHOLE : rowsAsked(desk.refusals, request, reply);
  if (limit === undefined) return undefined;
  const rows = rowsOf(await book.matters(ask), ask, { kept: kept && kept === 'yes', lawful: lawful && lawful === 'yes' } as Parameters<
    typeof rowsOf
  >[2]);
  const start = after
    ? rows.findIndex(({ here, matter }) => here < Number(after[0]) || (here === Number(after[0]) && matter > after[1]!))
    : 0;
  const page = start < 0 ? [] : rows.slice(start, start + limit);
  const last = start >= 0 && rows.length > start + limit ? page.at(-1) : undefined;
  return {
    listing: { name: heads.rows, columns: rowColumns, href: (row) => matterPath(row.matter) },
    rows: page.map((row) => ({
      ...row,
      itemName: itemName(moment, row.item),
      leadName: organName(moment, row.lead),
      whole: row.at.at(-1)! - row.at[0]!,
      story: storyOf(row, ask, moment, scope),
    })),
    total: rows.length,
    day: moment.today,
    ...(last && { next: cursorOf([String(last.here), last.matter]) }),
    about: { narrowed: narrowedTo(ask, moment), seconds: rows.reduce((sum, { here }) => sum + here, 0) },
  };
}

const YES_NO = ['yes', 'no'] as const;

/** A cursor of so many parts whose first is a number; `false` where it is none. */
function afterIn(request: FastifyRequest, count: number): readonly string[] | undefined | false {
  const cursor = asked(request, 'after');
  if (cursor === undefined) return undefined;
  const parts = partsOf(cursor, count);
  const numbers = parts && [parts[0]!, ...parts.slice(2)];
  return parts && numbers!.every((n) => /^\d{1,12}$/.test(n)) ? parts : false;
}

interface SignLine extends SignRow {
  readonly itemName: Text;
  readonly organName: Text;
  readonly between: Text;
  readonly seatName?: Text;
}

const signHeads: readonly Column<SignLine>[] = [
  { head: heads.matter, text: (row) => row.matter },
  { head: heads.item, text: (row, lang) => row.itemName[lang] },
  { head: heads.at, instant: (row) => instant(row.at) },
  { head: heads.holder, text: (row, lang) => row.organName[lang] },
  { head: heads.seat, text: (row, lang) => row.seatName?.[lang] },
];
const SIGN_COLUMNS: Readonly<Record<SignKind, readonly Column<SignLine>[]>> = {
  bounce: [
    ...signHeads,
    { head: heads.what, text: (row, lang) => signWords[row.kind][lang] },
    { head: heads.between, text: (row, lang) => row.between[lang] },
  ],
  pause: [
    ...signHeads,
    { head: heads.ground, text: (row, lang) => row.between[lang] },
    { head: heads.due, day: (row) => row.due ?? undefined },
    { head: heads.left, number: (row) => row.left },
  ],
};

/** From whom to whom, in words; of a pause its ground. */
export function betweenOf({ kind, origin, target }: Pick<SignRow, 'kind' | 'origin' | 'target'>, moment: EngineMoment): Text {
  if (kind === SIGNS[3]) return moment.law.grounds.get(target)?.name ?? { zh: target, en: target };
  const name = (code: string): Text =>
    code === 'applicant' ? heads.applicant : code in levelWords ? levelWords[code as Level] : organName(moment, code);
  const [a, b] = [name(origin), name(target)];
  return { zh: `${a.zh} → ${b.zh}`, en: `${a.en} → ${b.en}` };
}

const KINDS: readonly SignKind[] = ['bounce', 'pause'];

/** Each time a matter was sent from hand to hand, or its clock stopped just before it ran out. */
export async function findSigns(
  desk: LicensingDesk,
  book: AccountBook,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<SignLine> | undefined> {
  const found = await accountsAsked(desk, book, request, reply, ['kind', ...(whole ? [] : PAGES)]);
  if (!found) return undefined;
  const { moment, scope, ask } = found;
  const kind = KINDS.find((one) => one === (asked(request, 'kind') ?? 'bounce'));
  if (!kind) return void notAnOption(desk, request, reply, 'kind', KINDS);
  const after = afterIn(request, 3);
  if (after === false) return void notAnOption(desk, request, reply, 'after');
  const limit = whole ? WHOLE : rowsAsked(desk.refusals, request, reply);
  if (limit === undefined) return undefined;
  const near = nearDays(moment);
  const { rows, total, matters } = await signRows(desk.pool, ask, kind, near, { after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    listing: { name: heads[kind], columns: SIGN_COLUMNS[kind], href: (row) => matterPath(row.matter) },
    rows: page.map((row) => ({
      ...row,
      itemName: itemName(moment, row.item),
      organName: organName(moment, row.organ),
      between: betweenOf(row, moment),
      ...(row.seat !== '' && isNamed(scope, row.organ) && { seatName: seatName(row.seat, moment) }),
    })),
    total,
    day: moment.today,
    ...(last && { next: cursorOf([String(last.at), last.matter, String(last.seq)]) }),
    about: { matters, near },
  };
}
