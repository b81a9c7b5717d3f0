import { Button, type Chrome, ErrorSummary, Field, type FieldError, Form, Page } from '../../../portal/index.ts';
import { say } from './say.ts';
import { words } from './words.ts';

const LABELS = { number: words['track-number'], code: words['track-code'] };

interface TrackFormProps {
  readonly number?: string;
  readonly code?: string;
  readonly errors: readonly FieldError[];
  readonly chrome: Chrome;
}

/** Number and query code: no account is needed. */
export function TrackFormPage({ number, code, errors, chrome }: TrackFormProps) {
  const { lang } = chrome;
  const faultAt = (name: string) => errors.find((error) => error.path === name)?.message;
  return (
    <Page {...chrome} title={words['track-title']} current="track">
      <h1>{say('track-title', lang)}</h1>
      <p className="lead">{say('track-say', lang)}</p>
      <ErrorSummary errors={errors} labels={LABELS} lang={lang} />
      <Form action="/track">
        <Field
          name="number"
          label={words['track-number']}
          hint={words['track-number-hint']}
          lang={lang}
          size="middle"
          value={number}
          error={faultAt('number')}
        />
        <Field
          name="code"
          label={words['track-code']}
          hint={words['track-code-hint']}
          lang={lang}
          size="middle"
          autoComplete="off"
          value={code}
          error={faultAt('code')}
        />
        <Button lang={lang} text={words['track-go']} />
      </Form>
      <p>
        <a href="/licences">{say('track-licence', lang)}</a>
      </p>
    </Page>
  );
}
