import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueOf } from './issues.ts';

const form = z.object({
  item: z.string().min(1),
  amount: z.number().optional(),
  outside: z.boolean().optional(),
  papers: z.array(z.string()).optional(),
  applicant: z.object({ name: z.string() }).optional(),
  form: z.record(z.string(), z.string()).optional(),
  undertaking: z.literal(true).optional(),
  way: z.enum(['post', 'desk']).optional(),
  content: z.base64().optional(),
  odd: z
    .number()
    .refine((n) => n % 2 === 1)
    .optional(),
});
const faults = (input: unknown) => (form.safeParse(input).error?.issues ?? []).map(issueOf(input)).map(({ path, code }) => [path, code]);

describe('a fault of an input', () => {
  it('is none where all is as it should be', () => {
    expect(faults({ item: 'SAM-L01', amount: 5, undertaking: true, content: 'QQ==' })).toEqual([]);
  });

  it('says of what is missing or empty that it is needed', () => {
    for (const input of [{}, { item: null }, { item: '' }]) expect(faults(input)).toEqual([['item', 'required']]);
    expect(faults({ item: 'X', applicant: {} })).toEqual([['applicant.name', 'required']]);
  });

  it('says of what is of another kind which kind is expected', () => {
    expect(faults({ item: ['SAM-L01'] })).toEqual([['item', 'not-text']]);
    expect(faults({ item: 'X', amount: '1e999', outside: 'yes', papers: 'M1', applicant: 'Wang', form: [] })).toEqual([
      ['amount', 'not-a-number'],
      ['outside', 'not-yes-or-no'],
      ['papers', 'not-a-list'],
      ['applicant', 'not-an-object'],
      ['form', 'not-an-object'],
    ]);
    expect(faults({ item: 'X', papers: ['M1', 2] })).toEqual([['papers.1', 'not-text']]);
    expect(faults('nonsense')).toEqual([['', 'not-an-object']]);
  });

  it('says of a number that no number can hold that it is too large, and of none that one is expected', () => {
    expect(faults({ item: 'X', amount: JSON.parse('1e999') })).toEqual([['amount', 'too-large-number']]);
    expect(faults({ item: 'X', amount: Number('much') })).toEqual([['amount', 'not-a-number']]);
  });

  it('says of a number what is wrong with it: its size, its parts', () => {
    const numbers = z.object({
      fen: z.number().multipleOf(0.01),
      rows: z.int().min(1).max(9),
      seen: z.int().min(0),
      year: z.int().min(1900),
    });
    const given = { fen: 100.005, rows: 10, seen: -1, year: 1.5 };
    const said = numbers.safeParse(given).error?.issues.map(issueOf(given)) ?? [];
    expect(said.map(({ path, code, most }) => [path, code, most])).toEqual([
      ['fen', 'not-yuan', undefined],
      ['rows', 'too-large-number', 9],
      ['seen', 'at-least-zero', undefined],
      ['year', 'not-whole', undefined],
    ]);
  });

  it('that has no words of its own is said to be one', () => {
    expect(faults({ item: 'X', odd: 2 })).toEqual([['odd', 'invalid']]);
  });

  it('names what the schema does not know', () => {
    const closed = z.strictObject({ reason: z.string(), at: z.strictObject({ day: z.string() }) });
    const given = { reason: 'x', reasn: 'y', why: 1, at: { day: 'z', hour: 9 } };
    expect(
      closed
        .safeParse(given)
        .error?.issues.map(issueOf(given))
        .map(({ path, code }) => [path, code]),
    ).toEqual([
      ['at.hour', 'unknown-field'],
      ['reasn, why', 'unknown-field'],
    ]);
  });

  it('asks for an undertaking to be given, for a choice to be made, for base64 where that is due', () => {
    expect(faults({ item: 'X', undertaking: false, way: 'pigeon', content: '*' })).toEqual([
      ['undertaking', 'to-be-confirmed'],
      ['way', 'not-an-option'],
      ['content', 'not-base64'],
    ]);
  });

  it('names what may be chosen, and only where there is something to choose', () => {
    const given = { item: 'X', undertaking: false, way: 'pigeon' };
    const said = (form.safeParse(given).error?.issues ?? []).map(issueOf(given));
    expect(said.map(({ options }) => options)).toEqual([undefined, ['post', 'desk']]);
  });
});
