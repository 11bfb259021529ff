import type { EnvelopeKms, EnvelopeOptions } from 'alibabacloud-kms-sdk/envelope';
import { usageError } from '../failures.js';
import { isKeyArn, regionOf } from '../key-arn.js';
import type { Session } from '../session.js';

/** A key by its ARN, as in messages. */
export interface ResolvedKey {
  arn: string;
  /** The version that encrypts now, if KMS was asked. */
  primaryKeyVersion?: string;
}

/** Resolves ids and aliases; ARNs stay as they are. */
export async function resolveKeys(session: Session, keys: readonly string[]): Promise<ResolvedKey[]> {
  return Promise.all(keys.map(async (key) => (isKeyArn(key) ? { arn: key } : describeKey(session, key))));
}

/** The current state of the key: DescribeKey. */
export async function describeKey(session: Session, key: string): Promise<ResolvedKey> {
  const client = await session.liveClient(regionOf(key));
  const { timeoutMs } = await session.callOptions();
  const { keyMetadata } = await client.describeKey({ keyId: key }, { timeoutMs }).catch((error) => {
    if ((error as { code?: unknown }).code !== 'Config.Missing') throw error;
    throw usageError(
      `${key} cannot be looked up with a client key alone: give the key's ARN (acs:kms:REGION:ACCOUNT:key/ID), or --region`,
    );
  });
  return { arn: keyMetadata.arn, primaryKeyVersion: keyMetadata.primaryKeyVersion };
}

/**
 * An envelope under these keys, with a client for the region of each.
 *
 * @param others keys that calls of the envelope will name
 */
export async function envelopeOf(
  session: Session,
  keys: readonly string[],
  options: Omit<EnvelopeOptions, 'kms' | 'keys' | 'gateway'> = {},
  others: readonly string[] = [],
) {
  const { Envelope } = await import('alibabacloud-kms-sdk/envelope');
  const { gateway, timeoutMs } = await session.callOptions();
  const kms: Record<string, EnvelopeKms> = {};
  for (const region of new Set([...keys, ...others].map(regionOf))) {
    if (region !== undefined) kms[region] ??= timed(await session.liveClient(region), timeoutMs);
  }
  return new Envelope({ ...options, kms, keys, gateway });
}

/** Applies `--timeout` to each call of an envelope. */
function timed<Kms extends EnvelopeKms>(client: Kms, timeoutMs: number | undefined): EnvelopeKms {
  return {
    describeCall: (...call) => client.describeCall(...call),
    describeKey: (request, options) => client.describeKey(request, { timeoutMs, ...options }),
    generateDataKey: (request, options) => client.generateDataKey(request, { timeoutMs, ...options }),
    encrypt: (request, options) => client.encrypt(request, { timeoutMs, ...options }),
    decrypt: (request, options) => client.decrypt(request, { timeoutMs, ...options }),
    getSecretValue: (request, options) => client.getSecretValue(request, { timeoutMs, ...options }),
    createSecret: (request, options) => client.createSecret(request, { timeoutMs, ...options }),
  };
}
