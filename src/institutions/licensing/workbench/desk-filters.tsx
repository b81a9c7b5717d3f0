import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Light } from '../../../pictures/light.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import { type Desk, ROW_LIGHTS, type Work } from './answers.ts';
import { useWords } from './say.tsx';

/** As the server knows them. */
/** Lights that take no place where there is none of them. */
const RARE: readonly string[] = ['unarmed', 'over-law', 'step-overdue'];
const SORTS = ['light', 'due', 'received', 'opened'] as const;

export interface DeskFiltersProps {
  readonly asked: Readonly<Record<string, string>>;
  readonly counts: Desk['counts'];
  readonly rows: readonly Work[];
  readonly choose: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Lights as tabs with their numbers, then item, step and words. */
export function DeskFilters({ asked, counts, rows, choose }: DeskFiltersProps) {
  const { lang } = useBench();
  const say = useWords();
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const items = useKnown(rows.map((row) => [row.item, row.itemName[lang]] as const));
  const organs = useKnown(
    rows.flatMap((row) => [[row.organ, row.organName[lang]] as const, ...(row.leadName ? [[row.lead, row.leadName[lang]] as const] : [])]),
  );
  const steps = useKnown(rows.map((row) => [row.step, row.stepName[lang]] as const));
  return (
    <div className="filters">
      <fieldset className="tabs">
        <legend className="vh">{say('filter-light')}</legend>
        <button type="button" aria-pressed={!asked.light} onClick={() => choose({ light: undefined })}>
          {say('filter-all')} <b>{all}</b>
        </button>
        {ROW_LIGHTS.filter((light) => !RARE.includes(light) || counts[light] > 0 || asked.light === light).map((light) => (
          <button
            key={light}
            type="button"
            aria-pressed={asked.light === light}
            onClick={() => choose({ light: asked.light === light ? undefined : light })}
          >
            <Light state={light} lang={lang} /> <b>{counts[light]}</b>
          </button>
        ))}
      </fieldset>
      <Choice label={say('filter-item')} any={say('filter-any')} value={asked.item} known={items} choose={(item) => choose({ item })} />
      <Choice label={say('filter-step')} any={say('filter-any')} value={asked.step} known={steps} choose={(step) => choose({ step })} />
      <Choice
        label={say('filter-organ')}
        any={say('filter-any')}
        value={asked.organ}
        known={organs}
        choose={(organ) => choose({ organ })}
      />
      <Select
        className="choice sort"
        value={asked.sort ?? 'light'}
        aria-label={say('sort')}
        prefix={<span aria-hidden="true">⇅</span>}
        options={SORTS.map((value) => ({ value, label: say(`sort-${value}`) }))}
        onChange={(sort) => choose({ sort: sort === 'light' ? undefined : sort })}
        popupMatchSelectWidth={false}
      />
      <Words value={asked.q ?? ''} label={say('filter-q')} choose={(q) => choose({ q: q || undefined })} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value?: string;
  readonly known: ReadonlyMap<string, string>;
  readonly choose: (value: string | undefined) => void;
}

function Choice({ label, any, value, known, choose }: ChoiceProps) {
  return (
    <Select
      className="choice"
      value={value}
      allowClear
      placeholder={`${label}: ${any}`}
      aria-label={label}
      options={[...known].map(([id, name]) => ({ value: id, label: name }))}
      onChange={(next: string | undefined) => choose(next)}
      popupMatchSelectWidth={false}
    />
  );
}

/** Sent when one stops typing. */
function Words({ value, label, choose }: { value: string; label: string; choose: (q: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const wait = setTimeout(() => choose(typed.trim()), 350);
    return () => clearTimeout(wait);
  });
  return (
    <Input
      type="search"
      className="words"
      value={typed}
      maxLength={100}
      allowClear
      onChange={(event) => setTyped(event.target.value)}
      placeholder={label}
      aria-label={label}
    />
  );
}

/** What was once on the list stays on offer while one narrows it. */
function useKnown(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    setKnown((old) => (pairs.every(([id, name]) => old.get(id) === name) ? old : new Map([...old, ...pairs])));
  }, [pairs]);
  return known;
}
