import type { ReactNode } from 'react';
import type { Lang, Text } from '../../kernel/text.ts';
import { say } from '../say.ts';
import { T } from './text.tsx';

/** A part of a page with its heading. */
export const Section = ({ title, lang, id, children }: { title: Text; lang: Lang; id?: string; children: ReactNode }) => (
  <section id={id}>
    <h2>
      <T text={title} lang={lang} />
    </h2>
    {children}
  </section>
);

export const Grid = ({ columns, children }: { columns: 2 | 3 | 4 | 'main'; children: ReactNode }) => (
  <div className={`grid g-${columns}`}>{children}</div>
);

export const Card = ({ title, lang, children }: { title?: Text; lang: Lang; children: ReactNode }) => (
  <div className="card">
    {title && (
      <h3>
        <T text={title} lang={lang} />
      </h3>
    )}
    {children}
  </div>
);

export interface StatProps {
  readonly value: ReactNode;
  readonly label: Text;
  /** The rows behind the number (house section 5: every number opens its rows). */
  readonly rows?: { readonly href: string; readonly label: Text };
  readonly lang: Lang;
}

export const Stat = ({ value, label, rows, lang }: StatProps) => (
  <div className="card stat">
    <p className="num">{value}</p>
    <p>
      <T text={label} lang={lang} />
      {rows && (
        <>
          {' · '}
          <a href={rows.href}>
            <T text={rows.label} lang={lang} />
          </a>
        </>
      )}
    </p>
  </div>
);

export interface ListItem {
  readonly key: string;
  readonly title: ReactNode;
  readonly href?: string;
  readonly note?: ReactNode;
  readonly aside?: ReactNode;
}

export function List({ items, empty }: { items: readonly ListItem[]; empty?: ReactNode }) {
  if (items.length === 0) return <>{empty}</>;
  return (
    <ul className="list">
      {items.map(({ key, title, href, note, aside }) => (
        <li key={key}>
          <div>
            {href ? <a href={href}>{title}</a> : title}
            {note && <small>{note}</small>}
          </div>
          {aside && <div className="aside">{aside}</div>}
        </li>
      ))}
    </ul>
  );
}

/** An empty list says why it is empty, and what may be done. */
export const Empty = ({ text, lang, children }: { text: Text; lang: Lang; children?: ReactNode }) => (
  <div className="empty">
    <p>
      <T text={text} lang={lang} />
    </p>
    {children}
  </div>
);

export function Breadcrumb({ trail, lang }: { trail: readonly { readonly label: Text; readonly href?: string }[]; lang: Lang }) {
  return (
    <nav className="trail" aria-label={say('trail', lang)}>
      <ol>
        {trail.map(({ label, href }) => (
          <li key={label.zh}>
            {href ? (
              <a href={href}>
                <T text={label} lang={lang} />
              </a>
            ) : (
              <span aria-current="page">
                <T text={label} lang={lang} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Keyset paging knows neighbours, not numbers. */
export function Pager({ previous, next, lang }: { previous?: string; next?: string; lang: Lang }) {
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={say('pager', lang)}>
      {previous && (
        <a href={previous} rel="prev">
          ← {say('previous', lang)}
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          {say('next', lang)} →
        </a>
      )}
    </nav>
  );
}
