import { lazy } from 'react';
import type { Role } from '../kernel/organisation/types.ts';
import { words as calendarWords } from './calendar/words.ts';
import type { Screen } from './screens.ts';
import { words } from './words.ts';

/** Whom the calendar concerns: the administrator, and the seats of the government office. */
const KEEPERS: readonly Role[] = ['administrator', 'office-director', 'county-head', 'deputy-county-head'];

/** Screens of the house itself, which belong to no single institution. */
export const houseScreens: readonly Screen[] = [
  { path: '/wall', title: words.wall, screen: lazy(() => import('./wall.screen.tsx')), nav: { to: '/wall', key: 'g', mark: '▤' } },
  {
    path: '/calendar',
    title: calendarWords.calendar,
    screen: lazy(() => import('./calendar/calendar.screen.tsx')),
    concerns: (seats) => seats.some(({ roles }) => roles.some((role) => KEEPERS.includes(role))),
    nav: { to: '/calendar', mark: '▧' },
  },
  { path: '/wall/:institution', title: words['wall-list'], screen: lazy(() => import('./wall-rows.screen.tsx')) },
];
