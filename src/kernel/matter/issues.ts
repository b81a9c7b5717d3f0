/** The schema's own codes in the house's words: kebab-case, stable (house section 6). */
const ISSUES: Readonly<Record<string, string>> = {
  too_big: 'too-long',
  too_small: 'required',
  invalid_type: 'required',
  invalid_value: 'not-an-option',
  invalid_union: 'not-an-option',
  invalid_format: 'wrong-form',
};

/** One fault of an input: where, which, and the schema's own sentence. */
export const issueOf = (i: { path: PropertyKey[]; code?: string; message: string; params?: Record<string, unknown> }) => ({
  path: i.path.map(String).join('.'),
  code: String(i.params?.code ?? ISSUES[i.code ?? ''] ?? 'invalid'),
  message: i.message,
});
