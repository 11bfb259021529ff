import type { SecretCacheStats } from 'alibabacloud-kms-sdk/secrets';
import type { Reason } from './refusals.js';

/** Counters of the agent, in addition to those of its cache. */
export class Counts {
  readonly byStatus = new Map<number, number>();
  readonly byReason = new Map<Reason, number>();
  rotations = 0;
  droppedConnections = 0;

  answered(status: number): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
  }

  refused(reason: Reason): void {
    this.byReason.set(reason, (this.byReason.get(reason) ?? 0) + 1);
  }
}

/** Current values. */
export interface Now {
  connections: number;
  waiting: number;
  /** Secrets whose last request failed. */
  failing: number;
}

/** All metrics in the format of Prometheus, without names of secrets. */
export function metricsText(counts: Counts, cache: SecretCacheStats, now: Now): string {
  const lines: string[] = [];
  const add = (
    name: string,
    type: 'counter' | 'gauge',
    help: string,
    samples: readonly (readonly [string, number])[],
  ) =>
    lines.push(
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(([labels, value]) => `${name}${labels} ${value}`),
    );
  const counter = (name: string, help: string, value: number) => add(name, 'counter', help, [['', value]]);
  const gauge = (name: string, help: string, value: number) => add(name, 'gauge', help, [['', value]]);

  add(
    'kms_agent_requests_total',
    'counter',
    'Requests by the status of their answer.',
    labelled('status', counts.byStatus),
  );
  add(
    'kms_agent_refused_total',
    'counter',
    'Requests that the agent refused, by reason.',
    labelled('reason', counts.byReason),
  );
  gauge('kms_agent_connections', 'Open connections.', now.connections);
  counter(
    'kms_agent_dropped_connections_total',
    'Connections beyond the most that may be open.',
    counts.droppedConnections,
  );
  gauge('kms_agent_waiting_requests', 'Requests that wait for KMS.', now.waiting);
  gauge('kms_agent_secrets', 'Secrets, stages and versions in the cache.', cache.entries);
  gauge('kms_agent_failing_secrets', 'Secrets of which the last request to KMS failed.', now.failing);
  counter('kms_agent_hits_total', 'Reads that were answered with what was there.', cache.hits);
  counter('kms_agent_misses_total', 'Reads that waited for KMS.', cache.misses);
  counter('kms_agent_stale_hits_total', 'Reads that were answered with a value whose TTL was over.', cache.staleHits);
  counter('kms_agent_refreshes_total', 'Secrets that were read from KMS.', cache.refreshes);
  counter('kms_agent_refresh_failures_total', 'Secrets that could not be read from KMS.', cache.failures);
  counter('kms_agent_rotations_total', 'New versions of secrets that were seen.', counts.rotations);
  const { user, system } = process.cpuUsage();
  counter('process_cpu_seconds_total', 'Processor time, user and system.', (user + system) / 1e6);
  gauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss());
  return `${lines.join('\n')}\n`;
}

const labelled = (label: string, counts: ReadonlyMap<string | number, number>) =>
  [...counts].map(([value, count]) => [`{${label}="${value}"}`, count] as const);
