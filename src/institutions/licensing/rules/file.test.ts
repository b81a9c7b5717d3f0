import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { citizenCheck } from '../../../kernel/organisation/identity.ts';
import { application, Story } from '../builders.ts';

const world = readModelCounty();
const filed = (input: Record<string, unknown>) => new Story(world, '2026-03-02').filed(input);
const said = (input: Record<string, unknown>) => {
  const { last } = filed(input);
  return last.ok ? [] : last.refusals.map(({ code, path }) => `${path} ${code}`);
};
const born = (day: string) => {
  const first17 = `110101${day}000`;
  return { ...application().applicant, idNumber: `${first17}${citizenCheck(first17)}` };
};

describe('who files', () => {
  test('is born, by the county’s own day: the applicant and whoever acts for him', () => {
    expect(said({ applicant: born('20260302') })).toEqual([]);
    expect(said({ applicant: born('20260303') })).toEqual(['applicant.idNumber born-ahead']);
    const agent = { name: 'An Agent', idType: 'resident-id', idNumber: born('20270101').idNumber };
    expect(said({ agent })).toEqual(['agent.idNumber born-ahead']);
    expect(said({ agent: { ...agent, idNumber: born('19900101').idNumber } })).toEqual([]);
  });
});
