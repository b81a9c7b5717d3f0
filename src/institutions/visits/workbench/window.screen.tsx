import { useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { FailedScreen, Loading } from '../../../workbench/components/states.tsx';
import type { Today } from './answers.ts';
import { NewFiling } from './new-filing.tsx';
import { Queue } from './queue.tsx';
import { useWords } from './say.tsx';
import { readScan } from './scan.ts';
import { useAbout } from './use-about.tsx';
import './window.css';

export const TODAY = 'window';

/** The window: scan or file, and the queue beside it. */
export default function WindowScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const today = useQuery({ queryKey: [TODAY, lang], queryFn: () => api.get<Today>('/window'), refetchInterval: 15_000 });
  const about = useAbout(today.data);
  const [filing, setFiling] = useState(0);
  if (today.isPending) return <Loading say={shellSay(lang)} />;
  if (today.isError) return <FailedScreen error={today.error} lang={lang} retry={() => void today.refetch()} />;
  return (
    <div className="window">
      <div className="window-head">
        <h1>{say('window')}</h1>
        <MySeat mine={today.data.mine} />
        <p className="window-ways">
          <Link to="/window/hand-over">{say('to-hand-over')}</Link> <Link to="/window/register">{say('to-register')}</Link>{' '}
          <a href="/calls">{say('to-panel')}</a>
        </p>
      </div>
      <div className="window-body">
        <div className="window-main">
          <Scan note={about.note} />
          <NewFiling key={filing} seat={today.data.mine.seat} first={filing === 0} note={about.note} next={() => setFiling(filing + 1)} />
        </div>
        <Queue today={today.data} about={about} />
      </div>
    </div>
  );
}

/** My seat, who stands in for me, and for whom I stand in now. */
function MySeat({ mine }: { mine: Today['mine'] }) {
  const { lang } = useBench();
  const say = useWords();
  const { lunch, substitute, standsFor } = mine;
  return (
    <p className="my-seat">
      <b>{mixed(say('my-seat', { seat: mine.name }), lang)}</b>{' '}
      <small>
        {lunch && substitute
          ? mixed(say('my-lunch', { from: lunch[0], to: lunch[1], seat: substitute.name }), lang)
          : say('not-registered')}
      </small>
      {standsFor.length > 0 && (
        <small className="stands-in">
          {mixed(say('standing-in', { seats: standsFor.map(({ name }) => name[lang]).join(say('comma')) }), lang)}
        </small>
      )}
    </p>
  );
}

/** One box for the scanner: it types the address or the number and Enter. Whom I serve has then come about that matter. */
function Scan({ note }: { note: (matter: string) => Promise<boolean> }) {
  const say = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const box = useRef<InputRef>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const open = async () => {
    const read = readScan(typed);
    if (!read) return;
    if ('words' in read) return navigate(`/search?q=${encodeURIComponent(read.words)}`);
    setTyped('');
    if (await note(read.matter)) navigate(`/matters/${encodeURIComponent(read.matter)}`);
  };
  return (
    <form
      className="scan"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <label htmlFor="scan">{say('scan')}</label>
      <div>
        <Input
          id="scan"
          ref={box}
          value={typed}
          maxLength={400}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          aria-describedby="scan-hint"
        />
        <Button type="primary" htmlType="submit">
          {say('scan-open')}
        </Button>
      </div>
      <small id="scan-hint">
        {say('scan-hint')} {say('scan-keys')}
      </small>
    </form>
  );
}
