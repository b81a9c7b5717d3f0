import { lazy } from 'react';
import type { Screen } from '../../../workbench/screens.ts';
import { OVERSEE } from './oversee.ts';
import { words } from './words.ts';

/** The urging screens, each loaded when it is opened. */
export const urgingScreens: readonly Screen[] = [
  { path: '/urgings', title: words.mine, screen: lazy(() => import('./mine.screen.tsx')), nav: { to: '/urgings', key: 'u', mark: '◷' } },
  {
    path: '/supervision',
    title: words.open,
    screen: lazy(() => import('./open.screen.tsx')),
    nav: { to: '/supervision', mark: '◴' },
    concerns: (seats) => seats.some(({ roles }) => roles.some((role) => OVERSEE.includes(role))),
  },
  { path: '/supervision/leaders', title: words.leaders, screen: lazy(() => import('./leaders.screen.tsx')) },
  { path: '/supervision/rows', title: words.rows, screen: lazy(() => import('./rows.screen.tsx')) },
];
