/** The schema's own codes in the house's words: kebab-case, stable (house section 6). */
const ISSUES: Readonly<Record<string, string>> = {
  too_big: 'too-long',
  too_small: 'required',
  invalid_value: 'not-an-option',
  invalid_union: 'not-an-option',
  invalid_format: 'wrong-form',
  unrecognized_keys: 'unknown-field',
  // Amounts are the only numbers with steps, of a fen.
  not_multiple_of: 'not-yuan',
};

/** What is there but of another kind: which kind is expected. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'not-text',
  number: 'not-a-number',
  int: 'not-whole',
  boolean: 'not-yes-or-no',
  array: 'not-a-list',
  object: 'not-an-object',
  record: 'not-an-object',
};

const NUMBERS: readonly string[] = ['number', 'int'];
const LEAST: Readonly<Record<number, string>> = { 0: 'at-least-zero', 1: 'at-least-one' };

interface SchemaIssue {
  readonly path: PropertyKey[];
  readonly code?: string;
  readonly message: string;
  readonly params?: Record<string, unknown>;
  readonly expected?: string;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  /** Of what is too small or too big: what it is. */
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

/** One fault of an input: where, which, and the schema's own sentence. */
export const issueOf =
  (input: unknown) =>
  (issue: SchemaIssue): SaidIssue => {
    const code = String(issue.params?.code ?? codeOf(issue, input));
    return {
      // What the schema does not know is named by its own name, several together.
      path: [...issue.path.map(String), ...(issue.keys ? [issue.keys.join(', ').slice(0, 200)] : [])].join('.'),
      code,
      message: issue.message,
      ...(code === 'not-an-option' && issue.values && { options: issue.values.map(String) }),
      ...(code === 'too-large-number' && issue.maximum !== undefined && { most: Number(issue.maximum) }),
    };
  };

interface SaidIssue {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** Where one of a few is asked for: all of them. */
  readonly options?: readonly string[];
  /** Where a number is above it. */
  readonly most?: number;
}

function codeOf({ code = '', path, expected = '', format, values, origin = '', minimum }: SchemaIssue, input: unknown): string {
  if (code === 'invalid_type') {
    const given = valueAt(input, path);
    if (given === undefined || given === null) return 'required';
    return given === Number.POSITIVE_INFINITY ? 'too-large-number' : (KINDS[expected] ?? 'invalid');
  }
  if (code === 'invalid_format' && format === 'base64') return 'not-base64';
  if (NUMBERS.includes(origin) && code.startsWith('too_'))
    return code === 'too_big' ? 'too-large-number' : (LEAST[Number(minimum)] ?? 'invalid');
  // An undertaking is given or it is not: there is nothing to choose from.
  if (code === 'invalid_value' && values?.length === 1 && values[0] === true) return 'to-be-confirmed';
  return ISSUES[code] ?? 'invalid';
}

/** What was given at a path; own properties only. */
const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  );
