import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { mixed } from '../../../../pictures/zh.tsx';
import { attemptKey, Refused } from '../../../../workbench/api.ts';
import { shellSay, useBench } from '../../../../workbench/bench.tsx';
import { Failure } from '../../../../workbench/components/states.tsx';
import { inWindows } from '../../../../workbench/windows.ts';
import { useWords } from '../say.tsx';

export interface ChangeProps {
  readonly title: string;
  readonly go: string;
  readonly path: string;
  readonly body: object;
  /** Fields that must be filled in and are not: marked, and nothing is sent. */
  readonly missing: readonly string[];
  readonly told: string;
  readonly close: () => void;
  /** The fields, each with what the server said of it. */
  readonly children: (faultOf: (path: string) => string | undefined) => ReactNode;
}

/** A change of authority: its fields, then the button; what was refused stands under its field, and nothing typed is lost. */
export function Change({ title, go, path, body, missing, told, close, children }: ChangeProps) {
  const { api, lang, tell } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const key = useRef(attemptKey());
  const change = useMutation({
    mutationFn: () => api.post(path, body, { 'idempotency-key': key.current }),
    onSuccess: async () => {
      tell(told);
      close();
      await client.invalidateQueries();
    },
    onError: () => {
      key.current = attemptKey();
    },
  });
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (missing.length === 0) change.mutate();
  };
  const refused = change.error instanceof Refused ? change.error.problem : undefined;
  const faultOf = (field: string) =>
    (tried && missing.includes(field) && say('needed')) ||
    refused?.errors
      ?.filter((one) => one.path.split('.')[0] === field)
      .map((one) => one.message)
      .join(' ') ||
    undefined;
  return (
    <Drawer
      getContainer={inWindows}
      open
      onClose={close}
      title={title}
      size={520}
      closable={{ 'aria-label': shellSay(lang)('close') }}
      mask={{ closable: false, blur: false }}
      footer={
        <div className="buttons">
          <Button type="primary" onClick={submit} loading={change.isPending} data-do="change">
            {go}
          </Button>
          <Button onClick={close}>{shellSay(lang)('cancel')}</Button>
        </div>
      }
    >
      {change.isError && (
        <div className="wrong" role="alert">
          {refused ? (
            <>
              <b>{mixed(refused.title, lang)}</b> {mixed(refused.next, lang)}
            </>
          ) : (
            <Failure error={change.error} lang={lang} />
          )}
        </div>
      )}
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children(faultOf)}
      </form>
    </Drawer>
  );
}

/** A label, its field, and under it what is wrong with it. */
export function Field({ id, label, fault, children }: { id: string; label: string; fault?: string; children: ReactNode }) {
  const { lang } = useBench();
  return (
    <div className={fault ? 'field faulty' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children}
      {fault && <p className="fault">{mixed(fault, lang)}</p>}
    </div>
  );
}
