import { lazy } from 'react';
import type { Screen } from '../../../workbench/screens.ts';
import { words } from './words.ts';

/** The officers' screens of the institution, each loaded when it is opened. */
export const licensingScreens: readonly Screen[] = [
  { path: '/', title: words.desk, screen: lazy(() => import('./desk.screen.tsx')), nav: { to: '/', key: 'd', mark: '◧' } },
  { path: '/board', title: words.board, screen: lazy(() => import('./board.screen.tsx')), nav: { to: '/board', key: 'b', mark: '▦' } },
  { path: '/board/rows', title: words.board, screen: lazy(() => import('./board-rows.screen.tsx')) },
  { path: '/board/decisions', title: words.board, screen: lazy(() => import('./decided.screen.tsx')) },
  { path: '/search', title: words.search, screen: lazy(() => import('./search.screen.tsx')), nav: { to: '/search', mark: '⌕' } },
  { path: '/matters/:number', title: words['col-matter'], screen: lazy(() => import('./matter.screen.tsx')) },
];
