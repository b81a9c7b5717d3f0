import { Link, useParams } from 'react-router';
import { mixed } from '../pictures/zh.tsx';
import { useBench, useSay } from './bench.tsx';
import { SheetList } from './components/sheet-list.tsx';

/** The rows behind a number of the wall. */
export default function WallRowsScreen() {
  const { lang } = useBench();
  const say = useSay();
  const { institution = '' } = useParams();
  return (
    <>
      <p className="trail">
        <Link to="/wall">← {say('back-to-wall')}</Link>
      </p>
      <SheetList
        path={`/wall/${encodeURIComponent(institution)}`}
        title={(page) => mixed(page.institution?.[lang] ?? page.name[lang], lang)}
        lead={(page) => page.label && mixed(say('wall-rows', { n: page.total, label: page.label }), lang)}
        empty={say('rows-empty')}
      />
    </>
  );
}
