import { limits } from 'alibabacloud-kms-sdk/internal';
import { canRotateAutomatically, type Key } from '../../keys/key-record.js';
import { parseKeyRotationInterval } from '../../keys/rotation.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { optionalText } from '../parameters.js';
import type { Parameters } from '../types.js';

/** The interval of a key that is to be rotated: RotationInterval, else the one that it had. */
export function rotationIntervalMs(
  parameters: Parameters,
  key: Pick<Key, 'spec' | 'origin'>,
  former?: string | null,
): number {
  checkRotatable(key);
  const interval = optionalText(parameters, 'RotationInterval') ?? former;
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
