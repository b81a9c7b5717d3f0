/**
 * Something about the machine or the configuration stops the start. The message is one or more sentences for the person at the
 * keyboard and says what to do next; the command prints it without a stack and ends with exit code 1.
 */
export class SetupError extends Error {
  override readonly name: string = 'SetupError';
  /** SQL for the database administrator, where that is what is needed (also part of the message). */
  readonly statements: readonly string[];

  constructor(message: string, options: { readonly statements?: readonly string[]; readonly cause?: unknown } = {}) {
    const statements = options.statements ?? [];
    super([message, ...statements].join('\n  '), { cause: options.cause });
    this.statements = statements;
  }
}

/** What was typed, or set in the environment, cannot be meant so: exit code 2. */
export class UsageError extends SetupError {
  override readonly name = 'UsageError';
}
