import type { FastifyReply, FastifyRequest } from 'fastify';
import { addDays } from '../../../kernel/clock/index.ts';
import { type Listed, type Listing, WHOLE } from '../../../platform/http/listing.ts';
import { rowsAsked } from '../../../platform/http/rows-asked.ts';
import { scopeOf } from '../accounts/permits.ts';
import { asked, cursorOf, dayPartsIn } from '../asking.ts';
import { boardOfficer, DAYS, matterPath } from '../board/requests.ts';
import { rowsWords } from '../board/words.ts';
import { notAnOption } from '../desk/requests.ts';
import { itemName, organName } from '../desk/view.ts';
import { boardHeads, deskHeads } from '../desk/words.ts';
import { type Refiling, withdrawnAndRefiled } from '../queries/same-person.ts';
import type { LicensingDesk } from '../requests.ts';
import { maskName } from '../view.ts';

type RefilingView = Refiling & Readonly<Record<'itemName' | 'organName', { zh: string; en: string }>>;

/** Opened at the matter that was filed again: there the earlier one is linked. */
const listing: Listing<RefilingView> = {
  name: rowsWords.refiled,
  href: (row) => matterPath(row.refiled),
  columns: [
    { head: rowsWords.again, text: (row) => row.refiled },
    { head: rowsWords.withdrawn, text: (row) => row.withdrawn },
    { head: deskHeads.item, text: (row, lang) => row.itemName[lang] },
    { head: boardHeads.organ, text: (row, lang) => row.organName[lang] },
    { head: deskHeads.applicant, text: (row) => row.applicant },
    { head: rowsWords.withdrawnOn, day: (row) => row.withdrawnOn },
    { head: rowsWords.refiledOn, day: (row) => row.refiledOn },
    { head: rowsWords.between, number: (row) => row.days },
  ],
};

/** `?organ=&days=30|90`: withdrawn and filed again (P14), for those whose task is the whole county's time. */
export async function findRefiled(
  desk: LicensingDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  whole: boolean,
): Promise<Listed<RefilingView> | undefined> {
  const officer = await boardOfficer(desk, request, reply, ['days'], whole);
  if (!officer) return undefined;
  const { actor, moment } = officer;
  if (scopeOf(actor).organs) return void desk.refusals.send(reply, [{ code: 'no-authority' }], request.lang);
  const days = asked(request, 'days') ?? '30';
  if (!DAYS.includes(days)) return void notAnOption(desk, request, reply, 'days', DAYS);
  const after = dayPartsIn(asked(request, 'after'));
  if (after === false) return void notAnOption(desk, request, reply, 'after');
  const limit = whole ? WHOLE : rowsAsked(desk.refusals, request, reply);
  if (limit === undefined) return undefined;
  const period = { from: addDays(moment.today, 1 - Number(days)), to: moment.today };
  const { rows, total } = await withdrawnAndRefiled(desk.pool, { ...period, organ: asked(request, 'organ'), after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    listing,
    rows: page.map((r) => ({
      ...r,
      applicant: r.applicantKind === 'firm' ? r.applicant : maskName(r.applicant),
      itemName: itemName(moment, r.item),
      organName: organName(moment, r.organ),
    })),
    total,
    day: moment.today,
    ...(last && { next: cursorOf([last.withdrawnOn, last.withdrawn]) }),
  };
}
