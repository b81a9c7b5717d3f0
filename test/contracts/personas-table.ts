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
  /** Each list of the answer by its name there, and the file, without its kind, in which the same people and nobody else take it away. */
  readonly lists?: Readonly<Record<string, string>>;
  /** What else the answer has several of, and why it is no list to be taken away. */
  readonly others?: Readonly<Record<string, string>>;
}
/** A list that is taken away by its own address. */
const list = (get: string, who: Who, name = 'rows', others: Ask['others'] = {}): Ask => ({ get, who, lists: { [name]: get }, others });
/** What the server describes, with the heads of its columns. */
const sheet = (get: string, who: Who): Ask => list(get, who, 'rows', { columns: 'heads' });

const [STORY, PAPER, CHOICE] = ['one matter, told', 'one paper', 'options of a form'];
const OF_A_MATTER = { steps: STORY, clocks: STORY, papers: STORY, bills: STORY, actions: 'what may be done' };

/** Where it is asked, of that matter; with `.csv` or `.xlsx` as a file. */
export const addressOf = (get: string, number: string, kind = ''): string => {
  const [path, query] = get.replace(':number', number).split('?');
  return `/api/v1${path}${kind}${query ? `?${query}` : ''}`;
};

/** Screens by their path, as the workbench lists them. */
export const SCREENS: Readonly<Record<string, readonly Ask[]>> = {
  '/': [list('/desk', 'officers', 'work')],
  '/board': [list('/board', 'officers', 'organs')],
  '/board/rows': [list('/board/matters', 'officers', 'matters')],
  '/board/decisions': [sheet('/board/decisions', 'officers')],
  '/board/refilings': [sheet('/board/refilings', SUPERVISORS)],
  '/review/items': [sheet('/review/items', SUPERVISORS)],
  '/review/deciders': [sheet('/review/deciders', SUPERVISORS)],
  '/accounts': [list('/accounts', 'officers', 'rows', { scope: 'whose', parts: 'columns', grounds: 'columns' })],
  '/accounts/rows': [sheet('/accounts/matters', 'officers')],
  '/accounts/signs': [sheet('/accounts/signs?kind=pause', 'officers')],
  '/search': [{ get: '/search?q=1', who: 'officers', lists: { matters: '/search?q=1', items: '/search?q=1&what=items' } }],
  '/matters/:number': [
    { get: '/matters/:number', who: 'officers', others: OF_A_MATTER },
    { get: '/matters/:number/accounts', who: 'officers' },
    list('/matters/:number/urgings', 'officers', 'urgings'),
    // Without a part in it one is told where it stands, and the screen says why there is no more.
    {
      get: '/matters/:number/story',
      who: 'involved',
      others: { entries: STORY, lanes: STORY, segments: STORY, clocks: STORY, papers: STORY, missing: STORY },
    },
  ],
  '/matters/:number/decision': [
    // Taken away as the paper it is.
    { get: '/matters/:number/papers/decision', who: 'lead', others: { sections: PAPER, marks: PAPER, foot: PAPER } },
  ],
  '/matters/:number/papers': [{ get: '/matters/:number', who: 'officers', others: OF_A_MATTER }],
  '/head': [
    {
      get: '/head',
      who: HEADS,
      lists: { acts: '/head/acts', pressing: '/head/pressing', onlyMe: '/head/only-me', representatives: '/head/representatives' },
      others: { organs: CHOICE, who: CHOICE, people: CHOICE, items: CHOICE },
    },
  ],
  '/fees': [
    {
      get: '/fees',
      who: 'overseers',
      lists: { bills: '/fees/bills', lines: '/fees/reconciliation', methods: '/till/methods' },
      others: { acts: 'what is to be looked into; its bills are the rows' },
    },
  ],
  '/fees/till': [
    { get: '/till', who: 'overseers', lists: { methods: '/till/methods', counts: '/till/counts' }, others: { acts: 'what may be done' } },
  ],
  '/window': [
    { get: '/window', who: AT_WINDOWS, lists: { visits: '/window/visits' }, others: { windows: 'who sits where now' } },
    list('/matters/:number/visits', 'officers', 'visits'),
  ],
  '/window/register': [{ get: '/window/register', who: AT_WINDOWS, lists: { visits: '/window/visits' } }],
  '/window/hand-over': [list('/window/hand-over', 'officers')],
  '/window/look-ups': [list('/window/look-ups', { roles: ['auditor', 'efficiency-inspector'] }, 'lookUps')],
  '/calendar': [{ get: '/calendar', who: 'officers', lists: { years: '/calendar/years', editions: '/calendar/editions' } }],
  '/urgings': [
    {
      get: '/urgings/mine',
      who: 'officers',
      lists: { lists: '/urgings/mine' },
      others: { unread: 'each opens its rows at /supervision/rows' },
    },
  ],
  '/supervision': [list('/urgings/open', OVER_A_RUNG, 'organs', { rungs: 'columns' })],
  '/supervision/leaders': [
    {
      get: '/urgings/leaders',
      who: OVER_A_RUNG,
      lists: { portfolios: '/urgings/leaders/portfolios', absences: '/urgings/leaders/absences' },
    },
  ],
  '/supervision/rows': [sheet('/urgings', OVER_A_RUNG)],
  '/duties': [sheet('/duties', 'officers')],
  '/duties/:duty': [{ get: '/duties/meetings.executive', who: 'officers', others: { rounds: 'one duty, told' } }],
  '/wall': [list('/wall', 'officers', 'institutions')],
  '/wall/:institution': [sheet('/wall/licensing', 'officers')],
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
  'POST /calendar/preview.csv': change('sign-in-needed', 'no-authority', 'no-authority'),
  'POST /calendar/preview.xlsx': change('sign-in-needed', 'no-authority', 'no-authority'),
  'POST /calendar/apply': change('sign-in-needed', 'no-authority', 'no-authority'),
  'POST /calendar/undo': change('sign-in-needed', 'no-authority', 'no-authority'),
  'POST /matters': change('invalid-input', 'invalid-input', 'invalid-input'),
  'POST /matters/:number/actions/:name': change('sign-in-needed', 'action-unknown', 'action-unknown'),
  'POST /desk/bulk': change('sign-in-needed', 'no-authority', 'invalid-input'),
  'POST /duties/:duty/note': change('sign-in-needed', 'no-authority', 'duty-not-found'),
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
  ['delivery-clerk', 'refused', 'serve-by-notice'],
  ['county-head', 'road', 'decide', 'no-authority'],
  ['deputy-county-head', 'fresh', 'accept', 'no-authority'],
  ['office-director', 'fresh', 'accept', 'no-authority'],
  ['efficiency-inspector', 'fresh', 'accept', 'no-authority'],
  ['auditor', 'refused', 'deliver', 'no-authority'],
  ['auditor', 'refused', 'serve-by-notice', 'no-authority'],
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
