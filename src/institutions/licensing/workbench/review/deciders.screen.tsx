import { Link, useSearchParams } from 'react-router';
import { SheetList } from '../../../../workbench/components/sheet-list.tsx';
import { useWords } from '../say.tsx';
import { useReviewWords } from './links.tsx';

/** In whose hands the decisions of each organ rest (S1-60). */
export default function DecidersScreen() {
  const sayBoard = useWords();
  const say = useReviewWords();
  const [params] = useSearchParams();
  const [organ, days] = [params.get('organ') ?? undefined, params.get('days') ?? '30'];
  const other = days === '30' ? '90' : '30';
  return (
    <>
      <p className="trail">
        <Link to="/board">← {sayBoard('back-to-board')}</Link>{' '}
        <Link to={`/review/deciders?${new URLSearchParams({ ...(organ && { organ }), days: other })}`}>
          {say('last-days', { days: other })}
        </Link>
      </p>
      <SheetList
        path="/review/deciders"
        query={{ organ, days }}
        title={() => say('deciders-in', { days })}
        lead={() => say('deciders-lead')}
        empty={say('deciders-none')}
      />
    </>
  );
}
