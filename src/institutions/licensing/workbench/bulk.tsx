import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey } from '../../../workbench/api.ts';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Failure } from '../../../workbench/components/states.tsx';
import { inWindows } from '../../../workbench/windows.ts';
import { MOST_ACTS } from '../desk/limits.ts';
import { type ActionName, actionWords } from '../words/acts.ts';
import { FormFields, type Values, wanting } from './action-fields.tsx';
import type { BulkResult, Work } from './answers.ts';
import { keyOf } from './desk-table.tsx';
import { fieldsOf } from './fields.ts';
import { useWords } from './say.tsx';

const IN_BULK = ['approve', 'check', 'propose', 'accept', 'deliver', 'acknowledge-supervision'] as const satisfies readonly ActionName[];
/** What of a delivery is never the same for all. */
const OWN = 'recipient';
/** Who receives it for another is looked at one by one. */
const ONE_BY_ONE = ['relation', 'idType', 'idNumber'];
type BulkAction = (typeof IN_BULK)[number];

/** Many matters, one opinion; each by itself through the rules, and a list of what was done and what was not. */
export default function Bulk({ rows, close }: { rows: readonly Work[]; close: () => void }) {
  const { api, lang } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const offered = IN_BULK.map((name) => ({ name, fits: rows.filter((row) => row.actions.includes(name)).length })).filter(
    ({ fits }) => fits > 0,
  );
  const [action, setAction] = useState<BulkAction | undefined>([...offered].sort((a, b) => b.fits - a.fits)[0]?.name);
  const [values, setValues] = useState<Values>({ opinion: 'agree' });
  const [tried, setTried] = useState(false);
  const key = useMemo(attemptKey, []);
  const fields = action ? fieldsOf(action).filter((field) => field.kind !== 'step') : [];
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const apart = action === 'deliver' ? OWN : undefined;
  const common = fields.filter(({ name }) => name !== apart && !ONE_BY_ONE.includes(name));
  const taking = rows.filter((row) => action && row.actions.includes(action));
  const missing = wanting(common, values);
  const unsaid = apart ? taking.filter((row) => !own[keyOf(row)]?.trim()) : [];
  const done = useMutation({
    mutationFn: async () => {
      const input = Object.fromEntries(common.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])));
      const results: BulkResult[] = [];
      // Each part has a key of its own: where one fails, those before it answer again what they answered.
      for (let from = 0; from < rows.length; from += MOST_ACTS) {
        const items = rows.slice(from, from + MOST_ACTS).map((row) => ({
          matter: row.matter,
          step: row.step,
          seen: row.version,
          ...(apart && own[keyOf(row)]?.trim() && { input: { [apart]: own[keyOf(row)]!.trim() } }),
        }));
        const said = await api.post<{ results: BulkResult[] }>(
          '/desk/bulk',
          { action, items, input },
          { 'idempotency-key': `${key} ${from}` },
        );
        results.push(...said.results);
      }
      return results;
    },
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
  const go = () => {
    setTried(true);
    if (missing.length === 0 && unsaid.length === 0) done.mutate();
  };
  const results = done.data;
  return (
    <Modal
      getContainer={inWindows}
      open
      onCancel={close}
      title={results ? say('bulk-results') : say('bulk-title', { n: rows.length })}
      width={640}
      closable={{ 'aria-label': shellSay(lang)('close') }}
      footer={
        results || offered.length === 0 ? (
          <Button type="primary" onClick={close} autoFocus>
            {shellSay(lang)('close')}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{shellSay(lang)('cancel')}</Button>
            <Button type="primary" onClick={go} loading={done.isPending}>
              {say('bulk-go', { n: taking.length })}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <Results results={results} rows={rows} />
      ) : offered.length === 0 ? (
        <p>{say('bulk-none')}</p>
      ) : (
        <div className="fields">
          <fieldset>
            <legend>{say('bulk-action')}</legend>
            <Radio.Group
              value={action}
              onChange={(event) => setAction(event.target.value)}
              options={offered.map(({ name, fits: n }) => ({ value: name, label: say('bulk-fits', { action: actionWords[name], n }) }))}
            />
          </fieldset>
          <FormFields fields={common} values={values} change={setValues} wanting={tried ? missing : []} />
          {apart && <Recipients rows={taking} own={own} change={setOwn} tried={tried} />}
          {taking.length < rows.length && <p className="notice">{say('bulk-skip', { n: rows.length - taking.length })}</p>}
          <p className="muted small">{say('bulk-each')}</p>
          {done.isError && <Failure error={done.error} lang={lang} />}
        </div>
      )}
    </Modal>
  );
}

/** Each matter has its own who received it: a queue of people does not sign with one name. */
function Recipients({
  rows,
  own,
  change,
  tried,
}: {
  rows: readonly Work[];
  own: Readonly<Record<string, string>>;
  change: (own: Readonly<Record<string, string>>) => void;
  tried: boolean;
}) {
  const { lang } = useBench();
  const say = useWords();
  return (
    <fieldset className="own">
      <legend>{say('bulk-recipients')}</legend>
      <ul>
        {rows.map((row) => {
          const key = keyOf(row);
          const faulty = tried && !own[key]?.trim();
          return (
            <li key={key} className={faulty ? 'faulty' : undefined}>
              <span>
                {mixed(row.itemName[lang], lang)}{' '}
                <small>
                  {row.matter} · {mixed(row.applicant, lang)}
                </small>
              </span>
              <span>
                <Input
                  value={own[key] ?? ''}
                  maxLength={100}
                  data-recipient={row.matter}
                  aria-label={say('bulk-recipient-of', { matter: row.matter })}
                  onChange={(event) => change({ ...own, [key]: event.target.value })}
                />
                {faulty && <p className="fault">{say('needed')}</p>}
              </span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function Results({ results, rows }: { results: readonly BulkResult[]; rows: readonly Work[] }) {
  const { lang } = useBench();
  const say = useWords();
  const done = results.filter(({ ok }) => ok).length;
  const nameOf = ({ matter, step }: BulkResult) =>
    rows.find((row) => row.matter === matter && (step === undefined || row.step === step))?.itemName[lang] ?? '';
  return (
    <>
      <p role="status">
        <b>{say('bulk-done', { done, skipped: results.length - done })}</b>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what is below */}
      <ul className="results" tabIndex={0}>
        {[...results]
          .sort((a, b) => Number(a.ok) - Number(b.ok))
          .map((result) => (
            <li key={keyOf({ matter: result.matter, step: result.step ?? '' } as Work)} className={result.ok ? 'done' : 'skipped'}>
              <b>{result.ok ? `✓ ${say('bulk-ok')}` : `■ ${say('bulk-skipped')}`}</b>
              <span>
                {mixed(nameOf(result), lang)} <small>{result.matter}</small>
                {!result.ok && <span className="why">{mixed(result.refusals.map(({ text }) => text).join(' '), lang)}</span>}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}
