import { lazy } from 'react';
import type { Screen } from './screens.ts';
import { words } from './words.ts';

/** Screens of the house itself, which belong to no single institution. */
export const houseScreens: readonly Screen[] = [
  { path: '/wall', title: words.wall, screen: lazy(() => import('./wall.screen.tsx')), nav: { to: '/wall', key: 'g', mark: '▤' } },
  { path: '/wall/:institution', title: words.wall, screen: lazy(() => import('./wall-rows.screen.tsx')) },
];
