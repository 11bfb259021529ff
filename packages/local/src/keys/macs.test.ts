import { randomBytes } from 'node:crypto';
import { type KeySpec, keySpecs } from 'alibabacloud-kms-sdk/internal';
import { expect, test } from 'vitest';
import { cryptoVectors, testKey, toHex, unhex } from '../../test/crypto-vectors.js';
import { mac, verifyMac } from './macs.js';
import { openMaterial } from './material.js';

const { cases } = cryptoVectors<{ cases: { spec: KeySpec; key: string; message: string; mac: string }[] }>('hmac');
const specs = (Object.keys(keySpecs) as KeySpec[]).filter((spec) => keySpecs[spec].family === 'hmac');

test('every HMAC spec has published vectors', () => {
  expect([...new Set(cases.map(({ spec }) => spec))].sort()).toEqual(specs.sort());
});

test.each(cases)('$spec makes the published MAC $mac', async ({ spec, key, message, mac: expected }) => {
  const made = await mac(openMaterial(spec, unhex(key)), { message: unhex(message) });
  expect({ ...made, mac: toHex(made.mac) }).toEqual({ mac: expected, algorithm: spec });
});

test.each(specs)('%s verifies its MAC, and no other', async (spec) => {
  const material = openMaterial(spec, randomBytes(keySpecs[spec].bits / 8));
  const message = randomBytes(50);
  const { mac: right } = await mac(material, { algorithm: spec, message });
  expect(await verifyMac(material, { message, mac: right })).toEqual({ valid: true, algorithm: spec });
  const last = Uint8Array.from(right);
  last[last.length - 1] = (last.at(-1) as number) ^ 1;
  for (const wrong of [last, right.subarray(1), Buffer.concat([right, Uint8Array.of(0)]), new Uint8Array()])
    expect((await verifyMac(material, { message, mac: wrong })).valid).toBe(false);
});

test('a key of another kind makes no MAC, a MAC key no other MAC than its own', async () => {
  const message = new Uint8Array();
  await expect(mac(testKey('EC_P256'), { message })).rejects.toMatchObject({ code: 'UnsupportedOperation' });
  const material = openMaterial('HMAC_SM3', new Uint8Array(32));
  await expect(mac(material, { algorithm: 'HMAC_SHA_256', message })).rejects.toMatchObject({
    code: 'InvalidParameter',
    message: expect.stringContaining('HMAC_SM3'),
  });
});
