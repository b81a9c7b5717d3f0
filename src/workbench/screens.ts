import type { ComponentType, LazyExoticComponent } from 'react';
import type { Text } from '../kernel/text.ts';
import type { SeatView } from './api.ts';

/** One page of the workbench, brought by an institution and loaded when it is opened. */
export interface Screen {
  /** Below `/workbench`, as the router writes it. */
  readonly path: string;
  readonly title: Text;
  readonly screen: LazyExoticComponent<ComponentType>;
  /** Stands in the navigation under this name; the key after `g` that leads there. */
  /** Shown in the navigation to whom it concerns; absent: to everybody. The server decides what is answered. */
  readonly concerns?: (seats: readonly SeatView[]) => boolean;
  readonly nav?: { readonly to: string; readonly key?: string; readonly mark: string };
}
