import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import type { Lang } from '../../kernel/text.ts';
import { Refused } from '../api.ts';
import { type Say, shellSay } from '../bench.tsx';

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

/** What was refused or could not be reached, and the way on. */
export function Failure({ error, lang, retry }: { error: Error; lang: Lang; retry?: () => void }) {
  const say = shellSay(lang);
  const refused = error instanceof Refused && error.problem.status < 500 ? error.problem : undefined;
  return (
    <div className="empty" role="alert">
      <h2>{refused ? refused.title : say('failed-title')}</h2>
      <p>{refused ? refused.next : say(error instanceof Refused ? 'not-now' : 'no-connection')}</p>
      {refused?.basis && <p className="muted small">{say('why-basis', { basis: refused.basis })}</p>}
      {/* What was refused for who one is, or is not there, is refused again. */}
      {retry && !(refused && LASTING.includes(refused.status)) && <Button onClick={retry}>{say('retry')}</Button>}
    </div>
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
