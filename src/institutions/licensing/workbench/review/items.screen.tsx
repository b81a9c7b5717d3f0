import { Link } from 'react-router';
import { SheetList } from '../../../../workbench/components/sheet-list.tsx';
import { useWords } from '../say.tsx';
import { useReviewWords } from './links.tsx';

/** Items whose steps, signatures or papers stand out from those of their kind (S1-55). */
export default function StandOutsScreen() {
  const sayBoard = useWords();
  const say = useReviewWords();
  return (
    <div className="review-rows">
      <p className="trail">
        <Link to="/board">← {sayBoard('back-to-board')}</Link>
      </p>
      <SheetList
        path="/review/items"
        title={() => say('review-items')}
        lead={({ total }) => say('items-lead', { n: total })}
        empty={say('items-none')}
      />
    </div>
  );
}
