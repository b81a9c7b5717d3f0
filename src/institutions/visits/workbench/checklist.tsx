import { Button, Checkbox } from 'antd';
import { mixed } from '../../../pictures/zh.tsx';
import { useBench } from '../../../workbench/bench.tsx';
import type { Paper } from './answers.ts';
import { type Filled, lacking, ticked } from './form.ts';
import { useWords } from './say.tsx';

const COLUMNS = ['here', 'seen', 'returned'] as const;

/** Which papers were handed in, whose originals were seen, which of them given back. */
export function Checklist({ papers, filled, change }: { papers: readonly Paper[]; filled: Filled; change: (f: Filled) => void }) {
  const { lang } = useBench();
  const say = useWords();
  const missing = lacking(papers, filled.here);
  const asked = papers.filter(({ source, when }) => source === 'applicant' && when === null);
  const all = (column: (typeof COLUMNS)[number]) => change(asked.reduce((f, { code }) => ticked(f, column, code, true), filled));
  return (
    <>
      <div className="table-wrap">
        <table className="checklist">
          <thead>
            <tr>
              <th scope="col">{say('paper-name')}</th>
              {COLUMNS.map((column) => (
                <th scope="col" key={column}>
                  {say(`paper-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {papers.map((paper) => (
              <tr key={paper.code}>
                <th scope="row">
                  {mixed(paper.name[lang], lang)}
                  {paper.when && <small>{mixed(say('paper-only-when', { when: paper.when }), lang)}</small>}
                  {!paper.essential && paper.source === 'applicant' && <small>{say('paper-may-follow')}</small>}
                </th>
                {paper.source === 'applicant' ? (
                  COLUMNS.map((column) => (
                    <td key={column}>
                      <Checkbox
                        checked={filled[column].includes(paper.code)}
                        data-paper={`${column} ${paper.code}`}
                        aria-label={say('paper-of', { what: say(`paper-${column}`), paper: paper.name })}
                        onChange={(event) => change(ticked(filled, column, paper.code, event.target.checked))}
                      />
                    </td>
                  ))
                ) : (
                  <td colSpan={3} className="none">
                    {say('paper-own')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="check-all">
        <Button size="small" onClick={() => all('here')} data-all="here">
          {say('all-here')}
        </Button>
        <Button size="small" onClick={() => all('returned')} data-all="returned">
          {say('all-seen')}
        </Button>
      </div>
      {missing.length > 0 ? (
        <p className="lacking">
          ▲ {mixed(say('missing', { n: missing.length, papers: missing.map(({ name }) => name[lang]).join(say('comma')) }), lang)}
        </p>
      ) : (
        <p className="kept-all">✓ {say('complete')}</p>
      )}
    </>
  );
}
