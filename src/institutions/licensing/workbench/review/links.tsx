import { Link } from 'react-router';
import { speaks, useBench } from '../../../../workbench/bench.tsx';
import { useSupervises } from '../supervises.tsx';
import { words } from './words.ts';

export const useReviewWords = () => speaks(words)(useBench().lang);

/** The way to the review lists, for those who supervise. */
export function ReviewLinks() {
  const say = useReviewWords();
  if (!useSupervises()) return null;
  return (
    <p className="small note">
      {say('review')} <Link to="/review/items">{say('review-items')}</Link> · <Link to="/review/deciders">{say('review-deciders')}</Link>
    </p>
  );
}
