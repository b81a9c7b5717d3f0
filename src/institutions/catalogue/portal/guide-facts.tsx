import type { Lang, Text } from '../../../kernel/text.ts';
import { both, Card, formatLongDate, mixed, Section, Show, T, Table, Terms } from '../../../portal/index.ts';
import { type Catalogue, type Item, RULED_STEPS } from '../index.ts';
import { say, text } from './parts.tsx';
import { words } from './words.ts';

interface Facts {
  readonly item: Item;
  readonly catalogue: Catalogue;
  readonly lang: Lang;
}

export function FeeSection({ item, catalogue, lang }: Facts) {
  const charges = item.charges.flatMap((id) => catalogue.charge(id) ?? []);
  return (
    <Section title={words['guide-fee']} lang={lang} id="fee">
      <p>{say(!item.charged ? 'fee-free' : charges.length > 0 ? 'fee-list' : 'fee-unknown', lang)}</p>
      {charges.length > 0 && (
        <Table
          caption={words['guide-fee']}
          hideCaption
          lang={lang}
          columns={[
            { label: words['fee-name'] },
            { label: words['fee-standard'] },
            { label: words['fee-basis'] },
            { label: words['fee-state'] },
          ]}
          rows={charges.map(({ id, name, standard, unit, basis, status, confidence }) => ({
            key: id,
            cells: [
              <T key="n" text={name} lang={lang} />,
              <span key="s">
                <Show of={{ value: [standard, unit].filter(Boolean).join(' / '), confidence }} lang={lang} />
              </span>,
              <span key="b">{mixed(basis, lang)}</span>,
              say(`fee-${status}`, lang),
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** Place, hours, telephones, and who answers for it by office and name (P13). */
export function WhereSection({
  item,
  catalogue,
  organ,
  leader,
  lang,
}: Facts & { organ: Text; leader?: { seat: Text; names: readonly Text[] } }) {
  const supervisor = catalogue.department(item.supervisor)?.name;
  const name: Text =
    leader && leader.names.length > 0 ? both((l) => leader.names.map((n) => n[l]).join(words.comma[l])) : words['leader-none'];
  return (
    <Section title={words['guide-where']} lang={lang} id="where">
      <Card lang={lang}>
        <Terms
          lang={lang}
          items={[
            { label: words.department, value: <T text={organ} lang={lang} /> },
            ...(leader ? [{ label: words.leader, value: <T text={both((l) => `${leader.seat[l]} · ${name[l]}`)} lang={lang} /> }] : []),
            { label: words.place, value: <Show of={item.place} lang={lang} /> },
            { label: words.hours, value: <Show of={item.hours} lang={lang} /> },
            { label: words.phone, value: <Show of={item.phone} lang={lang} /> },
            { label: words.complaint, value: <Show of={item.complaintPhone} lang={lang} /> },
            { label: words.visits, value: <Show of={item.visits} lang={lang} /> },
            ...(item.validity
              ? [
                  {
                    label: words.validity,
                    value: (
                      <Show of={item.validity} lang={lang}>
                        {(months) =>
                          months % 12 === 0 ? say('validity-years', lang, { n: months / 12 }) : say('validity-months', lang, { n: months })
                        }
                      </Show>
                    ),
                  },
                ]
              : []),
            ...(supervisor ? [{ label: words.supervisor, value: <T text={supervisor} lang={lang} /> }] : []),
          ]}
        />
      </Card>
    </Section>
  );
}

export function BasisSection({ item, catalogue, grounds, lang }: Facts & { grounds: Readonly<Record<string, Text>> }) {
  const { legality, pledge } = item;
  return (
    <Section title={words['guide-basis']} lang={lang} id="basis">
      <Card lang={lang}>
        <Terms
          lang={lang}
          items={[
            { label: words.basis, value: <Show of={item.basis} lang={lang} /> },
            ...RULED_STEPS.flatMap((step) =>
              item.rules[step] ? [{ label: words[`rule-${step}`], value: mixed(item.rules[step], lang) }] : [],
            ),
            ...(legality
              ? [
                  {
                    label: words.legality,
                    value: say('legality-say', lang, {
                      on: formatLongDate(legality.on, lang),
                      by: catalogue.department(legality.by)?.name ?? text('department'),
                      verdict: words[legality.verdict],
                    }),
                  },
                ]
              : []),
            ...(pledge
              ? (['content', 'manner', 'result'] as const).map((part) => ({
                  label: words[`pledge-${part}`],
                  value: <T text={pledge[part]} lang={lang} />,
                }))
              : []),
            ...(item.promisedPauses.length > 0
              ? [{ label: words.pauses, value: item.promisedPauses.map((id) => grounds[id]?.[lang] ?? id).join(words.comma[lang]) }]
              : []),
            {
              label: words.code,
              value: `${item.id} · ${say('version', lang, { n: item.version, from: formatLongDate(item.validFrom, lang) })}`,
            },
            { label: words.source, value: mixed(item.source, lang) },
          ]}
        />
      </Card>
    </Section>
  );
}
