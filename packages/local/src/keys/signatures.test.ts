import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import {
  derNode,
  derTags,
  derUnsigned,
  type KeyPairSpec,
  type KeySpec,
  keyPairSpecs,
  keySpecs,
  readOnly,
  sm2Order,
} from 'alibabacloud-kms-sdk/internal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cryptoVectors, flipped, testKey, toHex, unhex } from '../../test/crypto-vectors.js';
import { openssl } from '../../test/openssl.js';
import { type KeyMaterial, openMaterial } from './material.js';
import { publicKeyPem } from './public-keys.js';
import { sign, verify } from './signatures.js';

interface SignatureCase {
  spec: KeySpec;
  privateKey?: string;
  publicKey?: string;
  message: string;
  signature: string;
  valid?: boolean;
}

const sha256 = (message: Uint8Array): Uint8Array => createHash('sha256').update(message).digest();

const sm2Vectors = cryptoVectors<{
  privateKey: string;
  signature: { message: string; digest: string; signature: string };
}>('sm2');

/** A key that can only verify: published cases often lack the private key. */
const publicHalf = (spec: KeySpec, spki: string): KeyMaterial => {
  const publicKey = createPublicKey({ key: Buffer.from(unhex(spki)), format: 'der', type: 'spki' });
  return { spec, facts: keySpecs[spec], publicKey } as unknown as KeyMaterial;
};

const materialOf = ({ spec, privateKey, publicKey }: SignatureCase): KeyMaterial =>
  privateKey === undefined ? publicHalf(spec, publicKey as string) : openMaterial(spec, unhex(privateKey));

async function verifiesBothWays(material: KeyMaterial, algorithm: string, message: Uint8Array, signature: Uint8Array) {
  const raw = await verify(material, { algorithm, message, messageType: 'RAW', signature });
  const digest = await verify(material, { algorithm, message: sha256(message), messageType: 'DIGEST', signature });
  expect(digest).toEqual(raw);
  return raw.valid;
}

describe('published vectors', () => {
  const { siggen, sigver, rfc6979 } = cryptoVectors<Record<'siggen' | 'sigver' | 'rfc6979', SignatureCase[]>>('ecdsa');
  const { pkcs1 } = cryptoVectors<{ pkcs1: SignatureCase[] }>('rsa');

  test.each([
    ['ECDSA_SHA_256', [...siggen, ...sigver, ...rfc6979]],
    ['RSA_PKCS1_SHA_256', pkcs1],
  ])('%s verifies as published', async (algorithm, cases) => {
    for (const vector of cases) {
      const { message, signature, valid = true } = vector;
      expect(await verifiesBothWays(materialOf(vector), algorithm, unhex(message), unhex(signature))).toBe(valid);
    }
  });

  test.each(rfc6979)('$spec signs a digest as RFC 6979 does', async (vector) => {
    const message = sha256(unhex(vector.message));
    const { signature } = await sign(materialOf(vector), { message, messageType: 'DIGEST' });
    expect(toHex(signature)).toBe(vector.signature);
  });

  test('SM2DSA verifies as published, message and digest', async () => {
    const material = openMaterial('EC_SM2', unhex(sm2Vectors.privateKey));
    const { message, digest, signature } = sm2Vectors.signature;
    const raw = { message: unhex(message), signature: unhex(signature) };
    expect(await verify(material, raw)).toEqual({ valid: true, algorithm: 'SM2DSA' });
    expect((await verify(material, { ...raw, message: unhex(digest), messageType: 'DIGEST' })).valid).toBe(true);
  });

  const { groups } = cryptoVectors<{
    groups: {
      spec: KeySpec;
      algorithm: string;
      publicKey: string;
      cases: { comment: string; message: string; signature: string; valid: boolean }[];
    }[];
  }>('wycheproof');

  test.each([...new Set(groups.map(({ spec, algorithm }) => `${spec} ${algorithm}`))])(
    '%s holds against Wycheproof',
    async (name) => {
      for (const { spec, algorithm, publicKey, cases } of groups.filter((g) => `${g.spec} ${g.algorithm}` === name)) {
        const material = publicHalf(spec, publicKey);
        for (const { comment, message, signature, valid } of cases)
          expect(await verifiesBothWays(material, algorithm, unhex(message), unhex(signature)), comment).toBe(valid);
      }
    },
  );
});

const every = keyPairSpecs
  .map(testKey)
  .flatMap((material) =>
    (material.facts.algorithms['SIGN/VERIFY'] ?? []).map((algorithm) => ({ spec: material.spec, algorithm, material })),
  );

describe.each(every)('$spec $algorithm', ({ algorithm, material }) => {
  const message = randomBytes(100);
  const hashed = material.facts.family === 'sm2' ? randomBytes(32) : sha256(message);
  const raw = { algorithm, message };
  const digest = { algorithm, message: hashed, messageType: 'DIGEST' };

  test('verifies what it signed, and nothing else', async () => {
    for (const options of [raw, digest]) {
      const { signature, algorithm: used } = await sign(material, options);
      expect(used).toBe(algorithm);
      expect(await verify(material, { ...options, signature })).toEqual({ valid: true, algorithm });
      await fc.assert(
        fc.asyncProperty(fc.nat(signature.length * 8 - 1), fc.nat(32 * 8 - 1), async (signatureBit, messageBit) => {
          expect((await verify(material, { ...options, signature: flipped(signature, signatureBit) })).valid).toBe(
            false,
          );
          const other = flipped(options.message, messageBit);
          expect((await verify(material, { ...options, message: other, signature })).valid).toBe(false);
        }),
        { numRuns: 5 },
      );
    }
  });

  test('calls a malformed signature not valid', async () => {
    const { signature } = await sign(material, raw);
    const { signature: overDigest } = await sign(material, digest);
    for (const [options, valid] of [
      [raw, signature],
      [digest, overDigest],
    ] as const)
      for (const malformed of [
        new Uint8Array(),
        valid.subarray(1),
        valid.subarray(0, -1),
        Buffer.concat([valid, Uint8Array.of(0)]),
        new Uint8Array(valid.length),
        new Uint8Array(valid.length).fill(0xff),
        randomBytes(valid.length),
      ])
        expect((await verify(material, { ...options, signature: malformed })).valid).toBe(false);
  });

  test('takes a digest of 32 bytes only', async () => {
    const error = { code: 'InvalidParameter', message: expect.stringContaining(`${algorithm} takes 32 bytes, not 31`) };
    const short = { ...digest, message: randomBytes(31) };
    await expect(sign(material, short)).rejects.toMatchObject(error);
    await expect(verify(material, { ...short, signature: new Uint8Array() })).rejects.toMatchObject(error);
  });
});

test.each(every.filter(({ algorithm }) => algorithm !== 'SM2DSA'))(
  '$spec $algorithm signs a message as it signs its digest',
  async ({ algorithm, material }) => {
    const message = randomBytes(100);
    const raw = { algorithm, message };
    const digest = { algorithm, message: sha256(message), messageType: 'DIGEST' };
    const { signature: overMessage } = await sign(material, raw);
    const { signature: overDigest } = await sign(material, digest);
    expect((await verify(material, { ...digest, signature: overMessage })).valid).toBe(true);
    expect((await verify(material, { ...raw, signature: overDigest })).valid).toBe(true);
  },
);

test.each([
  ['r is zero', 0n, 1n],
  ['s is zero', 1n, 0n],
  ['r is the order', sm2Order, 1n],
  ['s is the order', 1n, sm2Order],
])('an SM2 signature is not valid when %s', async (_, r, s) => {
  const signature = sm2Signature(r, s);
  expect((await verify(testKey('EC_SM2'), { message: randomBytes(3), signature })).valid).toBe(false);
});

test('an SM2 signature whose r and s add up to the order is not valid', async () => {
  const signature = sm2Signature(5n, sm2Order - 5n);
  expect((await verify(testKey('EC_SM2'), { message: randomBytes(3), signature })).valid).toBe(false);
});

test('an RSA signature without its leading zero byte is not valid', async () => {
  const digest = { message: randomBytes(32), messageType: 'DIGEST' };
  const material = testKey('RSA_2048');
  let signature: Uint8Array;
  do signature = (await sign(material, digest)).signature;
  while (signature[0] !== 0);
  expect((await verify(material, { ...digest, signature })).valid).toBe(true);
  expect((await verify(material, { ...digest, signature: signature.subarray(1) })).valid).toBe(false);
});

test('an SM2 signature with a third number is not valid', async () => {
  const message = randomBytes(3);
  const { signature } = await sign(testKey('EC_SM2'), { message });
  const numbers = readOnly(signature, derTags.sequence);
  const longer = derNode(derTags.sequence, numbers, derUnsigned(Uint8Array.of(1)));
  expect((await verify(testKey('EC_SM2'), { message, signature: longer })).valid).toBe(false);
});

test('an SM2 signature shifted by the order is not valid', async () => {
  const { signature, message } = sm2Vectors.signature;
  const material = openMaterial('EC_SM2', unhex(sm2Vectors.privateKey));
  // 30 46 02 21 00 <r> 02 21 00 <s>
  const r = BigInt(`0x${signature.slice(10, 74)}`);
  const s = BigInt(`0x${signature.slice(80)}`);
  expect(toHex(sm2Signature(r, s))).toBe(signature);
  expect((await verify(material, { message: unhex(message), signature: sm2Signature(r, s) })).valid).toBe(true);
  for (const shifted of [sm2Signature(r + sm2Order, s), sm2Signature(r, s + sm2Order)])
    expect((await verify(material, { message: unhex(message), signature: shifted })).valid).toBe(false);
});

test.each(['Aliyun_AES_256', 'HMAC_SHA_256'] as const)('%s does not sign', async (spec) => {
  const options = { message: new Uint8Array(1) };
  const material = openMaterial(spec, new Uint8Array(32));
  await expect(sign(material, options)).rejects.toMatchObject({ code: 'UnsupportedOperation' });
});

test('an unknown message type or algorithm is an InvalidParameter that names it', async () => {
  const message = new Uint8Array(32);
  const material = testKey('EC_P256');
  await expect(sign(material, { message, messageType: 'HEX' })).rejects.toThrow('MessageType: RAW or DIGEST, not HEX');
  await expect(sign(material, { message, algorithm: 'SM2DSA' })).rejects.toThrow(
    'Algorithm: a key of spec EC_P256 has ECDSA_SHA_256, not SM2DSA',
  );
});

describe('openssl', () => {
  const message = Buffer.from('carried from one implementation to the other');
  const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32', '-sigopt', 'rsa_mgf1_md:sha256'];
  const sm2Id = ['-sigopt', 'distid:1234567812345678'];
  const cases: [KeyPairSpec, string, string[]][] = [
    ['RSA_2048', 'RSA_PSS_SHA_256', ['-sha256', ...pss]],
    ['RSA_2048', 'RSA_PKCS1_SHA_256', ['-sha256']],
    ['EC_P256', 'ECDSA_SHA_256', ['-sha256']],
    ['EC_P256K', 'ECDSA_SHA_256', ['-sha256']],
    ['EC_SM2', 'SM2DSA', ['-sm3', ...sm2Id]],
  ];

  test.each(cases)('verifies what %s signed with %s, and the other way round', async (spec, algorithm, options) => {
    const material = testKey(spec);
    const { signature } = await sign(material, { algorithm, message });
    const pem = await publicKeyPem(material);
    const printed = openssl(['dgst', '-verify', '@pem', '-signature', '@sig', ...options, '@message'], {
      pem,
      sig: signature,
      message,
    });
    expect(printed.toString()).toContain('Verified OK');
    const theirs = openssl(['dgst', '-sign', '@key', '-keyform', 'DER', ...options, '@message'], {
      key: material.secretBytes,
      message,
    });
    expect((await verify(material, { algorithm, message, signature: theirs })).valid).toBe(true);
  });

  const digestOptions = ['-pkeyopt', 'digest:sha256'];
  test.each([
    ['RSA_2048', 'RSA_PSS_SHA_256', [...digestOptions, ...pss.map((o) => o.replace('-sigopt', '-pkeyopt'))]],
    ['RSA_3072', 'RSA_PKCS1_SHA_256', digestOptions],
    ['EC_P256', 'ECDSA_SHA_256', digestOptions],
  ] as const)('verifies a digest that %s signed with %s, and the other way round', async (spec, algorithm, options) => {
    const material = testKey(spec);
    const digest = { algorithm, message: sha256(message), messageType: 'DIGEST' };
    const { signature } = await sign(material, digest);
    const files = { pem: await publicKeyPem(material), key: material.secretBytes, sig: signature, in: digest.message };
    const verified = openssl(
      ['pkeyutl', '-verify', '-pubin', '-inkey', '@pem', '-sigfile', '@sig', '-in', '@in', ...options],
      files,
    );
    expect(verified.toString()).toContain('Signature Verified Successfully');
    const theirs = openssl(['pkeyutl', '-sign', '-keyform', 'DER', '-inkey', '@key', '-in', '@in', ...options], files);
    expect((await verify(material, { ...digest, signature: theirs })).valid).toBe(true);
  });
});

const sm2Signature = (r: bigint, s: bigint): Uint8Array =>
  derNode(derTags.sequence, ...[r, s].map((value) => derUnsigned(unhex(value.toString(16).padStart(66, '0')))));
