import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { attemptKey, Refused } from '../../../workbench/api.ts';
import { useBench } from '../../../workbench/bench.tsx';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { WhyNot } from '../../../workbench/components/why-not.tsx';
import type { NoteAct } from './answers.ts';
import { useWords } from './say.tsx';

interface NoteProps {
  /** The matter of the time, or the duty whose first time is noted. */
  readonly of: string;
  readonly today: string;
  readonly act: NoteAct;
  /** A seat by its name. */
  readonly nameOf: (seat: string) => string;
}

/** That a time was done: the day, the document, a sentence; or why one may not say so, and who could. */
export function Note({ of, today, act, nameOf }: NoteProps) {
  const { api, lang, tell } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const [on, setOn] = useState(today);
  const [document, setDocument] = useState('');
  const [sentence, setSentence] = useState('');
  const send = useMutation({
    mutationFn: (body: object) => api.post(`/duties/${encodeURIComponent(of)}/note`, body, { 'idempotency-key': attemptKey() }),
    onSuccess: async () => {
      tell(say('noted'));
      await client.invalidateQueries({ queryKey: ['duty'] });
    },
    onError: (error) => tell(error instanceof Refused ? `${error.problem.title} ${error.problem.next}` : String(error), 'late'),
  });
  if (!act.allowed) return <WhyNot action={act.label[lang]} reasons={act.reasons} nameOf={nameOf} />;
  const id = (field: string) => `${of}-${field}`;
  const ready = document.trim() !== '' && sentence.trim() !== '';
  return (
    <form
      className="fields no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) send.mutate({ on, document: document.trim(), sentence: sentence.trim() });
      }}
    >
      <div className="field">
        <DayInput id={id('on')} label={say('on')} day={on} last={today} choose={setOn} />
      </div>
      <div className="field">
        <label htmlFor={id('document')}>{say('document')}</label>
        <Input id={id('document')} value={document} maxLength={200} required onChange={({ target }) => setDocument(target.value)} />
      </div>
      <div className="field">
        <label htmlFor={id('sentence')}>{say('sentence')}</label>
        <Input.TextArea
          id={id('sentence')}
          value={sentence}
          maxLength={500}
          rows={2}
          required
          onChange={({ target }) => setSentence(target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit" disabled={!ready} loading={send.isPending} data-note>
        {say('note')}
      </Button>
    </form>
  );
}
