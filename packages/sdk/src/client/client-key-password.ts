import { randomBytes } from 'node:crypto';
import { isClientKeyPassword } from '../model/access.js';

/** 192 random bits, in characters that need no quoting anywhere. */
export function newClientKeyPassword(): string {
  const password = randomBytes(24).toString('hex');
  // Nearly always so; digits alone would be refused.
  return isClientKeyPassword(password) ? password : newClientKeyPassword();
}
