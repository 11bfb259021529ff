import type { KeyUsage } from 'alibabacloud-kms-sdk/internal';
import type { Key } from '../../keys/key-record.js';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { ServiceError } from '../../service-error.js';
import type { Kms, Message } from '../types.js';
import { text } from './message-fields.js';

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
