import { expect, test } from 'vitest';
import { isAddressOrBlock } from './address-block.js';

test.each([
  ['192.168.0.1', true],
  ['192.168.0.0/24', true],
  ['0.0.0.0/0', true],
  ['fd00::1', true],
  ['fd00::/128', true],
  ['192.168.0.0/33', false],
  ['fd00::/129', false],
  ['192.168.0.0/', false],
  ['192.168.0.0/24/1', false],
  ['192.168.0.0/-1', false],
  ['fe80::1%eth0', false],
  ['10.0.0', false],
  ['example.com', false],
  ['', false],
])('%j is an address or a block: %s', (text, expected) => {
  expect(isAddressOrBlock(text)).toBe(expected);
});
