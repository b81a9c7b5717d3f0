import type { ReactNode } from 'react';
import type { Lang, Sourced, Text } from '../../kernel/text.ts';
import { Mark } from '../../pictures/mark.tsx';
import { mixed } from '../../pictures/zh.tsx';

export { mixed, Zh } from '../../pictures/zh.tsx';

/** A sentence in the page's language. */
export const T = ({ text, lang }: { text: Text; lang: Lang }) => <>{mixed(text[lang], lang)}</>;

/** The mark of a made-up value; used by `Show`, and beside what a page has composed itself. */
export const SourcedMark = ({ of, lang }: { of: Pick<Sourced<unknown>, 'confidence'>; lang: Lang }) => (
  <Mark confidence={of.confidence} lang={lang} />
);

type Printable = string | number | Text;

type ShowProps<T> = { readonly of: Sourced<T>; readonly lang: Lang } & (T extends Printable
  ? { readonly children?: (value: T) => ReactNode }
  : { readonly children: (value: T) => ReactNode });

/** The only way to print a `Sourced<T>`: the value and its mark together. React refuses the bare object. */
export function Show<T>({ of, lang, children }: ShowProps<T>) {
  return (
    <>
      {children ? children(of.value) : printed(of.value as Printable, lang)}
      <SourcedMark of={of} lang={lang} />
    </>
  );
}

const printed = (value: Printable, lang: Lang): ReactNode => mixed(typeof value === 'object' ? value[lang] : String(value), lang);
