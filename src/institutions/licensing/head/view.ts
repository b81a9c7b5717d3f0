import { addDays } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { dayOf, foldHistory } from '../../../kernel/matter/fold.ts';
import type { Text } from '../../../kernel/text.ts';
import { licensing } from '../definition.ts';
import { stepName } from '../desk/rules.ts';
import { instant, itemName, organName, worldOf } from '../desk/view.ts';
import { aboutLead, aboutStep, itemOf, rowFor } from '../permissions.ts';
import type { OrganWork, SignedRecord } from '../queries/head.ts';
import { provisionalOn } from '../rules/open-dates.ts';
import type { Licensing } from '../rules/state.ts';
import { passedByLaw } from '../rules/watched.ts';
import { factWords, opinionWords, outcomeWords } from '../words.ts';
import { type AuthorityLine, type AuthorityState, authorityFor, authorityState, IN_THE_ORGANS_NAME, representativeSeats } from './rules.ts';
import { headWords } from './words.ts';

export type Names = ReadonlyMap<string, Text>;
const plain = (text: string): Text => ({ zh: text, en: text });
const named = (names: Names, person: string): Text => names.get(person) ?? plain(person);

/** An act in the organ's name: what, by whom, from which seat, by which rule. */
export interface SignedView {
  readonly matter: string;
  readonly seq: number;
  readonly at: string;
  readonly item: string;
  readonly itemName: Text;
  readonly what: Text;
  /** Absent where the law acted by itself. */
  readonly person?: Text;
  readonly mine: boolean;
  readonly seat?: Text;
  /** The row of the authority table, as the county's document says it. */
  readonly rule?: Text;
  /** The written authority, where she acts by one. */
  readonly paper?: string;
}

export function signedView(r: SignedRecord, moment: EngineMoment, names: Names, me: string): SignedView {
  const s = foldHistory(licensing, r.matter, r.history).state as Licensing;
  const seat = moment.directory.seat(r.capacity);
  const paper = moment.directory
    .authorisations(r.capacity)
    .find(
      (given) =>
        given.person === r.actor &&
        Date.parse(given.at) <= r.at * 1000 &&
        !(Date.parse(moment.directory.withdrawal(given.id)?.at ?? '') < r.at * 1000),
    );
  return {
    matter: r.matter,
    seq: r.seq,
    at: instant(r.at),
    item: r.item,
    itemName: itemName(moment, r.item, s.itemVersion),
    what: whatOf(r),
    ...(r.actor !== 'law' && { person: named(names, r.actor) }),
    mine: r.actor === me,
    ...(seat && {
      seat: { zh: `${organName(moment, seat.organ).zh} · ${seat.name.zh}`, en: `${organName(moment, seat.organ).en} · ${seat.name.en}` },
    }),
    rule: ruleOf(r, s, moment),
    ...(paper && { paper: paper.basis }),
  };
}

function whatOf({ kind, outcome, opinion }: SignedRecord): Text {
  const what: Text = kind === 'approved' ? headWords['opinion-of'] : factWords[kind];
  const more = outcome
    ? outcomeWords[outcome as keyof typeof outcomeWords]
    : opinion
      ? opinionWords[opinion as keyof typeof opinionWords]
      : undefined;
  const said = (lang: 'zh' | 'en') =>
    more ? headWords.about[lang].replace('{what}', what[lang]).replace('{more}', more[lang]) : what[lang];
  return { zh: said('zh'), en: said('en') };
}

function ruleOf(r: SignedRecord, s: Licensing, moment: EngineMoment): Text | undefined {
  if (r.actor === 'law') return undefined;
  const act = IN_THE_ORGANS_NAME[r.kind];
  if (!act) return headWords['by-fee-rules'];
  const world = worldOf(moment);
  const step = s.steps.find((one) => one.id === r.step);
  const about = r.kind === 'approved' && step ? aboutStep(s, step) : aboutLead(s);
  const basis = rowFor({ world, today: dayOf(r.at) }, itemOf(s, { world }), act, about)?.basis;
  return typeof basis === 'string' ? plain(basis) : basis;
}

/** A piece of work that presses, or that only one person can do. */
export interface WorkView {
  readonly matter: string;
  readonly step: string;
  readonly stepName: Text;
  readonly item: string;
  readonly itemName: Text;
  readonly organName: Text;
  readonly light: OrganWork['light'];
  readonly due?: LocalDate;
  /** The first day on which the limit is broken: it then stands in the efficiency office's list. */
  readonly seen?: LocalDate;
  /** Of a lawful pause past its told end: that end. */
  readonly resumes?: LocalDate;
  /** The due day rests on a year without an official notice (promise 10). */
  readonly provisional?: boolean;
  readonly opened: string;
}

export function workView(w: OrganWork, moment: EngineMoment): WorkView {
  const organ = organName(moment, w.organ);
  const s = w.history && (foldHistory(licensing, w.matter, w.history).state as Licensing);
  const due = (s && w.light === 'over-law' && passedByLaw(s, moment.today)) || w.due;
  return {
    matter: w.matter,
    step: w.step,
    stepName: stepName(w.step, organ),
    item: w.item,
    itemName: itemName(moment, w.item),
    organName: organ,
    light: w.light,
    ...(w.due && (w.stopped ? { resumes: w.due } : { due: due!, seen: addDays(w.due, 1) })),
    ...(s && { provisional: provisionalOn(s, due) }),
    opened: instant(w.opened),
  };
}

/** One authority of a chief representative, as it stands. */
export interface RepresentativeView {
  readonly id: string;
  readonly kind: AuthorityLine['kind'];
  readonly person: string;
  readonly name: Text;
  readonly seat: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Absent: all items of the organ. */
  readonly items?: readonly { readonly id: string; readonly name: Text }[];
  readonly basis?: string;
  readonly by?: Text;
  readonly state: AuthorityState;
  readonly withdrawn?: { readonly on: LocalDate; readonly at: string; readonly reason: string; readonly by: Text };
}

const ORDER: readonly AuthorityState[] = ['in-force', 'to-come', 'withdrawn', 'ended'];

/** Those in force first. `person`: hers alone. */
export function representatives(moment: EngineMoment, organs: readonly string[], names: Names, person?: string): RepresentativeView[] {
  const { directory, today } = moment;
  return organs
    .flatMap((organ) => representativeSeats(directory, organ, today))
    .flatMap((seat) => authorityFor(directory, seat.id))
    .filter((line) => person === undefined || line.person === person)
    .map((line): RepresentativeView => {
      const taken = directory.withdrawal(line.id);
      return {
        id: line.id,
        kind: line.kind,
        person: line.person,
        name: named(names, line.person),
        seat: line.seat,
        from: line.from,
        ...(line.to && { to: line.to }),
        ...(line.only && { items: line.only.map((id) => ({ id, name: itemName(moment, id) })) }),
        ...(line.basis && { basis: line.basis }),
        ...(line.by && { by: named(names, line.by) }),
        state: authorityState(line, directory, today),
        ...(taken && { withdrawn: { on: taken.from, at: taken.at, reason: taken.reason, by: named(names, taken.by) } }),
      };
    })
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/** Everybody whose name the page shows. */
export function peopleNamed(moment: EngineMoment, organs: readonly string[]): string[] {
  const { directory, today } = moment;
  const lines = organs.flatMap((organ) => representativeSeats(directory, organ, today)).flatMap((seat) => authorityFor(directory, seat.id));
  return lines.flatMap((line) => [line.person, line.by ?? line.person, directory.withdrawal(line.id)?.by ?? line.person]);
}
