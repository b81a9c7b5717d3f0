import type { FastifyInstance } from 'fastify';
import type { Text } from '../../../kernel/text.ts';
import type { Door } from '../../../portal/index.ts';
import type { LicensingDesk } from '../requests.ts';
import { answerPages } from './answer-routes.ts';
import { applyPages } from './apply-routes.ts';
import { Drafts } from './drafts.ts';
import { openPages } from './open/routes.ts';
import { trackPages } from './track-routes.ts';

/** What the licensing pages need of the house. */
export interface Counter {
  readonly door: Door;
  readonly desk: LicensingDesk;
  /** Papers of a model county say that they are specimens. */
  readonly model: boolean;
  readonly countyName: Text;
  /** The machine's clock, in milliseconds. */
  readonly machineNow: () => number;
}

export function licensingPages(app: FastifyInstance, counter: Counter): void {
  const drafts = new Drafts(counter.machineNow);
  openPages(app, counter);
  applyPages(app, counter, drafts);
  trackPages(app, counter);
  answerPages(app, counter, drafts);
}
