import { lazy } from 'react';
import type { Screen } from '../../../workbench/screens.ts';
import { words } from './words.ts';

/** The count at the end of the day; the cashier's day leads to it. */
export const tillScreens: readonly Screen[] = [{ path: '/fees/till', title: words.till, screen: lazy(() => import('./till.screen.tsx')) }];
