import { Link, useSearchParams } from 'react-router';
import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import { SheetList, type SheetPage } from '../../../../workbench/components/sheet-list.tsx';
import { partWords } from '../../accounts/words.ts';
import { at, BYS, chosenIn, type Narrowed, short, useAccountWords } from './parts.tsx';

/** The matters behind a number of the time accounts, with their own spells. */
export default function AccountRowsScreen() {
  const { lang } = useBench();
  const say = useAccountWords();
  const [params] = useSearchParams();
  const chosen = chosenIn(params);
  const own = (name: string) => params.get(name) ?? undefined;
  const part = own('part');
  const about = (page: SheetPage) => page as SheetPage & { readonly seconds: number; readonly narrowed: Narrowed };
  const what = (page: SheetPage) =>
    [
      ...BYS.map((by) => about(page).narrowed[by]?.[lang]),
      part && (part in partWords ? partWords[part as keyof typeof partWords][lang] : partWords.law[lang]),
    ]
      .filter(Boolean)
      .join(' · ') || say('all-time');
  return (
    <div className="account-rows">
      <p className="trail">
        <Link to={at('/accounts', { of: own('of'), from: own('from'), to: own('to'), unit: own('unit') })}>
          ← {say('back-to-accounts')}
        </Link>
      </p>
      <SheetList
        path="/accounts/matters"
        query={{ ...chosen, part, kept: own('kept'), lawful: own('lawful') }}
        title={(page) => mixed(say('rows-title', { what: what(page) }), lang)}
        lead={(page) => say('rows-lead', { n: page.total, time: short(about(page).seconds, say) })}
        empty={say('rows-none')}
      />
    </div>
  );
}
