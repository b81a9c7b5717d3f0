import type { Text } from '../../../../kernel/text.ts';
import {
  Breadcrumb,
  Button,
  type Chrome,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  formatFullDate,
  mixed,
  Page,
  speaker,
  T,
  Table,
  Terms,
} from '../../../../portal/index.ts';
import type { LicenceEvent } from '../../queries/licence-history.ts';
import type { LicenceRecord, Standing } from '../../queries.ts';
import { validity } from './decisions.page.tsx';
import { words } from './words.ts';

const { say, text } = speaker(words);

export function LicencesPage({ number, errors, chrome }: { number?: string; errors: readonly FieldError[]; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['licences-title']} current="open">
      <h1>{say('licences-title', lang)}</h1>
      <p className="lead">{say('licences-say', lang)}</p>
      <ErrorSummary errors={errors} labels={{ number: words['licence-number'] }} lang={lang} />
      <Form action="/licences" method="get">
        <Field name="number" label={words['licence-number']} lang={lang} size="middle" value={number} error={errors[0]?.message} />
        <Button lang={lang} text={words['licence-go']} />
      </Form>
    </Page>
  );
}

/** Is it valid: said first. Whose it is stays out. */
export function LicencePage({
  licence,
  history,
  itemName,
  organName,
  chrome,
}: {
  licence: Omit<LicenceRecord, 'state'> & { readonly state: Standing };
  history: readonly LicenceEvent[];
  itemName: Text;
  organName: Text;
  chrome: Chrome;
}) {
  const { lang } = chrome;
  const { state } = licence;
  return (
    <Page {...chrome} title={text('licence-number')} current="open">
      <Breadcrumb
        lang={lang}
        trail={[
          { label: words['open-title'], href: '/open' },
          { label: words['licences-title'], href: '/licences' },
          { label: { zh: licence.number, en: licence.number } },
        ]}
      />
      <h1>
        <T text={itemName} lang={lang} />
      </h1>
      <p className="where">
        {state === 'valid' ? say('licence-valid', lang) : say('licence-not', lang, { state: words[`state-${state}`] })}
      </p>
      <div className="card">
        <Terms
          lang={lang}
          items={[
            { label: words['licence-number'], value: mixed(licence.number, lang) },
            { label: words['licence-state'], value: say(`state-${state}`, lang) },
            { label: words.valid, value: validity(licence, lang) },
            { label: words['col-organ'], value: <T text={organName} lang={lang} /> },
            { label: words['col-item'], value: <a href={`/items/${encodeURIComponent(licence.item)}`}>{mixed(itemName[lang], lang)}</a> },
            { label: words['col-number'], value: <a href={`/decisions/${encodeURIComponent(licence.matter)}`}>{licence.matter}</a> },
          ]}
        />
      </div>
      <h2>{say('licence-history', lang)}</h2>
      <Table
        caption={words['licence-history']}
        hideCaption
        lang={lang}
        columns={[{ label: words['col-act'] }, { label: words['col-act-day'] }, { label: words.valid }, { label: words['col-number'] }]}
        rows={history.map((one) => ({
          key: `${one.matter} ${one.act}`,
          cells: [
            say(`act-${one.act}`, lang),
            formatFullDate(one.on, lang),
            one.from ? validity({ ...one, from: one.from }, lang) : '',
            <a key="n" href={`/decisions/${encodeURIComponent(one.matter)}`}>
              {one.matter}
            </a>,
          ],
        }))}
      />
    </Page>
  );
}
