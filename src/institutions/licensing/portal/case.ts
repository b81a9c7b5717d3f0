import type { Clock } from '../../../kernel/clock/types.ts';
import { unmask } from '../../../kernel/journal/personal.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Folded } from '../../../kernel/matter/fold.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { fillText, groundHref, type StoppedRun, stopsOf } from '../../../portal/index.ts';
import type { Catalogue, Item } from '../../catalogue/index.ts';
import { itemOf, type LicensingWorld } from '../permissions.ts';
import type { MatterFile, ShownFact } from '../queries.ts';
import { billOfFact } from '../rules/bills.ts';
import { standing } from '../rules/clocks.ts';
import { hasFigure } from '../rules/fees.ts';
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
export const factsOf = <K extends LicensingFact['kind']>(c: Pick<Case, 'facts'>, ...kinds: K[]): Told<K>[] =>
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
/** The charge a record of money is about; of a bill also for how much of it, unless that was assessed. */
export function chargeOf(c: Pick<Case, 'catalogue' | 's'>, body: { readonly charge?: string; readonly quantity?: number }): Text {
  const id = body.charge ?? billOfFact(c.s, body)?.charge ?? '';
  const name = chargeName(c, id);
  const charge = c.catalogue.charge(id);
  const { quantity } = body;
  if (!charge || quantity === undefined || (quantity === 1 && !hasFigure(charge))) return name;
  return fillText(words['charge-quantity'], { charge: name, quantity, unit: charge.unit });
}
/** A fact as it is read, whichever. */
export type Recorded = Pick<ShownFact, 'kind' | 'seq'> & { readonly body: object };
/** Of an order to give back the one whose place it takes: of the same charge, neither carried out nor withdrawn (S3-44, P15). */
export function orderReplaced(c: Pick<Case, 'facts'>, { kind, seq, body }: Recorded): Told<'refund-ordered'> | undefined {
  if (kind !== 'refund-ordered') return undefined;
  const before = factsOf(c, 'refund-ordered', 'refund-order-withdrawn', 'refunded').findLast(
    (fact) => fact.seq < seq && fact.body.charge === (body as FactOf<'refund-ordered'>).charge,
  );
  return before?.kind === 'refund-ordered' ? (before as Told<'refund-ordered'>) : undefined;
}
export const groundName = (c: Case, id: string): Text => c.moment.law.grounds.get(id)?.name ?? { zh: id, en: id };
export const grounds = (c: Case): Readonly<Record<string, Text>> =>
  Object.fromEntries([...c.moment.law.grounds].map(([id, { name }]) => [id, name]));

/** What stopped a clock of the matter, and what did not. */
export const stopsFor = ({ moment: { law, calendar }, s }: Case, clock: Clock): readonly StoppedRun[] =>
  stopsOf(clock, { grounds: law.grounds, calendar, promised: s.clocks.promised, hrefOf: groundHref(law.find(clock.term)) });

/** A page of this matter, with the code that opens it. */
export const at = (c: Case, path: string): string => `${path}?code=${encodeURIComponent(c.code)}`;
export const trackPath = (c: Case, part = ''): string => at(c, `/track/${encodeURIComponent(c.m.number)}${part}`);
