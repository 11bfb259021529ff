import { createHash } from 'node:crypto';
import type { SignRequest } from 'alibabacloud-kms-sdk';
import { usageError } from '../failures.js';
import { detect } from '../io/encodings.js';
import type { Session } from '../session.js';
import type { KeyKind } from './key-kind.js';

const digestBytes = 32;
/** Longer messages are hashed locally, so that their length is unlimited. */
const rawMaxBytes = 4096;

/**
 * Message and message type for `sign` and `verify`. Hashes long messages locally, and SM2 messages for calls with an
 * AccessKey: for SM2 with the public key, which it fetches.
 */
export async function messageOf(
  session: Session,
  { input, keyId, isDigest, kind }: { input: Uint8Array; keyId: string; isDigest: boolean; kind: KeyKind },
): Promise<Pick<SignRequest, 'message' | 'messageType'>> {
  if (isDigest) return { message: digestOf(input), messageType: 'DIGEST' };
  const usesClientKey = await session.usesClientKey();
  const isWhole = usesClientKey ? input.length <= rawMaxBytes : kind.algorithm !== 'SM2DSA';
  if (isWhole) return { message: input, messageType: 'RAW' };
  if (session.isDryRun) return { message: createHash('sha256').update(input).digest(), messageType: 'DIGEST' };
  const client = await session.client();
  const options = { ...(await session.callOptions()), ...(!usesClientKey && { keyVersionId: kind.keyVersionId }) };
  const key = await client.publicKey(keyId, options);
  return { message: key.digest({ message: input }), messageType: 'DIGEST' };
}

function digestOf(input: Uint8Array): Uint8Array {
  const digest = detect(input, 'the digest').bytes;
  if (digest.length === digestBytes) return digest;
  throw usageError(`the digest has ${digest.length} bytes; every algorithm signs ${digestBytes} (SHA-256, SM3)`);
}
