import type { Clock } from '../../../kernel/clock/types.ts';
import { accountsOf } from '../../../kernel/matter/accounts.ts';
import type { Seat } from '../../../kernel/organisation/types.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import type { BarSegment, Lane } from '../../../pictures/index.ts';
import { type Case, factsOf, groundName, grounds, materialName, organName, told } from '../portal/case.ts';
import { replacesSaid } from '../portal/say.ts';
import { lanesOf } from '../portal/track/lanes.ts';
import { words as trackWords } from '../portal/track/words.ts';
import { type ClockWhy, whyOf } from '../portal/why.ts';
import type { Withdrawn } from '../queries/same-person.ts';
import { followBy } from '../rules/acceptance.ts';
import type { Days } from '../rules/clocks.ts';
import { byQuantity } from '../rules/fees.ts';
import { moderators } from '../rules/hearing.ts';
import { followable, stillMissing } from '../rules/papers.ts';
import { groundsThatStop } from '../rules/pauses.ts';
import type { LicensingFact } from '../rules/state.ts';
import { holderName } from '../view.ts';
import { accountWords, erased } from '../words/said.ts';
import { type Party, saidBy } from './parties.ts';
import { linesOf, type StoryLine, titleOf, toneOf } from './told.ts';
import { words } from './words.ts';

/** One record as colleagues read it. */
export interface StoryEntry {
  readonly seq: number;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly text: Text;
  /** The person; absent where the law acted by itself. */
  readonly name?: Text;
  /** Organ and seat. */
  readonly seat?: Text;
  readonly lines: readonly StoryLine[];
  readonly tone?: 'law' | 'late' | 'end';
}

export interface Choice {
  readonly value: string;
  readonly label: Text;
}

/** A charge of the item with its standard; its figure in fen where the list names one, and whether it is nothing without how many. */
export interface ChargeChoice extends Choice {
  readonly standard: string;
  readonly unit: string;
  readonly fen?: number;
  readonly byQuantity: boolean;
}

/** What the officer's page of a matter shows beyond the matter itself. */
export interface Story {
  readonly now: number;
  readonly closed: boolean;
  readonly entries: readonly StoryEntry[];
  readonly lanes: readonly Lane[];
  readonly segments: readonly BarSegment[];
  readonly clocks: readonly ClockWhy[];
  readonly grounds: Readonly<Record<string, Text>>;
  readonly papers: readonly {
    code: string;
    name: Text;
    state: 'here' | 'declared' | 'to-follow' | 'shared' | 'missing';
    files: readonly FileLine[];
  }[];
  readonly case: Text;
  /** Whether the decision can be read as a document: a draft, or the paper itself. */
  readonly paper?: 'draft' | 'final';
  /** What the same applicant withdrew of this item before. */
  readonly withdrawnBefore?: readonly Withdrawn[];
  /** Names of the seats that could do what I cannot. */
  readonly seats: Readonly<Record<string, Text>>;
  /** What the forms of the actions choose from. */
  readonly choices: Readonly<Record<'organs' | 'grounds' | 'papers' | 'moderators' | 'parties' | 'follow', readonly Choice[]>> & {
    readonly charges: readonly ChargeChoice[];
  };
  /** Papers of the applicant that are asked for and not here, before it is accepted. */
  readonly missing: readonly string[];
  /** The days a field of a form takes, by its name: those the rule takes. */
  readonly days: Readonly<Record<string, Days>>;
}

export interface FileLine {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** As its content says, not its name. */
  readonly type: string;
}

export interface StoryParts {
  readonly names: ReadonlyMap<string, Text>;
  readonly files: readonly FileLine[];
  /** What third parties said, by the record before; erased ones are not there. */
  readonly statements: ReadonlyMap<number, string>;
  /** Third parties in the order in which they were told. */
  readonly parties: readonly Party[];
  readonly lang: Lang;
}

export function storyOf(c: Case, parts: StoryParts): Story {
  const { m, moment } = c;
  return {
    now: moment.now,
    closed: m.closed !== undefined,
    entries: entriesOf(c, parts).reverse(),
    lanes: lanesOf(c).map(forColleagues),
    segments: segmentsOf(c),
    clocks: Object.values(c.s.clocks).map((clock) => whyOf(c, clock as Clock)),
    grounds: grounds(c),
    papers: papersOf(c, parts.files),
    case: c.item.cases.value.find((one) => one.id === c.s.case)?.name ?? { zh: c.s.case, en: c.s.case },
    seats: seatsOf(c),
    choices: choicesOf(c, parts),
    missing: stillMissing(c.item, c.s),
    days: c.s.status === 'received' ? { by: followBy(c.s, c.item, moment) } : {},
  };
}

function entriesOf(c: Case, { names, statements, parties, lang }: StoryParts): StoryEntry[] {
  return c.facts.map((fact) => {
    const body = told(c, { ...fact.body, kind: fact.kind } as LicensingFact, lang);
    const seat = c.moment.directory.seat(fact.capacity);
    const replaces = replacesSaid(c, fact);
    return {
      seq: fact.seq,
      at: fact.at,
      text: titleOf(c, body),
      lines: [
        ...(replaces ? [{ text: replaces }] : []),
        ...saidBy(body, parties),
        ...linesOf(c, withStatement(body, statements.get(fact.seq - 1) ?? erased[lang])),
      ],
      ...(fact.actor !== 'law' && { name: names.get(fact.actor) ?? words['the-applicant'] }),
      ...(seat && { seat: seatName(c, seat) }),
      ...(toneOf(fact.kind) && { tone: toneOf(fact.kind) }),
    };
  });
}

const seatName = (c: Case, seat: Seat): Text => {
  const organ = organName(c, seat.organ);
  return { zh: `${organ.zh} · ${seat.name.zh}`, en: `${organ.en} · ${seat.name.en}` };
};

const withStatement = (body: LicensingFact, said: string): LicensingFact =>
  body.kind === 'statement-heard' && body.text === undefined ? { ...body, text: said } : body;

const seatsOf = (c: Case): Story['seats'] =>
  Object.fromEntries(c.moment.directory.seats(c.moment.today).map((seat) => [seat.id, seatName(c, seat)]));

/** The lanes are drawn for the applicant; here she is spoken of, not to. */
const forColleagues = (lane: Lane): Lane => ({
  ...lane,
  bars: lane.bars.map((bar) => (bar.text === trackWords['bar-you'] ? { ...bar, text: accountWords.applicant } : bar)),
});

function segmentsOf(c: Case): readonly BarSegment[] {
  const { m, s, moment } = c;
  const counted = m.closed === undefined ? c.facts : c.facts.filter((fact) => fact.at <= m.closed!);
  return accountsOf(counted, m.closed ?? moment.now).map((entry) => ({
    account: entry.account,
    holder: holderName(entry, s, moment),
    seconds: entry.seconds,
  }));
}

/** Every paper the case asks for, and whatever else was handed in. */
function papersOf(c: Case, files: readonly FileLine[]): Story['papers'] {
  const { s } = c;
  const materials = new Map(
    factsOf(c, 'received', 'corrected', 'papers-arrived').flatMap((fact) =>
      fact.body.files.map((file) => [file.id, file.material] as const),
    ),
  );
  const asked = c.item.cases.value.find((one) => one.id === s.case)?.materials ?? [];
  const codes = [...new Set([...asked, ...s.papers, ...(s.toFollow?.papers ?? []), ...materials.values()])];
  return codes.map((code) => ({
    code,
    name: materialName(c, code),
    state: s.toFollow?.papers.includes(code)
      ? 'to-follow'
      : s.papers.includes(code)
        ? 'here'
        : s.declared?.includes(code)
          ? 'declared'
          : files.some((file) => materials.get(file.id) === code)
            ? 'here'
            : c.item.materials.value.find((one) => one.code === code)?.source !== 'applicant'
              ? 'shared'
              : 'missing',
    files: files.filter((file) => materials.get(file.id) === code),
  }));
}

function choicesOf(c: Case, { parties }: StoryParts): Story['choices'] {
  const { directory, law, today } = c.moment;
  const choice = (value: string, label: Text): Choice => ({ value, label });
  return {
    organs: directory.organs(today).map((organ) => choice(organ.code, organ.name)),
    grounds: groundsThatStop(law).map((id) => choice(id, groundName(c, id))),
    charges: c.item.charges.flatMap((id) => {
      const charge = c.catalogue.charge(id);
      if (!charge) return [];
      const { name, standard, unit, amount: fen } = charge;
      return [{ ...choice(id, name), standard, unit, fen, byQuantity: byQuantity(charge) }];
    }),
    // What the government holds itself is neither asked for nor handed in.
    papers: (c.item.cases.value.find((one) => one.id === c.s.case)?.materials ?? [])
      .filter((code) => c.item.materials.value.find((one) => one.code === code)?.source === 'applicant')
      .map((code) => choice(code, materialName(c, code))),
    moderators: moderators(c.s, c.moment).map((id) => choice(id, directory.seat(id)?.name ?? { zh: id, en: id })),
    parties: parties.map(({ label }, i) => choice(String(i + 1), label)),
    follow: followable(c.item, c.s).map((code) => choice(code, materialName(c, code))),
  };
}
