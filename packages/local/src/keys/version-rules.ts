import { isSymmetric, keySpecs, limits } from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import type { Key } from './key-record.js';
import { dayMs } from './rotation.js';

/** @returns the key, when CreateKeyVersion makes versions of it: when it is asymmetric and its material is made by KMS */
export function checkManualRotation(key: Key): Key {
  const facts = keySpecs[key.spec];
  if (!isSymmetric(facts) && facts.family !== 'hmac' && key.origin === 'Aliyun_KMS') return key;
  throw new ServiceError('UnsupportedOperation', {
    message: 'CreateKeyVersion is for asymmetric keys with material made by KMS.',
  });
}

/** @param createdAt when the key's versions were made */
export function checkVersionLimits(createdAt: readonly number[], now: number): void {
  const { keyVersionsMax, keyVersionIntervalDays } = limits;
  if (createdAt.length >= keyVersionsMax) {
    throw new ServiceError('Rejected.LimitExceeded', { message: `A key has at most ${keyVersionsMax} versions.` });
  }
  if (now - Math.max(...createdAt) < keyVersionIntervalDays * dayMs) {
    throw new ServiceError('Rejected.LimitExceeded', {
      message: `Versions of a key are made at least ${keyVersionIntervalDays} days apart.`,
    });
  }
}
