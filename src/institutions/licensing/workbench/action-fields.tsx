import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useId } from 'react';
import { wholeFen } from '../../../kernel/money.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { YuanInput } from '../../../workbench/components/yuan-input.tsx';
import type { Field } from './fields.ts';
import { Rows } from './row-fields.tsx';
import { sayDay, useWords } from './say.tsx';
import type { Choice, Story } from './story.ts';
import { opinionTemplates } from './words.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface FormFieldsProps {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly change: (values: Values) => void;
  /** Names of what is still to be filled in, marked. */
  readonly wanting: readonly string[];
  /** What the server said of a field, by its path. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly choices?: Story['choices'];
  readonly days?: Story['days'];
  readonly steps?: readonly Choice[];
  /** Bills that the act may be about. */
  readonly bills?: readonly Choice[];
}

const asked = (fields: readonly Field[], values: Values) => fields.filter(({ when }) => !when || values[when[0]] === when[1]);
const empty = (value: unknown) => value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** Fields that must be filled in and are not. */
export const wanting = (fields: readonly Field[], values: Values): readonly string[] =>
  asked(fields, values)
    .filter((field) => !field.optional && empty(values[field.name]))
    .map(({ name }) => name);

/** An amount with a part of a fen: it is told so at its field, and not sent. */
export const fenParted = (fields: readonly Field[], values: Values): readonly string[] =>
  asked(fields, values).flatMap(({ name, kind }) => {
    const yuan = values[name];
    return kind === 'yuan' && typeof yuan === 'number' && !wholeFen(yuan) ? [name] : [];
  });

/** What is sent: fields that are asked and filled. */
export const inputOf = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    asked(fields, values).flatMap(({ name, kind }) =>
      empty(values[name]) ? [] : [[name, kind === 'party' ? Number(values[name]) : values[name]]],
    ),
  );

/** The generic form of an action: a label, a field, and under it what is wrong with it. */
export function FormFields(props: FormFieldsProps) {
  const { fields, values, wanting: missing, errors = [] } = props;
  const { lang } = useBench();
  const say = useWords();
  const parted = fenParted(fields, values);
  const choice: Partial<Record<string, readonly Choice[]>> = {
    step: props.steps ?? [],
    bill: props.bills ?? [],
    party: props.choices?.parties ?? [],
  };
  const shown = asked(fields, values).filter(({ kind }) => (choice[kind]?.length ?? 2) > 1);
  return (
    <>
      {shown.map((field) => (
        <One
          key={field.name}
          {...props}
          field={field}
          faults={[
            ...(missing.includes(field.name) ? [say('needed')] : []),
            ...(parted.includes(field.name) ? [shellSay(lang)('not-yuan')] : []),
            ...errors.filter(({ path }) => path.split('.')[0] === field.name).map(({ message }) => message),
          ]}
        />
      ))}
    </>
  );
}

function One({ field, faults, ...props }: FormFieldsProps & { field: Field; faults: readonly string[] }) {
  const { lang } = useBench();
  const say = useWords();
  const id = useId();
  const grouped = ['opinion', 'choice', 'papers', 'follow', 'demands', 'parties'].includes(field.kind);
  const label = (
    <>
      {field.label[lang]} {field.optional && <small>{say('optional')}</small>}
    </>
  );
  const fault = faults.length > 0 && (
    <p className="fault" id={`${id}-fault`}>
      {mixed([...new Set(faults)].join(' '), lang)}
    </p>
  );
  if (field.kind === 'tick')
    return (
      <div className={fault ? 'field faulty' : 'field'}>
        <Control id={id} field={field} {...props} />
        {fault}
      </div>
    );
  return grouped ? (
    <fieldset className={fault ? 'field faulty' : 'field'}>
      <legend>{label}</legend>
      <Control id={id} field={field} {...props} />
      {fault}
    </fieldset>
  ) : (
    <div className={fault ? 'field faulty' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Control id={id} field={field} {...props} />
      {fault}
    </div>
  );
}

function Control({
  id,
  field,
  values,
  change,
  choices,
  days = {},
  steps = [],
  bills = [],
}: FormFieldsProps & { field: Field; id: string }) {
  const { lang, session } = useBench();
  const say = useWords();
  const value = values[field.name];
  const set = (next: unknown) => change({ ...values, [field.name]: next ?? undefined });
  const text = typeof value === 'string' ? value : '';
  const listed = (list: readonly Choice[]) => list.map((one) => ({ value: one.value, label: one.label[lang] }));
  const select = (list: readonly Choice[], placeholder?: string) => (
    <Select
      id={id}
      value={text || undefined}
      onChange={set}
      options={listed(list)}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={field.optional}
      aria-label={field.label[lang]}
    />
  );
  switch (field.kind) {
    case 'opinion':
    case 'choice':
      return <Radio.Group value={value} onChange={(event) => set(event.target.value)} options={listed(field.options ?? [])} />;
    case 'sentence':
      return <Input id={id} value={text} maxLength={2000} onChange={(event) => set(event.target.value)} />;
    case 'long':
      return (
        <>
          <Input.TextArea id={id} value={text} maxLength={5000} rows={4} onChange={(event) => set(event.target.value)} />
          {field.name === 'text' && <Templates opinion={values.opinion} fill={set} />}
        </>
      );
    case 'date':
    case 'time': {
      const within = days[field.name];
      return (
        <>
          <Input
            id={id}
            type={field.kind}
            value={text}
            min={within?.from}
            max={within?.to}
            onChange={(event) => set(event.target.value)}
            className="short"
            aria-describedby={within && `${id}-days`}
          />
          {within && (
            <p className="muted small" id={`${id}-days`}>
              {say('days-taken', { from: sayDay(within.from, lang, session.today), to: sayDay(within.to, lang, session.today) })}
            </p>
          )}
        </>
      );
    }
    case 'yuan':
      return <YuanInput id={id} value={typeof value === 'number' ? value : null} onChange={set} className="short" />;
    case 'quantity':
    case 'number':
      return (
        <InputNumber
          id={id}
          value={typeof value === 'number' ? value : null}
          onChange={set}
          min={{ quantity: 0.001, number: 1 }[field.kind]}
          precision={{ quantity: undefined, number: 0 }[field.kind]}
          className="short"
        />
      );
    case 'tick':
      return (
        <Checkbox checked={value === true} onChange={(event) => set(event.target.checked)}>
          {field.label[lang]}
        </Checkbox>
      );
    case 'step':
      return select(steps, say('any-step'));
    case 'bill':
      return select(bills);
    case 'organ':
      return select(choices?.organs ?? []);
    case 'ground':
      return select(choices?.grounds ?? []);
    case 'charge':
      return select(choices?.charges ?? []);
    case 'moderator':
      return select(choices?.moderators ?? []);
    case 'party':
      return select(choices?.parties ?? []);
    case 'papers':
    case 'follow': {
      const offered = choices?.[field.kind] ?? [];
      // Where nothing may follow there is nothing to tick, and that is said.
      if (field.kind === 'follow' && choices && offered.length === 0) return <p className="notice">{say('none-may-follow')}</p>;
      return <Checkbox.Group className="stacked" value={Array.isArray(value) ? value : []} onChange={set} options={listed(offered)} />;
    }
    case 'demands':
    case 'parties':
      return <Rows kind={field.kind} value={value} set={set} papers={choices?.papers ?? []} />;
  }
}

/** What officers usually write; a click fills it in, in the language of the records, and it can be changed. */
function Templates({ opinion, fill }: { opinion: unknown; fill: (text: string) => void }) {
  const { lang } = useBench();
  const say = useWords();
  const texts = opinionTemplates[opinion as keyof typeof opinionTemplates] ?? [];
  if (texts.length === 0) return null;
  return (
    <div className="templates">
      <span className="muted small">{say('templates')}</span>
      {texts.map((one) => (
        <Button key={one.zh} size="small" onClick={() => fill(one.zh)}>
          {one[lang]}
        </Button>
      ))}
    </div>
  );
}
