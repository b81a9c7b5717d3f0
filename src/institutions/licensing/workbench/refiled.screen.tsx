import { Link, useSearchParams } from 'react-router';
import { SheetList } from '../../../workbench/components/sheet-list.tsx';
import { useWords } from './say.tsx';

/** What was withdrawn and filed again: a way of stopping a clock (P14). */
export default function RefiledScreen() {
  const say = useWords();
  const [params] = useSearchParams();
  const [organ, days] = [params.get('organ') ?? undefined, params.get('days') ?? '30'];
  return (
    <>
      <p className="trail">
        <Link to="/board">← {say('back-to-board')}</Link>
      </p>
      <SheetList
        path="/board/refilings"
        query={{ organ, days }}
        title={() => say('refiled-in', { days })}
        lead={({ total }) => say('refiled-n', { n: total })}
        empty={say('refiled-none')}
      />
    </>
  );
}
