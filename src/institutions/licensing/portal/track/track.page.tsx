import { accountsOf } from '../../../../kernel/matter/accounts.ts';
import type { Lang } from '../../../../kernel/text.ts';
import { Lanes, Light, TimeBar } from '../../../../pictures/index.ts';
import { Card, type Chrome, Grid, mixed, Page, Section, Show, T, Timeline } from '../../../../portal/index.ts';
import { totalLight } from '../../rules/summary.ts';
import { holderName } from '../../view.ts';
import { statusWords } from '../../words.ts';
import { at, type Case, materialName, trackPath } from '../case.ts';
import { papersOf } from '../papers/kinds.ts';
import type { Sibling } from '../queries.ts';
import { day, fileSize, instant } from '../say.ts';
import { Clocks } from './clocks.tsx';
import { lanesOf } from './lanes.ts';
import { storyOf } from './story.tsx';
import { isIdle, Todo } from './todo.tsx';
import { lateLines, say, Where } from './where.tsx';
import { words } from './words.ts';

export interface TrackProps {
  readonly c: Case;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  /** File id to material code. */
  readonly materials: ReadonlyMap<string, string>;
  readonly siblings: readonly (Sibling & { readonly name: { zh: string; en: string } })[];
  readonly mayWithdraw: boolean;
  readonly chrome: Chrome;
}

/** One matter as its applicant sees it: the sentence first, then the pictures. */
export function TrackPage(props: TrackProps) {
  const { c, chrome } = props;
  const { lang } = chrome;
  const { s, m } = c;
  const late = lateLines(c, lang);
  const segments = segmentsOf(c);
  return (
    <Page {...chrome} title={c.item.name} current="track">
      <p className="muted small">
        {say('head-line', lang, { number: m.number, received: instant(m.opened) })}
        {s.acceptedOn && say('head-accepted', lang, { accepted: day(s.acceptedOn) })}
      </p>
      <h1>
        <T text={c.item.name} lang={lang} />
      </h1>
      <p className="where">
        <Light state={totalLight(s)} lang={lang} /> <Where c={c} lang={lang} />
      </p>
      {late.map((line) => (
        <p key={line} className="late-line">
          ■ {mixed(line, lang)}
        </p>
      ))}
      {!isIdle(c) && (
        <Section title={words.todo} lang={lang} id="todo">
          <Todo c={c} lang={lang} />
        </Section>
      )}
      <Section title={words.steps} lang={lang} id="steps">
        <Card lang={lang}>
          <Lanes rows={lanesOf(c)} lang={lang} now={m.closed === undefined ? c.moment.now : undefined} />
        </Card>
      </Section>
      <Section title={words.accounts} lang={lang} id="accounts">
        <Card lang={lang}>
          <TimeBar segments={segments} lang={lang} />
        </Card>
      </Section>
      <Clocks c={c} lang={lang} />
      <Section title={words.story} lang={lang} id="story">
        <Card lang={lang}>
          <Timeline entries={storyOf(c, lang)} lang={lang} />
        </Card>
      </Section>
      <section>
        <Grid columns={isIdle(c) ? 2 : 3}>
          {isIdle(c) && <Todo c={c} lang={lang} titled />}
          <Documents {...props} lang={lang} />
          <Help {...props} lang={lang} />
        </Grid>
      </section>
    </Page>
  );
}

/** The accounts of the matter; they add up to the whole. */
function segmentsOf(c: Case) {
  const { m, s, moment } = c;
  const counted = m.closed === undefined ? c.facts : c.facts.filter((fact) => fact.at <= m.closed!);
  return accountsOf(counted, m.closed ?? moment.now).map((entry) => ({
    account: entry.account,
    holder: holderName(entry, s, moment),
    seconds: entry.seconds,
  }));
}

function Documents({ c, files, materials, siblings, lang }: TrackProps & { lang: Lang }) {
  return (
    <>
      <Card lang={lang} title={words.papers}>
        <ul className="plain-list">
          {papersOf(c).map(({ part, title }) => (
            <li key={part}>
              <a href={at(c, `/papers/${encodeURIComponent(c.m.number)}/${part}`)}>
                <T text={title} lang={lang} />
              </a>
            </li>
          ))}
        </ul>
        {siblings.length > 1 && (
          <>
            <h3>{say('bundle-others', lang)}</h3>
            <ul className="plain-list">
              {siblings
                .filter((one) => one.number !== c.m.number)
                .map((one) => (
                  <li key={one.number}>
                    <a href={at(c, `/track/${encodeURIComponent(one.number)}`)}>
                      <T text={one.name} lang={lang} />
                    </a>{' '}
                    <small>{statusWords[one.status as keyof typeof statusWords]?.[lang]}</small>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Card>
      <Card lang={lang} title={words['papers-sent']}>
        {files.length === 0 && c.s.papers.length === 0 && <p className="muted">{say('papers-sent-none', lang)}</p>}
        <ul className="plain-list">
          {c.s.papers.map((code) => (
            <li key={code}>
              <T text={materialName(c, code)} lang={lang} />
              {files
                .filter((file) => materials.get(file.id) === code)
                .map((file) => (
                  <small key={file.id} className="file">
                    <a href={at(c, `/api/v1/matters/${encodeURIComponent(c.m.number)}/files/${file.id}`)}>{mixed(file.name, lang)}</a>{' '}
                    {fileSize(file.size)}
                  </small>
                ))}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Help({ c, mayWithdraw, lang }: TrackProps & { lang: Lang }) {
  const { item, s } = c;
  return (
    <Card lang={lang} title={words.help}>
      <p>
        {say('help-complaint', lang)} <Show of={item.complaintPhone} lang={lang} />
      </p>
      <p>
        {say('help-phone', lang)} <Show of={item.phone} lang={lang} />
      </p>
      <p>
        <a href={`/items/${encodeURIComponent(item.id)}`}>{say('help-guide', lang)}</a>
      </p>
      <p>
        <a href={trackPath(c, '/verify')}>{say('help-proof', lang)}</a>
      </p>
      {s.decision?.outcome === 'granted' && (
        <p>
          <a href={`/decisions/${encodeURIComponent(c.m.number)}`}>{say('help-decision', lang)}</a>
        </p>
      )}
      {mayWithdraw && (
        <p>
          <a href={trackPath(c, '/withdraw')}>{say('help-withdraw', lang)}</a>
        </p>
      )}
    </Card>
  );
}
