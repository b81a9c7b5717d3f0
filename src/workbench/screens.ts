import type { ComponentType, LazyExoticComponent } from 'react';
import type { Text } from '../kernel/text.ts';

export interface SeatView {
  readonly id: string;
  readonly organ: string;
  readonly organName: Text;
  readonly name: Text;
  readonly roles: readonly string[];
}

/** One page of the workbench, brought by an institution and loaded when it is opened. */
export interface Screen {
  /** Below `/workbench`, as the router writes it. */
  readonly path: string;
  readonly title: Text;
  readonly screen: LazyExoticComponent<ComponentType>;
  /** Shown in the navigation to whom it concerns; absent: to everybody. The server decides what is answered. */
  readonly concerns?: (seats: readonly SeatView[]) => boolean;
  /** Stands in the navigation under this name; the single key that leads there. */
  readonly nav?: { readonly to: string; readonly key?: string; readonly mark: string };
}
