import type { ReactNode } from 'react';
import type { LocalDate } from '../kernel/clock/types.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { Seal } from '../pictures/seal.tsx';
import { Form } from './components/form.tsx';
import { T, Zh } from './components/text.tsx';
import { formatFullDate } from './format.ts';
import { withParam } from './links.ts';
import { say } from './say.ts';
import { words } from './words.ts';

export interface NavItem {
  readonly id: string;
  readonly href: string;
  readonly label: Text;
}

export const portalNav: readonly NavItem[] = [
  { id: 'services', href: '/', label: words['nav-services'] },
  { id: 'track', href: '/track', label: words['nav-track'] },
  { id: 'open', href: '/open', label: words['nav-open'] },
  { id: 'rules', href: '/mandate', label: words['nav-rules'] },
  { id: 'law', href: '/law', label: words['nav-law'] },
];

/** The model county's own clock; absent elsewhere. */
export interface ClockBar {
  readonly today: LocalDate;
  /** Time of day, `10:20`. */
  readonly time?: string;
  /** Where the two forms are posted, with `days` and `back`. */
  readonly action?: string;
}

export interface PageProps {
  readonly lang: Lang;
  readonly title: Text;
  readonly countyName: Text;
  /** This page's own path with its query: the switches lead back to it. */
  readonly path: string;
  readonly nav?: readonly NavItem[];
  /** Id of the nav item we are under. */
  readonly current?: string;
  readonly clockBar?: ClockBar;
  readonly large?: boolean;
  /** A screen on a wall, which nobody touches: larger still, nothing to press. */
  readonly hall?: boolean;
  /** Stands before the common links of the footer. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Every page of the portal: one document, one stylesheet, no script. */
export function Page(props: PageProps) {
  const { lang, title, countyName, large, hall, footer, children } = props;
  const county = countyName[lang];
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'} className={hall ? 'hall' : large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="theme-color" content="#ffffff" />
        <title>{say('page-title', lang, { title: title[lang], county })}</title>
        <link rel="stylesheet" href="/assets/portal.css" />
        <link rel="icon" href="/assets/seal.svg" type="image/svg+xml" />
      </head>
      <body>
        <a className="skip" href="#content">
          {say('skip', lang)}
        </a>
        <Masthead {...props} />
        {props.clockBar && <Clock {...props} clockBar={props.clockBar} />}
        <main className="wrap" id="content" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <div className="wrap">
            {footer ?? <span>{say('footer-say', lang)}</span>}
            <a href="/deadline">{say('footer-deadline', lang)}</a>
            <a href="/verify">{say('footer-verify', lang)}</a>
            <a href="/mandate">{say('footer-rules', lang)}</a>
            <a href="/open">{say('footer-open', lang)}</a>
            <a href="/api">{say('footer-api', lang)}</a>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Masthead({ lang, countyName, nav = portalNav, current, large, path }: PageProps) {
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <header className="masthead">
      <div className="wrap">
        <a className="brand" href="/">
          <Seal />
          <span>
            <b>{say('brand', lang, { county: countyName[lang] })}</b>
            <small>{say('brand-small', lang, { county: countyName.en })}</small>
          </span>
        </a>
        <nav className="main" aria-label={say('main-nav', lang)}>
          {nav.map((item) => (
            <a key={item.id} href={item.href} aria-current={item.id === current ? 'page' : undefined}>
              <T text={item.label} lang={lang} />
            </a>
          ))}
        </nav>
        <nav className="view" aria-label={say('view-nav', lang)}>
          <a href={withParam(path, 'lang', other)} hrefLang={other === 'zh' ? 'zh-CN' : 'en'} lang={other === 'en' ? 'en' : undefined}>
            {other === 'zh' ? <Zh>{say('other-language', lang)}</Zh> : say('other-language', lang)}
          </a>
          <a href={withParam(path, 'large', large ? '0' : '1')}>{say(large ? 'large-off' : 'large-on', lang)}</a>
        </nav>
      </div>
    </header>
  );
}

/** Quiet, and always there in the model county: nobody shall take its dates for today's. */
function Clock({ lang, countyName, clockBar, path }: PageProps & { clockBar: ClockBar }) {
  const { today, time, action = '/clock/advance' } = clockBar;
  const date = [formatFullDate(today, lang), time].filter(Boolean).join(' ');
  return (
    <aside className="clockbar" aria-label={say('clock-label', lang)}>
      <div className="wrap">
        <span>{say('clock-today', lang, { county: countyName[lang], date })}</span>
        <Form action={action} className="pass" hidden={{ days: '1', back: path }}>
          <button type="submit">{say('clock-day', lang)}</button>
        </Form>
        <Form action={action} className="pass" hidden={{ days: '7', back: path }}>
          <button type="submit">{say('clock-week', lang)}</button>
        </Form>
        <a className="pass" href="/tour">
          {say('clock-tour', lang)}
        </a>
        <span className="note">{say('clock-note', lang)}</span>
      </div>
    </aside>
  );
}
