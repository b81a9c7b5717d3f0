import { useBench } from '../../../workbench/bench.tsx';
import { SheetList, type SheetPage } from '../../../workbench/components/sheet-list.tsx';
import { useWords } from './say.tsx';

interface Register extends SheetPage {
  /** Duties that nobody answers for; times that passed and are not noted; duties of which no last time is noted. */
  readonly unanswered: number;
  readonly late: number;
  readonly unknown: number;
}

/** The county's recurring duties: what passed and is not noted, and the next time of each. */
export default function DutiesScreen() {
  const { lang } = useBench();
  const say = useWords();
  return (
    <div className="duty-rows cards">
      <SheetList
        path="/duties"
        title={({ name }) => name[lang]}
        lead={(page) => {
          const { unanswered, late, unknown } = page as Register;
          return (
            <>
              {unanswered > 0 && <b className="late-text">{say('unanswered', { n: unanswered })} </b>}
              {late > 0 && <b className="late-text">{say('late', { n: late })} </b>}
              {unknown > 0 && <b className="late-text">{say('unknown', { n: unknown })} </b>}
              {say('duties-say')}
            </>
          );
        }}
        more={
          <details className="small">
            <summary>{say('duties-how')}</summary>
            <p>{say('duties-how-say')}</p>
          </details>
        }
        empty={say('duties-none')}
      />
    </div>
  );
}
