import { useRef, useState } from 'react';
import type { Work } from './answers.ts';
import { keyOf } from './desk-table.tsx';

/**
 * Where one stands in a list. It is a row, not a count: while the list is read again one stays with the matter, wherever it has moved to;
 * where it has gone, with what took its place.
 */
export function usePlace(rows: readonly Work[]) {
  const [, redraw] = useState(0);
  const place = useRef<{ readonly key?: string; readonly at: number }>({ at: 0 });
  const now = useRef(rows);
  now.current = rows;
  const where = () => {
    const { key, at } = place.current;
    const found = key === undefined ? -1 : now.current.findIndex((row) => keyOf(row) === key);
    return found >= 0 ? found : Math.max(Math.min(at, now.current.length - 1), 0);
  };
  const point = (at: number) => {
    const row = now.current[at];
    if (!row) return;
    place.current = { key: keyOf(row), at };
    redraw((n) => n + 1);
  };
  const top = () => {
    place.current = { at: 0 };
    redraw((n) => n + 1);
  };
  return { at: where(), point, move: (by: number) => point(where() + by), top };
}
