import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import type { ItemLine } from './answers.ts';
import { useWords } from './say.tsx';

/** Which item it is: by its name, by plain words, by its code. */
export function ItemChoice({ choose, focus }: { choose: (id: string) => void; focus: boolean }) {
  const { api, lang } = useBench();
  const say = useWords();
  const [typed, setTyped] = useState('');
  const q = typed.normalize('NFKC').trim();
  const found = useQuery({
    queryKey: ['window-items', lang, q],
    queryFn: () => api.get<{ items: readonly ItemLine[] }>('/items', { q, limit: 12 }),
    enabled: q !== '',
    placeholderData: (last) => last,
  });
  const items = q === '' ? [] : (found.data?.items ?? []);
  const first = items.find(({ live }) => live);
  return (
    <div>
      <label htmlFor="item-search">{say('item-search')}</label>
      <Input
        id="item-search"
        autoFocus={focus}
        value={typed}
        maxLength={100}
        autoComplete="off"
        placeholder={say('item-placeholder')}
        onChange={(event) => setTyped(event.target.value)}
        onPressEnter={() => first && choose(first.id)}
      />
      {q !== '' && found.isSuccess && items.length === 0 && <p className="muted">{say('item-none')}</p>}
      {items.length > 0 && (
        <ul className="hits">
          {items.map((item) => (
            <li key={item.id}>
              <button type="button" data-item={item.id} disabled={!item.live} onClick={() => choose(item.id)}>
                <span>{mixed(item.name, lang)}</span>
                <span className={item.handling === 'on-the-spot' ? 'tag spot' : 'tag'}>
                  {say(item.live ? (item.handling === 'on-the-spot' ? 'item-on-the-spot' : 'item-promise') : 'item-not-live')}
                </span>
                <small>
                  {item.id} · {mixed(item.department, lang)}
                  {item.plain && <> · {mixed(item.plain, lang)}</>}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
