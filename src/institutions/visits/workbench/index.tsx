import { lazy } from 'react';
import type { Screen } from '../../../workbench/screens.ts';
import { words } from './words.ts';

/** The screens at the windows, each loaded when it is opened. */
export const visitScreens: readonly Screen[] = [
  {
    path: '/window',
    title: words.window,
    screen: lazy(() => import('./window.screen.tsx')),
    concerns: (seats) => seats.some(({ roles }) => roles.includes('window-clerk') || roles.includes('chief-representative')),
    nav: { to: '/window', key: 'w', mark: '▣' },
  },
  { path: '/window/register', title: words.register, screen: lazy(() => import('./register.screen.tsx')) },
  { path: '/window/hand-over', title: words['hand-over'], screen: lazy(() => import('./hand-over.screen.tsx')) },
];
