import { createCipheriv, getCiphers, randomBytes } from 'node:crypto';
import {
  derNode,
  derTags,
  type KeySpec,
  type KeySpecFacts,
  keySpecs,
  readNodes,
  readOnly,
} from 'alibabacloud-kms-sdk/internal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cryptoVectors, testKey, toHex, unhex } from '../../test/crypto-vectors.js';
import { openssl } from '../../test/openssl.js';
import { type CipherOptions, decrypt, encrypt } from './ciphers.js';
import { type KeyMaterial, openMaterial } from './material.js';
import { publicKeyPem } from './public-keys.js';

interface BlockCase {
  spec?: KeySpec;
  key: string;
  iv?: string;
  aad?: string;
  /** Null: the tag is wrong. */
  plaintext: string | null;
  ciphertext: string;
}
type BlockVectors = Record<'gcm' | 'cbc' | 'ecb', BlockCase[]>;

const cannotDecrypt = {
  code: 'InvalidParameter',
  status: 400,
  message:
    'The specified parameter is not valid. CiphertextBlob: it cannot be decrypted with this key and these parameters.',
};

const blockVectors = (['aes', 'sm4'] as const).flatMap((family) =>
  Object.entries(cryptoVectors<BlockVectors>(family))
    .filter(([mode]) => mode !== 'source')
    .flatMap(([mode, cases]) =>
      cases.map((vector, index) => ({
        title: `${vector.spec ?? 'Aliyun_SM4'} ${mode} ${index}`,
        material: openMaterial(vector.spec ?? 'Aliyun_SM4', unhex(vector.key)),
        options: {
          algorithm: `${family}_${mode}`.toUpperCase(),
          iv: unhex(vector.iv ?? ''),
          aad: unhex(vector.aad ?? ''),
          paddingMode: mode === 'gcm' ? '' : 'NO_PADDING',
        },
        ...vector,
      })),
    ),
);

describe('published vectors', () => {
  test.each(blockVectors.filter(({ plaintext }) => plaintext !== null))(
    '$title encrypts and decrypts as published',
    async ({ material, options, plaintext, ciphertext }) => {
      const sealed = await encrypt(material, { ...options, plaintext: unhex(plaintext ?? '') });
      expect(toHex(sealed.ciphertext)).toBe(ciphertext);
      const opened = await decrypt(material, { ...options, ciphertext: unhex(ciphertext) });
      expect(toHex(opened.plaintext)).toBe(plaintext);
    },
  );

  test.each(blockVectors.filter(({ plaintext }) => plaintext === null))(
    '$title is refused as published',
    async ({ material, options, ciphertext }) => {
      await expect(decrypt(material, { ...options, ciphertext: unhex(ciphertext) })).rejects.toMatchObject(
        cannotDecrypt,
      );
    },
  );

  const { oaep } = cryptoVectors<{
    oaep: { spec: KeySpec; algorithm: string; privateKey: string; plaintext: string; ciphertext: string }[];
  }>('rsa');
  test.each(oaep)(
    '$algorithm decrypts as published',
    async ({ spec, algorithm, privateKey, plaintext, ciphertext }) => {
      const material = openMaterial(spec, unhex(privateKey));
      const opened = await decrypt(material, { algorithm, ciphertext: unhex(ciphertext) });
      expect(toHex(opened.plaintext)).toBe(plaintext);
    },
  );

  test('SM2PKE decrypts as published', async () => {
    const { privateKey, encryption } = cryptoVectors<{
      privateKey: string;
      encryption: { plaintext: string; ciphertext: string };
    }>('sm2');
    const opened = await decrypt(openMaterial('EC_SM2', unhex(privateKey)), {
      ciphertext: unhex(encryption.ciphertext),
    });
    expect(toHex(opened.plaintext)).toBe(encryption.plaintext);
  });
});

const keys: KeyMaterial[] = [
  openMaterial('Aliyun_AES_128', randomBytes(16)),
  openMaterial('Aliyun_AES_192', randomBytes(24)),
  openMaterial('Aliyun_AES_256', randomBytes(32)),
  openMaterial('Aliyun_SM4', randomBytes(16)),
  testKey('RSA_2048'),
  testKey('RSA_3072'),
  testKey('RSA_4096'),
  testKey('EC_SM2'),
];
const key = (spec: KeySpec): KeyMaterial => keys.find((candidate) => candidate.spec === spec) as KeyMaterial;

const every = keys.flatMap((material) =>
  (material.facts.algorithms['ENCRYPT/DECRYPT'] ?? []).map((algorithm) => ({
    material,
    spec: material.spec,
    algorithm,
  })),
);

describe('every algorithm of every spec', () => {
  test('is tested here', () => {
    const specs = Object.entries<KeySpecFacts>(keySpecs).filter(([, facts]) => facts.algorithms['ENCRYPT/DECRYPT']);
    expect(keys.map(({ spec }) => spec).sort()).toEqual(specs.map(([spec]) => spec).sort());
  });

  test.each(every)('$spec $algorithm decrypts what it encrypted', async ({ material, algorithm }) => {
    const isBlockChain = /_(CBC|ECB)$/.test(algorithm);
    const isGcm = algorithm.endsWith('_GCM');
    const slow = material.facts.family === 'rsa' || material.facts.family === 'sm2';
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: slow ? 1 : 0, maxLength: slow ? 190 : 300 }),
        fc.uint8Array({ maxLength: isGcm ? 40 : 0 }),
        async (plaintext, aad) => {
          const sealed = await encrypt(material, { algorithm, plaintext, aad });
          expect(sealed.algorithm).toBe(algorithm);
          expect(sealed.paddingMode).toBe(isBlockChain ? 'PKCS7_PADDING' : undefined);
          const opened = await decrypt(material, { ...sealed, aad });
          expect(toHex(opened.plaintext)).toBe(toHex(plaintext));
        },
      ),
      { numRuns: slow ? 8 : 40 },
    );
  });

  test.each(every.filter(({ algorithm }) => /_(CBC|ECB)$/.test(algorithm)))(
    '$spec $algorithm takes whole blocks without padding',
    async ({ material, algorithm }) => {
      const options: CipherOptions = { algorithm, paddingMode: 'NO_PADDING' };
      const plaintext = randomBytes(48);
      const sealed = await encrypt(material, { ...options, plaintext });
      expect(sealed.ciphertext).toHaveLength(48);
      expect(toHex((await decrypt(material, sealed)).plaintext)).toBe(toHex(plaintext));
      await expect(encrypt(material, { ...options, plaintext: randomBytes(47) })).rejects.toThrow('Plaintext');
    },
  );

  test.each(every)('$spec $algorithm tells nothing about why it cannot decrypt', async ({ material, algorithm }) => {
    const sealed = await encrypt(material, { algorithm, plaintext: randomBytes(31) });
    // A block may decrypt to something that ends like padding, but this one does not.
    const unpadded = { algorithm, iv: sealed.iv, plaintext: new Uint8Array(32), paddingMode: 'NO_PADDING' };
    const wrong = /CBC|ECB/.test(algorithm)
      ? (await encrypt(material, unpadded)).ciphertext
      : new Uint8Array(sealed.ciphertext.length).fill(0xff);
    for (const ciphertext of [
      new Uint8Array(),
      sealed.ciphertext.subarray(1),
      Buffer.concat([sealed.ciphertext, Uint8Array.of(0)]),
      wrong,
    ])
      await expect(decrypt(material, { ...sealed, ciphertext })).rejects.toMatchObject(cannotDecrypt);
  });
});

test.each(every.filter(({ algorithm }) => /GCM|OAEP|SM2/.test(algorithm)))(
  '$spec $algorithm refuses a ciphertext with any bit flipped',
  async ({ material, algorithm }) => {
    const sealed = await encrypt(material, { algorithm, plaintext: randomBytes(20) });
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.ciphertext.length * 8 - 1), async (bit) => {
        const ciphertext = flipped(sealed.ciphertext, bit);
        await expect(decrypt(material, { ...sealed, ciphertext })).rejects.toMatchObject(cannotDecrypt);
      }),
      { numRuns: 15 },
    );
  },
);

test.each(['Aliyun_AES_256', 'Aliyun_SM4'] as const)('%s with GCM is bound to aad and IV', async (spec) => {
  const aad = randomBytes(24);
  const sealed = await encrypt(key(spec), { plaintext: randomBytes(20), aad });
  await fc.assert(
    fc.asyncProperty(fc.nat(24 * 8 - 1), fc.nat(12 * 8 - 1), async (aadBit, ivBit) => {
      const other = { ...sealed, aad: flipped(aad, aadBit) };
      await expect(decrypt(key(spec), other)).rejects.toMatchObject(cannotDecrypt);
      const moved = { ...sealed, aad, iv: flipped(sealed.iv, ivBit) };
      await expect(decrypt(key(spec), moved)).rejects.toMatchObject(cannotDecrypt);
    }),
  );
  await expect(decrypt(key(spec), sealed)).rejects.toMatchObject(cannotDecrypt);
});

test('a GCM tag that was cut short is refused', async () => {
  const sealed = await encrypt(key('Aliyun_AES_256'), { plaintext: new Uint8Array() });
  expect(sealed.ciphertext).toHaveLength(16);
  const ciphertext = sealed.ciphertext.subarray(0, 12);
  await expect(decrypt(key('Aliyun_AES_256'), { ...sealed, ciphertext })).rejects.toMatchObject(cannotDecrypt);
});

test('an IV is made for each encryption when none is given', async () => {
  const [one, other] = await Promise.all(
    [1, 2].map(() => encrypt(key('Aliyun_AES_256'), { plaintext: new Uint8Array(), iv: new Uint8Array() })),
  );
  expect(one?.iv).toHaveLength(12);
  expect(other?.iv).not.toEqual(one?.iv);
});

test.each([
  ['no byte of padding', '00'.repeat(32)],
  ['more padding than a block', '11'.repeat(32)],
  ['bytes that are not their number', `${'00'.repeat(30)}0102`],
])('PKCS#7 padding with %s is refused', async (_, blocks) => {
  for (const spec of ['Aliyun_AES_128', 'Aliyun_SM4'] as const) {
    const algorithm = spec === 'Aliyun_SM4' ? 'SM4_ECB' : 'AES_ECB';
    const plaintext = unhex(blocks);
    const { ciphertext } = await encrypt(key(spec), { algorithm, plaintext, paddingMode: 'NO_PADDING' });
    await expect(decrypt(key(spec), { algorithm, ciphertext })).rejects.toMatchObject(cannotDecrypt);
  }
});

test.each<[string, KeySpec, CipherOptions, string]>([
  ['an algorithm of another spec', 'Aliyun_AES_256', { algorithm: 'SM4_GCM' }, 'Algorithm: a key of spec'],
  ['an unknown algorithm', 'RSA_2048', { algorithm: 'constructor' }, 'Algorithm: a key of spec'],
  ['a GCM IV of 16 bytes', 'Aliyun_AES_256', { iv: new Uint8Array(16) }, 'Iv: AES_GCM takes 12 bytes, not 16'],
  ['a CBC IV of 12 bytes', 'Aliyun_SM4', { algorithm: 'SM4_CBC', iv: new Uint8Array(12) }, 'Iv: SM4_CBC takes 16'],
  ['an IV with ECB', 'Aliyun_AES_256', { algorithm: 'AES_ECB', iv: new Uint8Array(16) }, 'Iv: AES_ECB takes none'],
  ['an IV with RSA', 'RSA_2048', { iv: new Uint8Array(12) }, 'Iv: RSAES_OAEP_SHA_256 takes none'],
  ['aad with CBC', 'Aliyun_AES_256', { algorithm: 'AES_CBC', aad: new Uint8Array(1) }, 'Aad: AES_CBC takes none'],
  ['aad with SM2', 'EC_SM2', { aad: new Uint8Array(1) }, 'Aad: SM2PKE takes none'],
  [
    'padding with GCM',
    'Aliyun_AES_256',
    { paddingMode: 'PKCS7_PADDING' },
    'PaddingMode: AES_GCM takes NO_PADDING, not',
  ],
  ['padding with RSA', 'RSA_2048', { paddingMode: 'NO_PADDING' }, 'PaddingMode: RSAES_OAEP_SHA_256 takes none'],
  ['unknown padding', 'Aliyun_SM4', { algorithm: 'SM4_ECB', paddingMode: 'ZEROS' }, 'SM4_ECB takes PKCS7_PADDING or'],
])('%s is an InvalidParameter that says so', async (_, spec, options, message) => {
  const error = { code: 'InvalidParameter', message: expect.stringContaining(message) };
  await expect(encrypt(key(spec), { ...options, plaintext: new Uint8Array(16) })).rejects.toMatchObject(error);
  await expect(decrypt(key(spec), { ...options, ciphertext: new Uint8Array(32) })).rejects.toMatchObject(error);
});

test('decrypting without the IV that is needed says so', async () => {
  await expect(decrypt(key('Aliyun_AES_256'), { ciphertext: new Uint8Array(32) })).rejects.toThrow('Iv: AES_GCM needs');
});

test.each([
  ['RSA_2048', 'RSAES_OAEP_SHA_256', 190],
  ['RSA_2048', 'RSAES_OAEP_SHA_1', 214],
  ['RSA_3072', 'RSAES_OAEP_SHA_256', 318],
  ['RSA_4096', 'RSAES_OAEP_SHA_256', 446],
] as const)('%s with %s takes %i bytes and no more', async (spec, algorithm, maxBytes) => {
  const longest = randomBytes(maxBytes);
  const { ciphertext } = await encrypt(key(spec), { algorithm, plaintext: longest });
  expect(toHex((await decrypt(key(spec), { algorithm, ciphertext })).plaintext)).toBe(toHex(longest));
  const tooLong = encrypt(key(spec), { algorithm, plaintext: new Uint8Array(maxBytes + 1) });
  await expect(tooLong).rejects.toMatchObject({
    code: 'InvalidParameter',
    message: expect.stringContaining(`Plaintext: at most ${maxBytes} bytes`),
  });
});

test('SM2 never answers a plaintext of one byte as it is', async () => {
  for (let run = 0; run < 300; run++) {
    const { ciphertext } = await encrypt(key('EC_SM2'), { plaintext: Uint8Array.of(0x5a) });
    expect(ciphertext.at(-1)).not.toBe(0x5a);
  }
});

test('an SM2 ciphertext with a part too many, or a short C3, is refused', async () => {
  const { ciphertext } = await encrypt(key('EC_SM2'), { plaintext: randomBytes(20) });
  const parts = readNodes(readOnly(ciphertext, derTags.sequence)).map(({ tag, content }) => derNode(tag, content));
  const [x, y, c3, c2] = parts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const shortC3 = derNode(derTags.octetString, c3.subarray(3));
  for (const changed of [
    [x, y, c3, c2, c2],
    [x, y, shortC3, c2],
    [x, y, c3],
  ])
    await expect(decrypt(key('EC_SM2'), { ciphertext: derNode(derTags.sequence, ...changed) })).rejects.toMatchObject(
      cannotDecrypt,
    );
});

test('SM2 refuses to encrypt nothing', async () => {
  await expect(encrypt(key('EC_SM2'), { plaintext: new Uint8Array() })).rejects.toThrow('Plaintext');
});

test.each(['EC_P256', 'EC_P256K'] as const)('%s does not encrypt', async (spec) => {
  const unsupported = { code: 'UnsupportedOperation' };
  await expect(encrypt(testKey(spec), { plaintext: new Uint8Array() })).rejects.toMatchObject(unsupported);
  await expect(decrypt(testKey(spec), { ciphertext: new Uint8Array() })).rejects.toMatchObject(unsupported);
});

describe('openssl', () => {
  const plaintext = Buffer.from('carried from one implementation to the other');

  test.each([
    ['RSA_2048', 'RSAES_OAEP_SHA_256', 'sha256'],
    ['RSA_3072', 'RSAES_OAEP_SHA_1', 'sha1'],
  ] as const)('encrypts for %s with %s what we decrypt', async (spec, algorithm, hash) => {
    const options = ['rsa_padding_mode:oaep', `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${hash}`];
    const ciphertext = openssl(
      ['pkeyutl', '-encrypt', '-pubin', '-inkey', '@pem', '-in', '@in', ...options.flatMap((o) => ['-pkeyopt', o])],
      { pem: await publicKeyPem(key(spec)), in: plaintext },
    );
    expect(toHex((await decrypt(key(spec), { algorithm, ciphertext })).plaintext)).toBe(toHex(plaintext));
  });

  test('encrypts with SM2 what we decrypt, and the other way round', async () => {
    const pem = await publicKeyPem(key('EC_SM2'));
    const ciphertext = openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', '@pem', '-in', '@in'], {
      pem,
      in: plaintext,
    });
    expect(toHex((await decrypt(key('EC_SM2'), { ciphertext })).plaintext)).toBe(toHex(plaintext));
    const ours = await encrypt(key('EC_SM2'), { plaintext });
    const decrypted = openssl(['pkeyutl', '-decrypt', '-keyform', 'DER', '-inkey', '@key', '-in', '@in'], {
      key: key('EC_SM2').secretBytes,
      in: ours.ciphertext,
    });
    expect(decrypted).toEqual(plaintext);
  });

  test.skipIf(!getCiphers().includes('sm4-cbc')).each(['cbc', 'ecb'] as const)(
    'SM4 in %s mode agrees with OpenSSL',
    async (mode) => {
      const iv = mode === 'cbc' ? randomBytes(16) : undefined;
      const cipher = createCipheriv(`sm4-${mode}`, key('Aliyun_SM4').secretKey, iv ?? null);
      const expected = Buffer.concat([cipher.update(plaintext), cipher.final()]);
      const sealed = await encrypt(key('Aliyun_SM4'), { algorithm: `SM4_${mode.toUpperCase()}`, iv, plaintext });
      expect(toHex(sealed.ciphertext)).toBe(toHex(expected));
    },
  );
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}
