import { randomInt } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../../service-error.js';
import { flag, optionalFlag, optionalInteger, optionalText } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

const characterTypes = {
  ExcludeLowercase: 'abcdefghijklmnopqrstuvwxyz',
  ExcludeUppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ExcludeNumbers: '0123456789',
  ExcludePunctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

export const getRandomPassword: OpenApiAction = async (parameters) => {
  const bounds = limits.randomPasswordChars;
  const length = optionalInteger(parameters, 'PasswordLength', bounds) ?? bounds.default;
  const excluded = optionalText(parameters, 'ExcludeCharacters') ?? '';
  const alphabets = Object.entries(characterTypes)
    .filter(([name]) => !flag(parameters, name))
    .map(([, alphabet]) => [...alphabet].filter((character) => !excluded.includes(character)))
    .filter((alphabet) => alphabet.length > 0);
  if (alphabets.length === 0) throw invalidParameter('ExcludeCharacters', 'no character is left');
  const required = (optionalFlag(parameters, 'RequireEachIncludedType') ?? true) ? alphabets : [];
  const all = alphabets.flat();
  const others = Array.from({ length: length - required.length }, () => all);
  return { RandomPassword: shuffle([...required, ...others].map(pick)).join('') };
};

const pick = (alphabet: readonly string[]): string => alphabet[randomInt(alphabet.length)] as string;

/** Fisher and Yates: every order is as likely as any other. */
function shuffle(characters: string[]): string[] {
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] as string, characters[last] as string];
  }
  return characters;
}
