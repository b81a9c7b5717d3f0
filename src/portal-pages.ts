import type { FastifyInstance } from 'fastify';
import type { Lang } from './kernel/text.ts';
import type { House } from './open-house.ts';
import type { Guesses } from './platform/http/session.ts';

export const portalErrorPage = (_house: House, _lang: Lang, status: number, title: string, next: string): string =>
  `${status} ${title} ${next}`;
export function portalRoutes(_app: FastifyInstance, _house: House, _guesses: Guesses): void {}
