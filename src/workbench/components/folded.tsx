import { type ReactNode, useSyncExternalStore } from 'react';

const PHONE = '(max-width: 44rem)';
const OPEN = 'menu-open';

/** On a phone folded under a word, and as it was left while the tab is open; elsewhere as it is. */
export function Folded({ label, children }: { label: string; children: ReactNode }) {
  const phone = useSyncExternalStore(watchWidth, () => matchMedia(PHONE).matches);
  if (!phone) return <>{children}</>;
  return (
    <details
      className="menu"
      open={sessionStorage.getItem(OPEN) === 'yes'}
      onToggle={({ currentTarget }) => sessionStorage.setItem(OPEN, currentTarget.open ? 'yes' : 'no')}
    >
      <summary>{label}</summary>
      {children}
    </details>
  );
}

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(PHONE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
