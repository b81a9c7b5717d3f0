import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { Story } from '../builders.ts';
import type { Ctx } from '../permissions.ts';
import { arbitrate, disputeRemit, sendBack, sign } from './examination.ts';
import { extend } from './pauses.ts';
import type { Licensing, LicensingFact } from './state.ts';

const world = readModelCounty();
const accepted = (item: string) =>
  new Story(world, '2026-03-02').filed({ item, amount: 1000 }).on('2026-03-03').sure('accept', {}, 'clerk');
const opinion = { opinion: 'agree', text: 'As the papers show.' } as const;

/** A rule asked without the permit that is asked before it. */
function asked<I>(
  rule: (s: Licensing, input: I, c: Ctx) => Decision<LicensingFact>,
  story: Story,
  who: string,
  input: NoInfer<I>,
): string[] {
  const context: Ctx = { ...story.moment, actor: story.actor(who), world: { catalogue: world.catalogue }, number: story.state.number };
  const decision = rule(story.state, input, context);
  return decision.ok ? [] : decision.refusals.map(({ code }) => code);
}

describe('a rule does not lean on the permit', () => {
  test('a signature is for a step that waits for this hand', () => {
    const story = accepted('SAM-L02');
    expect(asked(sign('approve'), story, 'SAM-DEP', { step: 'lead', ...opinion })).toEqual(['no-such-step']);
    expect(asked(sign('propose'), story, 'SAM-EX1', { step: 'nowhere', ...opinion })).toEqual(['no-such-step']);
    expect(asked(sign('propose'), story, 'SAM-EX1', { step: 'lead', ...opinion })).toEqual([]);
  });

  test('what has no opinion is not sent back', () => {
    const story = accepted('SAM-L02').sure('propose', { step: 'lead', ...opinion }, 'SAM-EX1');
    expect(asked(sendBack, story, 'SAM-DEP', { reason: 'Look again' })).toEqual(['nothing-to-send-back']);
    expect(asked(sendBack, story, 'SAM-SH', { reason: 'Look again' })).toEqual([]);
  });

  test('a remit is disputed by whose step it is, and ruled on where it is disputed', () => {
    const story = accepted('SAM-L02');
    const dispute = { organ: 'HCB', reason: 'Not ours' };
    expect(asked(disputeRemit, story, 'DRC-DEP', dispute)).toEqual(['no-such-step']);
    expect(asked(disputeRemit, story, 'SAM-DEP', dispute)).toEqual([]);
    expect(asked(arbitrate, story, 'arbiter', dispute)).toEqual(['no-dispute']);
  });

  test('an extension is given once, in time, where the law has one and a limit runs', () => {
    const reason = { reason: 'The experts need longer.' };
    const story = accepted('DRC-L02').on('2026-03-10');
    expect(asked(extend, story, 'drc-chief', reason)).toEqual([]);
    const unlimited = (state: Licensing): Licensing => ({ ...state, clocks: { ...state.clocks, legal: undefined } });
    expect(asked((s, _input, c) => extend(unlimited(s), reason, c), story, 'drc-chief', reason)).toEqual(['no-extension']);
    expect(asked(extend, story.fork().on('2026-09-01'), 'drc-chief', reason)).toEqual(['limit-passed']);
    expect(asked(extend, story.sure('extend', reason, 'drc-chief'), 'drc-chief', reason)).toEqual(['already-extended']);
    const forwarded = world.catalogue.items('2026-03-02' as never).find((item) => item.forwardedTo)!;
    const above = new Story(world, '2026-03-02').filed({ item: forwarded.id, channel: 'window' }, 'clerk').sure('accept', {}, 'clerk');
    expect(asked(extend, above, `${forwarded.lead}-CHF`, reason)).toEqual(['no-extension']);
  });
});
