import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useSay } from '../bench.tsx';
import { inWindows } from '../windows.ts';
import type { Word } from '../words.ts';

/** False: not for this one; somebody else may take the key. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox]';
/** A window is open until it is told to close: the rest of its way out takes no key away. */
const OPEN = '.ant-modal-wrap:not([style*="display: none"]) .ant-modal:not([style*="display: none"], [class*="-leave"]), .ant-drawer-open';
const busy = () => document.querySelector(OPEN) !== null;

/** Single keys, while nobody types and no window is open. Enter is left to what has the focus. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.closest(TYPING) || busy()) return;
      if ((event.key === 'Enter' || event.key === ' ') && target.closest('a, button, summary, [role=button], input')) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act && act(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

/** Escape in a field leaves it for the heading of the screen, so that single keys say something again; what is open there closes first. */
export function useLeaveField(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const field = (event.target as HTMLElement).closest<HTMLElement>(TYPING);
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !field || busy()) return;
      if (field.getAttribute('aria-expanded') === 'true') return;
      const heading = document.querySelector<HTMLElement>('main h1');
      heading?.setAttribute('tabindex', '-1');
      heading ? heading.focus() : field.blur();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

/** What a row of any list opens. */
const ROWS = 'main .list tbody th a, main .found li a:first-of-type, main .board-list tbody td:first-of-type a';
/** The desk goes down its rows itself: it also selects them. */
const OWN = '.desk-list';

/** Down or up the rows of whatever list is on the page; Enter then opens the one that has the focus, as it does anywhere. */
export function moveInList(by: 1 | -1): boolean {
  if (document.querySelector(OWN)) return false;
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  if (rows.length === 0) return false;
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  return true;
}

/** Keys that say something only where there is something for them. */
const WHERE: Readonly<Record<string, string>> = {
  j: `${OWN}, ${ROWS}`,
  k: `${OWN}, ${ROWS}`,
  Enter: `${OWN}, ${ROWS}`,
  x: OWN,
  a: OWN,
  n: '.queue',
};

const LIST: readonly (readonly [key: string, word: Word])[] = [
  ['j', 'key-next'],
  ['k', 'key-previous'],
  ['Enter', 'key-open'],
  ['x', 'key-select'],
  ['a', 'key-act'],
  ['/', 'key-search'],
  ['n', 'key-call'],
  ['?', 'key-help'],
  ['Esc', 'key-close'],
];

/** `screens`: keys that lead to a screen of those that concern who is signed in, and how it is called. */
export function KeyHelp({ open, close, screens }: { open: boolean; close: () => void; screens: readonly (readonly [string, string])[] }) {
  const say = useSay();
  const here = LIST.filter(([key]) => !WHERE[key] || document.querySelector(WHERE[key]) !== null);
  return (
    <Modal
      getContainer={inWindows}
      open={open}
      onCancel={close}
      footer={null}
      title={say('keys')}
      width={420}
      closable={{ 'aria-label': say('close') }}
    >
      <table className="keys">
        <tbody>
          {[...here.map(([key, word]) => [key, say(word)] as const), ...screens].map(([key, told]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{told}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
