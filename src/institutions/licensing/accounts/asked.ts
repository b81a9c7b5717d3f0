import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocalDate } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { type Refusal, reasonFor } from '../../../kernel/decision.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { asked } from '../asking.ts';
import { knownFields, type NoOption, notAnOption, officerFor } from '../desk/requests.ts';
import { worldOf } from '../desk/view.ts';
import type { LicensingDesk } from '../requests.ts';
import type { AccountBook } from './book.ts';
import { type AccountScope, mayName, maySee, scopeOf } from './permits.ts';
import { dayTable } from './report.ts';
import { LEVELS, levelBySeat, PARTS } from './spells.ts';
import { type AccountsAsk, BYS, type By, NO_SEAT } from './sums.ts';
import { accountRefusals, byWords } from './words.ts';

const because = reasonFor(accountRefusals);

export const OF = ['closed', 'open'] as const;
export const UNITS = ['clock', 'working'] as const;

/** What was asked of the time accounts, read and allowed. */
export interface AskedAccounts {
  readonly moment: EngineMoment;
  readonly scope: AccountScope;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly of: (typeof OF)[number];
  readonly by: By;
  readonly unit: (typeof UNITS)[number];
  readonly ask: AccountsAsk;
}

/** The month so far, on a day of the county. */
export const monthOf = (today: LocalDate): readonly [LocalDate, LocalDate] => [`${today.slice(0, 8)}01` as LocalDate, today];

/** What the address of a list or report may carry; each kind has fields of its own besides. */
export const COMMON = ['from', 'to', 'of', 'unit', 'organ', 'item', 'level', 'seat', 'part'] as const;
/** And of what is told page by page. */
export const PAGES = ['limit', 'after'] as const;

/** `?from=&to=&of=&by=&unit=&organ=&item=&level=&seat=&part=`, as far as the asker may see; undefined: the answer is on its way. */
export async function accountsAsked(
  desk: LicensingDesk,
  book: AccountBook,
  request: FastifyRequest,
  reply: FastifyReply,
  own: readonly string[],
): Promise<AskedAccounts | undefined> {
  const officer = await officerFor(desk, request, reply);
  if (!officer) return undefined;
  const { actor, moment } = officer;
  if (!knownFields(desk, request, reply, [...COMMON, ...own])) return undefined;
  const no = (...fault: NoOption) => void notAnOption(desk, request, reply, ...fault);
  const one = <T extends string>(name: string, options: readonly T[], usual: T): T | undefined =>
    options.find((option) => option === (asked(request, name) ?? usual));

  const [first, last] = monthOf(moment.today);
  const [from, to] = [asked(request, 'from') ?? first, asked(request, 'to') ?? last];
  for (const [path, day] of Object.entries({ from, to }))
    if (!isLocalDate(day)) return void desk.refusals.send(reply, [{ code: 'invalid-input' }], request.lang, [{ path, code: 'not-a-date' }]);
  if (from > to) return void desk.refusals.send(reply, [{ code: 'accounts-reversed', path: 'from' }], request.lang);
  const [of, by, unit] = [one('of', OF, 'closed'), one('by', BYS, 'organ'), one('unit', UNITS, 'clock')];
  if (!of) return no('of', OF);
  if (!by) return no('by', BYS);
  if (!unit) return no('unit', UNITS);
  const [organ, level, seat, part] = ['organ', 'level', 'seat', 'part'].map((name) => asked(request, name));
  if (level && !(LEVELS as readonly string[]).includes(level)) return no('level', LEVELS);
  if (part && !([...PARTS, 'held', 'law'] as string[]).includes(part) && !part.startsWith('law:'))
    return no('part', [...PARTS, 'held', 'law']);
  const unknown = unknownIn({ organ, item: asked(request, 'item'), seat }, moment);
  if (unknown.length > 0) return void desk.refusals.send(reply, unknown, request.lang);

  const scope = scopeOf(actor);
  const bySeat = by === 'seat' || seat !== undefined;
  const refused = [...maySee(scope, organ), ...(bySeat ? mayName(scope) : [])];
  if (refused.length > 0) return void desk.refusals.send(reply, refused, request.lang);
  const [start, end] = [from as LocalDate, to as LocalDate];
  const given = of === 'open' ? await book.open() : await book.justClosed(start, end);
  if ('code' in given) return void desk.refusals.send(reply, [given], request.lang);
  const ask: AccountsAsk = {
    ...(of === 'closed' && { closed: { from: start, to: end } }),
    given,
    now: moment.now,
    within: bySeat ? scope.named : scope.organs,
    organ,
    item: asked(request, 'item'),
    level: level as AccountsAsk['level'],
    // The address cannot hold an empty word.
    seat: seat === NO_SEAT ? '' : seat,
    part,
    levelOf: levelBySeat((id) => moment.directory.seat(id)?.roles ?? []),
    days: dayTable(moment.calendar),
    working: unit === 'working',
  };
  return { moment, scope, from: start, to: end, of, by, unit, ask };
}

/** What is asked for by a code that nobody has: a sum or a list of nothing would look like an answer. */
export function unknownIn(
  { organ, item, seat }: Readonly<Partial<Record<'organ' | 'item' | 'seat', string>>>,
  moment: EngineMoment,
): Refusal[] {
  const { directory } = moment;
  const no = (path: 'organ' | 'item' | 'seat', code: string, there: boolean): Refusal[] => {
    const { zh, en } = byWords[path];
    return there
      ? []
      : [because('accounts-code-unknown', { path, params: { what: zh, what_en: en.toLowerCase(), code: code.slice(0, 40) } })];
  };
  return [
    ...(organ === undefined ? [] : no('organ', organ, directory.organ(organ) !== undefined)),
    ...(item === undefined ? [] : no('item', item, worldOf(moment).catalogue.item(item) !== undefined)),
    ...(seat === undefined || seat === NO_SEAT ? [] : no('seat', seat, directory.seat(seat) !== undefined)),
  ];
}
