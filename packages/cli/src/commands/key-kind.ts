import type { Client, OperationOptions } from 'alibabacloud-kms-sdk';
import { usageError } from '../failures.js';
import type { Session } from '../session.js';

/** What a call about an asymmetric key needs with an AccessKey, but not with a client key. */
export interface KeyKind {
  keyVersionId?: string;
  algorithm?: string;
}

const signing: Readonly<Record<string, string>> = { RSA: 'RSA_PSS_SHA_256', EC_SM2: 'SM2DSA', EC: 'ECDSA_SHA_256' };
const encryption: Readonly<Record<string, string>> = { RSA: 'RSAES_OAEP_SHA_256', EC_SM2: 'SM2PKE' };

const algorithmOf = (table: Readonly<Record<string, string>>, keySpec: string): string | undefined =>
  table[Object.keys(table).find((start) => keySpec.startsWith(start)) ?? ''];

/**
 * Fills in what the options omit: the key's current version, and the first algorithm of its spec. Calls DescribeKey
 * only for a call with an AccessKey.
 */
export async function keyKind(
  session: Session,
  { keyId, purpose, given }: { keyId: string; purpose: 'sign' | 'encrypt'; given: KeyKind },
): Promise<KeyKind> {
  if (await session.usesClientKey()) return given.algorithm === undefined ? {} : { algorithm: given.algorithm };
  if (given.keyVersionId !== undefined && given.algorithm !== undefined) return given;
  if (session.isDryRun) return { keyVersionId: '<primary version>', algorithm: '<first of the key spec>', ...given };
  const { primaryKeyVersion, keySpec } = await describe(await session.client(), keyId, await session.callOptions());
  const algorithm = given.algorithm ?? algorithmOf(purpose === 'sign' ? signing : encryption, keySpec);
  if (algorithm === undefined) throw usageError(`a key of ${keySpec} cannot ${purpose}`);
  return { keyVersionId: given.keyVersionId ?? primaryKeyVersion, algorithm };
}

async function describe(client: Client, keyId: string, { timeoutMs }: OperationOptions) {
  return (await client.describeKey({ keyId }, { timeoutMs })).keyMetadata;
}
