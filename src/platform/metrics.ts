import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered } from './http/answered.ts';

const NANO = 1e9;
/** Seconds: from what memory answers to what a person no longer waits for. */
const DURATIONS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Figures of one running house in the words of Prometheus. Counts and names of routes and codes; nothing of a matter or a person. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });
  readonly #requests = this.counter('banjie_http_requests_total', 'Requests answered.', ['method', 'route', 'status']);
  readonly #durations = this.histogram('banjie_http_request_duration_seconds', 'How long an answer took.', DURATIONS, ['method', 'route']);
  readonly #refusals = this.counter('banjie_refusals_total', 'Refusals told, by code.', ['code']);

  constructor() {
    this.#delay.enable();
    this.gauge('process_resident_memory_bytes', 'Resident memory of this process.', [], (g) => g.set(process.memoryUsage.rss()));
    this.gauge('nodejs_heap_size_used_bytes', 'Objects of this process that live, or that nobody has cleared away yet.', [], (g) =>
      g.set(process.memoryUsage().heapUsed),
    );
    this.gauge('nodejs_external_memory_bytes', 'Memory of this process outside its heap: papers, files, messages.', [], (g) =>
      g.set(process.memoryUsage().external),
    );
    this.gauge('process_start_time_seconds', 'When this process began.', []).set(Math.round(Date.now() / 1000 - process.uptime()));
    this.gauge('process_cpu_seconds', 'Processor time of this process.', [], (g) => {
      const { user, system } = process.cpuUsage();
      g.set((user + system) / 1e6);
    });
    this.gauge('nodejs_eventloop_delay_seconds', 'Delay of the event loop since the last look.', ['quantile'], (g) => {
      for (const q of [50, 99]) g.set({ quantile: `0.${q}` }, (this.#delay.percentile(q) || 0) / NANO);
      g.set({ quantile: '1' }, this.#delay.max / NANO);
      this.#delay.reset();
    });
  }

  counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.#registry] });
  }

  /** `look` sets it when the figures are asked for. */
  gauge<L extends string>(name: string, help: string, labelNames: readonly L[], look?: (gauge: Gauge<L>) => void): Gauge<L> {
    const collect = look && { collect: (): void => look(gauge) };
    const gauge: Gauge<L> = new Gauge({ name, help, labelNames: [...labelNames], registers: [this.#registry], ...collect });
    return gauge;
  }

  histogram<L extends string>(name: string, help: string, buckets: readonly number[], labelNames: readonly L[]): Histogram<L> {
    return new Histogram({ name, help, buckets: [...buckets], labelNames: [...labelNames], registers: [this.#registry] });
  }

  answered({ method, route = 'none', status, seconds, refused = [] }: Answered): void {
    this.#requests.inc({ method, route, status: String(status) });
    this.#durations.observe({ method, route }, seconds);
    for (const code of refused) this.#refusals.inc({ code });
  }

  /** Connections of each pool: at work, at rest, and who waits for one. */
  watchPools(pools: Readonly<Record<string, Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>>>): void {
    this.gauge('banjie_database_connections', 'Connections to the database.', ['pool', 'state'], (g) => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        g.set({ pool, state: 'busy' }, totalCount - idleCount);
        g.set({ pool, state: 'idle' }, idleCount);
        g.set({ pool, state: 'waiting' }, waitingCount);
      }
    });
  }

  get type(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  close(): void {
    this.#delay.disable();
  }
}
