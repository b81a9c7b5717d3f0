import { Button } from 'antd';
import { Component, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Lang } from '../../kernel/text.ts';
import { Refused } from '../api.ts';
import { BenchContext, type Say, shellSay } from '../bench.tsx';

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

/** The same where it is all there is of a screen: its heading is the page's, is read first, and names the window. */
export function FailedScreen(props: FailureProps) {
  const title = titleOf(props);
  const county = useContext(BenchContext)?.session.county.name;
  const named = county && shellSay(props.lang)('page-title', { title, county });
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
        {title}
      </h1>
      <WayOn {...props} />
    </div>
  );
}

const refusedIn = (error: Error) => (error instanceof Refused && error.problem.status < 500 ? error.problem : undefined);
const titleOf = ({ error, lang }: FailureProps): string => refusedIn(error)?.title ?? shellSay(lang)('failed-title');

function WayOn({ error, lang, retry }: FailureProps) {
  const say = shellSay(lang);
  const refused = refusedIn(error);
  return (
    <>
      <p>{refused ? refused.next : say(error instanceof Refused ? 'not-now' : 'no-connection')}</p>
      {refused?.basis && <p className="muted small">{say('why-basis', { basis: refused.basis })}</p>}
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
