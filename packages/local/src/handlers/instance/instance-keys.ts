import { type KeyUsage, packAdvanceCiphertext } from 'alibabacloud-kms-sdk/internal';
import type { Key } from '../../keys/key-record.js';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { sealParts } from '../../keys/symmetric-ciphertexts.js';
import type { Kms } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';

/** @returns the key, if it belongs to this instance */
export function checkInstance(kms: Kms, key: Key): Key {
  if (key.instance_id === kms.identity.instanceId) return key;
  throw new ServiceError('Forbidden.KeyNotFound');
}

/** The key of KeyId, in this instance and for this usage. */
export async function instanceKey(kms: Kms, keyId: string, action: KeyAction, usage: KeyUsage): Promise<Key> {
  return checkUsage(checkInstance(kms, await kms.keys.find(keyId, action)), usage);
}

/** Primary material of such a key, and its fields in the response. */
export async function primaryVersion(kms: Kms, keyId: string, action: KeyAction, usage: KeyUsage) {
  const key = await instanceKey(kms, keyId, action, usage);
  return { material: await kms.keys.material(key), keyId: key.id, keyVersionId: key.primary_version_id as string };
}

/** Fields for a self-contained blob. */
interface AdvanceFields {
  Algorithm?: string;
  PaddingMode?: string;
  Aad?: Uint8Array;
  Iv?: Uint8Array;
}

/** Algorithm and Aad. The layout supports only GCM, which is the first mode of every symmetric spec. */
export function advanceOptions(request: AdvanceFields): { algorithm?: string; aad?: Uint8Array } {
  const { Algorithm: algorithm, PaddingMode: paddingMode } = request;
  if (algorithm && !algorithm.endsWith('_GCM')) throw invalidParameter('Algorithm', `GCM only, not ${algorithm}`);
  if (paddingMode) throw invalidParameter('PaddingMode', 'GCM takes none');
  return { algorithm, aad: request.Aad };
}

/** Encrypts bytes into a self-contained blob. */
export async function sealAdvance(kms: Kms, key: Key, request: AdvanceFields, plaintext: Uint8Array) {
  const options = { plaintext, iv: request.Iv, ...advanceOptions(request) };
  const { keyVersionId, iv, ciphertext, algorithm } = await sealParts(kms.keys, key, options);
  return { blob: packAdvanceCiphertext({ keyVersionId, iv, ciphertext }), keyVersionId, iv, algorithm };
}
