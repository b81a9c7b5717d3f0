import { lazy } from 'react';
import type { Kept, Screen } from '../../../workbench/screens.ts';
import { words } from './words.ts';

/** Seats of the service hall's windows (P10). */
const AT_WINDOWS: Kept = { roles: ['window-clerk', 'chief-representative'], basis: 'P10, S3-35' };

/** The screens at the windows, each loaded when it is opened. */
export const visitScreens: readonly Screen[] = [
  {
    path: '/window',
    title: words.window,
    screen: lazy(() => import('./window.screen.tsx')),
    kept: AT_WINDOWS,
    nav: { to: '/window', key: 'w', mark: '▣' },
  },
  { path: '/window/register', title: words.register, kept: AT_WINDOWS, screen: lazy(() => import('./register.screen.tsx')) },
  { path: '/window/hand-over', title: words['hand-over'], screen: lazy(() => import('./hand-over.screen.tsx')) },
];
