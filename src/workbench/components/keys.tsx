import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useSay } from '../bench.tsx';
import { inWindows } from '../windows.ts';
import type { Word } from '../words.ts';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

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
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

const LIST: readonly (readonly [key: string, word: Word])[] = [
  ['j', 'key-next'],
  ['k', 'key-previous'],
  ['Enter', 'key-open'],
  ['x', 'key-select'],
  ['a', 'key-act'],
  ['/', 'key-search'],
  ['d', 'key-desk'],
  ['b', 'key-board'],
  ['w', 'key-window'],
  ['n', 'key-call'],
  ['g', 'key-wall'],
  ['?', 'key-help'],
  ['Esc', 'key-close'],
];

export function KeyHelp({ open, close }: { open: boolean; close: () => void }) {
  const say = useSay();
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
          {LIST.map(([key, word]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{say(word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
