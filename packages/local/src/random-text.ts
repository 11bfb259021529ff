import { randomInt } from 'node:crypto';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

export const alphabets = {
  lower,
  digits,
  lowerAndDigits: lower + digits,
  lettersAndDigits: lower.toUpperCase() + lower + digits,
} as const;

/** Random characters of an alphabet, uniformly distributed. */
export const randomText = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
