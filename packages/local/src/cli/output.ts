import type { LocalKms } from '../start.js';

/** The output of `--json`: the names are an interface for programs in other languages. */
export const facts = (kms: LocalKms) => ({
  endpoint: kms.endpoint,
  host: kms.host,
  port: kms.port,
  caFile: kms.caFile,
  regionId: kms.regionId,
  accountId: kms.accountId,
  accessKeyId: kms.accessKeyId,
  accessKeySecret: kms.accessKeySecret,
  instanceId: kms.instanceId,
  clientKeyFile: kms.clientKeyFile,
  clientKeyPassword: kms.clientKeyPassword,
  dataDir: kms.dataDir ?? null,
  httpEndpoint: kms.httpEndpoint ?? null,
  adminEndpoint: kms.adminEndpoint ?? null,
  adminToken: kms.adminToken ?? null,
});

/** The output for people. */
export function summary(kms: LocalKms): string {
  const lines: [what: string, value: string | undefined][] = [
    ['endpoint', `${kms.endpoint}   (public and instance gateway)`],
    ['CA to trust', kms.caFile],
    ['region', kms.regionId],
    ['AccessKey id', kms.accessKeyId],
    ['AccessKey secret', kms.accessKeySecret],
    ['instance', kms.instanceId],
    ['client key', kms.clientKeyFile],
    ['client key password', kms.clientKeyPassword],
    ['data', kms.dataDir ?? kms.database ?? 'in memory: gone when this stops'],
    ['plain HTTP', kms.httpEndpoint],
    ['admin API', kms.adminEndpoint],
    ['admin token', kms.adminToken],
    ['clock', movedClock(kms)],
  ];
  const shown = lines.filter(([, value]) => value !== undefined).map(([what, value]) => what.padEnd(21) + value);
  return `Local KMS for development, tests and CI. It is not a replacement for KMS.\n\n${shown.join('\n')}\n\nReady. Ctrl+C stops it.`;
}

/** The clock, if it differs from the machine's: otherwise users would wonder why keys rotate at odd times. */
function movedClock({ clock }: LocalKms): string | undefined {
  const now = clock.now();
  return Math.abs(now - Date.now()) < 1000 ? undefined : `${new Date(now).toISOString()}   (moved)`;
}
