import { createHash, createPublicKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cryptoVectors, flipped, testPkcs8, testPrivateKey, toHex, unhex } from '../../test/support/crypto-vectors.js';
import { openssl } from '../../test/support/openssl.js';
import { KmsConfigurationError } from '../errors.js';
import { type KeyPairSpec, keyPairSpecs, keySpecs } from '../model/key-specs.js';
import { type LocalEncryptRequest, type LocalVerifyRequest, PublicKey } from './public-key.js';

const publicPem = (spec: KeyPairSpec): string =>
  openssl(['pkey', '-inform', 'DER', '-in', '@key', '-pubout'], { key: testPkcs8(spec) }).toString();

const keys = new Map(
  await Promise.all(keyPairSpecs.map(async (spec) => [spec, await PublicKey.fromPem(publicPem(spec))] as const)),
);
const keyOf = (spec: KeyPairSpec): PublicKey => keys.get(spec) as PublicKey;

const invalid = (message: string | RegExp) =>
  expect.objectContaining({ code: 'Request.Invalid', attempts: 0, message: expect.stringMatching(message) });

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(KmsConfigurationError);
  expect((error as KmsConfigurationError).code).toBe('Request.Invalid');
  return (error as KmsConfigurationError).message;
}

describe.each(keyPairSpecs)('%s', (spec) => {
  const key = keyOf(spec);

  test('is recognised, and offers the algorithms of its spec', () => {
    expect(key.keySpec).toBe(spec);
    expect(key.algorithms).toEqual(keySpecs[spec].algorithms);
  });

  test('comes back from PEM, DER and JWK as it was', async () => {
    expect(key.toPem()).toBe(publicPem(spec));
    expect(toHex((await PublicKey.fromDer(key.toDer())).toDer())).toBe(toHex(key.toDer()));
    if (spec === 'EC_SM2') return;
    expect(key.toJwk()).toEqual(createPublicKey(publicPem(spec)).export({ format: 'jwk' }));
    const back = await PublicKey.fromJwk({ ...key.toJwk(), kid: 'v1', use: 'sig' });
    expect([back.keySpec, back.toPem()]).toEqual([spec, key.toPem()]);
  });

  test('PEM with other line ends is read too', async () => {
    const text = `\r\n${publicPem(spec).replaceAll('\n', '\r\n')}\r\n`;
    expect((await PublicKey.fromPem(text)).toPem()).toBe(key.toPem());
  });

  test('is no public key any more when its DER is cut, longer or changed', async () => {
    const der = key.toDer();
    const hostile = [der.subarray(1), der.subarray(0, -1), Buffer.concat([der, Uint8Array.of(0)]), new Uint8Array()];
    for (const bytes of hostile) expect(await problemOf(PublicKey.fromDer(bytes))).toMatch(/^der is not a public key/);
    await fc.assert(
      fc.asyncProperty(fc.nat(der.length * 8 - 1), async (bit) => {
        const changed = await PublicKey.fromDer(flipped(der, bit)).catch((error: unknown) => error);
        if (changed instanceof PublicKey) expect(toHex(changed.toDer())).not.toBe(toHex(der));
        else expect(changed).toEqual(invalid('^der is '));
      }),
    );
  });
});

test('a key shows whose it is, and nothing else', async () => {
  const names = { keyId: 'key-1', keyVersionId: 'version-1' };
  const key = await PublicKey.fromPem(publicPem('EC_P256'), names);
  expect(key).toMatchObject(names);
  expect(inspect(key, { breakLength: Number.POSITIVE_INFINITY })).toBe(
    "PublicKey { keyId: 'key-1', keyVersionId: 'version-1', keySpec: 'EC_P256', algorithms: { 'SIGN/VERIFY': [ 'ECDSA_SHA_256' ] } }",
  );
  expect(await problemOf(PublicKey.fromPem(publicPem('EC_P256'), { keyId: 7 as unknown as string }))).toBe(
    'keyId must be a string, not a number',
  );
});

describe('what is no public key of KMS', () => {
  const secret = testPrivateKey('RSA_2048').export({ type: 'pkcs8', format: 'pem' }).toString();
  test.each([
    ['nothing', ''],
    ['a number', 7],
    ['a private key', secret],
    ['two keys', publicPem('EC_P256').repeat(2)],
    ['another block', publicPem('EC_P256').replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY')],
    ['text that is not base64', '-----BEGIN PUBLIC KEY-----\n*\n-----END PUBLIC KEY-----\n'],
  ])('PEM that is %s is refused, and not shown', async (_, pem) => {
    const problem = await problemOf(PublicKey.fromPem(pem as string));
    expect(problem).toMatch(/^pem must be the text of one block -----BEGIN PUBLIC KEY-----/);
    expect(problem).not.toContain(secret.slice(60, 80));
  });

  test.each([
    ['RSA of 1024 bits', generateKeyPairSync('rsa', { modulusLength: 1024 })],
    ['P-384', generateKeyPairSync('ec', { namedCurve: 'secp384r1' })],
    ['Ed25519', generateKeyPairSync('ed25519')],
    ['RSA-PSS', generateKeyPairSync('rsa-pss', { modulusLength: 2048 })],
  ])('%s', async (_, { publicKey }) => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(await problemOf(PublicKey.fromPem(pem))).toMatch(
      /^pem is .* of none of the specs of KMS: RSA_2048, .*EC_SM2$/,
    );
  });

  test('a point that is not on its curve', async () => {
    for (const spec of ['EC_P256', 'EC_P256K', 'EC_SM2'] as const) {
      const der = keyOf(spec).toDer();
      const moved = flipped(der, der.length * 8 - 1);
      expect(await problemOf(PublicKey.fromDer(moved))).toMatch(/^der is not a public key/);
    }
  });

  const rsa = keyOf('RSA_2048').toJwk() as JsonWebKey;
  const ec = keyOf('EC_P256').toJwk() as JsonWebKey;
  test.each<[string, unknown, RegExp]>([
    ['null', null, /^jwk must be an object, not null$/],
    ['a list', [], /^jwk must be an object, not an empty array$/],
    ['an empty object', {}, /^jwk.kty must be RSA or EC$/],
    ['a symmetric key', { kty: 'oct', k: 'AAAA' }, /^jwk.kty/],
    ['a name of Object.prototype', { kty: 'constructor' }, /^jwk.kty/],
    ['a private key', testPrivateKey('RSA_2048').export({ format: 'jwk' }), /^jwk holds a private key/],
    ['RSA without exponent', { ...rsa, e: undefined }, /^jwk is not a public key: RSA needs n and e/],
    ['RSA with a zero in front of its modulus', { ...rsa, n: `AA${rsa.n}` }, /^jwk is not a public key/],
    ['RSA with padded base64', { ...rsa, e: 'AQAB==' }, /^jwk is not a public key/],
    ['RSA with the exponent 1', { ...rsa, e: 'AQ' }, /^jwk is .*of none of the specs of KMS/],
    ['RSA with an even exponent', { ...rsa, e: 'AQAA' }, /^jwk is .*of none of the specs of KMS/],
    [
      'EC on P-384',
      generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }),
      /of none of the specs of KMS/,
    ],
    ['EC on an unknown curve', { ...ec, crv: 'P-255' }, /^jwk is not a public key/],
    ['EC off its curve', { ...ec, y: ec.x }, /^jwk is not a public key/],
    ['EC with a number', { ...ec, x: 5 }, /^jwk is not a public key/],
    ['EC with a short coordinate', { ...ec, x: ec.x?.slice(0, -2) }, /^jwk is not a public key/],
  ])('a JWK that is %s', async (_, jwk, problem) => {
    expect(await problemOf(PublicKey.fromJwk(jwk as JsonWebKey))).toMatch(problem);
  });

  test('SM2 has no JWK', () => {
    expect(() => keyOf('EC_SM2').toJwk()).toThrow(invalid('no curve of JWK is that of SM2; use toPem or toDer'));
  });
});

describe('verify', () => {
  const { groups } = cryptoVectors<{
    groups: {
      algorithm: string;
      publicKey: string;
      cases: { comment: string; message: string; signature: string; valid: boolean }[];
    }[];
  }>('wycheproof');

  test('holds against Wycheproof, message and digest', async () => {
    for (const { algorithm, publicKey, cases } of groups) {
      const key = await PublicKey.fromDer(unhex(publicKey));
      for (const { comment, message, signature, valid } of cases) {
        const request = { algorithm, message: unhex(message), signature: unhex(signature) };
        const digest = { ...request, message: key.digest(request), messageType: 'DIGEST' } as const;
        expect([key.verify(request), key.verify(digest)], `${algorithm} ${comment}`).toEqual([valid, valid]);
      }
    }
  });

  test('the example of GB/T 32918.5 is genuine, and its digest is SM3 over Z and the message', async () => {
    const { publicKey, signature } = cryptoVectors<{
      publicKey: string;
      signature: { message: string; digest: string; signature: string };
    }>('sm2');
    const key = await PublicKey.fromDer(unhex(publicKey));
    const request = { message: unhex(signature.message), signature: unhex(signature.signature) };
    expect(toHex(key.digest(request))).toBe(signature.digest);
    expect(key.verify(request)).toBe(true);
    expect(key.verify({ ...request, sm2Id: '1234567812345678' })).toBe(true);
    expect(key.verify({ ...request, sm2Id: '1234567812345679' })).toBe(false);
    expect(key.verify({ ...request, message: unhex(signature.digest), messageType: 'DIGEST' })).toBe(true);
  });

  const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'];
  const made: [KeyPairSpec, string, string[], { sm2Id?: string }?][] = [
    ['RSA_2048', 'RSA_PSS_SHA_256', ['-sha256', ...pss]],
    ['RSA_3072', 'RSA_PKCS1_SHA_256', ['-sha256']],
    ['EC_P256', 'ECDSA_SHA_256', ['-sha256']],
    ['EC_P256K', 'ECDSA_SHA_256', ['-sha256']],
    ['EC_SM2', 'SM2DSA', ['-sm3', '-sigopt', 'distid:1234567812345678']],
    ['EC_SM2', 'SM2DSA', ['-sm3', '-sigopt', 'distid:ALICE@example.com'], { sm2Id: 'ALICE@example.com' }],
  ];

  test.each(made)(
    '%s: what openssl signed with %s %j is genuine, and nothing else',
    (spec, algorithm, options, id = {}) => {
      const key = keyOf(spec);
      const message = 'made by another implementation';
      const signature: Uint8Array = openssl(['dgst', '-sign', '@key', '-keyform', 'DER', ...options, '@message'], {
        key: testPkcs8(spec),
        message,
      });
      const raw = { message, signature, algorithm, ...id };
      const digest = { message: key.digest({ message, ...id }), messageType: 'DIGEST', signature, algorithm } as const;
      for (const request of [raw, digest]) {
        expect(key.verify(request)).toBe(true);
        fc.assert(
          fc.property(fc.nat(signature.length * 8 - 1), (bit) => {
            expect(key.verify({ ...request, signature: flipped(signature, bit) })).toBe(false);
          }),
          { numRuns: 20 },
        );
      }
      expect(key.verify({ ...raw, message: `${message}.` })).toBe(false);
      expect(key.verify({ ...digest, message: flipped(digest.message, 7) })).toBe(false);
    },
  );

  test.each(
    keyPairSpecs.flatMap((spec) =>
      (keySpecs[spec].algorithms['SIGN/VERIFY'] ?? []).map((algorithm) => ({ spec, algorithm })),
    ),
  )('$spec $algorithm calls bytes that are no signature not genuine', ({ spec, algorithm }) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (signature) => {
        const key = keyOf(spec);
        expect(key.verify({ message: 'm', signature, algorithm })).toBe(false);
        const message = new Uint8Array(32);
        expect(key.verify({ message, messageType: 'DIGEST', signature, algorithm })).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('takes the first algorithm of the spec when none is given', () => {
    const signature = sign('sha256', Buffer.from('m'), testPrivateKey('RSA_2048'));
    const request = { message: 'm', signature };
    expect(keyOf('RSA_2048').verify(request)).toBe(false);
    expect(keyOf('RSA_2048').verify({ ...request, algorithm: 'RSA_PKCS1_SHA_256' })).toBe(true);
  });

  test.each<[string, KeyPairSpec, object | null, string]>([
    ['no request', 'EC_P256', null, '^request must be an object, not null$'],
    ['an algorithm of another spec', 'EC_P256', { algorithm: 'SM2DSA' }, 'EC_P256 has ECDSA_SHA_256, not SM2DSA'],
    ['an algorithm that is no text', 'EC_P256', { algorithm: 1 }, '^algorithm must be a string, not a number$'],
    ['an unknown message type', 'EC_P256', { messageType: 'HEX' }, '^messageType must be RAW or DIGEST, not HEX$'],
    [
      'a digest of another length',
      'EC_P256',
      { messageType: 'DIGEST', message: Uint8Array.of(1) },
      'ECDSA_SHA_256 takes digests of 32 bytes, not 1',
    ],
    ['a digest that is text', 'EC_P256', { messageType: 'DIGEST' }, 'DIGEST must be a Uint8Array$'],
    ['a message that is no bytes', 'EC_P256', { message: 7 }, '^message must be a Uint8Array, or a string'],
    ['a signature that is text', 'EC_P256', { signature: 'MEUC' }, '^signature must be a Uint8Array$'],
    ['an SM2 id for another key', 'EC_P256', { sm2Id: 'x' }, '^sm2Id is for keys of spec EC_SM2, not EC_P256$'],
    [
      'an SM2 id beside a digest',
      'EC_SM2',
      { sm2Id: 'x', messageType: 'DIGEST', message: new Uint8Array(32) },
      'a digest holds it already',
    ],
    ['an SM2 id that is no text', 'EC_SM2', { sm2Id: 5 }, '^sm2Id must be a string, not a number$'],
    ['an SM2 id that is too long', 'EC_SM2', { sm2Id: 'é'.repeat(4096) }, '^sm2Id has more than 8191 bytes$'],
  ])('%s is an error that says so', (_, spec, request, problem) => {
    const whole = request && { message: 'm', signature: new Uint8Array(70), ...request };
    expect(() => keyOf(spec).verify(whole as LocalVerifyRequest)).toThrow(invalid(problem));
  });
});

describe('encrypt', () => {
  const oaep = ['-pkeyopt', 'rsa_padding_mode:oaep', '-pkeyopt'];
  const made: [KeyPairSpec, string, string[]][] = [
    ['RSA_2048', 'RSAES_OAEP_SHA_256', [...oaep, 'rsa_oaep_md:sha256']],
    ['RSA_3072', 'RSAES_OAEP_SHA_256', [...oaep, 'rsa_oaep_md:sha256']],
    ['RSA_4096', 'RSAES_OAEP_SHA_1', [...oaep, 'rsa_oaep_md:sha1']],
    ['EC_SM2', 'SM2PKE', []],
  ];

  test.each(made)('openssl opens what %s encrypted with %s', (spec, algorithm, options) => {
    const plaintext = createHash('sha256').update(spec).digest();
    const sealed = keyOf(spec).encrypt({ plaintext, algorithm });
    const opened = openssl(['pkeyutl', '-decrypt', '-keyform', 'DER', '-inkey', '@key', '-in', '@sealed', ...options], {
      key: testPkcs8(spec),
      sealed,
    });
    expect(toHex(opened)).toBe(toHex(plaintext));
    expect(toHex(keyOf(spec).encrypt({ plaintext, algorithm }))).not.toBe(toHex(sealed));
  });

  test.each([
    ['RSA_2048', 'RSAES_OAEP_SHA_256', 190],
    ['RSA_2048', 'RSAES_OAEP_SHA_1', 214],
    ['RSA_3072', 'RSAES_OAEP_SHA_256', 318],
    ['RSA_4096', 'RSAES_OAEP_SHA_256', 446],
  ] as const)('%s takes with %s up to %i bytes', (spec, algorithm, maxBytes) => {
    expect(keyOf(spec).encrypt({ plaintext: new Uint8Array(maxBytes), algorithm })).toHaveLength(
      keySpecs[spec].bits / 8,
    );
    expect(() => keyOf(spec).encrypt({ plaintext: new Uint8Array(maxBytes + 1), algorithm })).toThrow(
      invalid(`^plaintext: ${algorithm} with ${spec} takes at most ${maxBytes} bytes, not ${maxBytes + 1}; `),
    );
  });

  test.each<[string, KeyPairSpec, object, string]>([
    ['EC keys only sign', 'EC_P256', {}, 'EC_P256 is not for ENCRYPT/DECRYPT'],
    ['an algorithm of another spec', 'EC_SM2', { algorithm: 'AES_GCM' }, 'EC_SM2 has SM2PKE, not AES_GCM'],
    ['SM2 does not encrypt nothing', 'EC_SM2', { plaintext: '' }, 'takes at least 1 bytes, not 0'],
    [
      'plaintext that is no bytes',
      'RSA_2048',
      { plaintext: undefined },
      '^plaintext must be a Uint8Array, or a string',
    ],
  ])('%s', (_, spec, request, problem) => {
    const whole = { plaintext: 'p', ...request } as LocalEncryptRequest;
    expect(() => keyOf(spec).encrypt(whole)).toThrow(invalid(problem));
  });
});

test.each([
  ['point is compressed', ['-ec_conv_form', 'compressed']],
  ['curve is spelled out', ['-ec_param_enc', 'explicit']],
])('a key whose %s is the same key', async (_, options) => {
  const files = { key: testPkcs8('EC_P256') };
  const pem = openssl(['pkey', '-inform', 'DER', '-in', '@key', '-pubout', ...options], files).toString();
  const key = await PublicKey.fromPem(pem);
  expect([key.keySpec, key.toPem()]).toEqual(['EC_P256', pem]);
  expect(key.toJwk()).toEqual(keyOf('EC_P256').toJwk());
  const signature = sign('sha256', Buffer.from('m'), testPrivateKey('EC_P256'));
  expect(key.verify({ message: key.digest({ message: 'm' }), messageType: 'DIGEST', signature })).toBe(true);
});

test('a key whose bit string has unused bits is refused, though OpenSSL reads it', async () => {
  const der = keyOf('EC_P256K').toDer();
  const unusedBits = der.length - 66;
  expect(toHex(der.subarray(unusedBits - 2, unusedBits + 2))).toBe('03420004');
  const unused = flipped(der, unusedBits * 8);
  expect(createPublicKey({ key: Buffer.from(unused), format: 'der', type: 'spki' }).asymmetricKeyType).toBe('ec');
  expect(await problemOf(PublicKey.fromDer(unused))).toMatch(/^der is not a public key/);
});
