import type { Term } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { formatArticle, formatLaw, formatLimit, Section, Show, SourcedMark, T, Table } from '../../../portal/index.ts';
import type { HandlingCase, Item, Material } from '../index.ts';
import { LimitText, say } from './parts.tsx';
import { words } from './words.ts';

interface MaterialsProps {
  readonly item: Item;
  readonly mayApply: boolean;
  readonly renewal?: Term;
  readonly lang: Lang;
}

/** What to bring, case by case. */
export function MaterialsSection({ item, mayApply, renewal, lang }: MaterialsProps) {
  return (
    <Section title={words['guide-materials']} lang={lang} id="materials">
      {item.cases.value.map((one) => (
        <details key={one.id} open={one.id === item.cases.value[0]?.id} className="card case">
          <summary>
            <T text={one.name} lang={lang} />
            <SourcedMark of={item.cases} lang={lang} />
            <small>
              {' '}
              {say('promised', lang)} <LimitText of={one.promised ?? item.promised} lang={lang} />
            </small>
          </summary>
          {one.id === 'renewal' && renewal && (
            <p className="notice">
              {say('guide-renewal', lang, {
                limit: formatLimit(renewal.amount, renewal.unit, lang),
                law: formatLaw(renewal.basis.law[lang], lang),
                article: formatArticle(renewal.basis.article, lang),
              })}
            </p>
          )}
          <Papers item={item} one={one} lang={lang} />
          {mayApply && (
            <p>
              <a href={`/apply/${encodeURIComponent(item.id)}?case=${one.id}`}>{say('guide-apply-case', lang, { name: one.name })}</a>
            </p>
          )}
        </details>
      ))}
    </Section>
  );
}

function Papers({ item, one, lang }: { item: Item; one: HandlingCase; lang: Lang }) {
  const papers = one.materials.flatMap((code) => item.materials.value.filter((material) => material.code === code));
  if (papers.length === 0) return <p>{say('no-papers', lang)}</p>;
  return (
    <Table
      caption={one.name}
      hideCaption
      lang={lang}
      columns={[{ label: words['paper-name'] }, { label: words['paper-how'] }, { label: words['paper-from'] }]}
      rows={papers.map((paper) => ({
        key: paper.code,
        cells: [
          <span key="n">
            <Show of={{ value: paper.name, confidence: item.materials.confidence }} lang={lang} />
            {paper.when && (
              <>
                <br />
                <small>
                  <T text={paper.when} lang={lang} />
                </small>
              </>
            )}
          </span>,
          requirement(paper, lang),
          say(`from-${paper.source}`, lang),
        ],
      }))}
    />
  );
}

export const requirement = (paper: Material, lang: Lang): string =>
  [
    say(paper.essential ? 'paper-essential' : 'paper-follow', lang),
    say(paper.original ? 'paper-original' : 'paper-copy', lang),
    paper.copies === 1 ? say('paper-copy-one', lang) : say('paper-copies', lang, { n: paper.copies }),
    ...(paper.declarable ? [say('paper-declare', lang)] : []),
  ].join(words.comma[lang]);
