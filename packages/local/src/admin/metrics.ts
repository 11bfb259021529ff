import type { Registry } from 'prom-client';
import { version } from '../generated/version.js';
import type { Kms } from '../kms.js';
import { unlessStorageFails } from '../store/storage-failure.js';
import { knownApis } from './fault-rule.js';
import type { RequestEntry } from './request-log.js';

/** Seconds; a call with a client key takes about a millisecond. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** How many calls are buffered before the metrics library is loaded. */
const heldMax = 1000;

type Count = (entry: RequestEntry) => void;

/** Metrics for Prometheus. The library loads at the first request for the page, or when many calls are buffered. */
export class Metrics {
  readonly #kms: Kms;
  #held: RequestEntry[] = [];
  #count?: Count;
  #registry?: Promise<Registry>;

  constructor(kms: Kms) {
    this.#kms = kms;
  }

  observe(entry: RequestEntry): void {
    if (this.#count) {
      this.#count(entry);
      return;
    }
    this.#held.push(entry);
    // If loading fails, the next request for the page reports why.
    if (this.#held.length >= heldMax) this.#load().catch(() => {});
  }

  /** The page in text format, with its content type. */
  async page(): Promise<{ contentType: string; text: string }> {
    const registry = await this.#load();
    return { contentType: registry.contentType, text: await registry.metrics() };
  }

  #load(): Promise<Registry> {
    this.#registry ??= this.#makeRegistry();
    return this.#registry;
  }

  async #makeRegistry(): Promise<Registry> {
    const { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } = (await import('prom-client')).default;
    const registers = [new Registry()] as [Registry];
    collectDefaultMetrics({ register: registers[0] });
    const requests = new Counter({
      name: 'kms_local_requests_total',
      help: 'Calls by gateway, API and error code; code is ok for those that went well, none for those without an answer.',
      labelNames: ['gateway', 'api', 'code'],
      registers,
    });
    const durations = new Histogram({
      name: 'kms_local_request_duration_seconds',
      help: 'From the last byte of a call to its answer.',
      labelNames: ['gateway', 'api'],
      buckets,
      registers,
    });
    const faults = new Counter({ name: 'kms_local_faults_total', help: 'Calls that a fault struck.', registers });
    new Gauge({ name: 'kms_local_info', help: 'Version of the local KMS.', labelNames: ['version'], registers }).set(
      { version },
      1,
    );
    const kms = this.#kms;
    for (const table of ['keys', 'secrets'] as const) {
      new Gauge({
        name: `kms_local_${table}`,
        help: `How many ${table} there are.`,
        registers,
        async collect() {
          const rows = kms.store.db
            .selectFrom(table)
            .select(({ fn }) => fn.countAll<number>().as('total'))
            .executeTakeFirstOrThrow();
          const { total } = await unlessStorageFails(rows, () => ({ total: Number.NaN }));
          this.set(total);
        },
      });
    }

    const count: Count = ({ gateway, api = 'unknown', status, code, durationMs, fault }) => {
      const labels = { gateway, api: knownApis.has(api) ? api : 'unknown' };
      requests.inc({ ...labels, code: code ?? (status === undefined ? 'none' : 'ok') });
      if (status !== undefined) durations.observe(labels, durationMs / 1000);
      if (fault !== undefined) faults.inc();
    };
    for (const entry of this.#held) count(entry);
    this.#held = [];
    this.#count = count;
    return registers[0];
  }
}
