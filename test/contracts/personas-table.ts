/**
 * Who may look at which screen, and what each asks of the server when it opens. A new screen or a new route that changes something needs
 * a row here: the test names what is missing.
 */

/**
 * Who is let in: every officer of today; those who have a part in the matter; its lead's; the organs that look over all and the cashier's
 * house; those who hold one of these roles.
 */
export type Who = 'officers' | 'involved' | 'lead' | 'overseers' | { readonly roles: readonly string[] };
const HEADS: Who = { roles: ['chief', 'deputy', 'chief-representative'] };
/** Who stands on a rung of the ladder above the handler's. */
const OVER_A_RUNG: Who = {
  roles: ['section-head', 'deputy', 'chief', 'deputy-county-head', 'county-head', 'office-director', 'efficiency-inspector', 'auditor'],
};
const SUPERVISORS: Who = { roles: ['efficiency-inspector', 'auditor', 'county-head', 'deputy-county-head', 'office-director'] };
const AT_WINDOWS: Who = { roles: ['window-clerk', 'chief-representative'] };

export interface Ask {
  /** Below `/api/v1`; `:number` is a matter under way, led by UMB with HUC and PSB beside it. */
  readonly get: string;
  readonly who: Who;
  /** Taken away as CSV and XLSX by the same people, and by nobody else. */
  readonly sheets?: true;
}

/** Screens by their path, as the workbench lists them. */
export const SCREENS: Readonly<Record<string, readonly Ask[]>> = {
  '/': [{ get: '/desk', who: 'officers', sheets: true }],
  '/board': [{ get: '/board', who: 'officers', sheets: true }],
  '/board/rows': [{ get: '/board/matters', who: 'officers', sheets: true }],
  '/board/decisions': [{ get: '/board/decisions', who: 'officers', sheets: true }],
  '/board/refilings': [{ get: '/board/refilings', who: SUPERVISORS, sheets: true }],
  '/accounts': [{ get: '/accounts', who: 'officers', sheets: true }],
  '/accounts/rows': [{ get: '/accounts/matters', who: 'officers', sheets: true }],
  '/accounts/signs': [{ get: '/accounts/signs?kind=pause', who: 'officers', sheets: true }],
  '/search': [{ get: '/search?q=1', who: 'officers', sheets: true }],
  '/matters/:number': [
    { get: '/matters/:number', who: 'officers' },
    { get: '/matters/:number/accounts', who: 'officers' },
    { get: '/matters/:number/urgings', who: 'officers' },
    // Without a part in it one is told where it stands, and the screen says why there is no more.
    { get: '/matters/:number/story', who: 'involved' },
  ],
  '/matters/:number/decision': [{ get: '/matters/:number/papers/decision', who: 'lead' }],
  '/matters/:number/papers': [{ get: '/matters/:number', who: 'officers' }],
  '/head': [
    { get: '/head', who: HEADS },
    { get: '/head/acts.csv', who: HEADS },
  ],
  '/fees': [
    { get: '/fees', who: 'overseers' },
    { get: '/fees/reconciliation.csv', who: 'overseers' },
  ],
  '/fees/till': [
    { get: '/till', who: 'overseers' },
    { get: '/till/counts.csv', who: 'overseers' },
  ],
  '/window': [
    { get: '/window', who: AT_WINDOWS },
    { get: '/window/visits.csv', who: AT_WINDOWS },
    { get: '/matters/:number/visits', who: 'officers' },
  ],
  '/window/register': [
    { get: '/window/register', who: AT_WINDOWS },
    { get: '/window/visits.csv', who: AT_WINDOWS },
  ],
  '/window/hand-over': [{ get: '/window/hand-over', who: 'officers', sheets: true }],
  '/calendar': [{ get: '/calendar', who: 'officers' }],
  '/urgings': [{ get: '/urgings/mine', who: 'officers' }],
  '/supervision': [{ get: '/urgings/open', who: OVER_A_RUNG }],
  '/supervision/leaders': [{ get: '/urgings/leaders', who: OVER_A_RUNG }],
  '/supervision/rows': [{ get: '/urgings', who: OVER_A_RUNG, sheets: true }],
  '/wall': [{ get: '/wall', who: 'officers' }],
  '/wall/:institution': [{ get: '/wall/licensing', who: 'officers', sheets: true }],
};

export interface Change {
  /** Sent as it is: nothing that is done. */
  readonly body: unknown;
  /** What a stranger, an applicant and an officer who may are told about it. */
  readonly stranger: string;
  readonly citizen: string;
  readonly officer: string;
}
const change = (stranger: string, citizen: string, officer: string, body: unknown = {}): Change => ({ body, stranger, citizen, officer });

/** Routes that change something, below `/api/v1`. */
export const CHANGES: Readonly<Record<string, Change>> = {
  'POST /session': change('invalid-input', 'invalid-input', 'invalid-input'),
  'DELETE /session': change('sign-in-needed', 'sign-in-needed', 'sign-in-needed'),
  'POST /clock': change('sign-in-needed', 'invalid-input', 'invalid-input'),
  'POST /calendar/preview': change('sign-in-needed', 'no-authority', 'no-authority'),
  'POST /calendar/apply': change('sign-in-needed', 'no-authority', 'no-authority'),
  'POST /calendar/undo': change('sign-in-needed', 'no-authority', 'no-authority'),
  'POST /matters': change('invalid-input', 'invalid-input', 'invalid-input'),
  'POST /matters/:number/actions/:name': change('sign-in-needed', 'action-unknown', 'action-unknown'),
  'POST /desk/bulk': change('sign-in-needed', 'no-authority', 'invalid-input'),
  'POST /head/authorisations': change('sign-in-needed', 'no-authority', 'invalid-input'),
  'POST /head/withdrawals': change('sign-in-needed', 'no-authority', 'invalid-input'),
  'POST /till/counts': change('sign-in-needed', 'till-cashier-only', 'till-cashier-only'),
  'POST /till/counts/:count/review': change('sign-in-needed', 'matter-not-found', 'matter-not-found'),
  'POST /urgings/receipt': change('sign-in-needed', 'no-authority', 'invalid-input', { nothing: true }),
  'POST /window/call': change('sign-in-needed', 'window-only', 'queue-empty'),
  'POST /window/hand-over/sign': change('sign-in-needed', 'no-authority', 'invalid-input'),
  'POST /window/person': change('sign-in-needed', 'no-authority', 'invalid-input'),
  'POST /window/tickets': change('sign-in-needed', 'window-only', 'invalid-input'),
  'POST /window/tickets/:visit/actions/:name': change('sign-in-needed', 'action-unknown', 'action-unknown'),
};

/** What these people can do in the matters of the story, and what they cannot, with the code. The whole is tested against the server. */
export const ACTS: readonly (readonly [persona: string, matter: string, action: string, code?: string])[] = [
  ['clerk', 'fresh', 'accept'],
  ['clerk', 'fresh', 'request-correction'],
  ['clerk', 'road', 'propose', 'no-authority'],
  ['chief-representative', 'fresh', 'accept', 'no-authority'],
  ['examiner-lead', 'fresh', 'accept', 'no-authority'],
  ['umb-examiner', 'road', 'extend', 'no-authority'],
  ['umb-section-head', 'sign', 'check'],
  ['umb-examiner', 'sign', 'check', 'no-authority'],
  ['umb-chief', 'sign', 'decide', 'steps-open'],
  ['assist-psb-section-head', 'sign', 'propose', 'no-authority'],
  ['cashier', 'road', 'pay'],
  ['clerk', 'road', 'pay', 'no-authority'],
  ['delivery-clerk', 'refused', 'deliver'],
  ['county-head', 'road', 'decide', 'no-authority'],
  ['deputy-county-head', 'fresh', 'accept', 'no-authority'],
  ['office-director', 'fresh', 'accept', 'no-authority'],
  ['efficiency-inspector', 'fresh', 'accept', 'no-authority'],
  ['auditor', 'refused', 'deliver', 'no-authority'],
  ['administrator', 'fresh', 'accept', 'no-authority'],
  ['citizen', 'fresh', 'accept', 'matter-not-found'],
  ['firm', 'fresh', 'accept', 'matter-not-found'],
];

/** At least these people are there to be tried. */
export const NEEDED = [
  'citizen',
  'firm',
  'clerk',
  'chief-representative',
  'examiner-lead',
  'assist-huc',
  'section-head',
  'deputy',
  'chief',
  'cashier',
  'deputy-county-head',
  'county-head',
  'office-director',
  'efficiency-inspector',
  'auditor',
  'administrator',
];
