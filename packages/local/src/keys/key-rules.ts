import {
  isSymmetric,
  type KeySpec,
  type KeySpecFacts,
  type KeyUsage,
  keySpecs,
  limits,
} from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { KeyOrigin } from '../store/schema.js';
import { canRotateAutomatically, type Key } from './key-record.js';
import { dayMs, parseKeyRotationInterval } from './rotation.js';

/** @throws ServiceError InvalidParameter KeyUsage if the spec does not support this usage */
export function checkUsageOfSpec(spec: KeySpec, usage: KeyUsage): void {
  const { algorithms }: KeySpecFacts = keySpecs[spec];
  if (!algorithms[usage]) {
    throw invalidParameter('KeyUsage', `${spec} is for ${Object.keys(algorithms).join(' or ')}`);
  }
}

/** @throws ServiceError UnsupportedOperation if the spec does not support this origin */
export function checkOrigin(spec: KeySpec, origin: KeyOrigin): void {
  // No wrapping algorithm for imports can hold a private RSA key.
  if (origin === 'EXTERNAL' && keySpecs[spec].family === 'rsa') {
    throw new ServiceError('UnsupportedOperation', { message: `Material of ${spec} cannot be imported.` });
  }
}

/**
 * The rotation interval of a key.
 *
 * @param given `365d`; undefined: the current one
 * @throws ServiceError UnsupportedOperation, MissingParameter or InvalidParameter RotationInterval
 */
export function rotationIntervalMs(
  key: Pick<Key, 'spec' | 'origin'>,
  given: string | undefined,
  former?: string | null,
): number {
  checkRotatable(key);
  const interval = given ?? former;
  if (!interval) throw new ServiceError('MissingParameter', { subject: 'RotationInterval' });
  return readRotationInterval(interval);
}

/** @throws ServiceError UnsupportedOperation */
export function checkRotatable(key: Pick<Key, 'spec' | 'origin'>): void {
  if (!canRotateAutomatically(key)) {
    throw new ServiceError('UnsupportedOperation', {
      message: 'Only symmetric keys with material made by KMS are rotated automatically.',
    });
  }
}

/** @throws ServiceError InvalidParameter RotationInterval */
export function readRotationInterval(interval: string): number {
  const intervalMs = parseKeyRotationInterval(interval);
  if (intervalMs !== undefined) return intervalMs;
  const { min, max } = limits.rotationIntervalDays;
  throw invalidParameter('RotationInterval', `it must be a count with d, h, m or s, from ${min} to ${max} days`);
}

/** @throws ServiceError InvalidParameter AliasName */
export function checkAliasName(name: string): void {
  if (!/^alias\/[A-Za-z0-9_/-]+$/.test(name) || name.length > limits.aliasMaxChars) {
    const shape = `alias/ and letters, digits, _, - or /, at most ${limits.aliasMaxChars} characters in all`;
    throw invalidParameter('AliasName', `it must be ${shape}`);
  }
  if (name.startsWith('alias/acs'))
    throw invalidParameter('AliasName', 'names from alias/acs on belong to the service');
}

/** @returns the key, if CreateKeyVersion supports it: asymmetric, with material that KMS generated */
export function checkManualRotation(key: Key): Key {
  const facts = keySpecs[key.spec];
  if (!isSymmetric(facts) && facts.family !== 'hmac' && key.origin === 'Aliyun_KMS') return key;
  throw new ServiceError('UnsupportedOperation', {
    message: 'CreateKeyVersion is for asymmetric keys with material made by KMS.',
  });
}

/** @param createdAt when the key's versions were created */
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
