import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { foldHistory } from '../../../kernel/matter/fold.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { licensing } from '../definition.ts';
import type { LicensingWorld } from '../permissions.ts';
import { type DeskLight, type DeskPage, type DeskRecord, RANKS } from '../queries/desk.ts';
import { resumesOn } from '../rules/clocks.ts';
import { provisionalOn } from '../rules/open-dates.ts';
import type { Licensing } from '../rules/state.ts';
import { passedByLaw } from '../rules/watched.ts';
import { holderName, maskName, swept } from '../view.ts';
import { erased } from '../words.ts';
import { actsOn, soonFrom, stepName } from './rules.ts';

export const worldOf = (moment: EngineMoment) => moment.snapshot.worlds.licensing as LicensingWorld;
export const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();
const plain = (code: string): Text => ({ zh: code, en: code });
export const organName = (moment: EngineMoment, code: string): Text => moment.directory.organ(code)?.name ?? plain(code);
/** By its present name where the version is not at hand. */
export const itemName = (moment: EngineMoment, id: string, version?: number): Text =>
  worldOf(moment).catalogue.item(id, version === undefined ? undefined : { version })?.name ?? plain(id);

export interface DeskRow {
  readonly matter: string;
  readonly step: string;
  readonly stepName: Text;
  readonly item: string;
  readonly itemName: Text;
  readonly organ: string;
  readonly organName: Text;
  readonly lead: string;
  readonly leadName: Text;
  /** Its own day; over the law the day of that limit. */
  readonly due: string | null;
  readonly dueSoon: string | null;
  /** The due day rests on a year without an official notice (promise 10). */
  readonly provisional: boolean;
  readonly light: DeskLight;
  /** Of work that a lawful pause has stopped, and which has no day meanwhile: when the pause was said to end. Past that, it is step-overdue. */
  readonly resumes?: string;
  readonly opened: string;
  readonly received: string;
  /** Absent where the person was erased. */
  readonly applicant: string | undefined;
  readonly owner: { readonly account: string; readonly holder: string; readonly name: Text };
  readonly version: number;
  readonly actions?: readonly string[];
}

/** A list: no whole name of a natural person. With an actor also what he may do now. */
export function deskRow(r: DeskRecord, moment: EngineMoment, actor?: Actor): DeskRow {
  const s = foldHistory(licensing, r.matter, r.history).state as Licensing;
  const owner = { account: r.account, holder: r.holder };
  const organ = organName(moment, r.organ);
  const light = RANKS[r.rank] ?? 'in-time';
  const lapsed = light === 'step-overdue' && s.pause?.statutory;
  const due = (light === 'over-law' && passedByLaw(s, moment.today)) || r.due;
  return {
    matter: r.matter,
    step: r.step,
    stepName: stepName(r.step, organ),
    item: r.item,
    itemName: itemName(moment, r.item, s.itemVersion),
    organ: r.organ,
    organName: organ,
    lead: r.lead,
    leadName: organName(moment, r.lead),
    due: lapsed ? null : due,
    provisional: provisionalOn(s, due),
    dueSoon: lapsed ? null : (r.dueSoon ?? (due && soonFrom(due, moment))),
    light,
    ...((lapsed || light === 'paused') && { resumes: resumesOn(s) }),
    opened: instant(r.opened),
    received: instant(r.received),
    applicant: r.applicant === null ? undefined : r.applicantKind === 'firm' ? r.applicant : maskName(r.applicant),
    owner: { ...owner, name: holderName(owner, s, moment) },
    version: r.version,
    ...(actor && { actions: actsNow(r, s, moment, actor) }),
  };
}

function actsNow(r: DeskRecord, s: Licensing, moment: EngineMoment, actor: Actor): string[] {
  const world = worldOf(moment);
  return actsOn(r.step, swept(s, moment, world), { ...moment, actor, world, number: r.matter });
}

export const deskCounts = ({ counts }: DeskPage): Record<DeskLight, number> =>
  Object.fromEntries(RANKS.map((light, rank) => [light, counts[rank] ?? 0])) as Record<DeskLight, number>;

/** A row as it is taken away: codes as words, days as days. */
export const deskLine = (row: DeskRow, lang: 'zh' | 'en'): Record<string, string | undefined> => ({
  matter: row.matter,
  item: row.itemName[lang],
  applicant: row.applicant ?? erased[lang],
  step: row.stepName[lang],
  organ: row.organName[lang],
  owner: row.owner.name[lang],
});
