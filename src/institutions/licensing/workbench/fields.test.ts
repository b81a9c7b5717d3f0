import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Ctx } from '../permissions.ts';
import { groundLost } from '../rules/decision.ts';
import type { Licensing } from '../rules/state.ts';
import { inputs } from '../schema.ts';
import { actionWords } from '../words/acts.ts';
import { fieldsOf } from './fields.ts';
import { opinionTemplates } from './words.ts';

type Shape = Readonly<Record<string, z.ZodType>>;
const shapes = Object.entries(inputs).map(([name, schema]) => ({ name, shape: schema.shape as Shape }));

describe('the form of each action', () => {
  it.each(shapes)('$name asks for all that is needed', ({ name, shape }) => {
    const asked = fieldsOf(name).map((field) => field.name);
    const needed = Object.entries(shape).filter(([, field]) => !field.safeParse(undefined).success);
    expect(needed.map(([key]) => key).filter((key) => !asked.includes(key))).toEqual([]);
    expect(asked.filter((key) => !(key in shape))).toEqual([]);
  });

  it.each(shapes)('$name leaves free only what may be left out, and offers what its input takes', ({ name, shape }) => {
    for (const field of fieldsOf(name)) {
      const takes = shape[field.name]!;
      if (field.optional) expect(takes.safeParse(undefined).success, field.name).toBe(true);
      for (const option of field.options ?? []) expect(takes.safeParse(option.value).success, `${field.name} ${option.value}`).toBe(true);
    }
  });

  it('every action has its form, and no other name has one', () => {
    expect(shapes.map(({ name }) => name).sort()).toEqual(Object.keys(actionWords).sort());
    expect(fieldsOf('constructor')).toEqual([]);
  });

  it('who may receive it is offered as it fits the applicant (民事诉讼法 88)', () => {
    const offered = (kind?: 'person' | 'firm') =>
      fieldsOf('deliver', { applicant: kind })
        .find(({ name }) => name === 'relation')
        ?.options?.map(({ value }) => value);
    expect(offered('person')).toEqual(['adult-family', 'nominee']);
    expect(offered('firm')).toEqual(['representative', 'mail-officer', 'nominee']);
    expect(offered()).toEqual(['adult-family', 'representative', 'mail-officer', 'nominee']);
  });

  it.each(['new', 'change', 'renewal', 'reissue', 'cancel'] as const)('months are asked for where the rule takes them: %s', (handling) => {
    const lost = groundLost({ case: handling } as Licensing, { outcome: 'granted', months: 12 }, {} as Ctx);
    const refused = lost?.ok === false && lost.refusals.some(({ code }) => code === 'validity-stays');
    for (const action of ['decide', 'conclude-on-the-spot'])
      expect(
        fieldsOf(action, { handling }).some(({ name }) => name === 'months'),
        action,
      ).toBe(!refused);
  });

  it('a template is an opinion as the input takes it', () => {
    const { opinion, text } = inputs.propose.shape;
    for (const [kind, texts] of Object.entries(opinionTemplates)) {
      expect(opinion.safeParse(kind).success).toBe(true);
      for (const said of texts) for (const one of [said.zh, said.en]) expect(text.safeParse(one).success).toBe(true);
    }
  });
});
