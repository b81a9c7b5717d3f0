import type { ExportTable } from './kernel/journal/ndjson.ts';
import type { SealedRegister } from './kernel/journal/seals.ts';

/** Registers that are truth beside the journal, in the order in which they can be imported. */
export const REGISTER_TABLES: readonly ExportTable[] = [
  { name: 'journal.calendar_edition', key: ['number'] },
  { name: 'organisation.edition', key: ['edition'] },
  { name: 'organisation.organ', key: ['code'] },
  { name: 'organisation.seat', key: ['id'] },
  { name: 'organisation.appointment', key: ['id'] },
  { name: 'organisation.ending', key: ['kind', 'id'] },
  { name: 'organisation.authorisation', key: ['id'] },
  { name: 'organisation.withdrawal', key: ['id'] },
  { name: 'catalogue.edition', key: ['id'] },
  { name: 'catalogue.department', key: ['code', 'edition'] },
  { name: 'catalogue.item_version', key: ['id', 'version'] },
  { name: 'catalogue.charge', key: ['id', 'edition'] },
  { name: 'catalogue.bundle', key: ['id', 'edition'] },
  { name: 'catalogue.authority_row', key: ['edition', 'place'] },
  { name: 'urging.record', key: ['number'] },
  { name: 'journal.edition_seal', key: ['register', 'edition', 'relation'] },
];

/** Registers recorded in editions; the calendar's own editions chain like facts. */
export const SEALED: readonly SealedRegister[] = [
  { name: 'organisation.edition', key: 'edition' },
  { name: 'catalogue.edition', key: 'id' },
];
