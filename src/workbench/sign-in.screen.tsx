import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { Lang } from '../kernel/text.ts';
import { Seal } from '../pictures/seal.tsx';
import { mixed } from '../pictures/zh.tsx';
import { createApi, type PersonaView, Refused, type Session } from './api.ts';
import { shellSay } from './bench.tsx';
import { Loading } from './components/states.tsx';
import { Personas } from './personas.tsx';

export interface SignInProps {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  readonly entered: (session: Session) => void;
}

/** The door: in the model county one of its people by a click; elsewhere person and password. */
export function SignIn({ lang, setLang, entered }: SignInProps) {
  const say = shellSay(lang);
  const api = createApi(lang, '');
  const people = useQuery({
    queryKey: ['personas'],
    queryFn: () => api.get<PersonaView[]>('/personas').catch((error: unknown) => (error instanceof Refused ? [] : Promise.reject(error))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const enter = useMutation({
    mutationFn: (who: { persona: string } | { person: string; password: string }) => api.post<Session>('/session', who),
    onSuccess: entered,
  });
  const model = (people.data?.length ?? 0) > 0;
  return (
    <div className="door">
      <title>{say('workbench')}</title>
      <header>
        <Seal />
        <h1>{say('sign-in-heading')}</h1>
        <button type="button" className="plain" lang={lang === 'zh' ? 'en' : 'zh'} onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
          {say('other-language')}
        </button>
      </header>
      <main id="content">
        {enter.isError && <Wrong error={enter.error} lang={lang} />}
        {people.isPending && <Loading say={say} />}
        {people.isError && <Wrong error={people.error} lang={lang} />}
        <p className="to-portal">
          <a href="/">{say('sign-in-portal')}</a> {say('sign-in-portal-say')}
        </p>
        {people.data && (
          <details className="card by-password" open={!model}>
            <summary>{say('sign-in-by-password')}</summary>
            <Password lang={lang} busy={enter.isPending} enter={enter.mutate} />
          </details>
        )}
        {model && <Personas people={people.data!} lang={lang} busy={enter.isPending} choose={(persona) => enter.mutate({ persona })} />}
      </main>
    </div>
  );
}

function Wrong({ error, lang }: { error: Error; lang: Lang }) {
  const say = shellSay(lang);
  const problem = error instanceof Refused ? error.problem : undefined;
  return (
    <p className="wrong" role="alert">
      <b>{problem ? mixed(problem.title, lang) : say('failed-title')}</b> {problem ? mixed(problem.next, lang) : say('no-connection')}
    </p>
  );
}

interface PasswordProps {
  readonly lang: Lang;
  readonly busy: boolean;
  readonly enter: (who: { person: string; password: string }) => void;
}

function Password({ lang, busy, enter }: PasswordProps) {
  const say = shellSay(lang);
  const [person, setPerson] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = person.trim() !== '' && password !== '';
    setMissing(!complete);
    if (complete) enter({ person: person.trim(), password });
  };
  return (
    <form onSubmit={submit} className="fields" noValidate>
      {missing && (
        <p className="wrong" role="alert">
          {say('sign-in-needed')}
        </p>
      )}
      <label htmlFor={`${id}-person`}>{say('sign-in-person')}</label>
      <Input
        id={`${id}-person`}
        value={person}
        onChange={(event) => setPerson(event.target.value)}
        autoComplete="username"
        maxLength={64}
      />
      <label htmlFor={`${id}-password`}>{say('sign-in-password')}</label>
      <Input
        id={`${id}-password`}
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoComplete="current-password"
        maxLength={200}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {say('sign-in')}
      </Button>
    </form>
  );
}
