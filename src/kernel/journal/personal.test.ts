import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentsOf, committed, learn, mask, maskOf, unmask } from './personal.ts';

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

const even = (text: string): string => text.toLowerCase().replace(/[\s()[\].-]/g, '');

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

  it('the sentence comes back, save for the case of letters and what stood between them', () => {
    fc.assert(
      fc.property(said, ([who, text]) => {
        expect(even(unmask(mask({ text }, who, freeText), who, '-').text)).toBe(even(text));
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

describe('what is typed otherwise than it was given', () => {
  const who = {
    name: '欧阳锦瑟',
    'agent.name': '王五',
    phone: '13987654321',
    idNumber: '11010119900307000X',
    foreign: 'Anna Maria Li',
    uyghur: '艾力·买买提',
  };
  const kept = (text: string) => mask({ text }, who, freeText).text;

  it.each([
    ['请欧 阳 锦 瑟补签；电话 139-8765-4321', '请{{name}}补签；电话 {{phone}}'],
    ['欧\u3000阳\u200B锦·瑟', '{{name}}'],
    ['欧.阳．锦.瑟到场', '{{name}}到场'],
    ['王 五来了', '{{agent.name}}来了'],
    ['（139）8765 4321、１３９８７６５４３２１、139.8765.4321', '（{{phone}}、{{phone}}、{{phone}}'],
    ['110101 19900307 000x', '{{idNumber}}'],
    ['请ANNA  maria LI签字，AnnaMariaLi', '请{{foreign}}签字，{{foreign}}'],
    ['艾力买买提、艾力•买买提', '{{uyghur}}、{{uyghur}}'],
  ])('%s', (text, hidden) => expect(kept(text)).toBe(hidden));

  it.each([
    '王，五',
    '姓王·五楼',
    '大王\n五天内',
    '欧阳先生弹锦瑟',
    'Hanna  Maria Limited',
    '2139-8765-4321 元',
    '2026-03-09至2026-03-13，共987654321元',
  ])('%s stays', (text) => expect(kept(text)).toBe(text));
});

describe('whom a matter knows besides the applicant', () => {
  const parties = JSON.stringify([{ name: '诸葛邻居', contact: '13800138000（晚上）' }, { name: '老李' }]);
  const known = [
    { key: 'identity:1', value: JSON.stringify({ name: '王小满', mask: ['name'] }) },
    { key: 'third-parties:1:4', value: parties },
    { key: 'recipient:1', value: JSON.stringify({ name: '代收人甲', idNumber: '110101199003070003' }) },
    { key: 'statement:1:5', value: '"老李"' },
  ].reduce(learn, {});

  it('is masked beside him, by tokens of his own', () => {
    const text = '王小满告知诸葛邻居（138 0013 8000）、老李，代收人甲签收';
    const kept = mask({ text }, known, freeText).text;
    expect(kept).toBe('{{name}}告知{{t4.0.name}}（{{t4.0.contact.0}}）、{{t4.1.name}}，{{r.name}}签收');
    expect(unmask(kept, learn({}, { key: 'third-parties:1:4', value: parties }), '-')).toBe('-告知诸葛邻居（13800138000）、老李，-签收');
  });

  it('stays known when the applicant’s data are stored anew, without what went', () => {
    const anew = learn({ ...known, 'agent.name': '李四' }, { key: 'identity:1', value: JSON.stringify({ mask: { name: '王大满' } }) });
    expect(mask({ text: '李四、王大满、诸葛邻居' }, anew, freeText).text).toBe('李四、{{name}}、{{t4.0.name}}');
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
