import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { faultOf, LOG_LEVELS, makeLogger } from './log.ts';

/** What a logger of that level writes. */
function heard(level: (typeof LOG_LEVELS)[number], talk: (log: ReturnType<typeof makeLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  talk(makeLogger(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

describe('a line of the log', () => {
  it('is one JSON document with time, level and what is said', () => {
    const [line, ...more] = heard('info', (log) => log.info({ route: '/api/v1/items' }, 'answered'));
    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      route: '/api/v1/items',
      msg: 'answered',
    });
    expect(heard('warn', (log) => log.info('quiet'))).toEqual([]);
  });

  it('says where an error was and of what kind, never with which values, whoever logs it', () => {
    const values = ['王小满', '110101199003070003', 'ABCDEFGHJK'];
    const error = Object.assign(new TypeError(`bad value "${values.join(' ')}"`, { cause: new Error(values[0]) }), {
      code: '23505',
      constraint: 'bill_pkey',
      table: 'bill',
      detail: `Key (name)=(${values[0]}) already exists.`,
      where: values[1],
    });
    const lines = heard('info', (log) => {
      log.error({ err: error }, 'request failed');
      log.error(error);
      log.error({ err: error }, error.message);
      log.child({ request: 'x' }).error({ err: error, req: { url: `/track/${values[2]}` } });
    });
    expect(lines.map(({ msg }) => msg)).toEqual(['request failed', 'fault', 'fault', 'fault']);
    for (const { err } of lines) {
      expect(err).toMatchObject({ type: 'TypeError', code: '23505', constraint: 'bill_pkey', table: 'bill', cause: { type: 'Error' } });
      expect((err as { stack: string[] }).stack[0]).toMatch(/src\/platform\/log\.test\.ts:\d+:\d+/);
    }
    for (const value of values) expect(JSON.stringify(lines)).not.toContain(value);
  });

  it('of something thrown that is no error says only what it is; a code that is none is left out', () => {
    expect(faultOf('王小满')).toEqual({ type: 'string', stack: [] });
    expect(faultOf(Object.assign(new Error('x'), { code: 'Key (王小满)' })).code).toBeUndefined();
  });
});

describe('the settings of the log', () => {
  it('are read, and a wrong one is answered with what to write', () => {
    const log = (BANJIE_LOG?: string) => readConfig({ BANJIE_LOG }, import.meta.dirname).log;
    expect(LOG_LEVELS.map(log)).toEqual(LOG_LEVELS);
    expect([log(), log('')]).toEqual([undefined, undefined]);
    expect(() => log('loud')).toThrow('BANJIE_LOG is "loud". Write one of silent, error, warn, info, debug');
    const token = (BANJIE_METRICS_TOKEN: string) => readConfig({ BANJIE_METRICS_TOKEN }, import.meta.dirname).metricsToken;
    expect(token('a1b2c3d4e5f6a1b2c3d4e5f6')).toBe('a1b2c3d4e5f6a1b2c3d4e5f6');
    expect(() => token('short')).toThrow('Write 24 letters and digits or more');
    expect(() => token('short')).not.toThrow('short"');
  });
});
