import { limits } from 'alibabacloud-kms-sdk/internal';
import { parseSecretRotationInterval } from '../../secrets/secret-rotation.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { optionalText } from '../parameters.js';
import type { Parameters } from '../types.js';

/** The interval of a secret that is to be rotated: RotationInterval, else the one that it had. */
export function secretRotationIntervalMs(parameters: Parameters, former?: string | null): number {
  const interval = optionalText(parameters, 'RotationInterval') ?? former;
  if (!interval) throw new ServiceError('MissingParameter', { subject: 'RotationInterval' });
  return readSecretRotationInterval(interval);
}

/** @throws ServiceError InvalidParameter RotationInterval */
export function readSecretRotationInterval(interval: string): number {
  const intervalMs = parseSecretRotationInterval(interval);
  if (intervalMs !== undefined) return intervalMs;
  const { min, max } = limits.secretRotationHours;
  throw invalidParameter('RotationInterval', `it must be a count with d, h, m or s, from ${min} to ${max} hours`);
}
