import type { Lang, Sourced, Text } from '../../../kernel/text.ts';
import { formatLimit, Show, speaker, T } from '../../../portal/index.ts';
import type { Catalogue, Item, Limit } from '../index.ts';
import { STATES } from '../words.ts';
import { words } from './words.ts';

export const { say, text } = speaker(words);

/** How long decided matters really took, in calendar days from receipt to decision. */
export interface Took {
  readonly n: number;
  readonly median: number;
  readonly p90: number;
}
export const round = (days: number): string => String(Math.round(days * 10) / 10);

/** A limit with its mark, or the word that there is none. */
export const LimitText = ({ of, lang }: { of: Sourced<Limit> | undefined; lang: Lang }) =>
  of ? (
    <Show of={of} lang={lang}>
      {({ amount, unit }) => formatLimit(amount, unit, lang)}
    </Show>
  ) : (
    <span>{say('no-limit', lang)}</span>
  );

/** Both limits of an item, the promise in bold: what stands beside its name in a list. */
export const LimitPair = ({ item, lang }: { item: Pick<Item, 'legal' | 'promised'>; lang: Lang }) => (
  <>
    {say('legal', lang)} <LimitText of={item.legal} lang={lang} />
    <b>
      {say('promised', lang)} <LimitText of={item.promised} lang={lang} />
    </b>
  </>
);

/** What is particular about how an item is handled; undefined where one simply applies online. */
export const handlingOf = (item: Item, catalogue: Catalogue): Text | undefined => {
  if (item.status !== 'in-use') return STATES[item.status];
  if (!catalogue.live(item)) return words['not-live'];
  if (!item.online) return words['counter-only'];
  return item.handling === 'on-the-spot' ? words['on-the-spot'] : undefined;
};

/** A line of a list of items. */
export function itemRow(item: Item, catalogue: Catalogue, lang: Lang) {
  const organ = catalogue.department(item.lead)?.name;
  const handling = handlingOf(item, catalogue);
  return {
    key: item.id,
    title: <T text={item.name} lang={lang} />,
    href: `/items/${encodeURIComponent(item.id)}`,
    note: (
      <>
        {item.plain && (
          <>
            <T text={item.plain} lang={lang} />
            <br />
          </>
        )}
        {organ && <T text={organ} lang={lang} />}
        {handling && ` · ${handling[lang]}`}
      </>
    ),
    aside: <LimitPair item={item} lang={lang} />,
  };
}
