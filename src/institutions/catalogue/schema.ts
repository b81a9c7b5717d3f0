import { z } from 'zod';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Confidence } from '../../kernel/text.ts';
import type { Level } from './types.ts';
import { CSV, type FaultCode, LEVEL_WORDS } from './words.ts';

/** A row of a CSV list, keyed by its header; a message is a fault code, so that every cell at fault finds its sentence. */
const says = (code: FaultCode) => ({ error: code });
/** Characters in a cell, and in one that stands as a heading or in an address. */
export const LONGEST = { cell: 1000, name: 200, id: 64 } as const;
const upTo = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => text.length <= most, says('text-too-long'));
const cell = upTo(LONGEST.cell);
const name = upTo(LONGEST.name).refine((text) => text !== '', says('missing-name'));
const id = upTo(LONGEST.id).refine((text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text), says('bad-id'));
const whole = (least: number) =>
  cell
    .refine((text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) >= least), says('bad-number'))
    .transform((text) => (text === '' ? undefined : Number(text)));
const word = <T>(words: Readonly<Record<string, T>>, absent: T) =>
  cell.refine((text) => text === '' || Object.hasOwn(words, text), says('unknown-word')).transform((text) => words[text] ?? absent);
const confidence = cell
  .refine((text) => ['', 'verified', 'known', 'illustrative'].includes(text), says('unknown-confidence'))
  .transform((text) => (text || 'illustrative') as Confidence);
const list = cell.transform((text) =>
  text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean),
);
const flag = word({ 0: false, 1: true }, false);
/** Yuan with at most two decimals, to fen, without floating point. */
const fen = cell
  .refine((text) => text === '' || /^\d{1,9}(\.\d{1,2})?$/.test(text), says('bad-amount'))
  .transform((text) => {
    const [yuan = '', part = ''] = text.split('.');
    return text === '' ? undefined : Number(yuan) * 100 + Number(part.padEnd(2, '0'));
  });
const level = cell
  .refine((text) => text === '' || levelOf(text) !== undefined, says('unknown-level'))
  .transform((text) => ({ text, level: levelOf(text) ?? ('county' as Level) }));

export function levelOf(text: string): Level | undefined {
  return LEVEL_WORDS.find(([word]) => (word.startsWith('^') ? text.startsWith(word.slice(1)) : text.includes(word)))?.[1];
}

/** service-items.csv. Columns that must be there: `ITEM_COLUMNS`; the others may be absent. */
export const itemRow = z.object({
  item_id: id,
  item_name: name,
  item_name_en: upTo(LONGEST.name),
  item_type: word(CSV.taskType, '01'),
  item_status: word(CSV.itemStatus, 'in-use'),
  department_code: cell.refine((text) => text !== '', says('unknown-department')),
  national_authority: cell,
  implementing_level: level,
  setting_level: word(CSV.setting, 'national'),
  legal_basis: cell,
  legal_basis_confidence: confidence,
  statutory_days_wd: whole(1),
  statutory_note: cell,
  promised_days_wd: whole(1),
  visits: whole(0),
  charged: word(CSV.yesNo, false),
  related_charge_ids: list,
  handling_type: word(CSV.handling, 'promise'),
  local_item_code: cell,
  national_item_code: cell,
  in_core_136: flag,
  source: cell,
  confidence,
  limit_confidence: confidence,
  promise_confidence: confidence,
  note: cell,
});
export type ItemRow = z.output<typeof itemRow>;
export const ITEM_COLUMNS = ['item_id', 'item_name', 'department_code', 'statutory_days_wd', 'promised_days_wd'] as const;

export const chargeRow = z.object({
  charge_id: id,
  name,
  name_en: name,
  kind: word({ charge: 'charge', convenience: 'convenience' } as const, 'charge' as 'charge' | 'convenience'),
  category: cell,
  department_code: cell,
  charged: word(CSV.yesNo, false),
  standard: cell,
  amount_yuan: fen,
  unit: cell,
  charging_basis: cell,
  fund_management: cell,
  lifecycle: word(CSV.lifecycle, 'in-force'),
  related_item_id: cell,
  promised_days_wd: whole(1),
  visits: whole(0),
  local_item_code: cell,
  source: cell,
  confidence,
  promise_confidence: confidence,
  note: cell,
  in_core_62: flag,
});
export type ChargeRow = z.output<typeof chargeRow>;

export const departmentRow = z.object({
  code: id,
  name,
  name_en: name,
  status: cell,
  hall_window: flag,
});

/** The list of one district (511602): names and codes only. */
export const districtRow = z.object({
  area_code: cell,
  department: name,
  item_name: name,
  item_code: id,
  task_type: cell.refine((text) => /^\d{1,2}$/.test(text), says('bad-number')),
  dept_code: id,
  link: cell,
});
export const DISTRICT_COLUMNS = ['area_code', 'department', 'item_name', 'item_code', 'task_type', 'dept_code', 'link'] as const;

export const localDate = z.custom<LocalDate>((value) => isLocalDate(value), says('bad-date'));
