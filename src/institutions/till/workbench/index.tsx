import { lazy } from 'react';
import type { Kept, Screen } from '../../../workbench/screens.ts';
import { words } from './words.ts';

/** For the cashier, the centre and those who supervise. */
const KEPT: Kept = {
  roles: ['cashier'],
  organs: ['ASB', 'EFF', 'AUD', 'GOV', 'COUNTY', 'CDI'],
  who: words['kept-who'],
  basis: 'S3-37, S3-44',
};

/** The count at the end of the day; the cashier's day leads to it. */
export const tillScreens: readonly Screen[] = [
  { path: '/fees/till', title: words.till, kept: KEPT, screen: lazy(() => import('./till.screen.tsx')) },
];
