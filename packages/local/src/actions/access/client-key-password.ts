import { limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../../service-error.js';
import { text } from '../parameters.js';
import type { Parameters } from '../types.js';

const kinds = [/[0-9]/, /[A-Za-z]/, /[^0-9A-Za-z]/];

/** Password, as long and as mixed as the service demands. */
export function clientKeyPassword(parameters: Parameters): string {
  const { min, max } = limits.clientKeyPasswordChars;
  const password = text(parameters, 'Password');
  if (password.length < min || password.length > max) {
    throw invalidParameter('Password', `it has ${min} to ${max} characters`);
  }
  // Readers of PKCS#12 disagree about what bytes other characters are.
  if (!/^[\x20-\x7e]+$/.test(password)) throw invalidParameter('Password', 'it has characters of ASCII only');
  if (kinds.filter((kind) => kind.test(password)).length < 2) {
    throw invalidParameter('Password', 'it has at least two of digits, letters and special characters');
  }
  return password;
}
