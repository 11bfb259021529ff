import { expect, test } from 'vitest';
import { AddressList } from './address-list.js';

test.each([
  ['10.1.2.3', '10.1.2.3', true],
  ['10.1.2.3', '10.1.2.4', false],
  ['10.1.2.0/24', '10.1.2.255', true],
  ['10.1.2.0/24', '10.1.3.0', false],
  ['10.1.2.77/24', '10.1.2.1', true],
  ['0.0.0.0/0', '203.0.113.9', true],
  ['fd00::1', 'fd00:0:0::1', true],
  ['fd00::/8', 'fdff::1', true],
  ['fd00::/8', 'fe80::1', false],
  ['fe80::/10', 'fe80::1%eth0', true],
  ['10.1.2.0/24', '::ffff:10.1.2.3', true],
  ['10.1.2.0/24', '::ffff:10.1.3.3', false],
  ['10.1.2.0/24', 'fd00::1', false],
  ['10.1.2.0/24', '', false],
])('%s has %s: %s', (entry, address, expected) => {
  expect(new AddressList([entry]).has(address)).toBe(expected);
});

test('a list has what any of its entries has, an empty one has nothing', () => {
  const list = new AddressList(['192.168.0.0/16', 'fd00::/8', '127.0.0.1']);
  expect(['192.168.9.9', 'fd00::9', '127.0.0.1', '127.0.0.2'].map((address) => list.has(address))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(new AddressList([]).has('127.0.0.1')).toBe(false);
});
