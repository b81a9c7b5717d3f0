import type { Pool } from 'pg';
import { type DutyFold, type DutyRow, type DutyWorld, dutyRows, foldsOf, namesOf, standing } from './institutions/duties/index.ts';
import { words } from './institutions/duties/workbench/words.ts';
import type { LocalDate } from './kernel/clock/types.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import { roleNames } from './kernel/organisation/words.ts';
import { fill, type Lang } from './kernel/text.ts';
import { sayNear, sayRange } from './pictures/say.ts';
import { words as pictureWords } from './pictures/words.ts';
import type { Listing } from './platform/http/listing.ts';
import { formatArticle, formatLaw } from './portal/format.ts';
import { oftenSaid } from './portal/why-back.ts';

/** The register of recurring duties (P18) as it stands. */
export async function dutiesNow(pool: Pool, { law, calendar, today, directory, snapshot }: EngineMoment): Promise<readonly DutyRow[]> {
  const rounds = await standing(pool);
  const names = await namesOf(
    pool,
    rounds.flatMap(({ person }) => person ?? []),
  );
  const { answers } = snapshot.worlds.duty as DutyWorld;
  return dutyRows({ law, calendar, today, directory, answers, rounds, names });
}

const lawOf = ({ law, article, mark }: DutyRow, lang: Lang): string =>
  `${formatLaw(law[lang], lang)}${lang === 'zh' ? '' : ', '}${formatArticle(article, lang)} · ${mark}`;

/** A file says nothing of when it is read: its ranges always have their year. */
const NO_YEAR = '0001-01-01' as LocalDate;

/** The shapes of `pictures/light`, for a cell that is text. */
const MARKS: Readonly<Partial<Record<DutyRow['light'], string>>> = {
  'in-time': '●',
  'due-soon': '▲',
  'over-promise': '■',
  'over-law': '⯃',
  unarmed: '!',
};

const lightSaid = ({ light }: DutyRow, lang: Lang): string => `${MARKS[light]} ${pictureWords[light][lang]}`;

/** What else is to be known: why no clock runs, whether the day is certain. */
const remarks = ({ due, actByProvisional, owes, answer }: DutyRow, lang: Lang): string | undefined => {
  const said = [
    ...(due === undefined ? [words['last-time-unknown'][lang]] : []),
    ...(owes && owes.organ !== answer?.organ ? [fill(words.succeeds[lang], { organ: owes.organName[lang] })] : []),
    ...(actByProvisional ? [words.provisional[lang]] : []),
  ];
  return said.length > 0 ? said.join(lang === 'zh' ? '；' : '; ') : undefined;
};

/** How a time that several owe, each for itself, is told above their lines. */
const foldSaid = ({ row, organs, noted, open, late }: DutyFold, lang: Lang): string => {
  const begun = noted + open + late > 0;
  const due = row.due ? sayNear(row.due, lang, NO_YEAR) : words['last-time-unknown'][lang];
  return fill(words[begun ? 'several' : 'several-ahead'][lang], { duty: row.name[lang], due, organs, noted, open, late });
};

const whoSaid = ({ answer }: DutyRow, lang: Lang): string => {
  if (!answer) return words['nobody-answers'][lang];
  return answer.office ? `${answer.organName[lang]} · ${roleNames[answer.office]?.[lang] ?? answer.office}` : answer.organName[lang];
};

/** The register as it is shown and taken away. */
export const dutyListing: Listing<DutyRow> = {
  name: words.duties,
  href: ({ id, matter }) => `/workbench/duties/${matter ?? id}`,
  folds: (rows, lang) => foldsOf(rows).map((fold) => fold && { key: fold.key, title: foldSaid(fold, lang), sign: fold.light }),
  columns: [
    { head: words.duty, text: ({ name }, lang) => name[lang] },
    { head: words.owes, under: true, text: ({ owes }, lang) => owes?.organName[lang] },
    { head: words.basis, under: true, text: lawOf },
    { head: words.due, day: ({ due }) => due },
    { head: words['act-by'], under: true, day: ({ actBy }) => actBy },
    { head: words.remarks, under: true, text: remarks },
    { head: words.light, text: lightSaid, sign: ({ light }) => light },
    { head: words.over, under: true, number: ({ over }) => over },
    { head: words.who, text: whoSaid },
    { head: words['last-on'], day: ({ last }) => last?.on },
    { head: words['last-by'], under: true, text: ({ last }, lang) => last?.by[lang] },
    { head: words['last-document'], under: true, text: ({ last }) => last?.document },
    { head: words.often, text: ({ amount, unit }, lang) => oftenSaid(amount, unit === 'mo' ? 'month' : 'year', lang) },
    { head: words.covers, under: true, text: ({ period }, lang) => period && sayRange(period.from, period.to, lang, NO_YEAR) },
  ],
};
