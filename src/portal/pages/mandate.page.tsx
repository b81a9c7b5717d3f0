import type { Text } from '../../kernel/text.ts';
import { words as pictureWords } from '../../pictures/words.ts';
import { Empty, Grid, Pager, Stat } from '../components/blocks.tsx';
import { Downloads } from '../components/downloads.tsx';
import { Field } from '../components/field.tsx';
import { Button, Form } from '../components/form.tsx';
import { Table } from '../components/table.tsx';
import { mixed } from '../components/text.tsx';
import type { Chrome } from '../door.ts';
import { Page } from '../layout.tsx';
import { speaker } from '../speaker.ts';
import { words } from './words.ts';

const { say, text } = speaker(words);
export const MANDATE_STATES = ['tested', 'shown', 'configured', 'later'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];

export interface MandateRow {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly force: string;
  readonly institutions: readonly string[];
  readonly state: MandateState;
  readonly tests: readonly { readonly title: string; readonly file: string }[];
}
/** `docs/mandate/mandate.json`, written by `npm run mandate`. */
export interface Mandate {
  readonly rows: readonly MandateRow[];
  readonly institutions: readonly { readonly code: string; readonly folder: string; readonly name: Text }[];
}
export interface MandateAsk {
  readonly state?: string;
  readonly institution?: string;
  readonly page: number;
}

/** The rules of a state and of an institution, where these are asked for. */
export const rulesAsked = ({ rows }: Mandate, { state, institution }: Pick<MandateAsk, 'state' | 'institution'>): readonly MandateRow[] =>
  rows.filter((r) => (!state || r.state === state) && (!institution || r.institutions.includes(institution)));

const SIZE = 40;

/** The rules, read from the same file that the tests write: nothing here is typed in by hand. */
export function MandatePage({ mandate, ask, chrome }: { mandate: Mandate; ask: MandateAsk; chrome: Chrome }) {
  const { lang } = chrome;
  const found = rulesAsked(mandate, ask);
  const from = Math.min(Math.max(ask.page - 1, 0) * SIZE, Math.max(0, Math.ceil(found.length / SIZE) - 1) * SIZE);
  const rows = found.slice(from, from + SIZE);
  const names = new Map(mandate.institutions.map((i) => [i.folder, i.name]));
  const at = (page: number, state = ask.state) =>
    `/mandate?${new URLSearchParams({ ...(state && { state }), ...(ask.institution && { institution: ask.institution }), page: String(page) })}`;
  const page = from / SIZE + 1;
  return (
    <Page {...chrome} title={words['mandate-title']} current="rules">
      <h1>{say('mandate-title', lang)}</h1>
      <p className="lead">{say('mandate-say', lang, { rows: mandate.rows.length })}</p>
      <section>
        <Grid columns={4}>
          {MANDATE_STATES.map((state) => (
            <Stat
              key={state}
              lang={lang}
              value={<a href={`/mandate?state=${state}`}>{mandate.rows.filter((r) => r.state === state).length}</a>}
              label={words[`mandate-${state}`]}
            />
          ))}
        </Grid>
      </section>
      <section>
        <Form action="/mandate" method="get">
          <Field
            name="state"
            kind="select"
            optional
            label={words['mandate-state']}
            lang={lang}
            value={ask.state}
            options={MANDATE_STATES.map((value) => ({ value, label: words[`mandate-${value}`] }))}
          />
          <Field
            name="institution"
            kind="select"
            optional
            label={words['mandate-institution']}
            lang={lang}
            value={ask.institution}
            options={mandate.institutions.map((i) => ({
              value: i.folder,
              label: { zh: `${i.code} ${i.name.zh}`, en: `${i.code} ${i.name.en}` },
            }))}
          />
          <Button lang={lang} text={words['mandate-filter']} />
        </Form>
      </section>
      <section id="rules">
        {rows.length === 0 ? (
          <Empty lang={lang} text={words['mandate-none']}>
            <a href="/mandate">{say('mandate-all', lang)}</a>
          </Empty>
        ) : (
          <>
            <p className="muted">{say('mandate-found', lang, { n: found.length, from: from + 1, to: from + rows.length })}</p>
            <Table
              caption={text('mandate-table')}
              hideCaption
              lang={lang}
              columns={[
                { label: words['mandate-id'] },
                { label: words['mandate-rule'] },
                { label: words['mandate-institution'] },
                { label: words['mandate-state'] },
              ]}
              rows={rows.map((row) => ({
                key: row.id,
                cells: [
                  row.id,
                  <span key="r">{row[lang]}</span>,
                  <span key="i">
                    {row.institutions.map((folder) => names.get(folder)?.[lang] ?? folder).join(pictureWords.list[lang])}
                  </span>,
                  <State key="s" row={row} lang={lang} />,
                ],
              }))}
            />
            <Pager
              lang={lang}
              previous={page > 1 ? at(page - 1) : undefined}
              next={from + SIZE < found.length ? at(page + 1) : undefined}
            />
            <Downloads
              path="/api/v1/mandate"
              query={{ state: ask.state, institution: ask.institution }}
              list={words['mandate-title']}
              lang={lang}
            />
          </>
        )}
      </section>
    </Page>
  );
}

function State({ row, lang }: { row: MandateRow; lang: 'zh' | 'en' }) {
  const word = say(`mandate-${row.state}`, lang);
  if (row.tests.length === 0) return <>{word}</>;
  return (
    <details>
      <summary className="plain">
        {row.tests.length === 1 ? say('mandate-tests-one', lang) : say('mandate-tests', lang, { n: row.tests.length })}
      </summary>
      <ul className="tests">
        {row.tests.map((test) => (
          <li key={`${test.file} ${test.title}`}>
            <span lang="en">{mixed(test.title, 'en')}</span>
            <br />
            <code>{test.file}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
