import type { RefusalWords } from '../../kernel/decision.ts';
import { type Lang, type Text, unfilled } from '../../kernel/text.ts';
import { sayBasis } from '../../pictures/basis.ts';
import { Breadcrumb } from '../components/blocks.tsx';
import { Table, Terms } from '../components/table.tsx';
import { mixed } from '../components/text.tsx';
import type { Chrome } from '../door.ts';
import { Page } from '../layout.tsx';
import { speaker } from '../speaker.ts';
import { words } from './words.ts';

const { say, text } = speaker(words);

/** A hole of a sentence shows as what it stands for, not as machinery. */
const open = (sentence: string, lang: Lang) => mixed(unfilled(sentence, '…'), lang);

export function CodesPage({ codes, chrome }: { codes: readonly (readonly [string, RefusalWords])[]; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['codes-title']}>
      <h1>{say('codes-title', lang)}</h1>
      <p className="lead">{say('codes-say', lang)}</p>
      <Table
        caption={words['code-table']}
        hideCaption
        lang={lang}
        columns={[{ label: words['code-code'] }, { label: words['code-means'] }]}
        rows={codes.map(([code, { title }]) => ({
          key: code,
          cells: [
            <a key="c" href={`/codes/${code}`}>
              {code}
            </a>,
            <span key="m">{open(title[lang], lang)}</span>,
          ],
        }))}
      />
    </Page>
  );
}

/** One code: what it means and what to do. A field's code has a sentence only. */
export function CodePage({ code, said, field, chrome }: { code: string; said?: RefusalWords; field?: Text; chrome: Chrome }) {
  const { lang } = chrome;
  const items = [
    { label: words['code-means'], value: open((said?.title ?? field)?.[lang] ?? '', lang) },
    ...(said
      ? [{ label: words['code-next'], value: open(said.next[lang], lang) }]
      : [{ label: words['code-next'], value: say('code-field', lang) }]),
    ...(said?.basis ? [{ label: words['code-basis'], value: mixed(sayBasis(said.basis, lang), lang) }] : []),
    ...(said ? [{ label: words['code-status'], value: String(said.status) }] : []),
  ];
  return (
    <Page {...chrome} title={text('code-title', { code })}>
      <Breadcrumb lang={lang} trail={[{ label: words['codes-title'], href: '/codes' }, { label: { zh: code, en: code } }]} />
      <h1>{say('code-title', lang, { code })}</h1>
      <Terms lang={lang} items={items} />
    </Page>
  );
}
