import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey, type Problem, Refused } from '../../../workbench/api.ts';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Failure, Loading } from '../../../workbench/components/states.tsx';
import { Reasons } from '../../../workbench/components/why-not.tsx';
import type { AtWindow, ItemFull, Receipt } from './answers.ts';
import { Applicant, type PartProps } from './applicant.tsx';
import { Bills } from './bills.tsx';
import { Checklist } from './checklist.tsx';
import { Field } from './field.tsx';
import { Filed, type FiledProps } from './filed.tsx';
import { billsOf, bodyOf, EMPTY, type Filled, lacking, papersOf, ruledOut, unmeasured, wanting } from './form.ts';
import { ItemChoice } from './item-choice.tsx';
import { RenewalNote } from './renewal.tsx';
import { forPapers, useWords } from './say.tsx';
import { type Kept, KeptNote, useKept } from './use-kept.tsx';
import { What } from './what.tsx';

interface NewFilingProps {
  readonly seat: string;
  /** Just opened: the scanner's box has the focus. */
  readonly first: boolean;
  readonly note: (matter: string) => Promise<boolean>;
  readonly next: () => void;
}

/** A filing at the window on one screen: item, person, form, papers; and, where the rules allow, to its end. */
export function NewFiling({ seat, first, note, next }: NewFilingProps) {
  const say = useWords();
  const { read, keep, forget } = useKept(seat);
  const [was, setWas] = useState(read);
  const [id, setId] = useState(was?.item);
  const [again, setAgain] = useState(!first);
  const [filed, setFiled] = useState<Omit<FiledProps, 'next'>>();
  const drop = () => {
    forget();
    setWas(undefined);
    setAgain(true);
    setId(undefined);
  };
  return (
    <section className="filing card" aria-labelledby="new-filing">
      <h2 id="new-filing">{say('new-filing')}</h2>
      {was && !filed && <KeptNote item={was.item} drop={drop} />}
      {filed ? (
        <Filed {...filed} next={next} />
      ) : id ? (
        <ItemForm
          key={id}
          id={id}
          was={was}
          keep={keep}
          back={drop}
          note={note}
          done={(filed) => {
            forget();
            setFiled(filed);
          }}
        />
      ) : (
        <ItemChoice choose={setId} focus={again} />
      )}
    </section>
  );
}

interface ItemFormProps {
  readonly id: string;
  /** As it was typed before; `keep` is told of every change. */
  readonly was: Kept | undefined;
  readonly keep: (kept: Kept) => void;
  readonly back: () => void;
  readonly note: (matter: string) => Promise<boolean>;
  readonly done: (filed: Omit<FiledProps, 'next'>) => void;
}

function ItemForm({ id, ...props }: ItemFormProps) {
  const { api, lang } = useBench();
  const path = encodeURIComponent(id);
  const asked = useQuery({
    queryKey: ['window-item', id, lang],
    queryFn: async () => ({ item: await api.get<ItemFull>(`/items/${path}`), may: await api.get<AtWindow>(`/window/items/${path}`) }),
    staleTime: 60_000,
  });
  if (asked.isPending) return <Loading say={shellSay(lang)} />;
  if (asked.isError) return <Failure error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  return <Form {...props} {...asked.data} />;
}

function Form({ item, may, was, keep, back, note, done }: Omit<ItemFormProps, 'id'> & { item: ItemFull; may: AtWindow }) {
  const { api, lang } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const [filled, change] = useState<Filled>(
    () => was?.filled ?? { ...EMPTY, case: item.cases.some(({ id }) => id === 'new') ? 'new' : (item.cases[0]?.id ?? 'new') },
  );
  const [tried, setTried] = useState(0);
  const [finding, setFinding] = useState<string>(was?.finding ?? forPapers('spot-usual'));
  const over = useRef(false);
  useEffect(() => {
    if (!over.current) keep({ item: item.id, filled, finding });
  });
  const key = useRef(attemptKey());
  const papers = papersOf(item, filled.case);
  const missing = lacking(papers, filled.here);
  const spot = item.handling === 'on-the-spot' && may.onTheSpot.allowed;
  const bills = billsOf(may, filled);
  const free = ruledOut(may, filled);
  const costs = may.charges.length > free.length;
  const reason = filled.noCharge.trim();

  const file = useMutation({
    mutationFn: async (conclude: boolean) => {
      const receipt = await api.post<Receipt>('/matters', bodyOf(item, filled), { 'idempotency-key': key.current });
      const act = (name: string, input: object, of = name) =>
        api.post(`/matters/${encodeURIComponent(receipt.number)}/actions/${name}`, input, { 'idempotency-key': `${of}-${key.current}` });
      // It is received from here on: what is refused now is told beside its number, and nothing is filed twice.
      let trouble: Problem | undefined;
      let concluded = false;
      try {
        if (filled.seen.length > 0) await act('check-papers', { seen: filled.seen, returned: filled.returned });
        if (conclude) {
          const none = free.length > 0 && !costs && { 'no-charge': reason };
          await act('conclude-on-the-spot', { text: finding, ...(!costs && { recipient: filled.name.trim() }), ...none });
          concluded = true;
          if (!none) for (const charge of free) await act('no-charge', { charge, reason }, `no-${charge}`);
          for (const bill of bills) await act('bill', bill, bill.charge);
        }
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        trouble = error.problem;
      }
      await note(receipt.number);
      return { receipt, concluded, costs, billed: bills.length > 0 && !trouble, missing, item, trouble };
    },
    onSuccess: async (filed) => {
      over.current = true;
      done(filed);
      await client.invalidateQueries({
        predicate: ({ queryKey }) => !['session', 'window-item', 'window-items'].includes(String(queryKey[0])),
      });
    },
    onError: (error) => {
      // Where the connection broke, the same attempt is made again: it acts once.
      if (error instanceof Refused) key.current = attemptKey();
    },
  });
  const refused = file.error instanceof Refused ? file.error.problem : undefined;
  const form = useRef<HTMLFormElement>(null);
  // The hand goes on where the form begins, and to what is wrong with it.
  useEffect(() => {
    const to = tried > 0 ? '.faulty input, .faulty textarea' : '#f-id-number';
    form.current?.querySelector<HTMLElement>(to)?.focus();
  }, [tried, refused]);
  const wants = tried > 0 ? wanting(filled) : [];
  const faultAt: PartProps['faultAt'] = (path) =>
    wants.includes(path) ? say('fill-in') : refused?.errors?.find((error) => error.path === path)?.message;
  const submit = (conclude: boolean) => {
    setTried(tried + 1);
    if (wanting(filled).length === 0) file.mutate(conclude);
  };
  const part = { filled, change, faultAt };
  return (
    // Enter in a field, which scanners type too, concludes nothing: that is said by a button.
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      <p className="chosen-item">
        <b>{mixed(item.name[lang], lang)}</b>
        <span className={item.handling === 'on-the-spot' ? 'tag spot' : 'tag'}>
          {say(item.handling === 'on-the-spot' ? 'item-on-the-spot' : 'item-promise')}
        </span>
        <small>
          {item.id} · {mixed(item.department.name[lang], lang)}
        </small>
        <button type="button" className="plain" onClick={back}>
          {say('item-change')}
        </button>
      </p>
      {item.cases.length > 1 && (
        <Radio.Group
          value={filled.case}
          aria-label={say('case')}
          options={item.cases.map(({ id, name }) => ({ value: id, label: name[lang] }))}
          onChange={(event) => change({ ...filled, case: event.target.value, here: [], seen: [], returned: [] })}
        />
      )}
      <Applicant {...part} />
      <What {...part} amountAsked={may.amountAsked} />
      {filled.case === 'renewal' && may.renewal && <RenewalNote lead={may.renewal} number={filled.licence} item={item.id} />}
      <section>
        <h3>{say('papers')}</h3>
        <Checklist papers={papers} filled={filled} change={change} />
      </section>
      {item.handling === 'on-the-spot' && !may.onTheSpot.allowed && (
        <div className="notice">
          {say('spot-not-me')}
          <Reasons reasons={may.onTheSpot.reasons} nameOf={(seat) => may.seats[seat]?.[lang] ?? seat} />
        </div>
      )}
      {spot && (
        <section>
          <Field id="f-finding" label={say('spot-text')} fault={refused?.errors?.find(({ path }) => path === 'text')?.message}>
            <Input.TextArea
              id="f-finding"
              lang="zh"
              value={finding}
              maxLength={2000}
              rows={2}
              onChange={(e) => setFinding(e.target.value)}
            />
          </Field>
          {may.charges.length > 0 && <Bills charges={may.charges} filled={filled} change={change} />}
          {missing.length > 0 && <p className="lacking">▲ {say('spot-missing')}</p>}
        </section>
      )}
      {refused && (
        <div className="wrong" role="alert">
          <b>{mixed(refused.title, lang)}</b> {mixed(refused.next, lang)}
        </div>
      )}
      {file.isError && !refused && <Failure error={file.error} lang={lang} />}
      <div className="foot">
        {spot && (
          <Button
            type="primary"
            onClick={() => submit(true)}
            disabled={missing.length > 0 || finding.trim() === '' || (free.length > 0 && reason === '') || unmeasured(may, filled)}
            loading={file.isPending}
            data-file="spot"
          >
            {say('file-on-the-spot')}
          </Button>
        )}
        <Button type={spot ? 'default' : 'primary'} onClick={() => submit(false)} loading={file.isPending} data-file="only">
          {say(spot ? 'spot-not-now' : 'file')}
        </Button>
        <Checkbox checked={filled.electronic} onChange={(event) => change({ ...filled, electronic: event.target.checked })}>
          {say('electronic')}
        </Checkbox>
      </div>
    </form>
  );
}
