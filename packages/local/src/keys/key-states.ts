import { keyActions, keyStateRules, type ServiceErrorCode } from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import type { KeyState } from '../store/schema.js';
import type { Key } from './key-record.js';

/** An API, or an action of RAM, as far as it needs a key. */
export type KeyAction = keyof typeof keyActions;

/** @returns the key, when its state allows the action */
export function checkState(key: Key, action: KeyAction): Key {
  const errors: Partial<Record<KeyState, ServiceErrorCode>> = keyStateRules[keyActions[action]];
  const code = errors[key.state];
  if (code !== undefined) throw new ServiceError(code);
  return key;
}
