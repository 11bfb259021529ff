import { randomBytes } from 'node:crypto';
import { limits } from '../model/limits.js';

const { min, max } = limits.clientKeyPasswordChars;

/** In words, for messages. */
export const passwordRule = `${min} to ${max} ASCII characters with two of letters, digits and special ones`;

/** Whether CreateClientKey takes a password. */
export function isClientKeyPassword(password: unknown): password is string {
  if (typeof password !== 'string' || password.length < min || password.length > max) return false;
  const kinds = [/[A-Za-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password));
  return /^[\x20-\x7e]+$/.test(password) && kinds.length >= 2;
}

/** 192 random bits, in characters that need no quoting anywhere. */
export function newClientKeyPassword(): string {
  const password = randomBytes(24).toString('hex');
  // Nearly always so; digits alone would be refused.
  return isClientKeyPassword(password) ? password : newClientKeyPassword();
}
