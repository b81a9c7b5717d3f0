import type { RefusalWords } from '../../kernel/decision.ts';
import { type Lang, type Text, unfilled } from '../../kernel/text.ts';
import { sayBasis } from '../../pictures/basis.ts';
import { Breadcrumb, Section } from '../components/blocks.tsx';
import { Table, Terms } from '../components/table.tsx';
import { mixed, T } from '../components/text.tsx';
import type { Chrome } from '../door.ts';
import { Page } from '../layout.tsx';
import { speaker } from '../speaker.ts';
import { asksOf, type JsonSchema, typeOf } from './api-types.ts';
import { words } from './words.ts';

const { say, text } = speaker(words);

export interface ListedRoute {
  readonly id: string;
  readonly method: string;
  readonly address: string;
  readonly summary: Text;
}

export interface ShownRoute extends ListedRoute {
  readonly about?: Text;
  readonly basis?: string;
  readonly who: readonly ('anyone' | 'token' | 'code')[];
  readonly fields: readonly { name: string; in: 'path' | 'query' | 'header'; required: boolean; text: Text; schema: JsonSchema }[];
  readonly body?: { readonly schema: JsonSchema; readonly words: Readonly<Record<string, Text>> };
  readonly answer: { readonly status: number; readonly file?: string; readonly schema?: JsonSchema };
  readonly example?: string;
  readonly codes: readonly ({ readonly code: string } & RefusalWords)[];
}

interface Group {
  readonly id: string;
  readonly name: Text;
  readonly routes: readonly ListedRoute[];
}

/** The API as an index: what can be asked, group by group. */
export function ApiPage({ about, groups, chrome }: { about: Text; groups: readonly Group[]; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['api-title']}>
      <h1>{say('api-title', lang)}</h1>
      <p className="lead">
        <T text={about} lang={lang} />
      </p>
      <p>
        <a href="/api/v1/openapi.json">{say('api-document', lang)}</a> · <a href="/codes">{say('api-codes-all', lang)}</a>
      </p>
      {groups.map(({ id, name, routes }) => (
        <Section key={id} id={id} title={name} lang={lang}>
          <Table
            caption={name}
            hideCaption
            lang={lang}
            columns={[{ label: words['api-does'] }, { label: words['api-address'] }]}
            rows={routes.map((route) => ({
              key: route.id,
              cells: [
                <a key="s" href={`/api/${route.id}`}>
                  <T text={route.summary} lang={lang} />
                </a>,
                <Address key="a" {...route} />,
              ],
            }))}
          />
        </Section>
      ))}
    </Page>
  );
}

const Address = ({ method, address }: Pick<ListedRoute, 'method' | 'address'>) => (
  <code className="address">
    <b>{method}</b> {address}
  </code>
);

/** One route: who may ask, what is sent, what comes back, and every way it can say no. */
export function ApiRoutePage({ route, chrome }: { route: ShownRoute; chrome: Chrome }) {
  const { lang } = chrome;
  const { summary, about, basis, who, fields, body, answer, example, codes } = route;
  const what = [
    { label: words['api-address'], value: <Address {...route} /> },
    { label: words['api-who'], value: who.map((one) => say(`api-who-${one}`, lang)).join(say('api-or', lang)) },
    ...(basis ? [{ label: words['code-basis'], value: mixed(sayBasis(basis, lang), lang) }] : []),
    {
      label: words['api-answer'],
      value: `${answer.status}${answer.file ? ` · ${answer.file}` : ''}`,
    },
  ];
  return (
    <Page {...chrome} title={text('api-route-title', { what: summary })}>
      <Breadcrumb lang={lang} trail={[{ label: words['api-title'], href: '/api' }, { label: summary }]} />
      <h1>
        <T text={summary} lang={lang} />
      </h1>
      {about && (
        <p className="lead">
          <T text={about} lang={lang} />
        </p>
      )}
      <Terms lang={lang} items={what} />
      {fields.length > 0 && (
        <Section title={words['api-fields']} lang={lang}>
          <Fields rows={fields.map((f) => ({ ...f, note: say(`api-in-${f.in}`, lang) }))} caption={words['api-fields']} lang={lang} />
        </Section>
      )}
      {body && (
        <Section title={words['api-body']} lang={lang}>
          <Fields rows={asksOf(body.schema, body.words)} caption={words['api-body']} lang={lang} />
          {example && <pre className="sample">{mixed(example, lang)}</pre>}
        </Section>
      )}
      {answer.schema && (
        <Section title={words['api-answer-holds']} lang={lang}>
          <p>
            <code>{mixed(typeOf(answer.schema, lang), lang)}</code>
          </p>
        </Section>
      )}
      <Section title={words['api-codes']} lang={lang}>
        <Table
          caption={words['api-codes']}
          hideCaption
          lang={lang}
          columns={[{ label: words['code-code'] }, { label: words['code-status'], numeric: true }, { label: words['code-means'] }]}
          rows={codes.map(({ code, status, title }) => ({
            key: code,
            cells: [
              <a key="c" href={`/codes/${code}`}>
                {code}
              </a>,
              String(status),
              <span key="m">{mixed(unfilled(title[lang], '…'), lang)}</span>,
            ],
          }))}
        />
      </Section>
    </Page>
  );
}

interface FieldRow {
  readonly name: string;
  readonly required: boolean;
  readonly text?: Text;
  readonly schema: JsonSchema;
  readonly note?: string;
}

function Fields({ rows, caption, lang }: { rows: readonly FieldRow[]; caption: Text; lang: Lang }) {
  if (rows.length === 0) return <p>{say('api-nothing', lang)}</p>;
  return (
    <Table
      caption={caption}
      hideCaption
      lang={lang}
      columns={[{ label: words['api-field'] }, { label: words['api-means'] }, { label: words['api-type'] }]}
      rows={rows.map(({ name, required, text: said, schema, note }) => ({
        key: name,
        cells: [
          <span key="n">
            <code>{name}</code> <small>{say(required ? 'api-needed' : 'api-optional', lang)}</small>
          </span>,
          <span key="t">{said ? <T text={said} lang={lang} /> : '—'}</span>,
          <span key="k">
            <code>{mixed(typeOf(schema, lang), lang)}</code>
            {note && <small> {note}</small>}
          </span>,
        ],
      }))}
    />
  );
}
