import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textOf } from '../../kernel/encoding.ts';
import { readCells } from './commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'banjie-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `编号,名称` and a row of it, as Excel on a Chinese Windows saves it. */
const GB = Buffer.from('b1e0bac52cc3fbb3c60d0a412d312cc2bdb9ac0d0a', 'hex');
const UTF = Buffer.from('编号,名称\r\nA-1,陆宫\r\n');
const reading = (bytes: Buffer) => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, bytes);
  const told: string[] = [];
  const cells = readCells(file, ({ en }) => told.push(en));
  return { cells: 'cells' in cells ? cells.cells : cells.faults.map(({ code }) => code), told };
};

describe('the text of a list', () => {
  it('is UTF-8, with its mark or without', () => {
    expect(textOf(UTF)).toEqual({ text: UTF.toString(), encoding: 'utf-8' });
    expect(textOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), UTF]))?.text).toBe(UTF.toString());
  });

  it('or GB18030, as a Chinese spreadsheet saves it', () => {
    expect(textOf(GB)).toEqual({ text: UTF.toString(), encoding: 'gb18030' });
  });

  it('or UTF-16, where its mark says so', () => {
    const little = Buffer.from(`\ufeff${UTF}`, 'utf16le');
    expect(textOf(little)).toEqual({ text: UTF.toString(), encoding: 'utf-16le' });
    expect(textOf(Buffer.from(little).swap16())).toEqual({ text: UTF.toString(), encoding: 'utf-16be' });
    expect(textOf(little.subarray(0, -1))).toBeUndefined();
  });

  it('or neither: a picture, or UTF-8 that has lost a byte', () => {
    expect(textOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff]))).toBeUndefined();
    expect(textOf(Buffer.concat([UTF.subarray(0, 1), UTF.subarray(2)]))).toBeUndefined();
  });
});

describe('reading a list', () => {
  const cells = [
    ['编号', '名称'],
    ['A-1', '陆宫'],
  ];

  it('gives the same cells from both, and says of GB18030 that it was', () => {
    expect(reading(UTF)).toEqual({ cells, told: [] });
    expect(reading(GB)).toEqual({ cells, told: ['list.csv is not UTF-8; it was read as GB18030.'] });
  });

  it('has one fault where the file is in neither', () => {
    expect(reading(Buffer.from([0xff, 0xff, 0x2c]))).toEqual({ cells: ['unknown-encoding'], told: [] });
  });
});
