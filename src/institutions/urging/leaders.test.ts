import { expect, test } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { localDate as d } from '../../kernel/clock/index.ts';
import { ladderHere } from '../../urging.ts';
import { leadersOf, personsOf } from './leaders.ts';

const { directory } = readModelCounty();
const register = ladderHere({ model: true } as Parameters<typeof ladderHere>[0]);
const nameOf = (person: string) => ({ zh: person, en: person });
const on = (today: string, organs?: readonly string[]) => leadersOf({ register, directory, today: d(today), organs, nameOf });

test('[P19] who leads which organs, since when, and who stands in for him', () => {
  const { portfolios, confidence } = on('2026-03-02');
  expect(confidence).toBe('illustrative');
  const markets = portfolios.find(({ organs }) => organs.some(({ organ }) => organ === 'SAM'))!;
  expect(markets).toMatchObject({
    seat: 'COUNTY-DH3',
    persons: [{ person: 'o-0004' }],
    from: '2024-01-01',
    to: null,
    backup: { seat: 'COUNTY-DH4', persons: [{ person: 'o-0005' }] },
  });
  expect(on('2023-12-31').portfolios).toEqual([]);
});

test('[P19] who is away: a substitute where one is named, a leader’s backup, and since when', () => {
  const { absences } = on('2026-02-03');
  expect(absences.map(({ person, state }) => [person, state])).toEqual([
    ['o-0072', 'now'],
    ['o-0004', 'now'],
    ['o-0161', 'past'],
  ]);
  expect(absences[0]!.standsIn).toMatchObject({ seat: 'NRB-EX2' });
  expect(absences[1]).toMatchObject({ from: '2026-02-02', to: '2026-02-06', standsIn: { seat: 'COUNTY-DH4' } });
  expect(on('2026-01-20').absences.every(({ state }) => state === 'to-come')).toBe(true);
});

test('a head sees the absences of her organ and of the leader in charge of it', () => {
  expect(on('2026-02-03', ['SAM']).absences.map(({ person }) => person)).toEqual(['o-0004', 'o-0161']);
  expect(on('2026-02-03', ['EDU']).absences).toEqual([]);
  expect(personsOf({ register, directory, today: d('2026-02-03'), organs: ['EDU'] })).toContain('o-0002');
});
