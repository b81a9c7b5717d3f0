import type { FastifyInstance } from 'fastify';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { foldHistory } from '../../../kernel/matter/fold.ts';
import type { Text } from '../../../kernel/text.ts';
import { type Column, SHEETS, sendSheet } from '../../../platform/http/sheets.ts';
import { asked, pageSize } from '../asking.ts';
import { licensing } from '../definition.ts';
import { notAnOption, officerFor } from '../desk/requests.ts';
import { instant, itemName, organName } from '../desk/view.ts';
import { boardHeads } from '../desk/words.ts';
import { type BoardRecord, type HeldRecord, heldMatters, readBoard } from '../queries/board.ts';
import { RANKS } from '../queries/desk.ts';
import type { LicensingDesk } from '../requests.ts';
import type { Licensing } from '../rules/state.ts';
import { holderName } from '../view.ts';

const API = '/api/v1';

/** All organs by light, each number with the rows behind it. Every officer may look: a board that only some see shames nobody. */
export function boardRoutes(app: FastifyInstance, desk: LicensingDesk): void {
  app.get(`${API}/board`, async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const { organs, totals } = await boardOf(desk, officer.moment);
    return { asOf: instant(officer.moment.now), organs, totals };
  });

  app.get(`${API}/board/matters`, async (request, reply) => {
    const officer = await officerFor(desk, request, reply);
    if (!officer) return reply;
    const light = asked(request, 'light');
    if (light && !(RANKS as readonly string[]).includes(light)) return notAnOption(desk, request, reply, 'light');
    const limit = pageSize(request);
    const rows = await heldMatters(desk.pool, { organ: asked(request, 'organ'), light, after: asked(request, 'after'), limit });
    return { matters: rows.map((r) => heldView(r, officer.moment)), ...(rows.length === limit && { next: rows.at(-1)?.number }) };
  });

  for (const kind of SHEETS)
    app.get(`${API}/board.${kind}`, async (request, reply) => {
      const officer = await officerFor(desk, request, reply);
      if (!officer) return reply;
      const { organs, totals } = await boardOf(desk, officer.moment);
      const rows: readonly Line[] = [...organs, { ...totals, organ: '', name: boardHeads.totals }];
      return sendSheet(reply, kind, { name: boardHeads.name, day: officer.moment.today, lang: request.lang, columns, rows });
    });
}

const lineOf = ({ organ: _organ, dueSoon, inTime, ...r }: BoardRecord) => ({ ...r, 'due-soon': dueSoon, 'in-time': inTime });
type Line = ReturnType<typeof lineOf> & { readonly organ: string; readonly name: Text };

async function boardOf(desk: LicensingDesk, moment: EngineMoment) {
  const rows = await readBoard(desk.pool, moment.today);
  const organs = rows.flatMap((r): Line[] =>
    r.organ === null ? [] : [{ organ: r.organ, name: organName(moment, r.organ), ...lineOf(r) }],
  );
  // Without any matter there is still the row of the county: an aggregate over nothing is one row of zeroes.
  return { organs, totals: lineOf(rows.find((r) => r.organ === null)!) };
}

const NUMBERS = ['open', 'late', 'due-soon', 'in-time', 'paused', 'median', 'decided30', 'kept30'] as const;
const columns: readonly Column<Line>[] = [
  { head: boardHeads.code, text: (row) => row.organ },
  { head: boardHeads.organ, text: (row, lang) => row.name[lang] },
  ...NUMBERS.map((key): Column<Line> => ({ head: boardHeads[key], number: (row) => row[key] })),
];

function heldView(r: HeldRecord, moment: EngineMoment) {
  const s = foldHistory(licensing, r.number, r.history).state as Licensing;
  const owner = { account: r.account, holder: r.holder };
  return {
    number: r.number,
    item: r.item,
    itemName: itemName(moment, r.item, s.itemVersion),
    light: r.light,
    due: r.due,
    owner: { ...owner, name: holderName(owner, s, moment) },
    received: instant(r.received),
  };
}
