import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { textOrTorn } from '../../kernel/encoding.ts';
import { mixed } from '../../pictures/zh.tsx';
import { attemptKey, Refused } from '../api.ts';
import { useBench } from '../bench.tsx';
import { Failure } from '../components/states.tsx';
import { Table } from '../components/table.tsx';
import { foundSaid } from './found.ts';
import { Moves } from './moves.tsx';
import { type Asked, type Brought, type CalendarPage, type Rehearsed, useCalendarWords } from './parts.tsx';

/** A file, or the way back: first rehearsed, then, if one is sure, done. */
export function Bring({ page }: { page: CalendarPage }) {
  const { api, lang, tell } = useBench();
  const say = useCalendarWords();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [layer, setLayer] = useState('');
  const [document, setDocument] = useState('');
  const [cause, setCause] = useState('');
  const [year, setYear] = useState('');
  const [empty, setEmpty] = useState(false);
  // What was rehearsed is done once, however often it is sent.
  const key = useRef('');
  const rehearsal = useMutation({
    mutationFn: async (asked: Asked) => ({ asked, found: await api.post<Rehearsed>('/calendar/preview', asked) }),
  });
  const change = useMutation({
    mutationFn: (asked: Asked) =>
      'undo' in asked
        ? api.post<Rehearsed>('/calendar/undo', { ...(cause.trim() && { cause }) }, { 'idempotency-key': key.current })
        : api.post<Rehearsed>('/calendar/apply', asked, { 'idempotency-key': key.current }),
    onSuccess: async ({ edition, counts }, asked) => {
      tell(say('undo' in asked ? 'taken-back' : 'entered', { name: edition.name, n: counts.moves }));
      rehearsal.reset();
      setText('');
      await client.invalidateQueries();
    },
  });
  const rehearse = (asked: Asked) => {
    key.current = attemptKey();
    change.reset();
    rehearsal.mutate(asked);
  };
  const brought = (): Brought => ({
    file: text,
    ...(layer && { layer }),
    ...(document.trim() && { document }),
    ...(cause.trim() && { cause }),
    ...(/^\d{4}$/.test(year) && { year: Number(year) }),
  });
  const failed = change.error ?? rehearsal.error;
  return (
    <section>
      <h2>{say('bring')}</h2>
      <p className="muted">{say('bring-say')}</p>
      <form
        className="fields calendar-form"
        onSubmit={(event) => {
          event.preventDefault();
          setEmpty(!text.trim());
          if (text.trim()) rehearse(brought());
        }}
      >
        <Field id="calendar-file" label={say('field-file')}>
          <input
            id="calendar-file"
            type="file"
            accept=".json,.csv,.yaml,.yml,.txt"
            onChange={({ target }) => void target.files?.[0]?.arrayBuffer().then((bytes) => setText(textOrTorn(new Uint8Array(bytes))))}
          />
        </Field>
        <Field id="calendar-text" label={say('field-text')} fault={empty ? say('file-needed') : undefined}>
          <textarea
            lang={/\p{Script=Han}/u.test(text) ? 'zh-CN' : lang}
            id="calendar-text"
            rows={5}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        <Field id="calendar-layer" label={say('field-layer')}>
          <select id="calendar-layer" value={layer} onChange={({ target }) => setLayer(target.value)}>
            <option value="">{say('layer-from-file')}</option>
            {(['national', 'regional', 'county'] as const).map((one) => (
              <option key={one} value={one}>
                {say(`layer-${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field id="calendar-year" label={say('field-year')}>
          <input id="calendar-year" inputMode="numeric" maxLength={4} value={year} onChange={({ target }) => setYear(target.value)} />
        </Field>
        <Field id="calendar-document" label={say('field-document')}>
          <input id="calendar-document" maxLength={300} value={document} onChange={({ target }) => setDocument(target.value)} />
        </Field>
        <Field id="calendar-cause" label={say('field-cause')}>
          <input id="calendar-cause" maxLength={300} value={cause} onChange={({ target }) => setCause(target.value)} />
        </Field>
        <div className="buttons">
          <Button htmlType="submit" type="primary" loading={rehearsal.isPending} data-do="rehearse">
            {say('rehearse')}
          </Button>
          {page.last !== null && (
            <Button onClick={() => rehearse({ undo: true })} disabled={rehearsal.isPending} data-do="rehearse-undo">
              {say('rehearse-undo')}
            </Button>
          )}
        </div>
        {!page.mayEnter && <p className="muted small">{say('only-administrator')}</p>}
      </form>
      {failed && <Faults error={failed} />}
      {/* Heard as soon as it is known; seen where no row says more. */}
      <p
        className={rehearsal.data?.found.total === 0 && !failed ? undefined : 'vh'}
        aria-live="polite"
        lang={lang === 'zh' ? 'zh-CN' : 'en'}
      >
        {rehearsal.data && !failed && say(...foundSaid(rehearsal.data.found.counts))}
      </p>
      {rehearsal.data && !failed && (
        <Moves key={rehearsal.submittedAt} asked={rehearsal.data.asked} found={rehearsal.data.found}>
          {page.mayEnter && (
            <Sure
              kind={'undo' in rehearsal.data.asked ? 'undo' : 'apply'}
              n={rehearsal.data.found.counts.moves}
              busy={change.isPending}
              go={() => change.mutate(rehearsal.data.asked)}
            />
          )}
        </Moves>
      )}
    </section>
  );
}

function Field({ id, label, fault, children }: { id: string; label: string; fault?: string; children: ReactNode }) {
  return (
    <div className={fault ? 'field faulty' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children}
      {fault && <p className="fault">{fault}</p>}
    </div>
  );
}

/** Asked once more before anything is written. */
function Sure({ kind, n, busy, go }: { kind: 'apply' | 'undo'; n: number; busy: boolean; go: () => void }) {
  const say = useCalendarWords();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button onClick={() => setAsked(true)} data-do={kind}>
        {say(kind)}
      </Button>
    );
  return (
    <div className="notice" role="alert">
      <p>{say(`sure-${kind}`, { n })}</p>
      <div className="buttons">
        <Button type="primary" loading={busy} onClick={go} data-do={`yes-${kind}`}>
          {say(`yes-${kind}`)}
        </Button>
        <Button onClick={() => setAsked(false)}>{say('cancel')}</Button>
      </div>
    </div>
  );
}

/** Every fault of the file, by its place; anything else as it is refused. */
function Faults({ error }: { error: Error }) {
  const { lang } = useBench();
  const say = useCalendarWords();
  const faults = error instanceof Refused ? (error.problem.errors ?? []) : [];
  if (!(error instanceof Refused) || faults.length === 0) return <Failure error={error} lang={lang} />;
  return (
    <div className="wrong" role="alert">
      <h3>{say('faults-head', { n: faults.length })}</h3>
      <Table
        className="calendar-faults"
        caption={say('faults')}
        columns={[
          { head: say('col-place'), cell: ({ path }) => path },
          { head: say('col-fault'), cell: ({ message }) => mixed(message, lang) },
        ]}
        rows={faults}
        keyOf={({ path, code, message }) => `${path} ${code} ${message}`}
      />
      <p>{mixed(error.problem.next, lang)}</p>
    </div>
  );
}
