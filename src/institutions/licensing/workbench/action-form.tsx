import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey, Refused } from '../../../workbench/api.ts';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Failure } from '../../../workbench/components/states.tsx';
import { Reasons } from '../../../workbench/components/why-not.tsx';
import { inWindows } from '../../../workbench/windows.ts';
import { FormFields, fenParted, inputOf, type Values, wanting } from './action-fields.tsx';
import type { ActionView, Matter } from './answers.ts';
import { BillLine } from './bill-line.tsx';
import { fieldsOf } from './fields.ts';
import { useWords } from './say.tsx';
import type { Story } from './story.ts';

export interface ActionFormProps {
  readonly action: ActionView;
  readonly matter: Matter;
  readonly tag: string;
  readonly story?: Story;
  /** Of several bills the one that was clicked. */
  readonly charge?: string;
  readonly step?: string;
  readonly refresh: () => Promise<unknown>;
  readonly close: () => void;
}

/** The last draft of the decision, where this act drafts or decides and there is one. */
function useDraft(number: string, action: string): Values | undefined {
  const { api, lang } = useBench();
  const asked = useQuery({
    queryKey: ['matter', number, 'paper', lang, undefined],
    queryFn: () => api.get<{ readonly own?: Values }>(`/matters/${encodeURIComponent(number)}/papers/decision`),
    enabled: action === 'decide' || action === 'draft-decision',
    retry: false,
  });
  return asked.data?.own;
}

/** The bills an act can be about: open ones, or of which something is held. */
const billsFor = (action: string, { bills }: Matter): Matter['bills'] =>
  bills.filter(({ state, fen, refundedFen = 0, orderedFen }) => {
    if (action === 'refund' || action === 'withdraw-refund-order') return orderedFen !== undefined;
    return action === 'order-refund' ? state === 'paid' || (state === 'refunded' && refundedFen < fen) : state === 'due';
  });
/** What is taken, or paid out: no other amount will do. */
const amountOf = (action: string, bill: Matter['bills'][number] | undefined): number | undefined =>
  action === 'pay' ? bill?.fen : action === 'refund' ? bill?.orderedFen : undefined;
const withAmount = (fen: number | undefined) => (fen === undefined ? {} : { amount: fen / 100 });
/** What is missing and may follow, by the last day of the rule. */
const toFollow = (story: Story | undefined): Values => ({
  papers: story?.choices.follow.flatMap(({ value }) => (story.missing.includes(value) ? [value] : [])),
  by: story?.days.by?.to,
});
/** At the till a number is typed, then Enter; anywhere else Enter in a field, which scanners type too, does nothing. */
const AT_THE_TILL = ['pay', 'refund'];
const lastField = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLElement>('input, textarea')].at(-1);
const owedOf = (bills: Matter['bills'], charge: unknown) => (bills.length > 1 ? bills.find((bill) => bill.charge === charge) : bills[0]);

/** One act: its fields, then the button. Where the matter has moved on meanwhile, the fresh state comes and what was typed stays. */
export default function ActionForm({ action, matter, tag, story, step, charge, refresh, close }: ActionFormProps) {
  const { api, lang, tell } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const fields = fieldsOf(action.name, { applicant: matter.applicant.kind, handling: matter.item.case });
  const open = matter.steps.filter((one) => one.stage !== 'done');
  const bills = billsFor(action.name, matter);
  const takesStep = fields.some(({ kind }) => kind === 'step');
  const [values, setValues] = useState<Values>(() => ({
    ...(takesStep && open.some(({ id }) => id === step) && { step }),
    ...(fields.some(({ kind }) => kind === 'opinion') && { opinion: 'agree' }),
    ...(charge !== undefined && bills.length > 1 && { charge }),
    ...withAmount(amountOf(action.name, owedOf(bills, charge))),
    ...(action.name === 'accept-with-papers-to-follow' && toFollow(story)),
  }));
  const about = owedOf(bills, values.charge);
  const owed = action.name === 'order-refund' ? about && about.fen - (about.refundedFen ?? 0) : amountOf(action.name, about);
  /** Another bill, another amount. */
  const change = (next: Values) => {
    // What was refused was what stood there before.
    act.reset();
    setValues(next.charge === values.charge ? next : { ...next, ...withAmount(amountOf(action.name, owedOf(bills, next.charge))) });
  };
  const drafted = useDraft(matter.number, action.name);
  useEffect(() => {
    // What is typed already stays.
    if (drafted) setValues((typed) => ({ ...drafted, ...typed }));
  }, [drafted]);
  const [tried, setTried] = useState(false);
  const [stale, setStale] = useState(false);
  const key = useRef(attemptKey());
  const missing = wanting(fields, values);
  const label = action.label[lang];

  const act = useMutation({
    mutationFn: () => {
      const about = takesStep ? open.find(({ id }) => id === values.step) : undefined;
      return api.post(`/matters/${encodeURIComponent(matter.number)}/actions/${action.name}`, inputOf(fields, values), {
        'if-match': about?.etag ?? tag,
        'idempotency-key': key.current,
      });
    },
    onSuccess: async () => {
      tell(say('act-done', { action: label }));
      close();
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    onError: async (error) => {
      key.current = attemptKey();
      if (!(error instanceof Refused) || error.problem.status !== 409) return;
      setStale(true);
      await refresh();
      await client.invalidateQueries({ queryKey: ['matter', matter.number] });
    },
  });
  const refused = act.error instanceof Refused ? act.error.problem : undefined;
  const submit = () => {
    setTried(true);
    if (missing.length === 0 && fenParted(fields, values).length === 0) act.mutate();
  };
  return (
    <Drawer
      getContainer={inWindows}
      open
      onClose={close}
      title={label}
      size={520}
      closable={{ 'aria-label': shellSay(lang)('close') }}
      mask={{ closable: false, blur: false }}
      footer={
        <div className="buttons">
          <Button type="primary" onClick={submit} loading={act.isPending} disabled={!action.allowed} data-do={action.name}>
            {label}
          </Button>
          <Button onClick={close}>{shellSay(lang)('cancel')}</Button>
        </div>
      }
    >
      <p className="muted">
        {mixed(matter.item.name?.[lang] ?? '', lang)} · {matter.number}
      </p>
      {owed !== undefined && (
        <p>
          {say(action.name === 'pay' ? 'amount-due' : 'amount-paid')} <b>{(owed / 100).toFixed(2)}</b>
        </p>
      )}
      {stale && (
        <p className="notice" role="alert">
          {say('act-stale')}
        </p>
      )}
      {!action.allowed && (
        <div className="wrong" role="alert">
          <b>{say('act-no-more')}</b>
          <Reasons reasons={action.reasons} nameOf={(seat) => story?.seats[seat]?.[lang] ?? seat} />
        </div>
      )}
      {act.isError && (action.allowed || !refused) && (
        <div className="wrong" role="alert">
          {refused ? (
            <>
              <b>{mixed(refused.title, lang)}</b> {mixed(refused.next, lang)}
            </>
          ) : (
            <Failure error={act.error} lang={lang} />
          )}
        </div>
      )}
      {fields.length === 0 && <p>{say('act-nothing-asked')}</p>}
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !AT_THE_TILL.includes(action.name)) return;
          if (event.target !== lastField(event.currentTarget)) return;
          event.preventDefault();
          if (!act.isPending) submit();
        }}
      >
        <FormFields
          fields={fields}
          values={values}
          change={change}
          wanting={tried ? missing : []}
          errors={refused?.errors}
          choices={story?.choices}
          days={story?.days}
          bills={bills.map((bill) => ({ value: bill.charge, label: bill.name }))}
          steps={open.map((one) => ({ value: one.id, label: one.name ?? { zh: one.organ, en: one.organ } }))}
        />
        {action.name === 'bill' && <BillLine charges={story?.choices.charges ?? []} values={values} />}
      </form>
    </Drawer>
  );
}
