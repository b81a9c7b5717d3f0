import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, Route, Routes, useLocation, useNavigate } from 'react-router';
import type { Lang } from '../kernel/text.ts';
import { Seal } from '../pictures/seal.tsx';
import { mixed } from '../pictures/zh.tsx';
import { ScreenContext, useBench, useSay } from './bench.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Folded } from './components/folded.tsx';
import { KeyHelp, moveInList, useKeys, useLeaveField } from './components/keys.tsx';
import { Guard, KeptScreen, Loading, Unshown } from './components/states.tsx';
import { concerns, isFor, type Screen } from './screens.ts';

export interface FrameProps {
  readonly screens: readonly Screen[];
  readonly setLang: (lang: Lang) => void;
  readonly signOut: () => void;
  readonly told?: { readonly sentence: string; readonly tone?: 'done' | 'late' };
}

/** What stands around every screen: seal and county, navigation, search, who I am, the model county's clock. */
export function Frame({ screens, setLang, signOut, told }: FrameProps) {
  const { lang, session } = useBench();
  const say = useSay();
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const shown = screens.filter((screen) => screen.nav && concerns(screen, session.seats));
  useLeaveField();
  useKeys({
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
    j: () => moveInList(1),
    k: () => moveInList(-1),
    ...Object.fromEntries(shown.flatMap(({ nav }) => (nav?.key ? [[nav.key, () => navigate(nav.to)]] : []))),
  });
  return (
    <div className="bench">
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="side">
        <Link className="brand" to="/">
          <Seal />
          <span>
            <b>{say('brand')}</b>
            <small>{mixed(session.county.name[lang], lang)}</small>
          </span>
        </Link>
        <Folded label={say('menu')}>
          <nav aria-label={say('main-nav')}>
            {shown.map(({ title, nav }) => (
              <NavLink key={nav!.to} to={nav!.to} end={nav!.to === '/'}>
                <span aria-hidden="true">{nav!.mark}</span> {title[lang]}
              </NavLink>
            ))}
          </nav>
          <div className="side-foot">
            <a href="/">{say('portal')}</a>
            <button type="button" onClick={() => setHelp(true)}>
              {say('keys-button')}
            </button>
          </div>
        </Folded>
      </header>
      <div className="work">
        <section className="top" aria-label={say('top')}>
          <search>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                const q = search.current?.value.trim();
                if (q) navigate(`/search?q=${encodeURIComponent(q)}`);
              }}
            >
              <input
                ref={search}
                type="search"
                maxLength={100}
                aria-label={say('search-label')}
                placeholder={say('search-placeholder')}
                onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
              />
            </form>
          </search>
          <WhoIAm />
          <button type="button" className="plain" lang={lang === 'zh' ? 'en' : 'zh'} onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
            {say('other-language')}
          </button>
          <button type="button" className="plain" onClick={signOut}>
            {say('sign-out')}
          </button>
        </section>
        {session.model && <ClockBar />}
        <main id="content" tabIndex={-1}>
          <Guard lang={lang} key={pathname}>
            <Suspense fallback={<Loading say={say} />}>
              <Routes>
                {screens.map(({ path, title, kept, screen: Screen }) => (
                  <Route
                    key={path}
                    path={path}
                    element={
                      <ScreenContext value={title[lang]}>
                        <Title of={title[lang]} />
                        {kept && !isFor(kept, session.seats, session.lost) ? <KeptScreen kept={kept} title={title[lang]} /> : <Screen />}
                      </ScreenContext>
                    }
                  />
                ))}
                <Route path="*" element={<Nowhere />} />
              </Routes>
            </Suspense>
          </Guard>
        </main>
        <p className={`told ${told?.tone ?? 'done'}`} role="status" key={told?.sentence}>
          {told && mixed(told.sentence, lang)}
        </p>
      </div>
      <KeyHelp
        open={help}
        close={() => setHelp(false)}
        screens={shown.flatMap(({ title, nav }) => (nav?.key ? [[nav.key, title[lang]] as const] : []))}
      />
    </div>
  );
}

function Title({ of }: { of: string }) {
  const { session } = useBench();
  const say = useSay();
  const title = say('page-title', { title: of, county: session.county.name });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

/** Who acts, and from which seat: what will stand under every act. */
function WhoIAm() {
  const { lang, session } = useBench();
  const say = useSay();
  const [first, ...more] = session.seats;
  return (
    <p className="who">
      <b>{mixed(session.name[lang], lang)}</b>
      <small title={session.seats.map((seat) => `${seat.organName[lang]} · ${seat.name[lang]}`).join('\n')}>
        {first ? mixed(`${first.organName[lang]} · ${first.name[lang]}`, lang) : say('no-seat')}
        {more.length > 0 && ` ${say(more.length === 1 ? 'seats-more-one' : 'seats-more', { n: more.length, all: session.seats.length })}`}
      </small>
    </p>
  );
}

function Nowhere() {
  const { lang } = useBench();
  const say = useSay();
  return (
    <Unshown lang={lang} title={say('not-found')}>
      <p>{say('not-found-more')}</p>
    </Unshown>
  );
}
