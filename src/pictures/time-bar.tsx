import { useId } from 'react';
import type { Account } from '../kernel/matter/types.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { say, sayDuration, sayShare, sharesOf } from './say.ts';
import { fits } from './width.ts';
import { langOf, mixed } from './zh.tsx';

export interface BarSegment {
  readonly account: Account;
  /** Who held it, as the public knows them. */
  readonly holder: Text;
  readonly seconds: number;
}

/** Who held every hour. The bar is the glance; the list below is the account, and adds up. */
export function TimeBar({ segments, lang }: { segments: readonly BarSegment[]; lang: Lang }) {
  const id = useId();
  const total = segments.reduce((sum, segment) => sum + segment.seconds, 0);
  if (total <= 0) return <p className="muted">{say('bar-empty', lang)}</p>;
  const shares = sharesOf(segments.map((segment) => segment.seconds));
  const accounts = [...new Set(segments.map((segment) => segment.account))];
  let at = 0;
  return (
    <figure className="time">
      <svg className="timebar" width="100%" height="44" aria-hidden="true">
        <defs>
          {accounts.map((account) => (
            <Pattern key={account} id={`${id}${account}`} account={account} />
          ))}
        </defs>
        {segments.map((segment, i) => {
          const x = at;
          const width = (segment.seconds / total) * 100;
          at += width;
          return (
            <svg key={i} aria-hidden="true" x={`${x.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="44">
              <rect width="100%" height="44" fill={`url(#${id}${segment.account})`} />
              {i > 0 && <rect width="2" height="44" fill="#fff" />}
              <Label lang={lang} text={segment.holder[lang]} share={width} percent={sayShare(shares[i]!, segment.seconds)} />
            </svg>
          );
        })}
      </svg>
      <table className="account">
        <caption className="vh">{say('bar-title', lang, { total: sayDuration(total, lang) })}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{say('bar-who', lang)}</th>
            <th scope="col">{say('bar-how-long', lang)}</th>
            <th scope="col">{say('bar-share', lang)}</th>
          </tr>
        </thead>
        <tbody>
          {segments.map((segment, i) => (
            <tr key={i}>
              <th scope="row">
                <svg className="swatch" width="14" height="14" aria-hidden="true">
                  <rect width="14" height="14" rx="2" fill={`url(#${id}${segment.account})`} />
                </svg>
                {mixed(segment.holder[lang], lang)}{' '}
                {segment.holder[lang].toLowerCase() !== say(segment.account, lang) && <small>{say(segment.account, lang)}</small>}
              </th>
              <td>{sayDuration(segment.seconds, lang)}</td>
              <td>{sayShare(shares[i]!, segment.seconds)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('bar-total', lang)}</th>
            <td>{sayDuration(total, lang)}</td>
            <td>100%</td>
          </tr>
        </tfoot>
      </table>
      <figcaption>{say('bar-every-second', lang)}</figcaption>
    </figure>
  );
}

/** A name is written in the bar only where it fits: a cut word says less than none. The list has them all. */
function Label({ lang, text, share, percent }: { lang: Lang; text: string; share: number; percent: string }) {
  const named = `${text} ${percent}`;
  const [phone, desk] = [fits(named, share, 'phone'), fits(named, share, 'desk')];
  return (
    <>
      {desk && (
        <text lang={langOf(text, lang)} x="10" y="27" className={phone ? undefined : 'roomy'}>
          {named}
        </text>
      )}
      {!phone && fits(percent, share, 'phone') && (
        <text x="8" y="27" className={desk ? 'narrow' : undefined}>
          {percent}
        </text>
      )}
    </>
  );
}

const COLOURS: Readonly<Record<Account, string>> = {
  window: '#5b6470',
  organ: '#1d4f73',
  applicant: '#96590a',
  'third-party': '#0f6b66',
  law: '#6a5b9a',
  dispute: '#7d3a52',
  superior: '#2f3e50',
};

/** Each account has its texture too, so that the bar reads in grey and on paper. */
const TEXTURES: Readonly<Partial<Record<Account, string>>> = {
  applicant: 'M-2 2 2-2M0 8 8 0M6 10 10 6',
  'third-party': 'M4 0V8',
  law: 'M-2 6 2 10M0 0 8 8M6-2 10 2',
  dispute: 'M0 0 8 8M8 0 0 8',
  superior: 'M0 4H8',
};

function Pattern({ id, account }: { id: string; account: Account }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={COLOURS[account]} />
      {TEXTURES[account] && <path d={TEXTURES[account]} stroke="#000" strokeWidth="1.4" opacity=".2" />}
    </pattern>
  );
}
