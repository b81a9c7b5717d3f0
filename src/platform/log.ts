import pino from 'pino';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a line of the log may say of an error: where and of what kind, never with which values. A message often holds one. */
export interface Fault {
  readonly type: string;
  /** Of Node, of Fastify, or an SQLSTATE. */
  readonly code?: string;
  /** What of the database it ran into: names of its parts, no contents. */
  readonly constraint?: string;
  readonly table?: string;
  readonly stack: readonly string[];
  readonly cause?: Fault;
}

/** One JSON document a line, on stderr. Written behind the requests, and to its end when the process ends. */
export function makeLogger(level: LogLevel, to: pino.DestinationStream = pino.destination({ dest: 2, sync: false })): pino.Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: faultOf, error: faultOf, req: () => undefined, res: () => undefined },
      hooks: {
        logMethod(args, method) {
          method.apply(this, withoutMessage(args) as Parameters<typeof method>);
        },
      },
    },
    to,
  );
}

/** Whoever logs an error, a library too, says that there was one; what it said of itself stays out. */
function withoutMessage(args: readonly unknown[]): readonly unknown[] {
  const [first, said] = args;
  if (first instanceof Error) return [{ err: first }, 'fault'];
  const error = (first as { err?: unknown; error?: unknown } | null)?.err ?? (first as { error?: unknown } | null)?.error;
  return error instanceof Error && (said === undefined || said === error.message) ? [first, 'fault'] : args;
}

const FRAME = /^\s+at (.+)$/;
const MOST_FRAMES = 20;

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const frames = (error.stack ?? '').split('\n').flatMap((line) => FRAME.exec(line)?.[1] ?? []);
  return {
    type: error.constructor.name,
    ...(isName(code) && { code }),
    ...(isName(constraint) && { constraint }),
    ...(isName(table) && { table }),
    stack: frames.slice(0, MOST_FRAMES).map((frame) => frame.replace(/(?:file:\/\/)?[^\s(]*?\/(?=(?:src|dist|node_modules|test)\/)/, '')),
    ...(error.cause instanceof Error && { cause: faultOf(error.cause) }),
  };
}

const isName = (value: unknown): value is string => typeof value === 'string' && /^\w{1,63}$/.test(value);
