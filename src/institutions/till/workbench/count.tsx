import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { wholeFen } from '../../../kernel/money.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey, Refused } from '../../../workbench/api.ts';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { WhyNot } from '../../../workbench/components/why-not.tsx';
import { YuanInput } from '../../../workbench/components/yuan-input.tsx';
import type { TillDay } from './answers.ts';
import { local, sayDifference, useWords, yuan } from './say.tsx';

/** The cash as counted: the form while it is open, the signed count once it stands, and its review. */
export function Count({ page }: { page: TillDay }) {
  const { lang } = useBench();
  const say = useWords();
  const [again, setAgain] = useState(false);
  const { count, acts } = page;
  const act = (name: string) => acts.find((one) => one.name === name);
  const [first, recount, review] = [act('count'), act('recount'), act('review')];
  return (
    <section className="card" aria-labelledby="till-count">
      <h2 id="till-count">{say('count')}</h2>
      {count ? <Signed page={page} count={count} /> : !first?.allowed && <p className="muted">{say('not-counted')}</p>}
      {first && !first.allowed && <WhyNot action={first.label[lang]} reasons={first.reasons} />}
      {(first?.allowed || again) && <Form page={page} />}
      {count && !again && (
        <div className="buttons no-print">
          {recount?.allowed && (
            <Button onClick={() => setAgain(true)} data-again>
              {say('again')}
            </Button>
          )}
          {review?.allowed && <Review count={count.count} />}
          {[recount, review].map((one) => one && !one.allowed && <WhyNot key={one.name} action={one.label[lang]} reasons={one.reasons} />)}
        </div>
      )}
    </section>
  );
}

function Signed({ page, count }: { page: TillDay; count: NonNullable<TillDay['count']> }) {
  const { lang } = useBench();
  const say = useWords();
  return (
    <>
      {page.moved && (
        <p className="notice" role="alert">
          {say('moved')}
        </p>
      )}
      <p className={count.difference === 0 ? 'right' : 'wrong'} role="status">
        <b>{sayDifference(count.difference, say)}</b>
      </p>
      <p>{say('counted-line', { counted: yuan(count.counted), float: yuan(count.float), cash: yuan(count.cash) })}</p>
      {count.reason && <p>{mixed(say('reason-line', { reason: count.reason }), lang)}</p>}
      <p className="muted small">
        {mixed(say('by-whom', { name: count.clerkName, seat: count.seatName, time: local(count.at), times: count.times }), lang)}
        <br />
        {count.reviewerName && count.reviewed
          ? mixed(say('by-reviewer', { name: count.reviewerName, time: local(count.reviewed) }), lang)
          : say('not-reviewed')}
      </p>
      {count.note && <p>{mixed(say('note-line', { note: count.note }), lang)}</p>}
    </>
  );
}

/** What may be sent again as it is. */
function useSend(path: string, done: string) {
  const { api, tell } = useBench();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => api.post(path, body, { 'idempotency-key': attemptKey() }),
    onSuccess: () => tell(done),
    onError: (error) => tell(error instanceof Refused ? `${error.problem.title} ${error.problem.next}` : String(error), 'late'),
    onSettled: () => client.invalidateQueries({ queryKey: ['till'] }),
  });
}

function Form({ page }: { page: TillDay }) {
  const { lang } = useBench();
  const say = useWords();
  const [float, setFloat] = useState<number | null>(page.float / 100);
  const [counted, setCounted] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const send = useSend('/till/counts', say('saved'));
  const cash = page.methods.find(({ method }) => method === 'cash')!;
  const should = Math.round((float ?? 0) * 100) + cash.paid - cash.returned;
  const parted = (n: number | null) => n !== null && !wholeFen(n);
  const difference = counted === null || parted(counted) || parted(float) ? undefined : Math.round(counted * 100) - should;
  const ready = float !== null && difference !== undefined && (difference === 0 || reason.trim() !== '');
  const money = { max: 1e9, controls: false, className: 'money' } as const;
  const fault = <p className="fault">{shellSay(lang)('not-yuan')}</p>;
  return (
    <form
      className="fields no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const why = reason.trim();
        if (ready) send.mutate({ day: page.day, float, counted, ...(why && { reason: why }), ...(page.count && { again: true }) });
      }}
    >
      <div className="field">
        <label htmlFor="till-float">{say('float')}</label>
        <YuanInput id="till-float" value={float} onChange={setFloat} {...money} />
        {parted(float) && fault}
      </div>
      <div className="field">
        <label htmlFor="till-counted">{say('counted')}</label>
        <YuanInput id="till-counted" value={counted} onChange={setCounted} aria-describedby="till-should" {...money} />
        {parted(counted) && fault}
        <small id="till-should" className="muted">
          {say('should-be', { yuan: yuan(should) })}
        </small>
      </div>
      {difference !== undefined && (
        <p className={difference === 0 ? 'right' : 'wrong'} role="status">
          <b>{sayDifference(difference, say)}</b>
        </p>
      )}
      {difference !== undefined && difference !== 0 && (
        <div className="field">
          <label htmlFor="till-reason">{say('reason')}</label>
          <Input.TextArea
            id="till-reason"
            value={reason}
            maxLength={500}
            rows={2}
            onChange={(event) => setReason(event.target.value)}
            aria-describedby="till-reason-hint"
          />
          <small id="till-reason-hint" className="muted">
            {mixed(say('reason-hint'), lang)}
          </small>
        </div>
      )}
      <Button type="primary" htmlType="submit" disabled={!ready} loading={send.isPending} data-count>
        {say(page.count ? 'save-again' : 'save')}
      </Button>
    </form>
  );
}

function Review({ count }: { count: string }) {
  const say = useWords();
  const [note, setNote] = useState('');
  const send = useSend(`/till/counts/${encodeURIComponent(count)}/review`, say('reviewed'));
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(note.trim() ? { note: note.trim() } : {});
      }}
    >
      <div className="field">
        <label htmlFor="till-note">{say('note')}</label>
        <Input id="till-note" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </div>
      <Button type="primary" htmlType="submit" loading={send.isPending} data-review>
        {say('review')}
      </Button>
    </form>
  );
}
