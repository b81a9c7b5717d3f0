import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { LocalDate } from '../clock/types.ts';
import { buildDirectory } from './directory.ts';
import { checkCitizenId, checkCreditCode } from './identity.ts';
import { personaFor } from './personas.ts';
import { loadModelOrganisation, MODEL_ORGANISATION_FILES, type ModelOrganisationFiles } from './seed.ts';
import type { Role } from './types.ts';

const file = (path: string): string => readFileSync(new URL(`../../../county/model/${path}`, import.meta.url), 'utf8');
const rows = (path: string): Record<string, string>[] => parseCsv(file(path), { columns: true });
const files: ModelOrganisationFiles = {
  organs: rows(MODEL_ORGANISATION_FILES.organs),
  seats: rows(MODEL_ORGANISATION_FILES.seats),
  people: rows(MODEL_ORGANISATION_FILES.people),
  appointments: rows(MODEL_ORGANISATION_FILES.appointments),
  personas: parseYaml(file(MODEL_ORGANISATION_FILES.personas)),
};
const county = loadModelOrganisation(files);
const directory = buildDirectory(county.register);
const on = (date: string): LocalDate => date as LocalDate;
const TODAY = on('2026-02-13');

/** The departments with licence items. */
const LICENSING =
  'ARA ASB CAB CDC COM CTB DRC EDU EEB EMB FIN FOR FRS HCB HRS HUC JUS MET MIIT NDM NRB PSB PUB SAM SPT STB TAX TOB TRA UMB WRB'.split(' ');
const SIX: readonly (readonly [string, Role])[] = [
  ['EX1', 'examiner'],
  ['EX2', 'examiner'],
  ['SH', 'section-head'],
  ['DEP', 'deputy'],
  ['CHF', 'chief'],
  ['CR', 'chief-representative'],
];

describe('the model county', () => {
  it('has the 40 current organs of the catalogue and the illustrative ones beside them (P27)', () => {
    expect(LICENSING).toHaveLength(31);
    for (const code of LICENSING) expect(directory.organ(code), code).toBeDefined();
    const marked = county.register.organs.filter((organ) => organ.confidence === 'illustrative').map((organ) => organ.code);
    expect(county.register.organs.length - marked.length).toBe(40);
    for (const code of ['COUNTY', 'BZB', 'ORG', 'CDI', 'CPO', 'NPC', 'CPPCC', 'EFF', 'L12345', 'DZ', 'TCG', 'SYH'])
      expect(marked).toContain(code);
  });

  it('[S1-36] every step of every department resolves to one person, on any day since 2024', () => {
    for (const day of ['2024-01-01', '2025-08-31', '2025-09-01', '2026-02-13', '2026-12-31'])
      for (const organ of LICENSING)
        for (const [suffix, role] of SIX) {
          expect(directory.holdersOf(`${organ}-${suffix}`, on(day)), `${organ}-${suffix} on ${day}`).toHaveLength(1);
          expect(directory.seat(`${organ}-${suffix}`)?.roles).toEqual([role]);
        }
  });

  it('no seat is ever empty, and none has two holders', () => {
    for (const seat of county.register.seats) expect(directory.holdersOf(seat.id, TODAY), seat.id).toHaveLength(1);
  });

  it('[S1-81] the efficiency office is a standing body with its own posts', () => {
    expect(directory.organ('EFF')).toMatchObject({ kind: 'efficiency' });
    expect(directory.holders({ organ: 'EFF', role: 'efficiency-inspector' }, TODAY)).not.toHaveLength(0);
  });

  it('one chief per organ, six general windows, and the county above them', () => {
    for (const organ of county.register.organs)
      if (organ.code !== 'COUNTY') expect(directory.holders({ organ: organ.code, role: 'chief' }, TODAY), organ.code).toHaveLength(1);
    expect(directory.holders({ organ: 'ASB', role: 'window-clerk' }, TODAY)).toHaveLength(7);
    expect(directory.seat('ASB-W03')?.name).toEqual({ zh: '综合窗口3号', en: 'General window 3' });
    expect(directory.holders({ role: 'deputy-county-head' }, TODAY)).toHaveLength(4);
  });

  it('some hold two seats, and one succession is visible by date', () => {
    expect(directory.seatsOf(directory.holdersOf('PSB-CHF', TODAY)[0] ?? '', TODAY).map((seat) => seat.id)).toEqual([
      'COUNTY-DH2',
      'PSB-CHF',
    ]);
    const [before, after] = ['2025-08-31', '2025-09-01'].map((day) => directory.holdersOf('FOR-SH', on(day))[0] ?? '');
    expect(before).not.toBe(after);
    expect(directory.empowered(before ?? '', 'section-head', 'FOR', on('2025-09-01'))).toBe(false);
    expect(directory.empowered(before ?? '', 'deputy', 'FOR', on('2025-09-01'))).toBe(true);
  });

  it('names stand beside the register, one for each person', () => {
    for (const { person } of county.register.appointments) expect(county.names[person]?.zh, person).toBeTruthy();
    expect(new Set(Object.values(county.names).map((name) => name.zh)).size).toBe(Object.keys(county.names).length);
    expect(JSON.stringify(county.register)).not.toContain(county.names['o-0001']?.zh);
  });
});

describe('personas', () => {
  it('everyone a journey needs is there, with the seats of the register', () => {
    const seatOf = Object.fromEntries(county.personas.map(({ name, seats }) => [name, seats[0]]));
    expect(seatOf).toMatchObject({
      clerk: 'ASB-W01',
      'clerk-2': 'ASB-W02',
      'delivery-clerk': 'ASB-DLV1',
      'chief-representative': 'SAM-CR',
      'examiner-lead': 'SAM-EX1',
      'examiner-lead-2': 'SAM-EX2',
      'section-head': 'SAM-SH',
      deputy: 'SAM-DEP',
      chief: 'SAM-CHF',
      'umb-examiner': 'UMB-EX1',
      'umb-section-head': 'UMB-SH',
      'umb-deputy': 'UMB-DEP',
      'umb-chief': 'UMB-CHF',
      'drc-examiner': 'DRC-EX1',
      'drc-chief': 'DRC-CHF',
      'assist-huc': 'HUC-EX1',
      'assist-psb-section-head': 'PSB-SH',
      'assist-frs-deputy': 'FRS-DEP',
      cashier: 'ASB-CASH',
      arbiter: 'GOV-ARB',
      'county-head': 'COUNTY-HEAD',
      'deputy-county-head': 'COUNTY-DH1',
      'office-director': 'GOV-DIR',
      'efficiency-inspector': 'EFF-I1',
      auditor: 'AUD-A1',
      administrator: 'GOV-ADM',
    });
    expect(county.personas.find(({ name }) => name === 'citizen')).toMatchObject({ person: 'c-citizen', seats: [] });
  });

  it('the citizen and the firm have right, fictitious numbers', () => {
    const number = (person: string): string => county.identities.find((identity) => identity.person === person)?.idNumber ?? '';
    expect(checkCitizenId(number('c-citizen'))).toMatchObject({ ok: true, number: expect.stringMatching(/^110101.{8}000/) });
    expect(checkCreditCode(number('c-firm'))).toMatchObject({ ok: true, warnings: [], number: expect.stringMatching(/^91990101/) });
  });

  it('any seat id is a persona: who holds it, or held it that day', () => {
    const forestry = (day?: string) => personaFor('FOR-SH', county.personas, county.register, day === undefined ? undefined : on(day));
    expect(personaFor('clerk', county.personas, county.register)?.name).toBe('clerk');
    expect(forestry()?.person).toBe(forestry('2026-01-01')?.person);
    expect(forestry()?.person).not.toBe(forestry('2025-08-31')?.person);
    expect(forestry()?.label).toEqual({ zh: '县林业局 政务服务股股长', en: 'Forestry Bureau: Head of the licensing section' });
    expect(forestry('2023-01-01')).toBeUndefined();
    expect(personaFor('nobody', county.personas, county.register)).toBeUndefined();
  });
});

describe('a faulty file', () => {
  const change = (what: keyof ModelOrganisationFiles, index: number, more: Record<string, string>): ModelOrganisationFiles => ({
    ...files,
    [what]: (files[what] as Record<string, string>[]).map((row, i) => (i === index ? { ...row, ...more } : row)),
  });

  it('is refused with file, row and column, all faults at once', () => {
    expect(() => loadModelOrganisation(change('seats', 0, { from: '2024-13-01', roles: 'king' }))).toThrow(
      /2 faults:\n.*seats\.csv row 2, roles.*\n.*seats\.csv row 2, from: “2024-13-01” must be a day that exists/,
    );
    expect(() => loadModelOrganisation(change('appointments', 1, { person: 'o-9999' }))).toThrow(
      'appointments.csv row 3, person: unknown: o-9999 is not among the people',
    );
    expect(() => loadModelOrganisation(change('appointments', 0, { to: '2020-01-01' }))).toThrow(
      'row 2, to: The last day is before the first',
    );
  });
});
