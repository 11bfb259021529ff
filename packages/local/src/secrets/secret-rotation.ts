import { limits } from 'alibabacloud-kms-sdk/internal';
import { intervalWithin } from '../keys/rotation.js';
import type { Secret } from './secret-record.js';

const hourMs = 3_600_000;

/** Milliseconds of a secret's RotationInterval, or undefined when it is out of its bounds. */
export function parseSecretRotationInterval(text: string): number | undefined {
  const { min, max } = limits.secretRotationHours;
  return intervalWithin(text, min * hourMs, max * hourMs);
}

/** Enabled, Disabled, or Suspended while the secret waits for its deletion. */
export function automaticSecretRotation(secret: Secret): 'Enabled' | 'Disabled' | 'Suspended' {
  if (secret.automatic_rotation === 0) return 'Disabled';
  return secret.delete_at === null ? 'Enabled' : 'Suspended';
}

export const isRotationDue = (secret: Secret, now: number): boolean =>
  automaticSecretRotation(secret) === 'Enabled' && secret.next_rotation_at !== null && secret.next_rotation_at <= now;
