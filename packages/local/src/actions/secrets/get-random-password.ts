import { limits } from 'alibabacloud-kms-sdk/internal';
import { passwordAlphabets, randomPassword } from '../../secrets/random-password.js';
import { invalidParameter } from '../../service-error.js';
import { flag, optionalFlag, optionalInteger, optionalText } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

const characterTypes = {
  ExcludeLowercase: passwordAlphabets.lowercase,
  ExcludeUppercase: passwordAlphabets.uppercase,
  ExcludeNumbers: passwordAlphabets.numbers,
  ExcludePunctuation: passwordAlphabets.punctuation,
};

export const getRandomPassword: OpenApiAction = async (parameters) => {
  const bounds = limits.randomPasswordChars;
  const length = optionalInteger(parameters, 'PasswordLength', bounds) ?? bounds.default;
  const excluded = optionalText(parameters, 'ExcludeCharacters') ?? '';
  const alphabets = Object.entries(characterTypes)
    .filter(([name]) => !flag(parameters, name))
    .map(([, alphabet]) => [...alphabet].filter((character) => !excluded.includes(character)).join(''))
    .filter((alphabet) => alphabet !== '');
  if (alphabets.length === 0) throw invalidParameter('ExcludeCharacters', 'no character is left');
  const eachType = optionalFlag(parameters, 'RequireEachIncludedType') ?? true;
  return { RandomPassword: randomPassword(alphabets, length, eachType) };
};
