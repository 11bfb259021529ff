import { limits } from './limits.js';

/** The policy permission for each kind of resource; resources are written `key/<id>`, `secret/*`. */
export const permissions = {
  key: 'RbacPermission/Template/CryptoServiceKeyUser',
  secret: 'RbacPermission/Template/CryptoServiceSecretUser',
} as const;

const { min, max } = limits.clientKeyPasswordChars;

/** The rule for passwords of client keys, for messages. */
export const clientKeyPasswordRule = `${min} to ${max} ASCII characters with two of letters, digits and special ones`;

/** Whether CreateClientKey accepts a password. ASCII only: PKCS#12 readers disagree about the bytes of other characters. */
export function isClientKeyPassword(password: unknown): password is string {
  if (typeof password !== 'string' || password.length < min || password.length > max) return false;
  const kinds = [/[A-Za-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password));
  return /^[\x20-\x7e]+$/.test(password) && kinds.length >= 2;
}
