import { Link, useSearchParams } from 'react-router';
import { SheetList, type SheetPage } from '../../../../workbench/components/sheet-list.tsx';
import { at, chosenIn, useAccountWords } from './parts.tsx';

/** Each time a matter was sent from hand to hand, or its clock stopped just before it ran out. */
export default function AccountSignsScreen() {
  const say = useAccountWords();
  const [params] = useSearchParams();
  const chosen = chosenIn(params);
  const kind = params.get('kind') === 'pause' ? 'pause' : 'bounce';
  const about = (page: SheetPage) => page as SheetPage & { matters: number; near: number };
  return (
    <>
      <p className="trail">
        <Link to={at('/accounts', chosen)}>← {say('back-to-accounts')}</Link>
      </p>
      <SheetList
        path="/accounts/signs"
        query={{ ...chosen, kind }}
        title={(page) => say(`${kind}-title`, { days: about(page).near })}
        lead={(page) => `${say('signs-lead', { times: page.total, n: about(page).matters })} ${say(`${kind}s-not`)}`}
        empty={say('signs-none')}
      />
    </>
  );
}
