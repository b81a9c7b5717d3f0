import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../../test/support/duties.ts';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { answersIn } from '../../county-files.ts';
import { localDate as d } from '../../kernel/clock/index.ts';

const { law, directory } = readModelCounty();

describe('the county’s file', () => {
  const file =
    (...lines: string[]) =>
    () =>
      answersIn(
        dutiesOf(`confidence: illustrative\nduties:\n${lines.map((line) => `  - ${line}`).join('\n')}`),
        law,
        directory,
        d('2026-02-13'),
      );

  it('names an organ, and an office where one is wanted', () => {
    const read = file('{ term: meetings.executive, organ: GOV, office: office-director }', '{ term: emergency.drill, organ: EMB }')();
    expect([...read]).toEqual([
      ['meetings.executive', { organ: 'GOV', office: 'office-director' }],
      ['emergency.drill', { organ: 'EMB' }],
    ]);
  });

  it.each([
    ['{ term: meetings.executiv, organ: GOV }', /no term meetings\.executiv in law\/\. Near it: meetings\.executive/],
    ['{ term: licensing.decide, organ: GOV }', /does not come back\. Those that do: .*emergency\.drill/],
    ['{ term: emergency.drill, organ: XYZ }', /no organ XYZ\. There are: .*EMB/],
    ['{ term: emergency.drill, organ: EMB, office: cashier }', /EMB has no seat with the office cashier\. Its seats have: examiner/],
    ['{ term: emergency.drill, organ: COUNTY }', /COUNTY has neither chief nor deputy, so an office must be named/],
    ['{ term: emergency.drill }', /line 3: duties #1 organ: is missing; add it\.[\s\S]*/],
    ['{ term: emergency.drill, organ: EMB, more: 1 }', /duties #1 more: does not belong here/],
    ['{ term: emergency.drill, organ: [EMB, XYZ, COUNTY] }', /no organ XYZ[\s\S]*COUNTY has neither chief nor deputy/],
    ['{ term: emergency.drill, organ: each, office: cashier }', /EMB has no seat with the office cashier/],
    ['{ term: emergency.drill, organ: EMB }\nsuccessors: { EMB: EMB }', /EMB cannot succeed itself/],
    ['{ term: emergency.drill, organ: EMB }\nsuccessors: { EMB: XYZ }', /successors EMB: there is no organ XYZ/],
  ])('a fault stops the start and says what to write: %s', (line, said) => expect(file(line)).toThrow(said));

  it('tells all faults at once, each with its line, in both languages', () => {
    const twice = '{ term: emergency.drill, organ: EMB }';
    expect(file(twice, twice, '{ term: x, organ: GOV }')).toThrow(
      /第 4 行：duties #2 term：emergency\.drill 写了两次[\s\S]*line 4: duties #2 term: emergency\.drill is answered for twice[\s\S]*line 5: /,
    );
    expect(file('{ term: x }', '{ term: licensing.decide, organ: XYZ }', '{ trem: emergency.drill, organ: EMB }')).toThrow(
      /6 处错误[\s\S]*line 3: duties #1 organ: is missing[\s\S]*line 4: .*come back[\s\S]*line 4: .*no organ XYZ[\s\S]*line 5: duties #3 trem: /,
    );
  });

  it('of a file that cannot be read to its end, what stands before that is told too', () => {
    const torn = () => answersIn(dutiesOf('duties:\n  - { term: x, organ: EMB }\n  - { term: [\n'), law, directory, d('2026-02-13'));
    expect(torn).toThrow(/line 2: duties #1 term: there is no term x[\s\S]*line [34]: reading breaks off here/);
    expect(torn).not.toThrow(/is missing/);
  });
});
