import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import type { Paper } from './answers.ts';
import { Field } from './field.tsx';
import { useWords } from './say.tsx';

interface FollowProps {
  readonly number: string;
  readonly missing: readonly Paper[];
  readonly busy: boolean;
  readonly send: (input: object) => void;
}

/** 容缺受理: where nothing essential is missing it may follow, against a signed undertaking and by the last day of the rule at the latest (P5). */
export function Follow({ number, missing, busy, send }: FollowProps) {
  const { api, lang } = useBench();
  const say = useWords();
  const [typed, setTyped] = useState<string>();
  const [signed, setSigned] = useState(false);
  const asked = useQuery({
    queryKey: ['matter', number, 'story', 'days'],
    queryFn: () =>
      api.get<{ readonly days: { readonly by?: { readonly from: string; readonly to: string } } }>(
        `/matters/${encodeURIComponent(number)}/story`,
      ),
  });
  const days = asked.data?.days.by;
  if (!days) return null;
  const by = typed ?? days.to;
  return (
    <section>
      <h3>{say('follow')}</h3>
      <p className="muted">{mixed(say('follow-lead', { papers: missing.map(({ name }) => name[lang]).join(say('comma')) }), lang)}</p>
      <Field id="f-by" label={say('follow-by')}>
        <Input id="f-by" type="date" value={by} min={days.from} max={days.to} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <p>
        <Checkbox checked={signed} onChange={(event) => setSigned(event.target.checked)} data-undertaking>
          {say('follow-undertaking')}
        </Checkbox>
      </p>
      <p>
        <Button
          loading={busy}
          disabled={!signed || by === ''}
          data-answer="follow"
          onClick={() => send({ papers: missing.map(({ code }) => code), by, undertaking: true })}
        >
          {say('follow-send')}
        </Button>
      </p>
    </section>
  );
}
