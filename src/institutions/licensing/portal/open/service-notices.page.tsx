import { unmask } from '../../../../kernel/journal/personal.ts';
import { Breadcrumb, both, type Chrome, Downloads, Empty, mixed, Page, Section, speaker } from '../../../../portal/index.ts';
import { noticeGroundWords, remedies } from '../../words.ts';
import { words as paperWords } from '../papers/words.ts';
import { longDay } from '../say.ts';
import { words as portalWords } from '../words.ts';
import type { NamedServiceNotice } from './lists.ts';
import { words } from './words.ts';

const { say } = speaker(words);
const { say: told } = speaker(paperWords);
const noDay = portalWords['no-day'];

/** 送达公告: each as it is posted, while its time runs (民事诉讼法 95). */
export function ServiceNoticesPage({ rows, chrome }: { rows: readonly NamedServiceNotice[]; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['open-service-notices']} current="open">
      <Breadcrumb lang={lang} trail={[{ label: words['open-title'], href: '/open' }, { label: words['open-service-notices'] }]} />
      <h1>{say('open-service-notices', lang)}</h1>
      <p className="lead">{say('service-notices-say', lang)}</p>
      {rows.length === 0 && <Empty lang={lang} text={words['service-notices-none']} />}
      {rows.map((row) => (
        <Section key={row.matter} title={both((l) => row.addressee ?? words['holder-gone'][l])} lang={lang}>
          <p>
            {mixed(
              told('notice-say', lang, {
                organ: row.organName,
                decided: longDay(row.decidedOn),
                item: row.itemName,
                paper: row.paper,
                ground: noticeGroundWords[row.ground],
                published: longDay(row.publishedOn),
                due: row.servedOn ? longDay(row.servedOn) : noDay,
              }),
              lang,
            )}
          </p>
          <p>{remedies[lang]}</p>
          <p className="small muted">
            {mixed(say('service-notice-at', lang, { number: row.matter, place: unmask(row.place, undefined, '*') }), lang)}
          </p>
        </Section>
      ))}
      <Downloads path="/api/v1/service-notices" list={words['open-service-notices']} lang={lang} />
      <Section title={words['service-notices-how']} lang={lang}>
        <p>{say('service-notices-how-say', lang)}</p>
      </Section>
    </Page>
  );
}
