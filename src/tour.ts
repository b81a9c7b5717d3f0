import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import { searchHints } from './institutions/catalogue/portal/items.page.tsx';
import { catalogueOf } from './institutions/catalogue/routes.ts';
import { licensing } from './institutions/licensing/definition.ts';
import { soonUntil } from './institutions/licensing/desk/rules.ts';
import { deskCounts } from './institutions/licensing/desk/view.ts';
import { readDesk } from './institutions/licensing/queries/desk.ts';
import { guided, SLOW_DAYS, slowestOrgan } from './institutions/licensing/queries/guided.ts';
import type { Licensing } from './institutions/licensing/rules/state.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import { foldHistory } from './kernel/matter/fold.ts';
import type { Lang } from './kernel/text.ts';
import type { House } from './open-house.ts';
import type { Door } from './portal/index.ts';
import { both, speaker } from './portal/index.ts';
import { type Stop, TourPage } from './portal/pages/tour.page.tsx';
import { words } from './portal/pages/words.ts';

const { text } = speaker(words);
/** Whose desk a visitor is shown. */
const PERSONA = 'clerk';
/** The dates a matter can be asked about, the weightiest first. */
const CLOCKS = ['legal', 'promised', 'acceptance', 'delivery'] as const;

/** Six stops through real pages; only the model county has somebody to show round. */
export function tourRoutes(app: FastifyInstance, house: House, door: Door): void {
  app.get('/tour', async (request, reply) => {
    if (!house.row.model) return door.refuse(request, reply, [{ code: 'not-a-model-county' }]);
    const { chrome, moment } = await door.visit(request);
    return door.send(request, reply, createElement(TourPage, { stops: await stopsOf(house, moment, chrome.lang), chrome }));
  });
}

async function stopsOf(house: House, moment: EngineMoment, lang: Lang): Promise<Stop[]> {
  const [shown, slow, waiting] = await Promise.all([guided(house.pool), slowestOrgan(house.pool, moment.today), waitingAt(house, moment)]);
  const catalogue = catalogueOf(moment);
  const hint = both((lang) => searchHints(lang)[0]!.label[lang]);
  const persona = house.model.personas.find(({ name }) => name === PERSONA)!.label;
  const matter = shown && { ...shown, path: `/track/${encodeURIComponent(shown.number)}?code=${encodeURIComponent(shown.code)}` };
  const clocks = matter && (foldHistory(licensing, matter.number, matter.history).state as Licensing).clocks;
  const clock = clocks && CLOCKS.find((name) => clocks[name]);
  const none = words['tour-none'];
  return [
    {
      id: 'search',
      say: text('tour-search-say', { n: catalogue.items(moment.today).length, words: hint }),
      links: [{ href: `/items?q=${encodeURIComponent(hint[lang])}`, label: text('tour-search-go', { words: hint }) }],
    },
    {
      id: 'track',
      say: matter
        ? text('tour-track-say', { number: matter.number, item: catalogue.item(matter.item)?.name ?? matter.item, facts: matter.facts })
        : none,
      links: matter ? [{ href: matter.path, label: words['tour-track-go'] }] : [],
    },
    {
      id: 'desk',
      say: text(waiting > 0 ? 'tour-desk-say' : 'tour-desk-none', { n: waiting, persona }),
      links: [{ href: '/workbench', label: words['tour-desk-go'] }],
    },
    {
      id: 'date',
      say: words['tour-date-say'],
      links: [
        ...(matter && clock ? [{ href: `${matter.path}#${clock}`, label: words['tour-date-go'] }] : []),
        { href: '/law', label: words['tour-date-law'] },
      ],
    },
    {
      id: 'board',
      say: slow
        ? text('tour-board-say', {
            organ: moment.directory.organ(slow.organ)?.name ?? slow.organ,
            kept: Math.round(slow.kept * 100),
            late: slow.late,
            n: slow.decided,
            days: SLOW_DAYS,
          })
        : text('tour-board-none', { days: SLOW_DAYS }),
      links: [
        ...(slow
          ? [
              {
                href: `/workbench/board/decisions?${new URLSearchParams({ organ: slow.organ, days: String(SLOW_DAYS), kept: 'no' })}`,
                label: text('tour-board-late', { late: slow.late }),
              },
            ]
          : []),
        { href: '/workbench/board', label: words['tour-board-go'] },
      ],
    },
    {
      id: 'verify',
      say: words[matter ? 'tour-verify-say' : 'tour-verify-none'],
      links: [
        ...(matter
          ? [
              {
                href: `/track/${encodeURIComponent(matter.number)}/verify?code=${encodeURIComponent(matter.code)}`,
                label: words['tour-verify-go'],
              },
            ]
          : []),
        { href: '/verify', label: words['tour-verify-how'] },
      ],
    },
  ];
}

/** Pieces of work on the desk of the persona, as that desk counts them. */
async function waitingAt(house: House, moment: EngineMoment): Promise<number> {
  const { person } = house.model.personas.find(({ name }) => name === PERSONA)!;
  const page = await readDesk(house.pool, {
    posts: moment.directory.seatsOf(person, moment.today).flatMap(({ organ, roles }) => roles.map((role) => ({ organ, role }))),
    today: moment.today,
    soonBy: soonUntil(moment),
    sort: 'light',
    limit: 1,
  });
  return Object.values(deskCounts(page)).reduce((sum, n) => sum + n, 0);
}
