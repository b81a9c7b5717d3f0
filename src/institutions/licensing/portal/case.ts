import type { Clock } from '../../../kernel/clock/types.ts';
import { unmask } from '../../../kernel/journal/personal.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Folded } from '../../../kernel/matter/fold.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { groundHref, type StoppedRun, stopsOf } from '../../../portal/index.ts';
import type { Catalogue, Item } from '../../catalogue/index.ts';
import { itemOf, type LicensingWorld } from '../permissions.ts';
import type { MatterFile, ShownFact } from '../queries.ts';
import { standing } from '../rules/clocks.ts';
import { AUTHORITY, type FactOf, type Licensing, type LicensingFact } from '../rules/state.ts';
import { erased } from '../words.ts';
import { words } from './words.ts';

/** One matter, opened by number and code, with what every page of it needs. */
export interface Case {
  readonly file: MatterFile & { readonly matter: Folded };
  readonly m: Folded;
  readonly s: Licensing;
  readonly facts: readonly ShownFact[];
  readonly item: Item;
  readonly catalogue: Catalogue;
  readonly moment: EngineMoment;
  /** The query code, as it opened the matter. */
  readonly code: string;
}

export function caseOf(file: MatterFile & { readonly matter: Folded }, moment: EngineMoment, code: string): Case {
  const s = standing(file.matter.state as Licensing, moment);
  const world = moment.snapshot.worlds.licensing as LicensingWorld;
  return { file, m: file.matter, s, facts: file.facts, item: itemOf(s, { world }), catalogue: world.catalogue, moment, code };
}

/** A fact with its body as the rules wrote it. */
export type Told<K extends LicensingFact['kind']> = Omit<ShownFact, 'body'> & { readonly body: FactOf<K> };

export const lastFact = <K extends LicensingFact['kind']>(c: Case, ...kinds: K[]): Told<K> | undefined =>
  c.facts.findLast((f) => (kinds as string[]).includes(f.kind)) as unknown as Told<K> | undefined;
export const factsOf = <K extends LicensingFact['kind']>(c: Case, ...kinds: K[]): Told<K>[] =>
  c.facts.filter((f) => (kinds as string[]).includes(f.kind)) as unknown as Told<K>[];

/** What an officer or the applicant wrote, with the names put back. */
export const told = <T>(c: Case, value: T, lang: Lang): T => unmask(value, c.file.names, erased[lang]);

export const organName = (c: Pick<Case, 'moment' | 'catalogue'>, code: string): Text =>
  c.moment.directory.organ(code)?.name ?? c.catalogue.department(code)?.name ?? { zh: code, en: code };

/** Who chairs a hearing: the lead and the seat, as the notice names it. */
export const chairOf = (c: Pick<Case, 's' | 'moment' | 'catalogue'>, moderator: string): Text =>
  chairNamed(c.moment, organName(c, c.s.lead), moderator);
export const chairNamed = ({ directory }: Pick<EngineMoment, 'directory'>, organ: Text, moderator: string): Text => {
  const seat = directory.seat(moderator)?.name;
  return { zh: `${organ.zh} ${seat?.zh ?? moderator}`, en: `${organ.en} ${seat?.en ?? moderator}` };
};

export const caseName = (c: Case): Text => c.item.cases.value.find((one) => one.id === c.s.case)?.name ?? { zh: c.s.case, en: c.s.case };
export const materialName = (c: Case, code: string): Text =>
  code === AUTHORITY
    ? words['f-agent-authority']
    : (c.item.materials.value.find((one) => one.code === code)?.name ?? { zh: code, en: code });
export const chargeName = (c: Pick<Case, 'catalogue'>, id: string): Text => c.catalogue.charge(id)?.name ?? { zh: id, en: id };
/** The charge a record is about, where the matter has several; with one there is nothing to tell apart. */
export const chargeOf = (c: Pick<Case, 'catalogue' | 's'>, { charge }: { readonly charge?: string }): Text | undefined =>
  charge !== undefined && (c.s.bills?.length ?? 0) > 1 ? chargeName(c, charge) : undefined;
export const groundName = (c: Case, id: string): Text => c.moment.law.grounds.get(id)?.name ?? { zh: id, en: id };
export const grounds = (c: Case): Readonly<Record<string, Text>> =>
  Object.fromEntries([...c.moment.law.grounds].map(([id, { name }]) => [id, name]));

/** What stopped a clock of the matter, and what did not. */
export const stopsFor = ({ moment: { law, calendar }, s }: Case, clock: Clock): readonly StoppedRun[] =>
  stopsOf(clock, { grounds: law.grounds, calendar, promised: s.clocks.promised, hrefOf: groundHref(law.find(clock.term)) });

/** A page of this matter, with the code that opens it. */
export const at = (c: Case, path: string): string => `${path}?code=${encodeURIComponent(c.code)}`;
export const trackPath = (c: Case, part = ''): string => at(c, `/track/${encodeURIComponent(c.m.number)}${part}`);
