import type { LocalDate } from './kernel/clock/types.ts';
import type { Command, EngineWatch, Outcome } from './kernel/matter/engine.ts';
import { type Figures, readFigures } from './kernel/matter/figures.ts';
import type { Light } from './kernel/matter/types.ts';
import type { House } from './open-house.ts';
import { Metrics } from './platform/metrics.ts';

const LIGHTS: readonly Exclude<Light, 'closed'>[] = [
  'in-time',
  'due-soon',
  'step-overdue',
  'over-promise',
  'over-law',
  'paused',
  'unarmed',
];
/** Who asks more often gets the same figures of the records again. */
const FRESH_MS = 10_000;
const PATIENCE_MS = 2_000;

/** What a county does and how it stands, beside what every server has. */
export class CountyMetrics implements EngineWatch {
  readonly base = new Metrics();
  readonly #acts = this.base.counter('banjie_acts_total', 'What was asked of the engine.', ['kind', 'action', 'outcome']);
  readonly #batches = this.base.histogram('banjie_batch_requests', 'Requests that shared one write.', [1, 2, 4, 8, 16, 32, 64, 128], []);
  readonly #up = this.base.gauge('banjie_database_up', '1 where the database answered in time.', []);
  readonly #open = this.base.gauge('banjie_matters_open', 'Matters that are not closed, by light.', ['light']);
  readonly #unswept = this.base.gauge(
    'banjie_sweep_waiting_matters',
    'Matters whose day to be looked at has come and that the sweep has not seen yet.',
    [],
  );
  readonly #swept = this.base.gauge('banjie_sweep_last_success_timestamp_seconds', 'When the sweep last came to its end.', []);
  readonly #brought = this.base.counter('banjie_sweep_records_total', 'Records that the sweep wrote: silence, lights, expiry.', []);
  readonly #age = this.base.gauge('banjie_journal_last_record_age_seconds', "Age of the journal's last record, by the county's clock.", []);
  #figures: { at: number; read: Figures } | undefined;

  wrote(requests: number): void {
    this.#batches.observe(requests);
  }

  acted([first]: readonly Command[], outcome: Outcome): void {
    const action = first?.action ?? (first?.number ? 'sweep' : 'open');
    this.#acts.inc({ kind: first?.kind ?? 'none', action, outcome: !outcome.ok ? 'refused' : outcome.replayed ? 'replayed' : 'done' });
  }

  swept(records: number): void {
    this.#swept.set(Math.floor(Date.now() / 1000));
    this.#brought.inc(records);
  }

  /** All of it, as text; without the figures of the records where the database does not answer. */
  async text({ pool, moment }: Pick<House, 'pool' | 'moment'>): Promise<string> {
    const read = moment().then(async (m) => ({ now: m.now, ...(await this.#fresh(pool, m.today)) }));
    const figures = await inTime(read);
    this.#up.set(figures ? 1 : 0);
    if (figures) this.#show(figures);
    return this.base.text();
  }

  #show({ open, unswept, lastRecord, now }: Figures & { now: number }): void {
    for (const light of LIGHTS) this.#open.set({ light }, open[light] ?? 0);
    this.#unswept.set(unswept);
    if (lastRecord !== null) this.#age.set(Math.max(0, now - lastRecord));
  }

  async #fresh(pool: House['pool'], today: LocalDate): Promise<Figures> {
    if (!this.#figures || Date.now() - this.#figures.at > FRESH_MS)
      this.#figures = { at: Date.now(), read: await readFigures(pool, today) };
    return this.#figures.read;
  }
}

/** Undefined where it failed, or where nobody wants to wait any longer. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(settle, PATIENCE_MS, undefined);
  });
  const done = work.catch(() => undefined);
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
