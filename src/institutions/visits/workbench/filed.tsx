import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey, type Problem, Refused } from '../../../workbench/api.ts';
import { useBench } from '../../../workbench/bench.tsx';
import type { ItemFull, Paper, Receipt } from './answers.ts';
import { Field } from './field.tsx';
import { Follow } from './follow.tsx';
import { forPapers, useWords } from './say.tsx';
import type { Word } from './words.ts';

export interface FiledProps {
  readonly receipt: Receipt;
  readonly concluded: boolean;
  /** The item has charges: it is concluded, and not handed over yet; whether all was billed that the clerk said. */
  readonly costs: boolean;
  readonly billed: boolean;
  readonly missing: readonly Paper[];
  readonly item: ItemFull;
  /** What was refused after it had been received. */
  readonly trouble?: Problem;
  readonly next: () => void;
}

type Answer = 'accepted' | 'corrected';
const PRINTS = {
  receipt: 'print-receipt',
  acceptance: 'print-acceptance',
  correction: 'print-correction',
  decision: 'print-decision',
  service: 'print-service',
  payment: 'print-payment',
} as const satisfies Readonly<Record<string, Word>>;

/** What has come of it: what to print, and the answer that can be given at once. */
export function Filed({ receipt, concluded, costs, billed, missing, item, trouble, next }: FiledProps) {
  const { api, lang } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const [answer, setAnswer] = useState<Answer>();
  const key = useRef(attemptKey());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const act = useMutation({
    mutationFn: ({ name, input }: { name: string; input: object; outcome: Answer }) =>
      api.post(`/matters/${encodeURIComponent(receipt.number)}/actions/${name}`, input, { 'idempotency-key': `${name}-${key.current}` }),
    onSuccess: async (_said, { outcome }) => {
      setAnswer(outcome);
      await client.invalidateQueries({ queryKey: ['desk'] });
    },
    onError: () => {
      key.current = attemptKey();
    },
  });
  const refused = act.error instanceof Refused ? act.error.problem : answer ? undefined : trouble;
  const printed: readonly (keyof typeof PRINTS)[] = concluded
    ? ['receipt', 'acceptance', 'decision', ...(!costs ? (['service'] as const) : billed ? (['payment'] as const) : [])]
    : ['receipt', ...(answer === 'accepted' ? (['acceptance'] as const) : answer === 'corrected' ? (['correction'] as const) : [])];
  const href = (kind: keyof typeof PRINTS) => {
    const number = encodeURIComponent(receipt.number);
    const code = encodeURIComponent(receipt.queryCode);
    return kind === 'receipt' ? `/receipt/${number}?code=${code}` : `/papers/${number}/${kind}?code=${code}`;
  };
  return (
    <div data-filed={receipt.number}>
      <h3 ref={heading} tabIndex={-1} className="filed-number">
        ✓ {say(concluded ? 'concluded' : 'filed')} · {mixed(item.name[lang], lang)}
      </h3>
      <p>{say('filed-line', { number: receipt.number, code: receipt.queryCode })}</p>
      <p className="prints">
        {printed.map((kind) => (
          <a key={kind} href={href(kind)} target="_blank" rel="noreferrer" data-print={kind}>
            {say(PRINTS[kind])}
          </a>
        ))}
      </p>
      {concluded && costs && <p className="muted">{say('concluded-unpaid')}</p>}
      {answer && <p className="kept-all">✓ {say(answer)}</p>}
      {refused && (
        <div className="wrong" role="alert">
          <b>{mixed(refused.title, lang)}</b> {mixed(refused.next, lang)}
        </div>
      )}
      {!concluded && !answer && missing.length > 0 && (
        <Correction
          missing={missing}
          busy={act.isPending}
          send={(input) => act.mutate({ name: 'request-correction', input, outcome: 'corrected' })}
        />
      )}
      {!concluded && !answer && missing.length > 0 && missing.every(({ essential }) => !essential) && (
        <Follow
          number={receipt.number}
          missing={missing}
          busy={act.isPending}
          send={(input) => act.mutate({ name: 'accept-with-papers-to-follow', input, outcome: 'accepted' })}
        />
      )}
      <div className="foot">
        {!concluded && !answer && missing.length === 0 && (
          <Button
            type="primary"
            loading={act.isPending}
            data-answer="accept"
            onClick={() => act.mutate({ name: 'accept', input: {}, outcome: 'accepted' })}
          >
            {say('accept')}
          </Button>
        )}
        <Button onClick={next} type={concluded || answer ? 'primary' : 'default'} data-next>
          {say('next-filing')}
        </Button>
        <Link to={`/matters/${encodeURIComponent(receipt.number)}`}>{say(concluded || answer ? 'to-matter' : 'to-matter-more')}</Link>
      </div>
    </div>
  );
}

interface CorrectionProps {
  readonly missing: readonly Paper[];
  readonly busy: boolean;
  readonly send: (input: object) => void;
}

/** 一次告知: everything that is missing stands in it already, so that nothing is told later (行政许可法 32). */
function Correction({ missing, busy, send }: CorrectionProps) {
  const { lang } = useBench();
  const say = useWords();
  const [lines, setLines] = useState(() =>
    missing.map(({ code, name, copies, original }) => ({
      material: code,
      name,
      what: forPapers('correction-what', { paper: name }),
      how: forPapers(original ? 'correction-how-original' : 'correction-how', { copies }),
    })),
  );
  const [way, setWay] = useState<string>(forPapers('correction-way'));
  const set = (at: number, more: { what?: string; how?: string }) =>
    setLines(lines.map((line, i) => (i === at ? { ...line, ...more } : line)));
  const ready = way.trim() !== '' && lines.every(({ what, how }) => what.trim() !== '' && how.trim() !== '');
  return (
    <section>
      <h3>{say('correction')}</h3>
      <p className="muted">{say('correction-lead')}</p>
      <ol className="lines">
        {lines.map(({ material, name, what, how }, i) => (
          <li className="line" key={material}>
            <b>{mixed(name[lang], lang)}</b>
            <Input
              value={what}
              maxLength={2000}
              aria-label={say('correction-what-label')}
              onChange={(e) => set(i, { what: e.target.value })}
            />
            <Input
              value={how}
              maxLength={2000}
              aria-label={say('correction-how-label')}
              onChange={(e) => set(i, { how: e.target.value })}
            />
          </li>
        ))}
      </ol>
      <Field id="f-way" label={say('correction-way-label')}>
        <Input id="f-way" value={way} maxLength={2000} onChange={(event) => setWay(event.target.value)} />
      </Field>
      <p>
        <Button
          type="primary"
          loading={busy}
          disabled={!ready}
          data-answer="correction"
          onClick={() => send({ items: lines.map(({ material, what, how }) => ({ material, what, how })), way })}
        >
          {say('correction-send')}
        </Button>
      </p>
    </section>
  );
}
