import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { fileProblem, looksLikeContent } from './file-paths.js';

test.each([
  '{"KeyId":"KAAP.1","PrivateKeyData":"MIIJ"}',
  '\uFEFF { "KeyId": 1 }',
  '-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----',
  `MIIEvQIBADANBg${'kqhkiG9w0BAQEFAASC'.repeat(8)}==`,
  'keys:\n  - alias: app\n',
  'a\0b',
  'x'.repeat(5000),
])('%j is the content of a file', (text) => {
  expect(looksLikeContent(text)).toBe(true);
});

test.each([
  'clientKey_KAAP.json',
  '/etc/kms/ca.pem',
  'C:\\Users\\me\\kms [1]\\{app}.json',
  `/var/lib/${'a'.repeat(300)}`,
  'Mein Schlüssel.json',
  `${'x'.repeat(4095)}`,
])('%j is a path', (text) => {
  expect(looksLikeContent(text)).toBe(false);
});

test.each([
  ['/missing', 'no such file or directory (ENOENT)'],
  [tmpdir(), 'illegal operation on a directory (EISDIR)'],
])('why %s cannot be read is said in words', async (path, words) => {
  expect(
    fileProblem(
      await readFile(path).then(
        () => ({}) as never,
        (error) => error,
      ),
    ),
  ).toBe(words);
});
