import { Button } from 'antd';
import { Component, type ReactNode, useContext, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { roleNames } from '../../kernel/organisation/words.ts';
import type { Lang } from '../../kernel/text.ts';
import { sayBasis } from '../../pictures/basis.ts';
import { mixed } from '../../pictures/zh.tsx';
import { Refused } from '../api.ts';
import { BenchContext, type Say, ScreenContext, shellSay, useBench, useSay } from '../bench.tsx';
import type { Kept } from '../screens.ts';
import { screenRefusals } from '../words.ts';

export const Loading = ({ say }: { say: Say }) => (
  <p className="loading" role="status">
    {say('loading')}
  </p>
);

/** A list without rows is written, not blank. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <h2>{title}</h2>
    {children}
  </div>
);

const LASTING: readonly number[] = [403, 404];

interface FailureProps {
  readonly error: Error;
  readonly lang: Lang;
  readonly retry?: () => void;
}

/** What was refused or could not be reached, and the way on. */
export function Failure(props: FailureProps) {
  return (
    <div className="empty" role="alert">
      <h2>{titleOf(props)}</h2>
      <WayOn {...props} />
    </div>
  );
}

/** The same where it is all there is of a screen. */
export function FailedScreen(props: FailureProps) {
  const told = screenRefusals[refusedIn(props.error)?.code ?? ''];
  const known = useContext(BenchContext);
  return (
    <Unshown lang={props.lang} title={told?.title[props.lang] ?? titleOf(props)}>
      <WayOn {...props} next={told?.next[props.lang]} />
      {known && refusedIn(props.error)?.status === 403 && <MySeats />}
      {refusedIn(props.error)?.code === 'matter-not-found' && (
        <p>
          <Link to="/search">{shellSay(props.lang)('to-search')}</Link>
        </p>
      )}
    </Unshown>
  );
}

/** A screen that is for other seats: who they are, on which basis, and from which seats one looks. */
export function KeptScreen({ kept, title }: { readonly kept: Kept; readonly title: string }) {
  const { lang } = useBench();
  const say = useSay();
  const who = kept.who?.[lang] ?? kept.roles.map((role) => roleNames[role][lang]).join(say('comma'));
  return (
    <Unshown lang={lang} title={say('kept-title', { screen: title })}>
      <p>{mixed(say('kept-who', { who }), lang)}</p>
      <MySeats />
      <p className="muted small">{say('why-basis', { basis: sayBasis(kept.basis, lang) })}</p>
    </Unshown>
  );
}

/** From which seats one looks today. */
function MySeats() {
  const { lang, session } = useBench();
  const say = useSay();
  const seats = session.seats.map((seat) => `${seat.organName[lang]} · ${seat.name[lang]}`).join(say('comma')) || say('no-seat');
  return <p>{mixed(say('kept-you', { seats }), lang)}</p>;
}

/** In place of a screen: a heading that is the page's, is read first and names the window; what was asked for, and the way to the desk. */
export function Unshown({ lang, title, children }: { readonly lang: Lang; readonly title: string; readonly children: ReactNode }) {
  const say = shellSay(lang);
  const { pathname: path } = useLocation();
  const county = useContext(BenchContext)?.session.county.name;
  const screen = useContext(ScreenContext);
  const named = county && say('page-title', { title, county });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever writes somewhere else is not taken away from it.
    if (!document.activeElement?.matches('input, textarea, select')) heading.current?.focus();
  }, []);
  useEffect(() => {
    const before = document.title;
    document.title = named ?? before;
    return () => {
      document.title = before;
    };
  }, [named]);
  return (
    <div className="empty">
      <h1 ref={heading} tabIndex={-1}>
        {mixed(title, lang)}
      </h1>
      {county && !(screen && title.includes(screen)) && (
        <p className="muted">{screen ? say('asked-for', { screen }) : say('asked-path', { path: location.pathname })}</p>
      )}
      {children}
      {county && path !== '/' && (
        <p>
          <Link to="/">{say('to-desk')}</Link>
        </p>
      )}
    </div>
  );
}

const refusedIn = (error: Error) => (error instanceof Refused && error.problem.status < 500 ? error.problem : undefined);
const titleOf = ({ error, lang }: FailureProps): string => refusedIn(error)?.title ?? shellSay(lang)('failed-title');

function WayOn({ error, lang, retry, next }: FailureProps & { readonly next?: string }) {
  const say = shellSay(lang);
  const refused = refusedIn(error);
  return (
    <>
      <p>{refused ? (next ?? refused.next) : say(error instanceof Refused ? 'not-now' : 'no-connection')}</p>
      {refused?.basis && <p className="muted small">{say('why-basis', { basis: sayBasis(refused.basis, lang) })}</p>}
      {refused?.who && refused.who.length > 0 && <p className="muted small">{say('why-who', { who: refused.who.join(say('comma')) })}</p>}
      {/* What was refused for who one is, or is not there, is refused again. */}
      {retry && !(refused && LASTING.includes(refused.status)) && <Button onClick={retry}>{say('retry')}</Button>}
    </>
  );
}

/** A fault of ours on one screen leaves the others standing. */
export class Guard extends Component<{ readonly lang: Lang; readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    const say = shellSay(this.props.lang);
    return (
      <div className="empty" role="alert">
        <h1>{say('broken-title')}</h1>
        <p>{say('broken-more')}</p>
        <Button onClick={() => location.reload()}>{say('reload')}</Button>
      </div>
    );
  }
}
