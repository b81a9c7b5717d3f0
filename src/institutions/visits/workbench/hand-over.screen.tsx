import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { Text } from '../../../kernel/text.ts';
import { sayWeekday } from '../../../pictures/say.ts';
import { mixed } from '../../../pictures/zh.tsx';
import { attemptKey, Refused } from '../../../workbench/api.ts';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { Exports } from '../../../workbench/components/sheet-list.tsx';
import { Empty, Failure, Loading } from '../../../workbench/components/states.tsx';
import { useWords } from './say.tsx';
import './window.css';

interface Row {
  readonly matter: string;
  readonly seq: number;
  readonly itemName: Text;
  readonly organ: string;
  readonly organName: Text;
  readonly applicant?: string;
  readonly papers: readonly { readonly code: string; readonly name: Text; readonly original: boolean }[];
  readonly clerkName: Text;
  readonly seatName: Text;
  readonly taken: string;
  readonly state: 'at-window' | 'to-hand-over' | 'signed-for' | 'given-back';
  readonly stateName: Text;
  readonly signerName: Text | null;
  readonly signed: string | null;
}
type Signed = { readonly results: readonly { readonly ok: boolean }[] };

/** The day's hand-over of papers, a slip for each receiving organ, to be printed and signed for. */
export default function HandOverScreen() {
  const { api, lang, session, tell } = useBench();
  const say = useWords();
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const day = params.get('day') ?? session.today;
  const query = { day, organ: params.get('organ') ?? undefined, clerk: params.get('clerk') ?? undefined };
  const asked = useQuery({
    queryKey: ['hand-over', lang, query],
    queryFn: () => api.get<{ rows: readonly Row[] }>('/window/hand-over', query),
  });
  const sign = useMutation({
    mutationFn: (matters: readonly string[]) =>
      api.post<Signed>('/window/hand-over/sign', { items: matters.map((matter) => ({ matter })) }, { 'idempotency-key': attemptKey() }),
    onSuccess: ({ results }) => tell(say('ho-signed', { n: results.filter(({ ok }) => ok).length })),
    onError: (error) => tell(error instanceof Refused ? error.problem.title : String(error), 'late'),
    onSettled: () => client.invalidateQueries({ queryKey: ['hand-over'] }),
  });
  const own = session.seats.map(({ organ }) => organ);
  const clerk = session.seats.some(({ roles }) => roles.includes('window-clerk'));
  const rows = asked.data?.rows ?? [];
  const organs = [...new Set(rows.map(({ organ }) => organ))];
  const mine = [...new Set(rows.filter(({ organ, state }) => own.includes(organ) && state === 'to-hand-over').map(({ matter }) => matter))];
  const set = (name: string, value: string | undefined) =>
    setParams((old) => {
      value ? old.set(name, value) : old.delete(name);
      return old;
    });
  return (
    <article className="hand-over">
      <p className="trail">
        <Link to={clerk ? '/window' : '/'}>← {clerk ? say('to-window') : shellSay(lang)('to-desk')}</Link>
      </p>
      <h1>{say('hand-over')}</h1>
      <p className="muted">{say('ho-lead', { day: sayWeekday(day as never, lang, session.today as never) })}</p>
      <div className="ho-head">
        <label>
          {say('ho-day')} <input type="date" value={day} onChange={(event) => event.target.value && set('day', event.target.value)} />
        </label>
        {clerk && (
          <Checkbox checked={query.clerk === session.person} onChange={(e) => set('clerk', e.target.checked ? session.person : undefined)}>
            {say('ho-mine')}
          </Checkbox>
        )}
        {rows.some(goes) && <Button onClick={() => window.print()}>{say('ho-print')}</Button>}
        <Exports path="/window/hand-over" query={query} />
        {mine.length > 0 && (
          <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate(mine)} data-sign>
            {say('ho-sign', { n: mine.length })}
          </Button>
        )}
      </div>
      {asked.isPending && <Loading say={shellSay(lang)} />}
      {asked.isError && <Failure error={asked.error} lang={lang} retry={() => void asked.refetch()} />}
      {asked.data && rows.length === 0 && (
        <Empty title={say('ho-none')}>
          <p>{say('ho-own-only')}</p>
        </Empty>
      )}
      {organs.map((organ) => (
        <Slip key={organ} rows={rows.filter((row) => row.organ === organ)} />
      ))}
    </article>
  );
}

/**
 * Before acceptance nothing leaves the window: such rows are on the screen, not on the slip that goes with the papers. What goes back to
 * the applicant never left either.
 */
const goes = ({ papers, state }: Row): boolean => papers.length > 0 && state !== 'at-window' && state !== 'given-back';

/** 交接单: what goes to one organ. */
function Slip({ rows: all }: { rows: readonly Row[] }) {
  const { lang } = useBench();
  const say = useWords();
  const rows = all.filter(({ papers }) => papers.length > 0);
  const going = rows.filter(goes);
  const waiting = rows.filter(({ state }) => state === 'at-window').length;
  const count = going.reduce((sum, { papers }) => sum + papers.length, 0);
  return (
    <section className={going.length > 0 ? 'slip card' : 'slip card nothing-goes'}>
      <h2>{mixed(all[0]!.organName[lang], lang)}</h2>
      <p className="muted small">
        {say('ho-count', { n: going.length, papers: count })}
        {waiting > 0 && <> · {say('ho-stays', { n: waiting })}</>}
        {all.length > going.length + waiting && <> · {say('ho-returned', { n: all.length - going.length - waiting })}</>}
      </p>
      {rows.length > 0 && (
        <div className="table-wrap">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('ho-item')}</th>
                <th scope="col">{say('ho-papers')}</th>
                <th scope="col">{say('ho-clerk')}</th>
                <th scope="col">{say('ho-state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.matter} ${row.seq}`} className={goes(row) ? undefined : 'stays'}>
                  <th scope="row">
                    <Link to={`/matters/${encodeURIComponent(row.matter)}`}>{row.matter}</Link>
                    <small>
                      {mixed(row.itemName[lang], lang)} · {mixed(row.applicant ?? '', lang)}
                    </small>
                  </th>
                  <td>
                    <ol>
                      {row.papers.map(({ code, name, original }) => (
                        <li key={code}>
                          {mixed(name[lang], lang)} {original && <mark>{say('ho-original')}</mark>}
                        </li>
                      ))}
                    </ol>
                  </td>
                  <td>
                    {mixed(row.clerkName[lang], lang)}
                    <small>
                      {mixed(row.seatName[lang], lang)} {local(row.taken)}
                    </small>
                  </td>
                  <td>
                    {mixed(row.stateName[lang], lang)}
                    {row.signed && (
                      <small>
                        {mixed(row.signerName?.[lang] ?? '', lang)} {local(row.signed)}
                      </small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {going.length > 0 && (
        <p className="signatures">
          <span>{say('ho-by-hand')}</span>
          <span>{say('ho-to-hand')}</span>
          <span>{say('ho-on')}</span>
        </p>
      )}
    </section>
  );
}

/** `09:41`, in the county. */
const local = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(11, 16);
