import { isAddressOrBlock, limits, permissions } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { boundedText } from '../text-checks.js';

/** @throws ServiceError InvalidParameter Permissions */
export function checkPermissions(given: readonly string[]): void {
  const known: readonly string[] = Object.values(permissions);
  if (given.length > 0 && given.every((permission) => known.includes(permission))) return;
  throw invalidParameter('Permissions', `it has one or more of ${known.join(', ')}`);
}

/** @throws ServiceError InvalidParameter Resources */
export function checkResources(given: readonly string[]): void {
  if (given.length > 0 && given.every(isResource)) return;
  throw invalidParameter('Resources', 'it has one or more of key/<id>, secret/<name>, key/* and secret/*');
}

/** An alias is not allowed: it may point to another key tomorrow. */
const isResource = (text: string): boolean => /^(key|secret)\/(\*|(?!alias\/)[^*]+)$/.test(text);

const nameCharacters = /^[A-Za-z0-9_/+=.@-]+$/;

/** @throws ServiceError InvalidParameter Name */
export function checkAccessName(name: string): void {
  boundedText('Name', name, limits.accessNameMaxChars);
  if (!nameCharacters.test(name)) throw invalidParameter('Name', 'it has letters, digits and _ / + = . - @');
}

/** @throws ServiceError InvalidParameter that names `parameter` */
export function checkAddresses(parameter: string, entries: readonly string[]): void {
  const wrong = entries.find((entry) => !isAddressOrBlock(entry));
  if (wrong === undefined) return;
  throw invalidParameter(parameter, `${JSON.stringify(wrong)} is neither an IP address nor a CIDR block`);
}
