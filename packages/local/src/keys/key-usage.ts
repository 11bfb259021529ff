import { isSymmetric, type KeyUsage, keySpecs } from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import type { Key } from './key-record.js';

/** @returns the key, if it has this usage */
export function checkUsage(key: Key, usage: KeyUsage): Key {
  if (key.usage === usage) return key;
  throw new ServiceError('UnsupportedOperation', {
    message: `This action is not supported. The key is for ${key.usage}, not for ${usage}.`,
  });
}

/** @returns the key, if it is symmetric */
export function checkSymmetric(key: Key): Key {
  if (isSymmetric(keySpecs[key.spec])) return key;
  throw new ServiceError('UnsupportedOperation', {
    message: `This action is not supported. It takes a symmetric key, not one of ${key.spec}.`,
  });
}
