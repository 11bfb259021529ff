import { usageError } from '../failures.js';
import { quoted } from '../printable.js';

/** Parses the number of an option. @throws CliError */
export function wholeNumber(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw usageError(`${flag} must be a whole number, not ${quoted(text)}`);
  return Number(text);
}

/** `name=value`. @throws CliError */
export function pair(flag: string, text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 1) throw usageError(`${flag} must be NAME=VALUE, not ${quoted(text)}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

export const tagsOf = (texts: readonly string[] | undefined): { tagKey: string; tagValue: string }[] | undefined =>
  texts?.map((text) => {
    const [tagKey, tagValue] = pair('--tag', text);
    return { tagKey, tagValue };
  });

/** Parses a time in a format that `Date` and KMS agree on. @throws CliError */
export function dateOf(flag: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(date.getTime())) {
    throw usageError(`${flag} must be a time such as 2030-01-31T00:00:00Z, not ${quoted(text)}`);
  }
  return date;
}
