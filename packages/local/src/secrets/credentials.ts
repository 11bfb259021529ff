import { generateKeyPair, randomInt } from 'node:crypto';
import { promisify } from 'node:util';

export const passwordAlphabets = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
} as const;

/** Random characters of these non-empty alphabets, uniformly distributed; with `eachAlphabet` at least one of each. */
export function randomPassword(alphabets: readonly string[], length: number, eachAlphabet: boolean): string {
  const required = eachAlphabet ? alphabets : [];
  const all = alphabets.join('');
  const others = Array.from({ length: length - required.length }, () => all);
  return shuffle([...required, ...others].map(pick)).join('');
}

const pick = (alphabet: string): string => alphabet.charAt(randomInt(alphabet.length));

/** Fisher-Yates: every order is equally likely. */
function shuffle(characters: string[]): string[] {
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] as string, characters[last] as string];
  }
  return characters;
}

const { lowercase, uppercase, numbers } = passwordAlphabets;
const alphanumerics = [lowercase, uppercase, numbers];

/** Punctuation that databases and operating systems accept in passwords, and that JSON and double quotes of shells need not escape. */
const passwordPunctuation = '@#%^*()_+-=';

export const newPassword = (): string => randomPassword([...alphanumerics, passwordPunctuation], 32, true);

export const newAccessKey = () => ({
  AccessKeyId: `LTAI${randomPassword(alphanumerics, 20, false)}`,
  AccessKeySecret: randomPassword(alphanumerics, 30, false),
});

/** Like `ssh-keygen -t rsa -m PEM`. */
export async function newSshKeyPair() {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { e = '', n = '' } = publicKey.export({ format: 'jwk' });
  const blob = Buffer.concat(['ssh-rsa', mpint(e), mpint(n)].map(sshString));
  return {
    PublicKey: `ssh-rsa ${blob.toString('base64')}`,
    PrivateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  };
}

/** RFC 4251, 5: four bytes of length before the content. */
function sshString(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** RFC 4251, 5: a positive number whose first bit is set gets a leading zero byte. */
function mpint(base64url: string): Buffer {
  const bytes = Buffer.from(base64url, 'base64url');
  return (bytes[0] as number) < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
}
