import { expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { Story } from '../builders.ts';

const testing = { ground: 'testing', expected: '2026-03-18', reason: 'Water is sampled' };

test('the promise that the law’s limit caps runs on where that is extended, or stands still longer', () => {
  const capped = new Story(readModelCounty(), '2026-03-02')
    .filed({ item: 'SAM-L02' })
    .sure('accept', {}, 'clerk')
    .on('2026-03-04')
    .sure('pause', { ...testing, ground: 'site-visit' }, 'examiner-lead')
    .on('2026-03-11')
    .sure('resume', { note: 'x' }, 'examiner-lead');
  const longer = capped.fork().sure('extend', { reason: 'x' }, 'deputy').state.clocks;
  expect([longer.legal?.due, longer.promised?.due, longer.promised?.atMost]).toEqual(['2026-03-23', '2026-03-18', undefined]);
  const held = capped.fork().sure('pause', testing, 'examiner-lead').state.clocks;
  expect([held.legal?.due, held.promised?.due, held.promised?.atMost]).toEqual(['2026-03-23', '2026-03-23', '2026-03-23']);
});
