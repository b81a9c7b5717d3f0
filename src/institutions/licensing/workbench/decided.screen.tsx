import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import { SheetList } from '../../../workbench/components/sheet-list.tsx';
import type { Board } from './answers.ts';
import { useWords } from './say.tsx';

/** The decisions behind median, decided and kept. */
export default function DecidedScreen() {
  const { api, lang } = useBench();
  const say = useWords();
  const [params] = useSearchParams();
  const [organ, kept, decider] = ['organ', 'kept', 'decider'].map((name) => params.get(name) ?? undefined);
  const days = params.get('days') ?? '30';
  const board = useQuery({ queryKey: ['board', lang, 'over-law'], queryFn: () => api.get<Board>('/board', { sort: 'over-law' }) });
  const name = board.data?.organs.find((one) => one.organ === organ)?.name[lang] ?? organ ?? say('total');
  return (
    <>
      <p className="trail">
        <Link to="/board">← {say('back-to-board')}</Link>
      </p>
      <SheetList
        path="/board/decisions"
        query={{ organ, days, kept, decider }}
        title={() =>
          mixed(say(kept === 'yes' ? 'decided-kept' : kept === 'no' ? 'decided-late' : 'decided-in', { organ: name, days }), lang)
        }
        lead={({ total, median }) =>
          median === null || median === undefined
            ? say('decided-n', { n: total })
            : say('decided-median', { n: total, median: Math.round(median * 10) / 10 })
        }
        empty={say('decided-none')}
      />
    </>
  );
}
