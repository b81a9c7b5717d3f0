import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentsOf, committed, mask, maskOf, unmask } from './personal.ts';

const freeText = new Set(['text', 'reason']);
const wang = { name: '王小满', idNumber: '11010119900307000X', phone: '13000000001' };

describe('what an officer types about a person', () => {
  it('is kept with tokens and shown with the name again', () => {
    const kept = mask({ text: '申请人王小满（11010119900307000X）来电 13000000001' }, wang, freeText);
    expect(kept).toEqual({ text: '申请人{{name}}（{{idNumber}}）来电 {{phone}}' });
    expect(unmask(kept, wang, '-').text).toBe('申请人王小满（11010119900307000X）来电 13000000001');
    expect(unmask(kept, undefined, '（已依法删除）').text).toBe('申请人（已依法删除）（（已依法删除））来电 （已依法删除）');
  });

  it('hides a number typed with a small letter', () => {
    expect(mask({ text: '11010119900307000x' }, wang, freeText).text).toBe('{{idNumber}}');
  });

  it('is hidden in lists and below, and nowhere else: a code spelled like a name stays', () => {
    const kept = mask({ organ: '王小满', demands: [{ what: '王小满' }], reason: ['王小满', { deep: '王小满' }] }, wang, freeText);
    expect(kept).toEqual({ organ: '王小满', demands: [{ what: '王小满' }], reason: ['{{name}}', { deep: '{{name}}' }] });
  });

  it('may itself hold braces: typed text is never taken for a token', () => {
    const kept = mask({ text: 'see {{idNumber}} and {{{x}}} of 王小满' }, wang, freeText);
    expect(kept.text).not.toContain('{{idNumber}}');
    expect(unmask(kept, wang, '-').text).toBe('see {{idNumber}} and {{{x}}} of 王小满');
  });

  it('is not searched for one-letter values', () => {
    expect(mask({ text: 'a cat' }, { name: 'a' }, freeText).text).toBe('a cat');
  });
});

const value = fc.oneof(fc.string({ minLength: 2, maxLength: 8 }), fc.constantFrom('na', 'name', 'id', '王小', '王小满', '{{', '}}', 'aa'));
const identity = fc.record({ name: value, idNumber: value, 'agent.name': value });
/** A text in which the values are likely to occur, whole, overlapping and repeated. */
const said = identity.chain((who) =>
  fc.tuple(
    fc.constant(who),
    fc.array(fc.oneof(fc.constantFrom(...Object.values(who)), fc.string({ maxLength: 4 })), { maxLength: 8 }).map((p) => p.join('')),
  ),
);

describe('what is masked of an identity', () => {
  const row = { name: '王小满', agent: { name: '李四' }, form: { address: '人民路12号' } };
  it('are the paths its row names, into the row itself', () => {
    expect(maskOf({ ...row, mask: ['name', 'agent.name', 'form.address'] })).toEqual({
      name: '王小满',
      'agent.name': '李四',
      'form.address': '人民路12号',
    });
  });

  it('leaves out what is not there any more, and reads the values that the first release kept', () => {
    expect(maskOf({ ...row, mask: ['phone', 'agent.phone', 'third.name', 'form'] })).toEqual({});
    expect(maskOf({ ...row, mask: { name: '王大满', address: '旧街' } })).toEqual({ name: '王大满', address: '旧街' });
    expect(maskOf({})).toEqual({});
  });
});

describe('for any name and any sentence', () => {
  it('no value of the identity is left between the tokens', () => {
    fc.assert(
      fc.property(said, ([who, text]) => {
        const kept = mask({ text }, who, freeText).text;
        const between = kept.split(/\{\{[\w.]*\}\}/);
        for (const v of Object.values(who)) expect(between.some((part) => part.includes(v))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('the sentence comes back, save for the case of letters', () => {
    fc.assert(
      fc.property(said, ([who, text]) => {
        expect(unmask(mask({ text }, who, freeText), who, '-').text.toLowerCase()).toBe(text.toLowerCase());
      }),
      { numRuns: 2000 },
    );
  });

  it('codes and numbers are untouched', () => {
    fc.assert(
      fc.property(identity, fc.jsonValue(), (who, body) => {
        expect(mask({ code: body }, who, new Set())).toEqual({ code: body });
      }),
    );
  });
});

describe('what a fact keeps of a person’s data', () => {
  const kept = [
    { person: 'c-1', key: 'identity:2026-SAM-000001', digest: 'a' },
    { person: 'c-1', key: 'form:2026-SAM-000001', digest: 'b' },
    { person: 'c-2', key: 'party', digest: 'c' },
  ];

  it('says the person and the number once, and comes back as it was', () => {
    const stored = committed(kept, '2026-SAM-000001');
    expect(stored).toEqual({ 'c-1': { 'identity:': 'a', 'form:': 'b' }, 'c-2': { party: 'c' } });
    expect(commitmentsOf(stored, '2026-SAM-000001')).toEqual(kept);
  });

  it('is read as the first release wrote it, and where there is none', () => {
    expect(commitmentsOf(kept, '2026-SAM-000001')).toEqual(kept);
    expect(commitmentsOf(undefined, '2026-SAM-000001')).toEqual([]);
  });
});
