import { lazy } from 'react';

import type { Kept, Screen, SeatView } from '../../../workbench/screens.ts';
import { words as accountWords } from './accounts/words.ts';
import { words as feeWords } from './fees/words.ts';
import { words as headWords } from './head/words.ts';
import { words as lookUpWords } from './look-ups/words.ts';
import { words as paperWords } from './papers/words.ts';
import { words as reviewWords } from './review/words.ts';
import { SUPERVISORS } from './supervisors.ts';
import { words } from './words.ts';

/** Whoever holds a seat of one of these roles today. */
const holding =
  (...roles: readonly string[]) =>
  (seats: readonly SeatView[]): boolean =>
    seats.some((seat) => seat.roles.some((role) => roles.includes(role)));

/** The cashier's day is for the cashier, the centre and those who supervise. */
const DAY_OF_FEES: Kept = {
  roles: ['cashier'],
  organs: ['ASB', 'EFF', 'AUD', 'GOV', 'COUNTY', 'CDI'],
  who: feeWords['kept-who'],
  basis: 'S3-37',
};

/** What those who look over the whole county look through (P15). */
const SUPERVISION: Kept = { roles: SUPERVISORS, basis: 'P15' };

/** Chiefs, deputies in charge and chief representatives; also whose authority was taken back, to see it. */
const HEADS: Kept = { roles: ['chief', 'deputy', 'chief-representative'], lost: true, basis: 'P7' };

/** The officers' screens of the institution, each loaded when it is opened. */
export const licensingScreens: readonly Screen[] = [
  { path: '/', title: words.desk, screen: lazy(() => import('./desk.screen.tsx')), nav: { to: '/', key: 'd', mark: '◧' } },
  { path: '/board', title: words.board, screen: lazy(() => import('./board.screen.tsx')), nav: { to: '/board', key: 'b', mark: '▦' } },
  { path: '/board/rows', title: words['board-matters'], screen: lazy(() => import('./board-rows.screen.tsx')) },
  { path: '/board/decisions', title: words['board-decisions'], screen: lazy(() => import('./decided.screen.tsx')) },
  { path: '/board/refilings', title: words.refilings, kept: SUPERVISION, screen: lazy(() => import('./refiled.screen.tsx')) },
  { path: '/review/items', title: reviewWords['review-items'], kept: SUPERVISION, screen: lazy(() => import('./review/items.screen.tsx')) },
  {
    path: '/review/deciders',
    title: reviewWords['review-deciders'],
    kept: SUPERVISION,
    screen: lazy(() => import('./review/deciders.screen.tsx')),
  },
  {
    path: '/accounts',
    title: accountWords.accounts,
    screen: lazy(() => import('./accounts/accounts.screen.tsx')),
    nav: { to: '/accounts', key: 't', mark: '◔' },
    concerns: holding('chief', 'deputy', 'section-head', ...SUPERVISORS),
  },
  { path: '/accounts/rows', title: accountWords.rows, screen: lazy(() => import('./accounts/rows.screen.tsx')) },
  { path: '/accounts/signs', title: accountWords.signs, screen: lazy(() => import('./accounts/signs.screen.tsx')) },
  { path: '/search', title: words.search, screen: lazy(() => import('./search.screen.tsx')), nav: { to: '/search', mark: '⌕' } },
  {
    path: '/head',
    title: headWords.head,
    screen: lazy(() => import('./head/head.screen.tsx')),
    nav: { to: '/head', key: 'h', mark: '◉' },
    concerns: holding(...HEADS.roles),
    kept: HEADS,
  },
  {
    path: '/fees',
    title: feeWords.fees,
    screen: lazy(() => import('./fees/fees.screen.tsx')),
    nav: { to: '/fees', key: 'f', mark: '￥' },
    concerns: holding('cashier'),
    kept: DAY_OF_FEES,
  },
  {
    path: '/window/look-ups',
    title: lookUpWords['look-ups'],
    screen: lazy(() => import('./look-ups/look-ups.screen.tsx')),
    nav: { to: '/window/look-ups', mark: '◎' },
    kept: { roles: ['auditor', 'efficiency-inspector'], basis: 'P10' },
  },
  { path: '/matters/:number/decision', title: paperWords.decision, screen: lazy(() => import('./papers/decision.screen.tsx')) },
  { path: '/matters/:number/papers', title: paperWords['side-by-side'], screen: lazy(() => import('./papers/side-by-side.screen.tsx')) },
  { path: '/matters/:number', title: words['col-matter'], screen: lazy(() => import('./matter.screen.tsx')) },
];
