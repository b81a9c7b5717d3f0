import type { ComponentType, LazyExoticComponent } from 'react';
import type { Text } from '../kernel/text.ts';

/** One page of the workbench, brought by an institution and loaded when it is opened. */
export interface Screen {
  /** Below `/workbench`, as the router writes it. */
  readonly path: string;
  readonly title: Text;
  readonly screen: LazyExoticComponent<ComponentType>;
  /** Stands in the navigation under this name, with a key that leads there; with roles, for those alone who hold one today. */
  readonly nav?: { readonly to: string; readonly key?: string; readonly mark: string; readonly roles?: readonly string[] };
}
