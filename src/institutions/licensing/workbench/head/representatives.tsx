import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { mixed } from '../../../../pictures/zh.tsx';
import { formatLongDate } from '../../../../portal/format.ts';
import { useBench } from '../../../../workbench/bench.tsx';
import { authorityStateWords } from '../../head/words.ts';
import { sayInstant } from '../say.tsx';
import type { HeadPage, RepresentativeView } from './answers.ts';
import { Part, useHeadWords } from './part.tsx';

const Withdraw = lazy(() => import('./withdraw.tsx'));
const STANDS: ReadonlySet<string> = new Set(['in-force', 'to-come']);

/** Who may act for the organ at the centre, by which paper, until when; and the way to end it. */
export function Representatives({ page, children }: { page: HeadPage; children: ReactNode }) {
  const say = useHeadWords();
  const [ending, setEnding] = useState<RepresentativeView>();
  const own = page.scope === 'own';
  return (
    <>
      <Part
        title={say(own ? 'representatives-own' : 'representatives')}
        list="representatives"
        day={page.day}
        rows={page.representatives}
        none={say('representatives-none')}
        lead={<p className="muted small">{say('representatives-say')}</p>}
        head={(['person', 'period', 'items', 'basis', 'state'] as const).map((column) => (
          <th key={column} scope="col" className={`h-${column}`}>
            {say(`col-${column}`)}
          </th>
        ))}
        row={(row) => <Line key={row.id} row={row} withdraw={page.mayAuthorise ? () => setEnding(row) : undefined} />}
      >
        {children}
      </Part>
      {ending && (
        <Suspense fallback={null}>
          <Withdraw of={ending} close={() => setEnding(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function Line({ row, withdraw }: { row: RepresentativeView; withdraw?: () => void }) {
  const { lang, session } = useBench();
  const say = useHeadWords();
  const { withdrawn } = row;
  return (
    <tr className={row.state} data-authority={row.id}>
      <th scope="row">{mixed(row.name[lang], lang)}</th>
      <td>
        {row.to
          ? say('period', { from: formatLongDate(row.from, lang), to: formatLongDate(row.to, lang) })
          : say('period-open', { from: formatLongDate(row.from, lang) })}
      </td>
      <td>{row.items ? mixed(row.items.map((item) => item.name[lang]).join(say('comma')), lang) : say('all-items')}</td>
      <td>
        {mixed(row.basis ?? say('by-appointment'), lang)}
        {row.by && <small>{mixed(say('given-by', { name: row.by }), lang)}</small>}
      </td>
      <td className="state">
        <b className={row.state}>{authorityStateWords[row.state][lang]}</b>
        {withdrawn && (
          <small>
            {mixed(
              say('withdrawn-by', { at: sayInstant(withdrawn.at, lang, session.today), name: withdrawn.by, reason: withdrawn.reason }),
              lang,
            )}
          </small>
        )}
        {withdraw && STANDS.has(row.state) && (
          <Button size="small" onClick={withdraw} data-do="withdraw">
            {say('withdraw')} <span className="vh">{say('withdraw-of', { name: row.name })}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}
