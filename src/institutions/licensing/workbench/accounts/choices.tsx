import { useSearchParams } from 'react-router';
import { useBench } from '../../../../workbench/bench.tsx';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { type AccountsPage, BYS, useAccountWords } from './parts.tsx';

/** What a row is, which matters, which days, how time is counted: all of it in the address. */
export function Choices({ page }: { page: AccountsPage }) {
  const { lang } = useBench();
  const say = useAccountWords();
  const [, setParams] = useSearchParams();
  const choose = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams((old) => {
      for (const [name, value] of Object.entries(changes)) value ? old.set(name, value) : old.delete(name);
      return old;
    });
  const narrowed = BYS.flatMap((name) => {
    const named = page.narrowed[name];
    return named ? [{ name, say: named[lang] }] : [];
  });
  return (
    <div className="filters account-choices">
      <fieldset className="tabs">
        <legend className="vh">{say('rows-by')}</legend>
        {BYS.filter((by) => by !== 'seat' || page.seats).map((by) => (
          <button key={by} type="button" aria-pressed={by === page.by} onClick={() => choose({ by })}>
            {say(`by-${by}`)}
          </button>
        ))}
      </fieldset>
      <fieldset className="tabs">
        <legend className="vh">{say('which')}</legend>
        {(['closed', 'open'] as const).map((of) => (
          <button key={of} type="button" aria-pressed={of === page.of} onClick={() => choose({ of })}>
            {say(of)}
          </button>
        ))}
      </fieldset>
      {page.of === 'closed' && (
        <p className="day-choice">
          <DayInput
            id="accounts-from"
            label={say('from')}
            day={page.from}
            last={page.to}
            choose={(day) => day <= page.to && choose({ from: day, to: page.to })}
          />{' '}
          <label htmlFor="accounts-to">{say('to')}</label>{' '}
          <input
            id="accounts-to"
            type="date"
            value={page.to}
            min={page.from}
            onChange={({ target }) => target.value && target.value >= page.from && choose({ from: page.from, to: target.value })}
          />
        </p>
      )}
      <fieldset className="tabs">
        <legend className="vh">{say('unit')}</legend>
        {(['clock', 'working'] as const).map((unit) => (
          <button key={unit} type="button" aria-pressed={unit === page.unit} onClick={() => choose({ unit })}>
            {say(unit)}
          </button>
        ))}
      </fieldset>
      {narrowed.map(({ name, say: what }) => (
        <button key={name} type="button" className="plain" onClick={() => choose({ [name]: undefined })}>
          {say('only', { what })} <span aria-hidden="true">✕</span>
          <span className="vh"> {say('take-away')}</span>
        </button>
      ))}
    </div>
  );
}
