import { limits } from 'alibabacloud-kms-sdk/internal';
import { intervalWithin } from '../keys/rotation.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { SecretDataType, SecretType } from '../store/schema.js';
import type { Secret } from './secret-record.js';

const nameCharacters = /^[A-Za-z0-9_/+=.@-]+$/;

const namesOutsideAcs: readonly SecretType[] = ['Generic', 'Rds', 'Redis'];

/** @throws ServiceError InvalidParameter SecretName */
export function checkSecretName(name: string, type: SecretType): void {
  const { secretNameMaxChars } = limits;
  if (name.length > secretNameMaxChars || !nameCharacters.test(name)) {
    throw invalidParameter('SecretName', `it has 1 to ${secretNameMaxChars} letters, digits and _ / + = . - @`);
  }
  if (name.startsWith('acs/') && namesOutsideAcs.includes(type)) {
    throw invalidParameter('SecretName', `names of ${type} secrets do not start with acs/`);
  }
}

/** @throws ServiceError InvalidParameter that names `parameter` */
export function checkVersionId(parameter: string, versionId: string): void {
  const { secretVersionIdMaxChars } = limits;
  if (versionId.length < 1 || versionId.length > secretVersionIdMaxChars) {
    throw invalidParameter(parameter, `it has 1 to ${secretVersionIdMaxChars} characters`);
  }
}

/** @throws ServiceError InvalidParameter that names `parameter` */
export function checkStages(parameter: string, stages: readonly string[]): void {
  const { secretStagesMax, secretStageMaxChars } = limits;
  if (stages.length > secretStagesMax)
    throw invalidParameter(parameter, `at most ${secretStagesMax} stages are possible`);
  if (stages.some((stage) => stage.length < 1 || stage.length > secretStageMaxChars)) {
    throw invalidParameter(parameter, `a stage has 1 to ${secretStageMaxChars} characters`);
  }
}

/** @throws ServiceError InvalidParameter SecretData */
export function checkSecretData(data: string, dataType: SecretDataType): void {
  const bytes = Buffer.byteLength(data);
  if (bytes > limits.secretDataMaxBytes) {
    throw invalidParameter('SecretData', `it has ${bytes} bytes, at most ${limits.secretDataMaxBytes} are possible`);
  }
  if (dataType === 'binary' && Buffer.from(data, 'base64').toString('base64') !== data) {
    throw invalidParameter('SecretData', 'binary data must be base64');
  }
}

/**
 * The rotation interval of a secret.
 *
 * @param given `7d`; undefined: the current one
 * @throws ServiceError MissingParameter or InvalidParameter RotationInterval
 */
export function secretRotationIntervalMs(given: string | undefined, former?: string | null): number {
  const interval = given ?? former;
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

const hourMs = 3_600_000;

/** Milliseconds of a secret's RotationInterval; undefined if out of range. */
function parseSecretRotationInterval(text: string): number | undefined {
  const { min, max } = limits.secretRotationHours;
  return intervalWithin(text, min * hourMs, max * hourMs);
}

/** Enabled, Disabled, or Suspended while the secret is being deleted. */
export function automaticSecretRotation(secret: Secret): 'Enabled' | 'Disabled' | 'Suspended' {
  if (secret.automatic_rotation === 0) return 'Disabled';
  return secret.delete_at === null ? 'Enabled' : 'Suspended';
}

export const isRotationDue = (secret: Secret, now: number): boolean =>
  automaticSecretRotation(secret) === 'Enabled' && secret.next_rotation_at !== null && secret.next_rotation_at <= now;
