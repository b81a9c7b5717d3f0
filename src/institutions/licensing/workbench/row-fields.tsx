import { Button, Input, Select } from 'antd';
import { useBench } from '../../../workbench/bench.tsx';
import { useWords } from './say.tsx';
import type { Choice } from './story.ts';

type Line = Readonly<Record<string, string | undefined>>;

export interface RowsProps {
  readonly kind: 'demands' | 'parties';
  readonly value: unknown;
  readonly set: (lines: readonly Line[]) => void;
  readonly papers: readonly Choice[];
}

const KEYS = {
  demands: [
    ['what', 'demand-what'],
    ['how', 'demand-how'],
  ],
  parties: [
    ['name', 'party-name'],
    ['contact', 'party-contact'],
  ],
} as const;

/** Fields that come in lines: the points of a notice, the persons to be told. */
export function Rows({ kind, value, set, papers }: RowsProps) {
  const { lang } = useBench();
  const say = useWords();
  const lines = Array.isArray(value) && value.length > 0 ? (value as Line[]) : [{}];
  const change = (i: number, key: string, text: string | undefined) =>
    set(lines.map((line, n) => (n === i ? { ...line, [key]: text || undefined } : line)));
  const keyed = lines.map((line, i) => ({ line, i, key: String(i) }));
  return (
    <div className="lines">
      {keyed.map(({ line, i, key: name }) => (
        <div className="line" key={name}>
          {kind === 'demands' && (
            <Select
              value={line.material}
              onChange={(code) => change(i, 'material', code)}
              options={papers.map((one) => ({ value: one.value, label: one.label[lang] }))}
              placeholder={say('demand-material')}
              aria-label={say('demand-material')}
              allowClear
            />
          )}
          {KEYS[kind].map(([key, word]) => (
            <Input
              key={key}
              value={line[key] ?? ''}
              maxLength={key === 'name' ? 100 : 2000}
              onChange={(event) => change(i, key, event.target.value)}
              placeholder={say(word)}
              aria-label={say(word)}
            />
          ))}
          {lines.length > 1 && (
            <Button size="small" onClick={() => set(lines.filter((_, n) => n !== i))}>
              {say('remove')}
            </Button>
          )}
        </div>
      ))}
      <Button size="small" onClick={() => set([...lines, {}])}>
        {say(kind === 'demands' ? 'add-demand' : 'add-party')}
      </Button>
    </div>
  );
}
