import type { EnvelopeKms, EnvelopeOptions } from 'alibabacloud-kms-sdk/envelope';
import { usageError } from '../failures.js';
import { isKeyArn, regionOf } from '../key-arn.js';
import type { Session } from '../session.js';

/** A key by its ARN, as messages name it. */
export interface ResolvedKey {
  arn: string;
  /** The version that encrypts now, where KMS was asked. */
  primaryKeyVersion?: string;
}

/** Looks ids and aliases up; ARNs are what they are. */
export async function resolveKeys(session: Session, keys: readonly string[]): Promise<ResolvedKey[]> {
  return Promise.all(keys.map(async (key) => (isKeyArn(key) ? { arn: key } : describeKey(session, key))));
}

/** The key as KMS has it now: DescribeKey. */
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
 * @param others keys that calls of the envelope are going to name
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

/** An envelope's calls take as long as they want otherwise: `--timeout` is for each. */
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
