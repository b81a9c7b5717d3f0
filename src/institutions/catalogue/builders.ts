import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Sourced } from '../../kernel/text.ts';
import type { Item } from './types.ts';

const made = <T>(value: T): Sourced<T> => ({ value, confidence: 'illustrative' });
const said = { zh: '甲', en: 'A' };

/** An item that lacks nothing; say only what the story is about. For tests. */
export const anItem = (but: Partial<Item> = {}): Item => ({
  id: 'SAM-L90',
  version: 1,
  validFrom: '2025-01-01' as LocalDate,
  status: 'in-use',
  name: { zh: '示例许可', en: 'Sample licence' },
  taskType: '01',
  lead: 'SAM',
  assists: made([]),
  level: 'county',
  levelText: '',
  setting: 'national',
  nationalAuthority: '',
  basis: made('A law, art. 1'),
  legal: made({ amount: 20, unit: 'wd' }),
  legalNote: '',
  promised: made({ amount: 10, unit: 'wd' }),
  extension: made({ amount: 10, unit: 'wd' }),
  visits: made(1),
  charged: false,
  charges: [],
  handling: 'promise',
  online: true,
  highRisk: made(false),
  cases: made([{ id: 'new', name: said, materials: ['M1'] }]),
  materials: made([{ code: 'M1', name: said, source: 'applicant', copies: 1, original: true, essential: true, declarable: false }]),
  conditions: made([said]),
  place: made(said),
  hours: made(said),
  phone: made('0000-1'),
  complaintPhone: made('0000-2'),
  leaderSeat: 'SAM-DEP',
  promisedPauses: [],
  rules: { accept: 'art. 32', examine: 'art. 34', decide: 'art. 38', deliver: 'art. 44' },
  legality: { on: '2025-12-10' as LocalDate, by: 'JUS', verdict: 'lawful' },
  pledge: { content: said, manner: said, result: said },
  supervisor: 'SAM',
  themes: ['food-and-drugs'],
  audiences: ['firm'],
  synonyms: [],
  inCore: false,
  confidence: 'illustrative',
  source: 'test',
  ...but,
});
