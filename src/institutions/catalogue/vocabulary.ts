/** Closed lists the catalogue speaks in; their Chinese and English stand in `words.ts`. */
export const LEVELS = ['township', 'county', 'city', 'province'] as const;
export type Level = (typeof LEVELS)[number];

export const ACTS = ['accept', 'propose', 'check', 'approve', 'decide', 'extend', 'deliver', 'handle-on-the-spot'] as const;
export type Act = (typeof ACTS)[number];

export const THEMES = [
  'start-business',
  'shops-and-signs',
  'food-and-drugs',
  'transport',
  'vehicles-and-driving',
  'education',
  'health',
  'employment',
  'farming',
  'forest-and-wildlife',
  'water',
  'land-and-planning',
  'building',
  'city-works',
  'environment',
  'safety',
  'investment',
  'culture-and-tourism',
  'sports',
  'civil-affairs',
  'household',
  'public-security',
  'exit-and-entry',
  'religion',
  'tax-and-finance',
  'weather',
  'legal-services',
] as const;
export type Theme = (typeof THEMES)[number];
