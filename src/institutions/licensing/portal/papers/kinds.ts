import type { LocalDate } from '../../../../kernel/clock/types.ts';
import { dayOf } from '../../../../kernel/matter/fold.ts';
import type { Text } from '../../../../kernel/text.ts';
import { fillText } from '../../../../portal/index.ts';
import type { ShownFact } from '../../queries.ts';
import { dueBills } from '../../rules/bills.ts';
import type { LicensingFact } from '../../rules/state.ts';
import { CENTRE } from '../../rules/summary.ts';
import { type Case, lastFact, organName } from '../case.ts';
import { words } from './words.ts';

export const PAPER_KINDS = [
  'receipt',
  'correction',
  'acceptance',
  'non-acceptance',
  'pause',
  'extension',
  'third-parties',
  'hearing',
  'payment',
  'decision',
  'service-notice',
  'service',
  'revocation',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Which record each paper is made of. */
const MADE_OF: Readonly<Record<PaperKind, readonly LicensingFact['kind'][]>> = {
  receipt: ['received'],
  correction: ['correction-requested'],
  acceptance: ['accepted', 'deemed-accepted'],
  'non-acceptance': ['rejected'],
  pause: ['paused'],
  extension: ['extended'],
  'third-parties': ['third-parties-told'],
  hearing: ['hearing-notified'],
  payment: ['billed'],
  decision: ['decided'],
  'service-notice': ['notice-published'],
  service: ['delivered'],
  revocation: ['revoked'],
};

export interface PaperMade {
  readonly kind: PaperKind;
  readonly title: Text;
  readonly organ: Text;
  readonly number: string;
  readonly date: LocalDate;
  readonly fact: ShownFact;
  /** The open bills, where one paper stands for several. */
  readonly bills?: readonly ShownFact[];
}

const madeOf = (c: Pick<Case, 'facts'>, kind: PaperKind) => c.facts.filter((one) => MADE_OF[kind].includes(one.kind));

/** `pause`, the latest of its kind, or `pause-1`, the first. */
export function askedPaper(part: string): { readonly kind: PaperKind; readonly no?: number } | undefined {
  const [, name, no] = /^(.+?)(?:-([1-9]\d{0,2}))?$/.exec(part) ?? [];
  const kind = PAPER_KINDS.find((known) => known === name);
  return kind && { kind, no: no === undefined ? undefined : Number(no) };
}

/**
 * A paper, where its record is there: in the organ's name, with its number and date; the latest, unless an earlier one is asked for. Of bills,
 * all that are open.
 */
export function paperOf(c: Case, kind: PaperKind, no?: number): PaperMade | undefined {
  const same = madeOf(c, kind);
  const bills = kind === 'payment' && no === undefined ? openBills(c, same) : [];
  const fact = no === undefined ? (bills.at(-1) ?? same.at(-1)) : same[no - 1];
  if (!fact) return undefined;
  const organ = organName(c, kind === 'receipt' || kind === 'payment' || kind === 'service' ? CENTRE : c.s.lead);
  const code = kind === 'receipt' || kind === 'payment' || kind === 'service' ? CENTRE : c.s.lead;
  const serial = Number(c.m.number.split('-').at(-1));
  const placed = (one: ShownFact) => (same[0] === one ? String(serial) : `${serial}-${same.indexOf(one) + 1}`);
  const n = (bills.length > 1 ? bills : [fact]).map(placed).join(', ');
  const date = dayOf(fact.at);
  const number =
    kind === 'decision' || kind === 'revocation'
      ? fillText(words['no-decision'], { paper: String(fact.body.paper) })
      : fillText(words[`no-${kind}`], { organ: code, year: date.slice(0, 4), n });
  return { kind, title: titleOf(c, kind), organ, number: number.zh, date, fact, ...(bills.length > 1 && { bills }) };
}

/** Nobody takes one of several bills for all that is to be paid; where nothing is open any more, all that were made. */
const openBills = (c: Case, made: readonly ShownFact[]) => {
  const due = dueBills(c.s).map(({ seq }) => seq);
  return due.length === 0 ? made : made.filter(({ seq }) => due.includes(seq));
};

/** 撤回 where the law or the facts changed, 撤销 where the grant itself was wrong (行政许可法 8, 69). */
const titleOf = (c: Case, kind: PaperKind): Text => {
  if (kind === 'decision' && c.s.decision?.outcome === 'refused') return words['decision-refused'];
  if (kind === 'revocation' && lastFact(c, 'revoked')?.body.ground === 'public-interest') return words['revocation-changed'];
  return words[kind];
};

/** The number of the notice that replaced a notice of the hearing: the last takes the place of all before it. */
export function replacedBy(c: Pick<Case, 'facts'>, { kind, seq }: Pick<ShownFact, 'kind' | 'seq'>): number | undefined {
  if (kind !== 'hearing-notified') return undefined;
  const made = madeOf(c, 'hearing');
  return made.at(-1)?.seq === seq ? undefined : made.length;
}

/** Under which name the paper of a record is listed: the bare kind where it is the only one. */
export function partOf(c: Pick<Case, 'facts'>, kind: PaperKind, seq: number): string {
  const made = madeOf(c, kind);
  return made.length < 2 ? kind : `${kind}-${made.findIndex((fact) => fact.seq === seq) + 1}`;
}

/** The papers of a matter, in the order of their kinds; of several of a kind each, by its place. */
export const papersOf = (c: Case): readonly { readonly part: string; readonly title: Text }[] =>
  PAPER_KINDS.flatMap((kind) => {
    const made = madeOf(c, kind);
    const title = titleOf(c, kind);
    if (made.length < 2) return made.map(() => ({ part: kind, title }));
    return made.map((fact, i) => {
      const by = replacedBy(c, fact);
      const told = fillText(words['one-of'], { title, no: i + 1 });
      return { part: `${kind}-${i + 1}`, title: by === undefined ? told : fillText(words.replaced, { told, by }) };
    });
  });
