import { Link, useSearchParams } from 'react-router';
import { mixed } from '../../../../pictures/zh.tsx';
import { useBench } from '../../../../workbench/bench.tsx';
import { SheetList, type SheetPage } from '../../../../workbench/components/sheet-list.tsx';
import { levelWords, partWords } from '../../accounts/words.ts';
import { at, chosenIn, short, useAccountWords } from './parts.tsx';

/** The matters behind a number of the time accounts, with their own spells. */
export default function AccountRowsScreen() {
  const { lang } = useBench();
  const say = useAccountWords();
  const [params] = useSearchParams();
  const chosen = chosenIn(params);
  const own = (name: string) => params.get(name) ?? undefined;
  const [level, part] = [own('level'), own('part')];
  const what = [
    own('organ'),
    own('item'),
    level && level in levelWords ? levelWords[level as keyof typeof levelWords][lang] : undefined,
    own('seat'),
    part && (part in partWords ? partWords[part as keyof typeof partWords][lang] : partWords.law[lang]),
  ].filter(Boolean);
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
        title={() => mixed(say('rows-title', { what: what.length > 0 ? what.join(' · ') : say('all-time') }), lang)}
        lead={(page) => say('rows-lead', { n: page.total, time: short((page as SheetPage & { seconds: number }).seconds, say) })}
        empty={say('rows-none')}
      />
    </div>
  );
}
