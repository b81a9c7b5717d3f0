import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { foldHistory } from '../../../kernel/matter/fold.ts';
import type { Actor, Seat } from '../../../kernel/organisation/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { licensing } from '../definition.ts';
import { instant, itemName, organName, worldOf } from '../desk/view.ts';
import { seatAmong } from '../permissions.ts';
import { INTAKE, onTheSpotReasons } from '../permits.ts';
import type { EarlierRecord, IntakeRecord } from '../queries/window.ts';
import { byQuantity, chargesOf } from '../rules/fees.ts';
import { toSignFor } from '../rules/papers.ts';
import { renewable, renewalLead } from '../rules/renewal.ts';
import { AUTHORITY, type Licensing } from '../rules/state.ts';
import { CENTRE } from '../rules/summary.ts';
import { maskName, renewalOf } from '../view.ts';
import { agentAuthority, type HandOverState, handOverStates } from './words.ts';

/** The actor's seat at the centre's own windows: who files for people there may see what they filed before. */
export const centreWindow = (actor: Actor, moment: EngineMoment): Seat | undefined =>
  seatAmong({ ...moment, actor, world: worldOf(moment), number: '' }, INTAKE, [CENTRE]);

/** What fills the form anew: identity as it was last given, what was written last, and the matters it comes from. */
export function earlierView(rows: readonly EarlierRecord[], moment: EngineMoment) {
  const [last] = rows;
  if (!last) return { found: 0, matters: [] };
  const { kind, name, idType, idNumber, phone } = last.identity;
  const written = rows.find(({ form }) => form && Object.keys(form).length > 0)?.form ?? {};
  return {
    found: rows.length,
    applicant: { kind, name, idType, idNumber, phone: phone ?? rows.find((r) => r.identity.phone)?.identity.phone },
    // What somebody is, not what he asked for that time.
    form: Object.fromEntries(Object.entries(written).filter(([field]) => ['address', 'manager'].includes(field))),
    matters: rows.map((r) => ({
      number: r.number,
      item: r.item,
      itemName: itemName(moment, r.item),
      status: r.status,
      light: r.light,
      opened: instant(r.opened),
      ...standingLicence(r, moment),
    })),
  };
}

/** The licence that a matter granted, where it still runs, and until when its renewal is asked for in time. */
function standingLicence({ item, licence, until }: EarlierRecord, moment: EngineMoment) {
  if (!licence || (until && until < moment.today)) return {};
  return { licence: { number: licence, until, renewal: renewalOf({ item, until: until ?? undefined }, moment) } };
}

/** Whether the item may be concluded on the spot from this desk; the same guards an act meets, asked before there is a matter. */
export function itemAtWindow(id: string, actor: Actor, moment: EngineMoment) {
  const world = worldOf(moment);
  const item = world.catalogue.item(id, { on: moment.today });
  if (!item) return undefined;
  const c = { ...moment, actor, world, number: '' };
  const reasons = onTheSpotReasons(item, c);
  const seats = Object.fromEntries(
    reasons.flatMap(({ who = [] }) =>
      who.map((seat) => [
        seat,
        joined(organName(moment, moment.directory.seat(seat)?.organ ?? ''), moment.directory.seat(seat)?.name ?? plain(seat)),
      ]),
    ),
  );
  const charges = chargesOf(item, c).map((one) => ({
    charge: one.id,
    name: one.name,
    standard: one.standard,
    fixed: one.amount !== undefined,
    fen: one.amount,
    byQuantity: byQuantity(one),
  }));
  const renewal = renewable(item) ? renewalLead(moment) : undefined;
  return { amountAsked: item.themes.includes('investment'), reasons, seats, charges, renewal };
}

const joined = (one: Text, two: Text): Text => ({ zh: `${one.zh} · ${two.zh}`, en: `${one.en} · ${two.en}` });

const plain = (code: string): Text => ({ zh: code, en: code });

export interface HandOverRow {
  readonly matter: string;
  readonly seq: number;
  readonly item: string;
  readonly itemName: Text;
  readonly organ: string;
  readonly organName: Text;
  readonly applicant: string | undefined;
  readonly papers: readonly { readonly code: string; readonly name: Text; readonly original: boolean }[];
  readonly clerk: string;
  readonly clerkName: Text;
  readonly seatName: Text;
  readonly taken: string;
  readonly state: HandOverState;
  readonly stateName: Text;
  readonly signerName: Text | null;
  readonly signed: string | null;
}

/** One line of the list: what of that intake goes, or went, to the organ; originals that stayed are marked. */
export function handOverRow(r: IntakeRecord, moment: EngineMoment, names: ReadonlyMap<string, Text>): HandOverRow {
  const s = foldHistory(licensing, r.matter, r.history).state as Licensing;
  const item = worldOf(moment).catalogue.item(s.item, { version: s.itemVersion });
  const waiting = toSignFor(s);
  const returned = s.originals?.returned ?? [];
  const kept = r.papers.filter((code) => !returned.includes(code));
  const nameOf = (code: string) =>
    item?.materials.value.find((m) => m.code === code)?.name ?? (code === AUTHORITY ? agentAuthority : plain(code));
  const state: HandOverState =
    kept.length === 0
      ? 'given-back'
      : kept.some((code) => waiting.includes(code))
        ? 'to-hand-over'
        : kept.every((code) => s.signedFor?.includes(code))
          ? 'signed-for'
          : s.status === 'closed'
            ? 'given-back'
            : 'at-window';
  return {
    matter: r.matter,
    seq: r.seq,
    item: r.item,
    itemName: itemName(moment, r.item, s.itemVersion),
    organ: r.organ,
    organName: organName(moment, r.organ),
    applicant: r.applicant === null ? undefined : r.applicantKind === 'firm' ? r.applicant : maskName(r.applicant),
    papers: kept.map((code) => ({ code, name: nameOf(code), original: s.originals?.seen.includes(code) ?? false })),
    clerk: r.clerk,
    clerkName: names.get(r.clerk) ?? plain(r.clerk),
    seatName: moment.directory.seat(r.seat)?.name ?? plain(r.seat),
    taken: instant(r.at),
    state,
    stateName: handOverStates[state],
    signerName: state === 'signed-for' && r.signer ? (names.get(r.signer) ?? plain(r.signer)) : null,
    signed: state === 'signed-for' && r.signedAt !== null ? instant(r.signedAt) : null,
  };
}
