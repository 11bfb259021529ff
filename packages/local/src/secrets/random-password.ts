import { randomInt } from 'node:crypto';

export const passwordAlphabets = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
} as const;

/** Characters of these alphabets, none of them empty, each as likely as the others; with `eachAlphabet` at least one of every alphabet. */
export function randomPassword(alphabets: readonly string[], length: number, eachAlphabet: boolean): string {
  const required = eachAlphabet ? alphabets : [];
  const all = alphabets.join('');
  const others = Array.from({ length: length - required.length }, () => all);
  return shuffle([...required, ...others].map(pick)).join('');
}

const pick = (alphabet: string): string => alphabet.charAt(randomInt(alphabet.length));

/** Fisher and Yates: every order is as likely as any other. */
function shuffle(characters: string[]): string[] {
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] as string, characters[last] as string];
  }
  return characters;
}
