import type { ComponentType, LazyExoticComponent } from 'react';
import type { Role } from '../kernel/organisation/types.ts';
import type { Text } from '../kernel/text.ts';

export interface SeatView {
  readonly id: string;
  readonly organ: string;
  readonly organName: Text;
  readonly name: Text;
  readonly roles: readonly Role[];
}

/** Whom the server answers, where that is known from the seats alone. */
export interface Kept {
  readonly roles: readonly Role[];
  /** Every seat of these organs too. */
  readonly organs?: readonly string[];
  /** Whoever lost such a seat's authority too. */
  readonly lost?: boolean;
  /** Who they are, where the names of the roles do not say it all. */
  readonly who?: Text;
  /** Practice or row of the mandate. */
  readonly basis: string;
}

/** `lost`: seats from which one could act today, had their authority not been taken back. */
export const isFor = (kept: Kept, seats: readonly SeatView[], lost: readonly SeatView[] = []): boolean =>
  hasPart(kept, kept.lost ? [...seats, ...lost] : seats);

const hasPart = ({ roles, organs = [] }: Kept, seats: readonly SeatView[]): boolean =>
  seats.some((seat) => organs.includes(seat.organ) || roles.some((role) => seat.roles.includes(role)));

/** Whether the navigation leads there. */
export const concerns = ({ concerns: whom, kept }: Screen, seats: readonly SeatView[]): boolean =>
  whom ? whom(seats) : !kept || isFor(kept, seats);

/** One page of the workbench, brought by an institution and loaded when it is opened. */
export interface Screen {
  /** Below `/workbench`, as the router writes it. */
  readonly path: string;
  readonly title: Text;
  readonly screen: LazyExoticComponent<ComponentType>;
  /** Who else opens it is told so before the server is asked, which would refuse. Absent: the server says. */
  readonly kept?: Kept;
  /** Shown in the navigation to whom it concerns; absent: to whom it is for. */
  readonly concerns?: (seats: readonly SeatView[]) => boolean;
  /** Stands in the navigation under this name; the single key that leads there. */
  readonly nav?: { readonly to: string; readonly key?: string; readonly mark: string };
}
