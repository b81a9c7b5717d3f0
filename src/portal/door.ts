import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Refusal } from '../kernel/decision.ts';
import type { EngineMoment } from '../kernel/matter/engine.ts';
import type { Lang } from '../kernel/text.ts';
import type { PageProps } from './layout.tsx';

/** What every page gets from the house: language, county, clock bar, where the switches lead back to. */
export type Chrome = Omit<PageProps, 'title' | 'children' | 'current'>;

/** One look at the portal. */
export interface Visit {
  readonly lang: Lang;
  readonly chrome: Chrome;
  readonly moment: EngineMoment;
}

/** How an institution's pages reach the public; the root opens it. */
export interface Door {
  /** `path`: where the switches lead back to, for pages that answer a POST. */
  visit(request: FastifyRequest, path?: string): Promise<Visit>;
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    page: ReactElement,
    sent?: { readonly status?: number; readonly personal?: boolean },
  ): FastifyReply;
  /** A written "no", with the way forward. */
  refuse(request: FastifyRequest, reply: FastifyReply, refusals: readonly Refusal[]): Promise<FastifyReply>;
}

/** One value of a query, a form or a path: repeated ones count once, what is too long is cut, what PostgreSQL cannot read is taken out. */
export function oneOf(values: unknown, name: string, max = 200): string | undefined {
  const value = (values as Record<string, unknown> | undefined)?.[name];
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one !== '' ? one.replaceAll('\u0000', '').slice(0, max) : undefined;
}

/** A path of this house to go back to, whatever stood in the request. */
export function safeBack(back: string | undefined): string {
  if (!back || !URL.canParse(back, 'http://house')) return '/';
  const url = new URL(back, 'http://house');
  if (url.origin !== 'http://house') return '/';
  for (const name of ['lang', 'large']) url.searchParams.delete(name);
  const path = `${url.pathname}${url.search}`;
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
