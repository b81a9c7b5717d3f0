import type { Refusal } from '../decision.ts';
import type { Command, EngineMoment, Outcome, Refused } from './command.ts';
import { Draft } from './draft.ts';
import { dayOf, type Folded } from './fold.ts';
import { issueOf } from './issues.ts';
import type { County, Loaded, Serials } from './recent.ts';
import { type Action, type AnyKind, type Context, EVERYTHING, type FactBase } from './types.ts';

/** The outcome of a command, and the matters it rests on: it holds only if these were written. */
export interface Decided {
  readonly outcome: Outcome;
  readonly numbers: readonly string[];
}

type AnyAction = Action<unknown, unknown, FactBase, unknown>;

/** One batch being decided: what holds for all its commands, and what has come of them so far. */
export interface Sitting {
  readonly moment: EngineMoment;
  readonly kindOf: (name: string) => AnyKind;
  readonly random: (bytes: number, about: string) => Buffer;
  readonly drafts: Map<string, Draft>;
  /** The last number of each series; an opening that is refused takes none. */
  serials: Serials;
  /** After which a series begins. */
  readonly after: number;
}

export const seriesOf = ({ serial, serials }: County): Pick<Sitting, 'serials' | 'after'> => ({ serials, after: serial });

/** Permit, parse, decide, append: all in memory. Several commands are openings that stand or fall together. */
export function decideCommand(commands: readonly Command[], loaded: readonly Loaded[], sitting: Sitting): Decided {
  const replay = replayed(commands[0]!, loaded[0]!);
  if (replay) return { outcome: replay, numbers: [] };
  const grown: Draft[] = [];
  const given: Record<string, number> | undefined = commands[0]?.number ? undefined : { ...sitting.serials };
  for (const [i, command] of commands.entries()) {
    const there = loaded[i]?.matter;
    // A number of another kind is no matter of this one.
    if (command.number && there?.kind !== command.kind)
      return { outcome: { ok: false, refusals: [{ code: 'matter-not-found' }] }, numbers: [] };
    const result = decideOne(command, loaded[i]!, sitting, given ? next(given, sitting.kindOf(command.kind).opens, sitting.after) : 0);
    if ('ok' in result) return { outcome: result, numbers: command.number ? [command.number] : [] };
    grown.push(result);
  }
  const [first] = grown as [Draft, ...Draft[]];
  const matters = grown.map((d) => d.after);
  const reply = commands[0]?.reply?.(matters, sitting.moment);
  if (commands[0]?.request) first.requests.push({ ...commands[0].request, reply: JSON.stringify(reply ?? null) });
  for (const draft of grown) sitting.drafts.set(draft.number, draft);
  if (given) sitting.serials = given;
  return {
    outcome: { ok: true, number: first.number, matter: first.after, facts: first.facts, reply, replayed: false },
    numbers: grown.map((d) => d.number),
  };
}

/** The next number of a series, which it takes. */
function next(given: Record<string, number>, series: string, after: number): number {
  given[series] = (given[series] ?? after) + 1;
  return given[series];
}

function replayed({ request }: Command, loaded: Loaded): Outcome | undefined {
  if (!loaded.request || !request) return undefined;
  if (!loaded.request.hash.equals(request.hash)) return { ok: false, refusals: [{ code: 'idempotency-key-reused' }] };
  return { ok: true, number: loaded.request.matter, facts: [], reply: JSON.parse(loaded.request.reply), replayed: true };
}

function decideOne(command: Command, loaded: Loaded, sitting: Sitting, serial: number): Draft | Refused {
  const { kindOf, random, drafts } = sitting;
  const moment = command.at === undefined ? sitting.moment : { ...sitting.moment, now: command.at, today: dayOf(command.at) };
  const kind = kindOf(loaded.matter?.kind ?? command.kind);
  const draft =
    (command.number && drafts.get(command.number)) || new Draft(kind, command.number ?? '', loaded.matter, loaded.identity, random);
  const world = moment.snapshot.worlds[kind.name];
  if (draft.current) {
    for (const fact of kind.sweep(draft.current.state, moment, world))
      draft.append(fact, { actor: 'law', capacity: 'sweep', now: moment.now });
    drafts.set(draft.number, draft);
    if (!command.action) return draft;
  }

  const actor = command.actor(moment);
  const state = draft.current?.state;
  const action = (draft.current ? ownAction(kind, command.action) : kind.opening) as AnyAction | undefined;
  const no = (refusals: readonly Refusal[], issues?: Refused['issues']): Refused => ({
    ok: false,
    refusals,
    issues,
    matter: draft.current,
  });
  if (!action) return no([{ code: 'action-unknown', params: { action: command.action ?? '' } }]);
  const { now, today, calendar, law, directory } = moment;
  const about = (number: string): Context<unknown> => ({
    now,
    today,
    calendar,
    law,
    directory,
    actor,
    world,
    number,
    identity: draft.identity,
  });
  const asked = about(draft.number);

  /** Who may not whatever the input is told that, and nothing about what he put in. */
  const not = (refusals: readonly Refusal[], issues?: Refused['issues']): Refused => {
    const whatever = action.permit(state, asked);
    return whatever.length > 0 ? no(whatever) : no(refusals, issues);
  };

  const parsed = action.input.safeParse(command.input ?? {});
  if (!parsed.success) return not([{ code: 'invalid-input' }], parsed.error.issues.map(issueOf(command.input)));
  const input = parsed.data;
  const number = draft.current ? draft.number : kind.opening.number(serial, input as never, moment, world);
  const context = number === draft.number ? asked : about(number);
  const why = action.permit(state, context, input);
  if (why.length > 0) return not(why);
  const conflict = draft.current && staleFor(draft.current, command, action.scope?.(state, input, context) ?? 'main');
  if (conflict) return not([conflict]);
  const decision = action.decide(state, input, context);
  if (!decision.ok) return not(decision.refusals);

  draft.number = number;
  const capacity = action.capacity?.(state, context, input) ?? actor.seats[0]?.id ?? 'self';
  draft.keep(action.personal?.(input, state, context) ?? [], command.files ?? []);
  for (const fact of decision.facts) draft.append(fact, { actor: actor.person, capacity, now: moment.now });
  return draft;
}

/** `toString` is no action, though every object has one. */
const ownAction = (kind: AnyKind, name = '') => (Object.hasOwn(kind.actions, name) ? kind.actions[name] : undefined);

/** A conflict is shown only when what is acted on has changed since the caller looked. */
const staleFor = (m: Folded, { seen }: Command, scope: string): Refusal | undefined =>
  seen !== undefined && (lastTouch(m, scope) > seen || seen > m.version) ? { code: 'stale', params: { version: m.version } } : undefined;

const lastTouch = ({ touched }: Folded, scope: string): number =>
  scope === EVERYTHING ? Math.max(0, ...Object.values(touched)) : (touched[scope] ?? 0);
