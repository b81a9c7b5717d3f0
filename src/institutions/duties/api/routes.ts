import { z } from 'zod';
import type { ApiRoute } from '../../../platform/http/api.ts';
import { sheets } from '../../../platform/http/api-sheets.ts';
import { noting } from '../schema.ts';
import { apiWords as words } from '../words.ts';

const at = '/api/v1/duties';
const here = { group: 'duties', who: ['token'], basis: 'P18' } as const;
const register = { ...here, id: 'duties', path: at, summary: words.duties, codes: ['no-authority'] } as const;
const codes = ['no-authority', 'duty-not-found'];
const day = z.iso.date();

/** The register of recurring duties, one of them, and the note that a time was done. */
export const dutyApi: readonly ApiRoute[] = [
  { ...register, method: 'GET', about: words['duties-about'], answer: { status: 200, schema: z.looseObject({}) } },
  ...sheets(register),
  {
    ...here,
    id: 'duty',
    method: 'GET',
    path: `${at}/:duty`,
    summary: words.duty,
    about: words['duty-about'],
    answer: { status: 200, schema: z.looseObject({ id: z.string(), rounds: z.array(z.looseObject({ matter: z.string() })) }) },
    codes,
  },
  {
    ...here,
    id: 'note-duty',
    method: 'POST',
    path: `${at}/:duty/note`,
    summary: words.note,
    about: words['note-about'],
    body: noting,
    fields: words,
    once: true,
    answer: {
      status: 200,
      schema: z.object({ matter: z.string(), version: z.int(), duty: z.string(), due: day.nullable(), on: day, over: z.int() }),
    },
    example: { on: '2026-02-12', document: 'Minutes 2026, No. 3', sentence: 'The executive meeting was held; its minutes are out.' },
    codes: [
      ...codes,
      'duty-answerer-only',
      'duty-noted-already',
      'duty-day-to-come',
      'duty-day-too-early',
      'duty-nobody-answers',
      'duty-time-to-choose',
    ],
  },
];
export const dutyGroups = { duties: words.group };
