import { expect, test } from 'vitest';
import { nearestName } from './unknown-names.js';

test.each([
  ['keyID', ['keyId', 'keySpec'], 'keyId'],
  ['plantext', ['keyId', 'plaintext'], 'plaintext'],
  ['timeout', ['timeoutMs', 'readTimeoutMs'], 'timeoutMs'],
  ['caFile', ['ca', 'caFilePath'], 'caFilePath'],
  ['quux', ['keyId', 'plaintext'], undefined],
  ['0', ['ca'], undefined],
])('%s among %j means %s', (name, known, nearest) => {
  expect(nearestName(name, known)).toBe(nearest);
});
