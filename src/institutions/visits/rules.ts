import { addDays } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { accept, type Decision, refuser } from '../../kernel/decision.ts';
import type { FactMeta, Owner, Summary } from '../../kernel/matter/types.ts';
import type { Inputs, TakeTicket } from './schema.ts';
import type { Queue, Reason } from './vocabulary.ts';
import { refusalWords } from './words.ts';

const refuse = refuser(refusalWords);

export type VisitFact =
  /** `ticket`: the day's next of its queue. Nobody is named: a ticket needs no personal data. */
  | { readonly kind: 'ticket-taken'; readonly queue: Queue; readonly ticket: number; readonly day: LocalDate }
  | { readonly kind: 'called'; readonly seat: string }
  | { readonly kind: 'called-again' }
  | { readonly kind: 'attended' }
  /** `before`: visits about this matter until then. */
  | { readonly kind: 'about'; readonly matter: string; readonly before: number; readonly again?: Reason }
  | { readonly kind: 'served' }
  | { readonly kind: 'left'; readonly why: Left };
export type Left = 'no-show' | 'went' | 'day-over';

export interface Visit {
  readonly number: string;
  readonly queue: Queue;
  readonly ticket: number;
  readonly day: LocalDate;
  readonly status: 'waiting' | 'called' | 'serving' | 'served' | 'left';
  readonly seat?: string;
  readonly clerk?: string;
  readonly calls: number;
  readonly taken: number;
  readonly called?: number;
  readonly begun?: number;
  readonly ended?: number;
  readonly left?: Left;
  readonly matters: readonly string[];
}

export function evolve(state: Visit | undefined, fact: VisitFact, { number, at, actor }: FactMeta): Visit {
  if (fact.kind === 'ticket-taken') {
    const { queue, ticket, day } = fact;
    return { number, queue, ticket, day, status: 'waiting', calls: 0, taken: at, matters: [] };
  }
  if (!state) throw new Error(`visits: ${fact.kind} before ticket-taken`);
  switch (fact.kind) {
    case 'called':
      return { ...state, status: 'called', seat: fact.seat, clerk: actor, calls: 1, called: at };
    case 'called-again':
      return { ...state, calls: state.calls + 1 };
    case 'attended':
      return { ...state, status: 'serving', begun: at };
    case 'about':
      return { ...state, matters: [...state.matters, fact.matter] };
    case 'served':
      return { ...state, status: 'served', ended: at };
    case 'left':
      return { ...state, status: 'left', ended: at, left: fact.why };
  }
}

const CENTRE = 'ASB';

/** Waiting is the centre's, the way to the window the visitor's, the handling the seat's: three accounts that add up (S1-70). */
export function ownerOf(v: Visit): Owner {
  if (v.status === 'waiting') return { account: 'window', holder: CENTRE };
  if (v.status === 'called') return { account: 'applicant', holder: 'visitor' };
  return { account: 'organ', holder: v.seat ?? CENTRE };
}

/** A visit puts nothing on a desk: it stands in the queue. What nobody closed the night closes. */
export const summary = (v: Visit): Summary => {
  const closed = v.status === 'served' || v.status === 'left';
  return {
    status: v.status,
    owner: ownerOf(v),
    work: [],
    nextChange: closed ? undefined : addDays(v.day, 1),
    closed,
    subject: v.queue,
    organ: CENTRE,
    person: 'visitor',
    light: closed ? 'closed' : 'in-time',
  };
};

export const sweep = (v: Visit, today: LocalDate): readonly VisitFact[] =>
  today > v.day && v.status !== 'served' && v.status !== 'left' ? [{ kind: 'left', why: 'day-over' }] : [];

/** Seconds in the queue, and at the window; undefined while it lasts. */
export function waitedOf({ taken, called, ended }: Visit): number | undefined {
  const until = called ?? ended;
  return until === undefined ? undefined : until - taken;
}
export const handledOf = ({ status, begun, ended }: Visit): number | undefined =>
  status === 'served' && begun !== undefined && ended !== undefined ? ended - begun : undefined;

type Result = Decision<VisitFact>;

export const take = (input: TakeTicket, day: LocalDate): Result =>
  accept<VisitFact>({ kind: 'ticket-taken', queue: input.queue, ticket: input.ticket, day });

/** One visitor at a time: whom the seat has called it first serves or lets go. */
export const call = (input: Inputs['call'], seat: string): Result =>
  input.busy ? refuse('seat-busy', { params: { ticket: input.busy } }) : accept<VisitFact>({ kind: 'called', seat });

export const callAgain = (): Result => accept<VisitFact>({ kind: 'called-again' });
export const attend = (): Result => accept<VisitFact>({ kind: 'attended' });
export const finish = (): Result => accept<VisitFact>({ kind: 'served' });
export const leave = (why: Left): Result => accept<VisitFact>({ kind: 'left', why });

/** What the visit is about. The first is counted; each further one needs the reason why somebody had to come again. */
export function about(v: Visit, { matter, known, before, again }: Inputs['about']): Result {
  if (!known) return refuse('no-such-matter', { path: 'matter', params: { matter } });
  if (v.matters.includes(matter)) return refuse('visit-noted', { path: 'matter', params: { matter } });
  if (before > 0 && !again) return refuse('visit-reason-needed', { path: 'again', params: { matter, visits: before } });
  return accept<VisitFact>({ kind: 'about', matter, before, ...(before > 0 && { again }) });
}
