import { Input } from 'antd';
import type { PartProps } from './applicant.tsx';
import { Field } from './field.tsx';
import { useWords } from './say.tsx';

/** What is applied for: the licence it rests on, shop or project, place, details, and the sum where who decides depends on it (P7). */
export function What({ filled, change, faultAt, amountAsked }: PartProps & { amountAsked: boolean }) {
  const say = useWords();
  const line = (name: 'licence' | 'subject' | 'address' | 'amount', most: number, path = `form.${name}`, whole = false) => (
    <Field id={`f-${name}`} label={say(name)} fault={faultAt(path)} whole={whole}>
      <Input
        id={`f-${name}`}
        value={filled[name]}
        maxLength={most}
        autoComplete="off"
        inputMode={name === 'amount' ? 'decimal' : undefined}
        onChange={(event) => change({ ...filled, [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <section>
      <h3>{say('what')}</h3>
      <div className="grid">
        {filled.case !== 'new' && line('licence', 80, 'licence', true)}
        {line('subject', 100)}
        {line('address', 200)}
        <Field id="f-details" label={say('details')} fault={faultAt('form.details')} whole>
          <Input.TextArea
            id="f-details"
            value={filled.details}
            maxLength={5000}
            rows={2}
            onChange={(event) => change({ ...filled, details: event.target.value })}
          />
        </Field>
        {amountAsked && line('amount', 20, 'amount')}
      </div>
    </section>
  );
}
