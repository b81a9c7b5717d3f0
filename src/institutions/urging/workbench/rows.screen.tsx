import { Link, useSearchParams } from 'react-router';
import { SheetList } from '../../../workbench/components/sheet-list.tsx';
import { useWords } from './say.tsx';

const ASKED = ['organ', 'rung', 'state', 'person'] as const;

/** What stands behind a number of the open urgings. */
export default function RowsScreen() {
  const say = useWords();
  const [params] = useSearchParams();
  const query = Object.fromEntries(ASKED.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])));
  return (
    <>
      <p className="trail">
        <Link to="/supervision">← {say('back')}</Link>
      </p>
      <div className="urged-rows cards">
        <SheetList path="/urgings" query={query} title={() => say('rows')} empty={say('rows-none')} />
      </div>
    </>
  );
}
