import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { NEEDED_PARAMETERS } from '../needed-parameters.ts';
import { readCalendarYears, readLaw } from './law.ts';
import { SetupError } from './setup-error.ts';

const made: string[] = [];
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

/** The law with one line of one file changed. */
function changed(file: string, from: string | RegExp, to: string) {
  const root = mkdtempSync(join(tmpdir(), 'banjie-law-'));
  made.push(root);
  cpSync('law', join(root, 'law'), { recursive: true });
  const path = join(root, 'law', file);
  const text = readFileSync(path, 'utf8');
  const place = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  const line = text.slice(0, place).split('\n').length;
  expect(place).toBeGreaterThan(-1);
  writeFileSync(path, text.replace(from, to));
  const said = () => {
    try {
      readLaw(root, NEEDED_PARAMETERS);
      readCalendarYears(root);
    } catch (error) {
      expect(error).toBeInstanceOf(SetupError);
      return (error as Error).message;
    }
    return undefined;
  };
  return { line, said: said() };
}

test('the law as it is in this checkout is read, with the ids of earlier releases', () => {
  const law = readLaw('.', NEEDED_PARAMETERS);
  expect(law.find('licensing.decision')).toBe(law.term('licensing.decide'));
  const former = ['acceptance', 'decision', 'joint', 'delivery', 'renewal-lead'];
  expect(former.map((id) => law.term(`licensing.${id}`).id)).toEqual(
    ['accept', 'decide', 'decide-joint', 'deliver', 'renew'].map((id) => `licensing.${id}`),
  );
  expect(law.find('licensing.nonsense')).toBeUndefined();
  expect(law.near('petition.regster')[0]).toBe('petition.register');
});

test('a fault stops the start, and names file, line and remedy', () => {
  for (const [file, from, to, says] of [
    ['petition.yaml', 'unit: cd', 'unit: days', 'petition.register unit: is “days”; write one of: wd, cd, month, year, hour'],
    ['petition.yaml', 'whose: organ', 'whose: nobody', 'petition.register whose: is “nobody”'],
    ['penalty.yaml', 'amount: 90', 'amount: -90', 'penalty.decide amount: must be more than 0'],
    ['penalty.yaml', 'amount: 90', 'amount: 90.5', 'penalty.decide amount:'],
    ['coercion.yaml', 'confidence: verified', 'confidence: verified\n    colour: red', 'coercion.seize colour: does not belong here'],
    ['coercion.yaml', 'confidence: verified', 'confidence: known', 'verified goes with mark V'],
    ['coercion.yaml', 'roll: none', 'roll: next-working-day', 'rolls only where the law says so: give rollBasis'],
    ['disclosure.yaml', 'pausable: [third-party-opinion,', 'pausable: [lunch,', 'lunch is not a lawful ground'],
    ['disclosure.yaml', 'due: "01-31"', 'due: "02-30"', 'must be a day of the year MM-DD'],
    ['county/voices.yaml', 'due: period-end', 'due: "03-31"', 'a day of the year goes with 1 year'],
    ['licensing.yaml', 'formerly: [licensing.joint]', 'formerly: [licensing.accept]', 'licensing.accept is given twice'],
    ['proposals.yaml', 'id: proposals.reply-hard', 'id: promises.reply-hard', 'whose ids begin with proposals.'],
    ['litigation.yaml', 'article: "46", mark: V', 'article: "46", mark: L', 'a county parameter: move it to law/county/'],
    ['county/licensing.yaml', 'article: "50", mark: K', 'article: "50", mark: V', 'move it to the file of its statute'],
  ] as const) {
    const { line, said } = changed(file, from, to);
    expect(said).toContain(says);
    const [, named] = new RegExp(`law/${file} line (\\d+): `).exec(said ?? '') ?? [];
    // A key that does not belong there stands on the line after; a former id is told at its term.
    expect(Math.abs(Number(named) - line), `${file}: ${said}`).toBeLessThanOrEqual(1);
    expect(said).toContain(`law/${file} 第 ${named} 行：`);
    expect(said).toContain('Correct the lines named and start again');
  }
});

test('a file that is no YAML, has a key twice, holds no list or lacks a field is named with its line', () => {
  expect(changed('sme-payment.yaml', 'terms:', 'terms: [').said).toMatch(/law\/sme-payment\.yaml line \d+: /);
  const twice = changed('sme-payment.yaml', 'amount: 30', 'amount: 30\n    amount: 31');
  expect(twice.said).toContain(`law/sme-payment.yaml line ${twice.line + 1}: Map keys must be unique`);
  const limits = changed('business.yaml', 'terms:', 'limits:').said;
  expect(limits).toMatch(/line 3: terms: is missing; add it\.\n.*\n.*line 3: limits: does not belong here/);
  const without = changed('business.yaml', /\n {4}whose: organ/, '');
  expect(without.said).toMatch(/law\/business\.yaml line 4: business\.comment whose: is missing; add it/);
});

test('all faults of all files are told at once', () => {
  const { said } = changed('accident.yaml', /amount: \d+/g, 'amount: none');
  expect(said).toContain('has 9 faults; nothing was started');
});

test('[X3] a parameter that code asks for by name, misspelt, stops the start; so does an alias of nothing', () => {
  const rung = changed('county/lights.yaml', 'id: urging.chief', 'id: urging.cheif');
  expect(rung.said).toContain('law/county: no parameter urging.chief, without which nothing runs');
  const alias = changed('licensing.yaml', /\*received\b/, '*recieved');
  expect(alias.said).toMatch(/law\/licensing\.yaml line 22: .*recieved.*give the anchor/);
});

test('a faulty year of the calendar is named with file, line and remedy, as a faulty term is', () => {
  for (const [from, to, says] of [
    ['2026-02-14', '2026-02-17', 'makeup #2: make-up day 2026-02-17 is no weekend'],
    ['2026-02-14', '2026-02-15', 'makeup #2: make-up day 2026-02-15 lies in a holiday'],
    ['2026-02-14', '2026-01-04', 'makeup #2: make-up day 2026-01-04 is given twice'],
    ['from: 2026-04-04', 'from: 2026-04-07', 'off #3: holiday 2026-04-07 to 2026-04-06 ends before it begins'],
    ['from: 2026-04-04', 'from: 2026-02-20', 'off #3: holidays 2026-02-15 and 2026-02-20 overlap'],
    ['to: 2026-10-07', 'to: 2027-10-07', 'off #7: 2027-10-07 is not in 2026'],
    ['status: official', 'status: sure', 'status: is “sure”; write one of: official, provisional, missing'],
    ['year: 2026', 'year: 2026\ncolour: red', 'colour: does not belong here'],
    ['makeup: [', 'makeup: [[', 'Flow sequence in block collection'],
  ] as const) {
    const { line, said } = changed('calendar/2026.yaml', from, to);
    expect(said).toContain(says);
    const [, named] = /law\/calendar\/2026\.yaml line (\d+): /.exec(said ?? '') ?? [];
    expect(Math.abs(Number(named) - line), said).toBeLessThanOrEqual(from === 'year: 2026' ? 2 : 1);
    expect(said).toContain('nothing was started');
    expect(said).toContain('docs/schemas/calendar.schema.json');
  }
  expect(changed('calendar/2026.yaml', /2026(?=-|$)/gm, '2025').said).toContain('makeup');
  const renamed = changed('calendar/2024.yaml', 'year: 2024', 'year: 2023');
  expect(renamed.said).toMatch(/law\/calendar\/2024\.yaml line \d+: .*is not in 2023/);
});
