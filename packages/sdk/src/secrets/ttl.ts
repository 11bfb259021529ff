import type { Secret } from './secret.js';

/** A TTL in a secret is never shorter: `"ttl": 60` was meant as seconds, and would ask KMS 16 times a second. */
const jsonTtlMinMs = 1000;
const ttlMaxMs = 2 ** 31 - 1;

/** The TTL that a secret brings along: a positive number of milliseconds in a member of its JSON object; else undefined. */
export function ttlInSecret(secret: Secret, field: string): number | undefined {
  if (secret.dataType === 'binary' || !/^\s*\{/.test(secret.text)) return undefined;
  try {
    const value: unknown = JSON.parse(secret.text)[field];
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return undefined;
    return Math.min(Math.max(value, jsonTtlMinMs), ttlMaxMs);
  } catch {
    return undefined;
  }
}
