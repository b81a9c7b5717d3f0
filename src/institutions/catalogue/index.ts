export type { AuthorityAsk } from './authority.ts';
export { buildCatalogue, type Catalogue } from './catalogue.ts';
export type { Check } from './check.ts';
export {
  type Change,
  type Compared,
  changesOf,
  compared,
  MEASURES,
  type Measure,
  measuresOf,
  type Span,
  signaturesBefore,
  signaturesOf,
  spansOf,
} from './measures.ts';
export { type Edition, readEditions, readParts } from './queries.ts';
export { applicable, type Channel, emptyElements, isInForce, knownBundle, liveFaults, noLicence } from './rules.ts';
export { partly, type SearchHit } from './search.ts';
export { type StandOut, standOuts, WEIGHED, type Weighed } from './stand-outs.ts';
export {
  type Act,
  type Assist,
  type AuthorityRow,
  type Bundle,
  type Charge,
  type Department,
  type Fault,
  type HandlingCase,
  type Item,
  type Limit,
  type Material,
  type Parts,
  type Pledge,
  RULED_STEPS,
  THEMES,
  type Theme,
} from './types.ts';
export { type ItemView, itemLine, itemView } from './views.ts';
export { CASE_NAMES, FAULTS, partlyNote, REFUSALS as CATALOGUE_REFUSALS, STEP_NAMES, THEME_NAMES } from './words.ts';
