import { inspect } from 'node:util';
import {
  derNode,
  derTags,
  derUnsigned,
  type KeyFamily,
  type KeySpec,
  type KeySpecFacts,
  keyPairSpecs,
  keySpecs,
} from 'alibabacloud-kms-sdk/internal';
import { describe, expect, test } from 'vitest';
import { testKey, testPkcs8, toHex, unhex } from '../../test/crypto-vectors.js';
import { decrypt, encrypt } from './ciphers.js';
import { mac, verifyMac } from './macs.js';
import { generateMaterial, type KeyMaterial, openMaterial } from './material.js';
import { checkMaterial } from './material-check.js';
import { sign, verify } from './signatures.js';

const message = Buffer.from('a message');

/** An operation that needs a working key of the family. */
const proofs: Record<KeyFamily, (material: KeyMaterial) => Promise<boolean>> = {
  aes: roundTrip,
  sm4: roundTrip,
  rsa: roundTrip,
  sm2: roundTrip,
  ec: async (key) => (await verify(key, { message, ...(await sign(key, { message })) })).valid,
  hmac: async (key) => (await verifyMac(key, { message, ...(await mac(key, { message })) })).valid,
};

async function roundTrip(material: KeyMaterial): Promise<boolean> {
  const { plaintext } = await decrypt(material, await encrypt(material, { plaintext: message }));
  return Buffer.compare(plaintext, message) === 0;
}

// RSA takes seconds to find large primes; the code is the same for every size
const generated = (Object.keys(keySpecs) as KeySpec[]).filter((spec) => !['RSA_3072', 'RSA_4096'].includes(spec));

test.each(generated)('new material of %s is accepted and works', async (spec) => {
  const bytes = await generateMaterial(spec);
  await checkMaterial(spec, bytes);
  expect(await proofs[keySpecs[spec].family](openMaterial(spec, bytes))).toBe(true);
  expect(toHex(await generateMaterial(spec))).not.toBe(toHex(bytes));
});

test('no key shows when its handle is printed or serialised', async () => {
  for (const material of [
    testKey('EC_SM2'),
    testKey('RSA_2048'),
    openMaterial('Aliyun_AES_256', unhex('a1'.repeat(32))),
  ]) {
    if (material.facts.family !== 'aes') await sign(material, { message });
    expect(inspect(material, { depth: 9, showHidden: true })).toBe(`KeyMaterial(${material.spec})`);
    expect(Object.keys(JSON.parse(JSON.stringify(material))).sort()).toEqual(['facts', 'spec']);
  }
});

describe('checkMaterial', () => {
  const fixed = (Object.entries(keySpecs) as [KeySpec, KeySpecFacts][])
    .filter(([, { family }]) => ['aes', 'sm4', 'hmac'].includes(family))
    .map(([spec, { bits }]) => ({ spec, length: bits / 8 }));

  test.each(fixed)('takes $length bytes for $spec and no other number', async ({ spec, length }) => {
    await checkMaterial(spec, new Uint8Array(length));
    for (const other of [0, length - 1, length + 1])
      await expect(checkMaterial(spec, new Uint8Array(other))).rejects.toMatchObject({
        code: 'InvalidParameter',
        message: expect.stringContaining(`KeyMaterial: ${spec} takes ${length} bytes, not ${other}`),
      });
  });

  test.each(keyPairSpecs)('takes a private key of %s for that spec and no other', async (spec) => {
    for (const other of keyPairSpecs) {
      const check = checkMaterial(other, testPkcs8(spec));
      if (other === spec) await check;
      else await expect(check).rejects.toThrow(`KeyMaterial: not the PKCS#8 DER of a private key of ${other}`);
    }
  });

  test.each(keyPairSpecs)('refuses what is no private key for %s', async (spec) => {
    for (const bytes of [new Uint8Array(), testPkcs8(spec).subarray(0, -1), new Uint8Array(300).fill(0x30)])
      await expect(checkMaterial(spec, bytes)).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  test('refuses an RSA key whose modulus is not the product of its primes', async () => {
    const bytes = Uint8Array.from(testPkcs8('RSA_2048'));
    const inModulus = 200;
    bytes[inModulus] = (bytes[inModulus] as number) ^ 1;
    await expect(checkMaterial('RSA_2048', bytes)).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  test.each(['EC_P256', 'EC_P256K', 'EC_SM2'] as const)(
    'refuses a public key in %s that is another key’s',
    async (spec) => {
      const [own, other] = [testPkcs8(spec), await generateMaterial(spec)];
      // both end with the public point
      const mixed = Buffer.concat([own.subarray(0, -64), other.subarray(-64)]);
      await expect(checkMaterial(spec, mixed)).rejects.toMatchObject({ code: 'InvalidParameter' });
    },
  );

  test.each([
    ['zero', '00'.repeat(32)],
    ['the order less one', 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122'],
    ['the order', 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'],
    ['33 bytes long', '01'.repeat(33)],
  ])('refuses an SM2 scalar that is %s', async (_, scalar) => {
    await expect(checkMaterial('EC_SM2', sm2Pkcs8(scalar))).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  test('takes an SM2 key that leaves its public key out', async () => {
    const pkcs8 = sm2Pkcs8('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8');
    await checkMaterial('EC_SM2', pkcs8);
    expect(await roundTrip(openMaterial('EC_SM2', pkcs8))).toBe(true);
  });
});

function sm2Pkcs8(scalar: string): Uint8Array {
  const ecPrivateKey = derNode(
    derTags.sequence,
    derUnsigned(Uint8Array.of(1)),
    derNode(derTags.octetString, unhex(scalar)),
  );
  return derNode(
    derTags.sequence,
    derUnsigned(Uint8Array.of(0)),
    unhex('301306072a8648ce3d020106082a811ccf5501822d'),
    derNode(derTags.octetString, ecPrivateKey),
  );
}
