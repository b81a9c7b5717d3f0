import type { ReactNode } from 'react';
import type { Lang, Text } from '../../kernel/text.ts';
import { langOf } from '../../pictures/zh.tsx';
import { say } from '../say.ts';
import { fieldId } from './field.tsx';
import { mixed, T } from './text.tsx';

export interface FormProps {
  readonly action: string;
  readonly method?: 'get' | 'post';
  /** Values sent along: the idempotency key, the step acted on. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly files?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The server checks and answers in the page's own words, so the browser's bubbles are turned off. */
export function Form({ action, method = 'post', hidden = {}, files, className = 'form', children }: FormProps) {
  return (
    <form action={action} method={method} encType={files ? 'multipart/form-data' : undefined} className={className} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export interface FieldError {
  /** Path of the field at fault; without one the fault is the form's as a whole. */
  readonly path?: string;
  readonly message: string;
}

/** What a form calls its fields, by path. */
export type Labels = Readonly<Record<string, Text>>;

/** At the head of a form that came back: how many faults, each naming its field and leading to it. */
export function ErrorSummary({ errors, labels, lang }: { errors: readonly FieldError[]; labels: Labels; lang: Lang }) {
  if (errors.length === 0) return null;
  const title = errors.length === 1 ? say('errors-one', lang) : say('errors-many', lang, { n: errors.length });
  return (
    <div className="summary" role="alert" tabIndex={-1} id="errors">
      <h2>{title}</h2>
      <p>{say('errors-say', lang)}</p>
      <ul>
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path ? <a href={`#${fieldId(path)}`}>{mixed(named(path, message, labels, lang), lang)}</a> : mixed(message, lang)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Five links that read alike tell nobody which is which (WCAG 2.4.4). */
function named(path: string, message: string, labels: Labels, lang: Lang): string {
  const label = Object.hasOwn(labels, path) ? labels[path]?.[lang] : undefined;
  return label === undefined ? message : say('error-at', lang, { label, message: afterColon(message) });
}

/** A sentence goes on in small letters after a colon; a name or a sign (`PDF`, `A-1.png`) stays as it is. */
const afterColon = (message: string): string => message.replace(/^[A-Z](?=[a-z]* [a-z])/, (first) => first.toLowerCase());

export interface ButtonProps {
  readonly lang: Lang;
  readonly text: Text;
  readonly plain?: boolean;
  readonly name?: string;
  readonly value?: string;
}

export const Button = ({ lang, text, plain, name, value }: ButtonProps) => (
  <button type="submit" className={plain ? 'button plain' : 'button'} name={name} value={value}>
    <T text={text} lang={lang} />
  </button>
);

export const ButtonLink = ({ lang, text, href, plain }: { lang: Lang; text: Text; href: string; plain?: boolean }) => (
  <a href={href} className={plain ? 'button plain' : 'button'}>
    <T text={text} lang={lang} />
  </a>
);

export interface SearchBoxProps {
  readonly lang: Lang;
  readonly action: string;
  readonly name?: string;
  readonly label: Text;
  readonly value?: string;
  /** Words people begin with, as links. */
  readonly hints?: readonly { readonly href: string; readonly label: Text }[];
}

export function SearchBox({ lang, action, name = 'q', label, value, hints = [] }: SearchBoxProps) {
  return (
    <search>
      <form action={action} method="get" className="search">
        <input
          type="search"
          name={name}
          id={fieldId(name)}
          defaultValue={value}
          lang={value ? langOf(value, lang) : undefined}
          aria-label={label[lang]}
          autoComplete="off"
        />
        <button type="submit">{say('search', lang)}</button>
      </form>
      {hints.length > 0 && (
        <p className="hints">
          {hints.map((hint) => (
            <a key={hint.href} href={hint.href}>
              <T text={hint.label} lang={lang} />
            </a>
          ))}
        </p>
      )}
    </search>
  );
}
