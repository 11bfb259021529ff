import { keyActions, keyStateRules, type ServiceErrorCode } from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import type { KeyState } from '../store/schema.js';
import type { Key } from './key-record.js';

/** An API, or an action of RAM, that needs a key. */
export type KeyAction = keyof typeof keyActions;

/** @returns the key, if its state allows the action */
export function checkState(key: Key, action: KeyAction): Key {
  const errors: Partial<Record<KeyState, ServiceErrorCode>> = keyStateRules[keyActions[action]];
  const code = errors[key.state];
  if (code !== undefined) throw new ServiceError(code);
  return key;
}
