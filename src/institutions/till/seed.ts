import type { Pool } from 'pg';
import type { Chance } from '../../kernel/chance.ts';
import { type Calendar, startOfDay } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Command, Engine } from '../../kernel/matter/engine.ts';
import { ZONE_MINUTES } from '../../kernel/matter/fold.ts';
import type { Directory } from '../../kernel/organisation/index.ts';
import { type MoneyDay, moneyByMethod, moneyDays, moneyOf } from './queries.ts';

/** What the model county's cashier has in the till each morning, yuan. */
const FLOAT = 200;
const OVER = ['多收一元，缴款人已离开', '找零少付，待缴款人来取'];
const SHORT = ['找零多付一元', '少一枚一元硬币，已查未见'];

export interface TillSeed {
  readonly to: LocalDate;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly chance: Chance;
}

/**
 * The counts of a lived county: every day on which money moved is counted when it is over and reviewed on the next working morning; that
 * of the last working day still waits for its review. Through the engine's own rules like everything else.
 *
 * @returns codes of what was refused
 */
export async function liveTill(engine: Engine, pool: Pool, { to, directory, calendar, chance }: TillSeed): Promise<string[]> {
  const refused: string[] = [];
  const act = async (command: Omit<Command, 'kind'>): Promise<string | undefined> => {
    const outcome = await engine.perform({ kind: 'till', ...command });
    if (!outcome.ok) refused.push(outcome.refusals[0]?.code ?? '');
    return outcome.ok ? outcome.number : undefined;
  };
  const by = (role: 'cashier' | 'section-head', day: LocalDate): Command['actor'] => {
    const person = directory.holders(role === 'cashier' ? { role } : { organ: 'ASB', role }, day)[0]?.person ?? 'nobody';
    return (m) => m.directory.actor(person, m.today);
  };

  for (const money of await moneyDays(pool, to)) {
    const mine = chance.fork(money.day);
    const records = moneyOf(await moneyByMethod(pool, money.day));
    const at = countedAt(money, mine);
    const number = await act({ input: { day: money.day, ...found(records.cash, mine), records }, actor: by('cashier', money.day), at });
    const morning = calendar.nth(money.day, 1);
    if (number === undefined || morning > to) continue;
    const reviewed = startOfDay(morning, ZONE_MINUTES) / 1000 + mine.between(8.6 * 3600, 9.4 * 3600);
    await act({ number, action: 'review', input: { records }, actor: by('section-head', morning), at: reviewed });
  }
  return refused;
}

/** When the windows have closed, and after the last payment. */
const countedAt = ({ day, last }: MoneyDay, chance: Chance): number =>
  Math.max(startOfDay(day, ZONE_MINUTES) / 1000 + 17.5 * 3600, last) + chance.between(300, 1500);

/** Mostly what the records say; now and then a coin too many or too few, and why. Yuan. */
function found(cash: number, chance: Chance): { float: number; counted: number; reason?: string } {
  const exact = (FLOAT * 100 + cash) / 100;
  if (cash <= 0 || chance.yes(0.85)) return { float: FLOAT, counted: exact };
  const over = chance.yes(0.5);
  return { float: FLOAT, counted: exact + (over ? 1 : -1), reason: chance.pick(over ? OVER : SHORT) };
}
