import { QueryCache, QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { BrowserRouter } from 'react-router';
import type { Lang } from '../kernel/text.ts';
import { createApi, Refused, type Session } from './api.ts';
import { type Bench, BenchContext, shellSay } from './bench.tsx';
import { FailedScreen, Loading } from './components/states.tsx';
import { Frame } from './frame.tsx';
import type { Screen } from './screens.ts';
import { SignIn } from './sign-in.screen.tsx';
import { theme } from './theme.ts';

export interface AppProps {
  readonly screens: readonly Screen[];
  readonly nonce: string;
  /** As the server saw it when it sent the page: who is not is shown the door without asking again. */
  readonly signedIn: boolean;
  readonly firstLang: Lang;
}

/** Providers, the language, and who is signed in. */
export function App({ screens, nonce, signedIn, firstLang }: AppProps) {
  const [lang, setLang] = useState(firstLang);
  const client = useMemo(() => createClient(signedIn), [signedIn]);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  const speak = (next: Lang) => {
    setLang(next);
    // The server keeps the choice for the next visit; the page need not wait for it.
    void fetch(`/lang/${next}?back=/assets/seal.svg`).catch(() => undefined);
  };
  return (
    <ConfigProvider
      locale={lang === 'zh' ? zh : en}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={client}>
        <BrowserRouter basename="/workbench">
          <Door lang={lang} setLang={speak} screens={screens} />
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

/** A refusal is an answer; only a broken connection is tried again. A session that ended leads back to the door. */
function createClient(signedIn: boolean): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Refused && error.problem.status === 401 && query.queryKey[0] !== 'session')
          void client.invalidateQueries({ queryKey: ['session'] });
      },
    }),
    defaultOptions: {
      queries: { retry: (count, error) => !(error instanceof Refused) && count < 2, staleTime: 5_000, refetchOnWindowFocus: true },
    },
  });
  if (!signedIn) client.setQueryData(['session'], null);
  return client;
}

/** What one officer was shown is not kept for the next. */
const forgetOthers = (client: QueryClient) => client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });

interface DoorProps {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  readonly screens: readonly Screen[];
}

function Door({ lang, setLang, screens }: DoorProps) {
  const client = useQueryClient();
  const say = shellSay(lang);
  const [told, setTold] = useState<{ sentence: string; tone?: 'done' | 'late' }>();
  const asked = useQuery({
    queryKey: ['session'],
    queryFn: () =>
      createApi(lang, '')
        .get<Session>('/session')
        .catch((error: unknown) => {
          if (error instanceof Refused && error.problem.status === 401) return null;
          throw error;
        }),
    staleTime: 60_000,
    refetchOnWindowFocus: (query) => Boolean(query.state.data),
  });
  const session = asked.data;
  const api = useMemo(() => createApi(lang, session?.csrf ?? ''), [lang, session?.csrf]);
  const tell = useCallback<Bench['tell']>((sentence, tone) => setTold({ sentence, tone }), []);
  const bench = useMemo(() => session && { lang, session, api, tell }, [lang, session, api, tell]);

  if (asked.isPending) return <Loading say={say} />;
  if (asked.isError) return <FailedScreen error={asked.error} lang={lang} retry={() => void asked.refetch()} />;
  if (!bench)
    return (
      <SignIn
        lang={lang}
        setLang={setLang}
        entered={(entered) => {
          forgetOthers(client);
          client.setQueryData(['session'], entered);
        }}
      />
    );
  const signOut = async () => {
    await api.remove('/session').catch(() => undefined);
    forgetOthers(client);
    client.setQueryData(['session'], null);
  };
  return (
    <BenchContext value={bench}>
      <Frame screens={screens} setLang={setLang} signOut={() => void signOut()} told={told} />
    </BenchContext>
  );
}
