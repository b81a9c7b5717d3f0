import { Link } from 'react-router';
import { at, useAccountWords } from './parts.tsx';

/** From one matter's time to that of all of its item. */
export function AccountsOf({ item }: { item: string }) {
  const say = useAccountWords();
  return (
    <p className="small">
      <Link to={at('/accounts', { item, by: 'level' })}>{say('of-organ')}</Link>
    </p>
  );
}
