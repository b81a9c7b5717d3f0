import type { ReactNode } from 'react';
import type { Lang, Text } from '../../kernel/text.ts';
import { langOf } from '../../pictures/zh.tsx';
import { say } from '../say.ts';
import { mixed, T } from './text.tsx';

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
  /** In a list to choose from: under which heading, after what has none. One object for all of a group. */
  readonly group?: Text;
}

interface Common {
  /** The path of the schema, `applicant.idNumber`; it is the form name too. */
  readonly name: string;
  readonly label: Text;
  readonly lang: Lang;
  readonly hint?: Text;
  /** The sentence of the schema, already in the page's language. */
  readonly error?: string;
  /** What was typed before; an error never empties a field. */
  readonly value?: string;
  readonly optional?: boolean;
}

export interface FieldProps extends Common {
  readonly kind?: 'text' | 'tel' | 'email' | 'number' | 'date' | 'search' | 'password' | 'file' | 'textarea' | 'select';
  readonly options?: readonly Option[];
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly rows?: number;
  readonly maxLength?: number;
  readonly accept?: string;
  /** About how much is expected: a short number, a name, a line. */
  readonly size?: 'short' | 'middle' | 'full';
}

/** The id of a field, the same for its error's link. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]+/g, '-')}`;

export function Field({
  kind = 'text',
  options = [],
  rows = 5,
  size = 'full',
  accept,
  inputMode,
  autoComplete,
  maxLength,
  ...common
}: FieldProps) {
  const { name, value, lang, optional } = common;
  // What was typed keeps its own language on a page of the other one.
  const own = typeof value === 'string' ? langOf(value, lang) : undefined;
  const input = { ...described(common), name, lang: own, className: size, 'aria-required': !optional || undefined };
  return (
    <Frame {...common}>
      {kind === 'textarea' ? (
        <textarea {...input} rows={rows} maxLength={maxLength} defaultValue={value} />
      ) : kind === 'select' ? (
        <select {...input} defaultValue={value ?? ''}>
          <option value="">{say('choose', lang)}</option>
          {[undefined, ...new Set(options.flatMap(({ group }) => group ?? []))].map((group) => {
            const own = options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label[lang]}
                </option>
              ));
            return group ? (
              <optgroup key={group.en} label={group[lang]}>
                {own}
              </optgroup>
            ) : (
              own
            );
          })}
        </select>
      ) : (
        <input
          {...input}
          type={kind}
          defaultValue={kind === 'file' ? undefined : value}
          accept={accept}
          inputMode={inputMode}
          autoComplete={autoComplete}
          maxLength={maxLength}
        />
      )}
    </Frame>
  );
}

export interface ChoiceProps extends Omit<Common, 'value'> {
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  /** What was ticked before. */
  readonly values?: readonly string[];
}

/** One of several, or several of many: the first box carries the id, so that an error's link lands on it. */
export function Choice({ kind, options, values = [], ...common }: ChoiceProps) {
  const { name, label, hint, error, lang } = common;
  const { id, ...rest } = described(common);
  return (
    <fieldset className={error ? 'field wrong' : 'field'} {...rest}>
      <legend>
        <T text={label} lang={lang} />
        <Optional {...common} />
      </legend>
      <Notes id={id} hint={hint} error={error} lang={lang} />
      {options.map((option, i) => (
        <label key={option.value} className="choice">
          <input
            type={kind}
            id={i === 0 ? id : undefined}
            name={name}
            value={option.value}
            defaultChecked={values.includes(option.value)}
          />
          <span>
            <T text={option.label} lang={lang} />
            {option.hint && (
              <small>
                <T text={option.hint} lang={lang} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Frame({ children, ...common }: Common & { children: ReactNode }) {
  const { name, label, hint, error, lang } = common;
  const id = fieldId(name);
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        <T text={label} lang={lang} />
        <Optional {...common} />
      </label>
      <Notes id={id} hint={hint} error={error} lang={lang} />
      {children}
    </div>
  );
}

function Notes({ id, hint, error, lang }: { id: string; hint?: Text; error?: string; lang: Lang }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          <T text={hint} lang={lang} />
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <b className="vh">{say('error-prefix', lang)}</b>
          {mixed(error, lang)}
        </p>
      )}
    </>
  );
}

const Optional = ({ optional, lang }: Pick<Common, 'optional' | 'lang'>) => optional && <small> ({say('optional', lang)})</small>;

const described = ({ name, hint, error }: Pick<Common, 'name' | 'hint' | 'error'>) => {
  const id = fieldId(name);
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': notes || undefined } as const;
};
