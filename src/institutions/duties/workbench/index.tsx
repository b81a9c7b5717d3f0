import { lazy } from 'react';
import type { Role } from '../../../kernel/organisation/types.ts';
import type { Screen } from '../../../workbench/screens.ts';
import { words } from './words.ts';

/** Who answers for an organ, and who looks over the county. */
const CONCERNED: readonly Role[] = [
  'administrator',
  'office-director',
  'county-head',
  'deputy-county-head',
  'efficiency-inspector',
  'deputy',
  'chief',
];

/** The register of recurring duties, and each of them. */
export const dutyScreens: readonly Screen[] = [
  {
    path: '/duties',
    title: words.duties,
    screen: lazy(() => import('./duties.screen.tsx')),
    concerns: (seats) => seats.some(({ roles }) => CONCERNED.some((role) => roles.includes(role))),
    nav: { to: '/duties', mark: '↻' },
  },
  { path: '/duties/:duty', title: words['one-duty'], screen: lazy(() => import('./duty.screen.tsx')) },
];
