import { DaysOfMatter } from '../../src/cli/stored-days.ts';
import { calendarsOf, StepsOfMatter } from '../../src/cli/stored-steps.ts';
import { TermsOfMatter } from '../../src/cli/stored-terms.ts';
import type { Story } from '../../src/institutions/licensing/builders.ts';
import { licensing } from '../../src/institutions/licensing/definition.ts';
import { type CalendarEdition, calendarBook } from '../../src/kernel/clock/index.ts';
import { dayOf, factOf } from '../../src/kernel/matter/fold.ts';
import { model } from './editions.ts';

// biome-ignore lint/suspicious/noExplicitAny: a stored fact, to be changed anywhere
export type Any = any;

/** Each record of a story whose days, steps or limits are not what they have to be; with a record changed before it is told. */
export function walked(s: Story, change: (fact: Any) => Any = (fact) => fact, made: readonly CalendarEdition[] = []) {
  const calendars = calendarsOf(calendarBook(model.years, made));
  const days = new DaysOfMatter(calendars, model.law);
  const steps = new StepsOfMatter(calendars);
  const terms = new TermsOfMatter(model.law, model.catalogue);
  return s.facts.flatMap(({ kind, body, at }) => {
    const fact = change(structuredClone(factOf(licensing, kind, JSON.parse(body))));
    const stepped = [...steps.tell(fact, dayOf(at))].flatMap(({ step, faults }) => faults.map((fault) => `${kind} ${step} ${fault}`));
    const all = [days.tell(fact, dayOf(at)), ...[...terms.tell(fact)].map(([, beside]) => beside)];
    return [
      ...stepped,
      ...all.flatMap(({ faults, notCompared }) => [
        ...faults.map((fault) => `${kind} ${fault}`),
        ...notCompared.map((what) => `${kind} not compared ${what}`),
      ]),
    ];
  });
}
