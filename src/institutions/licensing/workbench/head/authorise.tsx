import { Input, Select } from 'antd';
import { useState } from 'react';
import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import type { HeadPage } from './answers.ts';
import { Change, Field } from './change.tsx';
import { useHeadWords } from './part.tsx';

/** Somebody of the organ, for a time, for some items or all, by a paper. What the authority table lets her decide is said beforehand. */
export default function Authorise({ page, close }: { page: HeadPage; close: () => void }) {
  const { lang } = useBench();
  const say = useHeadWords();
  const [organ, setOrgan] = useState(page.organs[0]?.organ ?? '');
  const [person, setPerson] = useState<string>();
  const [from, setFrom] = useState(page.today);
  const [until, setUntil] = useState('');
  const [items, setItems] = useState<string[]>([]);
  const [basis, setBasis] = useState('');
  const people = page.people.filter((one) => one.organ === organ);
  const own = page.items.filter((one) => one.organ === organ);
  const name = people.find((one) => one.person === person)?.name ?? { zh: '', en: '' };
  return (
    <Change
      title={say('authorise')}
      go={say('authorise-go')}
      path="/head/authorisations"
      body={{ organ, person: person ?? '', from, ...(until && { until }), ...(items.length > 0 && { items }), basis }}
      missing={[...(person ? [] : ['person']), ...(from ? [] : ['from']), ...(basis.trim() ? [] : ['basis'])]}
      told={say('authorised', { name })}
      close={close}
    >
      {(faultOf) => (
        <>
          {page.organs.length > 1 && (
            <Field id="authorise-organ" label={say('field-organ')} fault={faultOf('organ')}>
              <Select
                id="authorise-organ"
                value={organ}
                onChange={setOrgan}
                options={page.organs.map((one) => ({ value: one.organ, label: one.name[lang] }))}
              />
            </Field>
          )}
          <Field id="authorise-person" label={say('field-person')} fault={faultOf('person')}>
            <Select
              id="authorise-person"
              value={person}
              onChange={setPerson}
              showSearch={{ optionFilterProp: 'label' }}
              options={people.map((one) => ({
                value: one.person,
                label: `${one.name[lang]} · ${one.seats.map((seat) => seat[lang]).join(say('comma'))}`,
              }))}
            />
          </Field>
          <Field id="authorise-from" label={say('field-from')} fault={faultOf('from')}>
            <Input id="authorise-from" type="date" className="short" value={from} onChange={({ target }) => setFrom(target.value)} />
          </Field>
          <Field id="authorise-until" label={say('field-until')} fault={faultOf('until')}>
            <Input id="authorise-until" type="date" className="short" value={until} onChange={({ target }) => setUntil(target.value)} />
          </Field>
          <Field id="authorise-items" label={say('field-items')} fault={faultOf('items')}>
            <Select
              id="authorise-items"
              mode="multiple"
              value={items}
              onChange={setItems}
              showSearch={{ optionFilterProp: 'label' }}
              options={own.map((one) => ({ value: one.id, label: `${one.id} ${one.name[lang]}` }))}
            />
            <Decides items={own.filter((one) => items.length === 0 || items.includes(one.id))} />
          </Field>
          <Field id="authorise-basis" label={say('field-basis')} fault={faultOf('basis')}>
            <Input
              id="authorise-basis"
              value={basis}
              maxLength={200}
              placeholder={say('basis-hint')}
              onChange={({ target }) => setBasis(target.value)}
            />
          </Field>
        </>
      )}
    </Change>
  );
}

const NAMED = 4;

function Decides({ items }: { items: HeadPage['items'] }) {
  const { lang } = useBench();
  const say = useHeadWords();
  const deciding = items.filter((one) => one.decides);
  const named = deciding
    .slice(0, NAMED)
    .map((one) => one.name[lang])
    .join(say('comma'));
  const said = deciding.length > NAMED ? say('decides-more', { items: named }) : named;
  return (
    <p className="muted small">
      {mixed(deciding.length === 0 ? say('decides-none') : say('decides-some', { n: deciding.length, items: said }), lang)}
    </p>
  );
}
