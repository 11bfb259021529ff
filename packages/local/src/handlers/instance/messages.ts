import { type KeyUsage, packAdvanceCiphertext } from 'alibabacloud-kms-sdk/internal';
import type { Key } from '../../keys/key-record.js';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { sealParts } from '../../keys/symmetric-ciphertexts.js';
import type { Kms } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import type { Bounds } from '../parameters.js';
import type { Message } from '../types.js';

/** Text of a field; undefined when it is absent or empty, which proto3 does not tell apart. */
export const optionalText = (message: Message, name: string): string | undefined =>
  (message[name] as string | undefined) || undefined;

export function text(message: Message, name: string): string {
  const value = optionalText(message, name);
  if (value === undefined) throw new ServiceError('MissingParameter', { subject: name });
  return value;
}

export function optionalBytes(message: Message, name: string): Uint8Array | undefined {
  const value = message[name] as Uint8Array | undefined;
  return value && value.length > 0 ? value : undefined;
}

export function bytes(message: Message, name: string): Uint8Array {
  const value = optionalBytes(message, name);
  if (value === undefined) throw new ServiceError('MissingParameter', { subject: name });
  return value;
}

export function boundedNumber(message: Message, name: string, { min, max }: Bounds): number {
  const value = (message[name] as number | undefined) ?? 0;
  if (value >= min && value <= max) return value;
  throw invalidParameter(name, `it must be from ${min} to ${max}, not ${value}`);
}

/** @returns the key, when it is one of this instance's */
export function checkInstance(kms: Kms, key: Key): Key {
  if (key.instance_id === kms.identity.instanceId) return key;
  throw new ServiceError('Forbidden.KeyNotFound');
}

/** The key that KeyId names, in this instance and for this usage. */
export async function instanceKey(kms: Kms, message: Message, action: KeyAction, usage: KeyUsage): Promise<Key> {
  return checkUsage(checkInstance(kms, await kms.keys.find(text(message, 'KeyId'), action)), usage);
}

/** Primary material of such a key, and how the answer names it. */
export async function primaryVersion(kms: Kms, message: Message, action: KeyAction, usage: KeyUsage) {
  const key = await instanceKey(kms, message, action, usage);
  return { material: await kms.keys.material(key), keyId: key.id, keyVersionId: key.primary_version_id as string };
}

/** Algorithm and Aad. GCM is the one mode that the layout carries, and the first of every symmetric spec. */
export function advanceOptions(message: Message): { algorithm?: string; aad?: Uint8Array } {
  const algorithm = optionalText(message, 'Algorithm');
  if (algorithm && !algorithm.endsWith('_GCM')) throw invalidParameter('Algorithm', `GCM only, not ${algorithm}`);
  const paddingMode = optionalText(message, 'PaddingMode');
  if (paddingMode) throw invalidParameter('PaddingMode', 'GCM takes none');
  return { algorithm, aad: optionalBytes(message, 'Aad') };
}

/** Encrypts bytes into a blob that opens without anything else. */
export async function sealAdvance(kms: Kms, key: Key, message: Message, plaintext: Uint8Array) {
  const options = { plaintext, iv: optionalBytes(message, 'Iv'), ...advanceOptions(message) };
  const { keyVersionId, iv, ciphertext, algorithm } = await sealParts(kms.keys, key, options);
  return { blob: packAdvanceCiphertext({ keyVersionId, iv, ciphertext }), keyVersionId, iv, algorithm };
}
