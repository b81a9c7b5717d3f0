import { useQuery } from '@tanstack/react-query';
import { useBench } from '../../../workbench/bench.tsx';
import ActionForm from './action-form.tsx';
import type { Matter } from './answers.ts';

interface Act {
  readonly matter: string;
  readonly action: string;
  /** Of several bills the one that was clicked. */
  readonly charge?: string;
  readonly close: () => void;
}

/** The form of an act, opened from a list: the matter is looked at first, so that it is acted on as it stands. */
export default function Acting({ matter, action, charge, close }: Act) {
  const { api, lang } = useBench();
  const looked = useQuery({
    queryKey: ['matter', matter, 'view', lang],
    queryFn: () => api.look<Matter>(`/matters/${encodeURIComponent(matter)}`),
    staleTime: 0,
  });
  const chosen = looked.data?.seen.actions.find(({ name }) => name === action);
  if (!looked.data || !chosen) return null;
  const { seen, tag } = looked.data;
  return <ActionForm action={chosen} matter={seen} tag={tag} charge={charge} refresh={() => looked.refetch()} close={close} />;
}
