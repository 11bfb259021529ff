import { expect, test } from 'vitest';
import { ipBytes } from './x509.js';

test.each([
  ['127.0.0.1', '7f000001'],
  ['::', '0'.repeat(32)],
  ['::1', `${'0'.repeat(31)}1`],
  ['fe80::1:2', 'fe800000000000000000000000010002'],
  ['fe80::1:2%eth0', 'fe800000000000000000000000010002'],
  ['2001:db8::', '20010db8000000000000000000000000'],
  ['1:22:333:4444:5:6:7:ffff', '000100220333444400050006' + '0007ffff'],
  ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201'],
])('%s is %s', (address, expected) => {
  expect(Buffer.from(ipBytes(address)).toString('hex')).toBe(expected);
});
