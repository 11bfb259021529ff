import { limits } from './limits.js';

/** The permission of a policy that each kind of resource needs; resources are written `key/<id>`, `secret/*`. */
export const permissions = {
  key: 'RbacPermission/Template/CryptoServiceKeyUser',
  secret: 'RbacPermission/Template/CryptoServiceSecretUser',
} as const;

const { min, max } = limits.clientKeyPasswordChars;

/** What the password of a client key must be, in words for messages. */
export const clientKeyPasswordRule = `${min} to ${max} ASCII characters with two of letters, digits and special ones`;

/** Whether CreateClientKey takes a password. ASCII only: readers of PKCS#12 disagree about what bytes other characters are. */
export function isClientKeyPassword(password: unknown): password is string {
  if (typeof password !== 'string' || password.length < min || password.length > max) return false;
  const kinds = [/[A-Za-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password));
  return /^[\x20-\x7e]+$/.test(password) && kinds.length >= 2;
}
