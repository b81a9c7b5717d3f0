import { useQuery } from '@tanstack/react-query';
import { useBench } from '../../../workbench/bench.tsx';
import ActionForm from './action-form.tsx';
import type { Matter } from './answers.ts';

/** The form of an act, opened from a list: the matter is looked at first, so that it is acted on as it stands. */
export default function Acting({ matter, action, close }: { matter: string; action: string; close: () => void }) {
  const { api, lang } = useBench();
  const looked = useQuery({
    queryKey: ['matter', matter, 'view', lang],
    queryFn: () => api.look<Matter>(`/matters/${encodeURIComponent(matter)}`),
    staleTime: 0,
  });
  const chosen = looked.data?.seen.actions.find(({ name }) => name === action);
  if (!looked.data || !chosen) return null;
  return <ActionForm action={chosen} matter={looked.data.seen} tag={looked.data.tag} refresh={() => looked.refetch()} close={close} />;
}
