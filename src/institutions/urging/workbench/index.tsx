import { lazy } from 'react';
import type { Kept, Screen } from '../../../workbench/screens.ts';
import { OVERSEE } from './oversee.ts';
import { words } from './words.ts';

/** What is open below a rung of the ladder, for who stands on one (P19). */
const RUNGS: Kept = { roles: OVERSEE, basis: 'P19' };

/** The urging screens, each loaded when it is opened. */
export const urgingScreens: readonly Screen[] = [
  { path: '/urgings', title: words.mine, screen: lazy(() => import('./mine.screen.tsx')), nav: { to: '/urgings', key: 'u', mark: '◷' } },
  {
    path: '/supervision',
    title: words.open,
    screen: lazy(() => import('./open.screen.tsx')),
    nav: { to: '/supervision', mark: '◴' },
    kept: RUNGS,
  },
  { path: '/supervision/leaders', title: words.leaders, kept: RUNGS, screen: lazy(() => import('./leaders.screen.tsx')) },
  { path: '/supervision/rows', title: words.rows, kept: RUNGS, screen: lazy(() => import('./rows.screen.tsx')) },
];
