import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { Link } from 'react-router';
import { idTypeNames } from '../../../kernel/organisation/words.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { Refused } from '../../../workbench/api.ts';
import { useBench } from '../../../workbench/bench.tsx';
import type { Earlier } from './answers.ts';
import { Field, faulty } from './field.tsx';
import type { Filled } from './form.ts';
import { RenewBy } from './renewal.tsx';
import { useWords } from './say.tsx';

export interface PartProps {
  readonly filled: Filled;
  readonly change: (f: Filled) => void;
  readonly faultAt: (path: string) => string | undefined;
}

/** Who applies; what the same person gave before is filled in. */
export function Applicant({ filled, change, faultAt }: PartProps) {
  const { api, lang, session } = useBench();
  const say = useWords();
  const { idType, idNumber } = filled;
  const look = useMutation({
    mutationFn: () => api.post<Earlier>('/window/person', { idType, idNumber }),
    onSuccess: ({ applicant, form = {} }) => {
      if (!applicant) return;
      change({
        ...filled,
        kind: applicant.kind,
        name: applicant.name,
        phone: applicant.phone ?? filled.phone,
        address: filled.address || (form.address ?? ''),
      });
    },
  });
  const may = session.seats.some(({ organ, roles }) => organ === 'ASB' && roles.includes('window-clerk'));
  const refused = look.error instanceof Refused ? look.error.problem : undefined;
  const types = Object.entries(idTypeNames).filter(([type]) => (filled.kind === 'firm') === (type === 'credit-code'));
  const wrongNumber = faultAt('applicant.idNumber') ?? refused?.errors?.map(({ message }) => message).join(' ');
  return (
    <section>
      <h3>{say('who')}</h3>
      <div className="grid">
        <div className="field whole">
          <Radio.Group
            value={filled.kind}
            aria-label={say('who')}
            options={(['person', 'firm'] as const).map((value) => ({ value, label: say(`kind-${value}`) }))}
            onChange={(event) =>
              change({ ...filled, kind: event.target.value, idType: event.target.value === 'firm' ? 'credit-code' : 'resident-id' })
            }
          />
        </div>
        <Field id="f-id-type" label={say('id-type')} fault={faultAt('applicant.idType')}>
          <Select
            id="f-id-type"
            value={idType}
            aria-label={say('id-type')}
            onChange={(next: string) => change({ ...filled, idType: next })}
            options={types.map(([value, name]) => ({ value, label: name[lang] }))}
          />
        </Field>
        <Field id="f-id-number" label={say('id-number')} fault={wrongNumber}>
          <div className="row">
            <Input
              id="f-id-number"
              {...(wrongNumber && faulty('f-id-number'))}
              value={idNumber}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => change({ ...filled, idNumber: event.target.value })}
              onPressEnter={() => may && idNumber.trim() !== '' && look.mutate()}
            />
            {may && (
              <Button onClick={() => look.mutate()} loading={look.isPending} disabled={idNumber.trim() === ''} data-look>
                {say('look-up')}
              </Button>
            )}
          </div>
        </Field>
        <Field id="f-name" label={say('name')} fault={faultAt('applicant.name')}>
          <Input
            id="f-name"
            value={filled.name}
            maxLength={100}
            autoComplete="off"
            onChange={(e) => change({ ...filled, name: e.target.value })}
          />
        </Field>
        <Field id="f-phone" label={say('phone')} fault={faultAt('applicant.phone')}>
          <Input
            id="f-phone"
            type="tel"
            value={filled.phone}
            maxLength={40}
            autoComplete="off"
            onChange={(e) => change({ ...filled, phone: e.target.value })}
          />
        </Field>
      </div>
      {refused && !refused.errors && <p className="fault">{mixed(refused.title, lang)}</p>}
      {look.data && (
        <div className="looked" role="status">
          <p>
            {look.data.found === 0 ? say('looked-none') : say('looked-found', { n: look.data.found })} <small>{say('look-note')}</small>
          </p>
          <ul>
            {look.data.matters.slice(0, 5).map(({ number, itemName, opened, licence }) => (
              <li key={number}>
                <Link to={`/matters/${encodeURIComponent(number)}`}>{number}</Link> {mixed(itemName[lang], lang)}{' '}
                <small>{opened.slice(0, 10)}</small>
                {licence && <RenewBy licence={licence} />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
