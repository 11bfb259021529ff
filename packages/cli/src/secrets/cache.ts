import type { Client } from 'alibabacloud-kms-sdk';
import type { SecretCache, SecretCacheOptions, SecretErrorEvent, SecretSource } from 'alibabacloud-kms-sdk/secrets';
import { usageError } from '../failures.js';
import { wholeNumber } from '../io/option-values.js';
import { quoted } from '../printable.js';
import type { Session } from '../session.js';

const ttlDefaultSeconds = 300;
/** A little over 24 days: the limit of timers. */
const secondsMax = 2_147_483;

export const ttlText = `how long a value is good; a rotation is noticed within it (default ${ttlDefaultSeconds})`;

/** Converts the seconds of an option to milliseconds. @throws CliError */
export function milliseconds(flag: string, text: string | undefined, { otherwise, min }: Seconds): number {
  const seconds = wholeNumber(flag, text) ?? otherwise;
  if (seconds >= min && seconds <= secondsMax) return seconds * 1000;
  throw usageError(`${flag} must be ${min} to ${secondsMax} seconds, not ${quoted(text ?? '')}`);
}

interface Seconds {
  otherwise: number;
  min: number;
}

/** Works with a secret cache on the client of this session; reports background failures on stderr. */
export async function withCache(
  session: Session,
  { ttl, ...options }: SecretCacheOptions & { ttl?: string },
  work: (cache: SecretCache) => Promise<void>,
): Promise<void> {
  const ttlMs = milliseconds('--ttl', ttl, { otherwise: ttlDefaultSeconds, min: 1 });
  const client = await session.client();
  const { SecretCache } = await import('alibabacloud-kms-sdk/secrets');
  const { gateway, ...call } = await session.callOptions();
  const cache = new SecretCache({ ttlMs, clients: [{ client: withOptions(client, call), gateway }], ...options });
  cache.on('error', failureNotes(session));
  try {
    await work(cache);
  } finally {
    await cache.close();
  }
}

/** The cache sets signal and gateway of a call; everything else comes from the settings. */
const withOptions = (client: Client, call: object): SecretSource => ({
  getSecretValue: (request, options) => client.getSecretValue(request, { ...call, ...options }),
  batchGetSecretValue: (request, options) => client.batchGetSecretValue(request, { ...call, ...options }),
  describeCall: (...question) => client.describeCall(...question),
});

function failureNotes(session: Session): (event: SecretErrorEvent) => void {
  const isNew = seldom();
  return ({ name, error }) => {
    const { code = 'failed', message } = error as { code?: string; message: string };
    if (isNew(name, code)) session.note(`kms: secret ${name} was not refreshed: ${quoted(message, 500)}`);
  };
}

const repeatedAfterMs = 600_000;
/** Clears the table when it is full: names come from clients. */
const subjectsMax = 10_000;

/** Whether to report something: not if the same was reported for the subject a moment ago. */
export function seldom(): (subject: string, what: string) => boolean {
  const reported = new Map<string, number>();
  return (subject, what) => {
    const key = `${subject} ${what}`;
    const now = performance.now();
    if (now - (reported.get(key) ?? -Infinity) < repeatedAfterMs) return false;
    if (reported.size >= subjectsMax) reported.clear();
    reported.set(key, now);
    return true;
  };
}
