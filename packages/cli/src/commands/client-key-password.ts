import { randomBytes } from 'node:crypto';

/** 128 bits, with letters, digits and a special character, as KMS wants of client key passwords. */
export const newPassword = (): string => `Kms-1${randomBytes(16).toString('hex')}`;
