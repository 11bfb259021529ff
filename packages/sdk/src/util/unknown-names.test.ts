import { expect, test } from 'vitest';
import { nearestName, rejectUnknownNames } from './unknown-names.js';

test.each([
  ['keyID', ['keyId', 'keySpec'], 'keyId'],
  ['plantext', ['keyId', 'plaintext'], 'plaintext'],
  ['timeout', ['timeoutMs', 'readTimeoutMs'], 'timeoutMs'],
  ['caFile', ['ca', 'caFilePath'], 'caFilePath'],
  ['quux', ['keyId', 'plaintext'], undefined],
  ['0', ['ca'], undefined],
  ['secretId', ['secretName', 'versionId', 'versionStage'], 'secretName'],
  ['secretArn', ['secretName', 'secretData'], 'secretName'],
  ['keyName', ['plaintext', 'keyId'], 'keyId'],
  ['ciphertext', ['keyId', 'ciphertextBlob'], 'ciphertextBlob'],
  ['ciphertextData', ['keyId', 'ciphertextBlob'], 'ciphertextBlob'],
  ['name', ['versionId', 'secretName'], 'secretName'],
  ['id', ['algorithm', 'keyId'], 'keyId'],
  ['data', ['secretName', 'secretData'], 'secretData'],
])('%s among %j means %s', (name, known, nearest) => {
  expect(nearestName(name, known)).toBe(nearest);
});

const complaint = (name: string, known: string[]) => {
  const complain = () =>
    rejectUnknownNames({ [name]: 1 }, known, (shown, suggestion) => new Error(`${shown}${suggestion}`));
  return expect(complain);
};

test('a name that is like none is answered with those that there are', () => {
  complaint('quux', ['keyId', 'plaintext']).toThrow('quux; there is keyId, plaintext');
  complaint('quux', []).toThrow('quux; there are none');
});

test('a key that was given as the name of a field is not shown to its end', () => {
  complaint('k'.repeat(5_000_000), ['keyId']).toThrow(/^k{60}…; there is keyId$/);
});
