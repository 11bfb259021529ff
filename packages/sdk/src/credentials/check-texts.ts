import { KmsConfigurationError } from '../errors.js';

/**
 * Checks that options are text or absent; says nothing of what they hold.
 *
 * @throws KmsConfigurationError `Config.Invalid`
 */
export function checkTexts<Name extends string>(
  options: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  where: string,
): void {
  for (const name of names) {
    const value = options[name];
    if (value === undefined || typeof value === 'string') continue;
    throw new KmsConfigurationError('Config.Invalid', `${where}.${name} must be a text, not of type ${typeof value}`);
  }
}

/** A text can stand in a header: a line break that came along from a file would break the request. */
export const fitsHeader = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);
