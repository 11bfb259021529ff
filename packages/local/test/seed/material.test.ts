import { execFileSync } from 'node:child_process';
import { constants, createPrivateKey, createPublicKey, publicEncrypt, X509Certificate } from 'node:crypto';
import { type KeySpec, type KeySpecFacts, keyPairSpecs, keySpecs } from 'alibabacloud-kms-sdk/internal';
import { describe, expect, test } from 'vitest';
import { firstClientKey } from '../../src/access/first-client-key.js';
import { createKms } from '../../src/kms.js';
import { exportSeed, formatSeed } from '../../src/seed/export-seed.js';
import { loadSeed } from '../../src/seed/load-seed.js';
import { formatMaterial } from '../../src/seed/material-text.js';
import { openStore } from '../../src/store/store.js';
import { base64 } from '../actions/harness.js';
import { testPkcs8 } from '../crypto-vectors.js';
import { keptStorage } from '../support/storage.js';
import { ActionHarness, otherIdentity, seeded } from './seeded.js';

const digest = base64('0123456789abcdef0123456789abcdef');

/** The same KMS, as somebody else gets it who has its export. */
async function copyOf(kms: ActionHarness): Promise<ActionHarness> {
  return seeded(await formatSeed(await exportSeed(kms.kms), 'yaml'), otherIdentity);
}

test('ciphertexts of all versions of a key decrypt in a KMS that has its export', async () => {
  const kms = await ActionHarness.open();
  const KeyId = await kms.newKey({ EnableAutomaticRotation: 'true', RotationInterval: '7d' });
  const encrypted: string[] = [];
  for (const Plaintext of ['one', 'two', 'three']) {
    encrypted.push((await kms.call('Encrypt', { KeyId, Plaintext })).CiphertextBlob);
    kms.advanceDays(7);
  }
  const sm4 = await kms.newKey({ KeySpec: 'Aliyun_SM4' });
  const advanced = await kms.instance('AdvanceEncrypt', { KeyId: sm4, Plaintext: Buffer.from('four') });

  const copy = await copyOf(kms);
  copy.advanceDays(21);
  for (const [at, CiphertextBlob] of encrypted.entries()) {
    expect((await copy.call('Decrypt', { CiphertextBlob })).Plaintext).toBe(['one', 'two', 'three'][at]);
  }
  const decrypted = await copy.instance('AdvanceDecrypt', { CiphertextBlob: advanced.message.CiphertextBlob });
  expect(Buffer.from(decrypted.message.Plaintext).toString()).toBe('four');
  await kms.close();
  await copy.close();
});

test.each(keyPairSpecs)(
  'signatures of a key of %s verify in a KMS that has its export, and the other way round',
  async (spec) => {
    const material = formatMaterial(spec, testPkcs8(spec));
    const kms = await seeded({ keys: [{ id: 'k', spec, usage: 'SIGN/VERIFY', versions: [{ material }] }] });
    const copy = await copyOf(kms);
    const [KeyVersion] = (await kms.call('ListKeyVersions', { KeyId: 'k' })).KeyVersions.KeyVersion;
    const { algorithms }: KeySpecFacts = keySpecs[spec];
    const Algorithm = algorithms['SIGN/VERIFY']?.[0];
    const asked = { KeyId: 'k', KeyVersionId: KeyVersion.KeyVersionId, Algorithm, Digest: digest };
    for (const [signer, verifier] of [
      [kms, copy],
      [copy, kms],
    ] as const) {
      const { Value } = await signer.call('AsymmetricSign', asked);
      expect((await verifier.call('AsymmetricVerify', { ...asked, Value })).Value).toBe(true);
    }
    const publicKey = { KeyId: 'k', KeyVersionId: KeyVersion.KeyVersionId };
    expect((await copy.call('GetPublicKey', publicKey)).PublicKey).toBe(
      (await kms.call('GetPublicKey', publicKey)).PublicKey,
    );
    await kms.close();
    await copy.close();
  },
);

test('what is encrypted for an SM2 key, and authenticated with an HMAC key, is good in a KMS that has its export', async () => {
  const kms = await seeded({
    keys: [
      { id: 'sm2', spec: 'EC_SM2' },
      { id: 'hmac', spec: 'HMAC_SM3' },
    ],
  });
  const copy = await copyOf(kms);
  const [{ KeyVersionId }] = (await kms.call('ListKeyVersions', { KeyId: 'sm2' })).KeyVersions.KeyVersion;
  const asked = { KeyId: 'sm2', KeyVersionId, Algorithm: 'SM2PKE' };
  const { CiphertextBlob } = await kms.call('AsymmetricEncrypt', { ...asked, Plaintext: base64('hidden') });
  expect((await copy.call('AsymmetricDecrypt', { ...asked, CiphertextBlob })).Plaintext).toBe(base64('hidden'));
  const { Mac } = await kms.call('GenerateMac', { KeyId: 'hmac', Message: base64('m'), Algorithm: 'HMAC_SM3' });
  expect(
    (await copy.call('VerifyMac', { KeyId: 'hmac', Message: base64('m'), Algorithm: 'HMAC_SM3', Mac })).Value,
  ).toBe(true);
  await kms.close();
  await copy.close();
});

test('imported material that was deleted can only be imported again the same, also after an export', async () => {
  const material = Buffer.alloc(32, 7);
  const kms = await seeded({
    keys: [{ id: 'k', origin: 'EXTERNAL', versions: [{ material: material.toString('base64') }] }],
  });
  await kms.call('DeleteKeyMaterial', { KeyId: 'k' });
  const copy = await copyOf(kms);
  expect(await copy.state('k')).toBe('PendingImport');
  const wrapping = { WrappingKeySpec: 'RSA_2048', WrappingAlgorithm: 'RSAES_OAEP_SHA_256' };
  const imported = async (bytes: Uint8Array): Promise<string> => {
    const { PublicKey, ImportToken } = await copy.call('GetParametersForImport', { KeyId: 'k', ...wrapping });
    const key = createPublicKey({ key: Buffer.from(PublicKey, 'base64'), format: 'der', type: 'spki' });
    const padding = { key, oaepHash: 'sha256', padding: constants.RSA_PKCS1_OAEP_PADDING };
    const EncryptedKeyMaterial = publicEncrypt(padding, bytes).toString('base64');
    return copy.code('ImportKeyMaterial', {
      KeyId: 'k',
      EncryptedKeyMaterial,
      ImportToken,
      KeyMaterialExpireUnix: '0',
    });
  };
  expect(await imported(Buffer.alloc(32, 8))).toBe('InvalidParameter');
  expect(await imported(material)).toBe('ok');
  expect(await copy.state('k')).toBe('Enabled');
  await kms.close();
  await copy.close();
});

describe('private keys in PEM', () => {
  const privateKey = (spec: Exclude<(typeof keyPairSpecs)[number], 'EC_SM2'>) =>
    createPrivateKey({ key: Buffer.from(testPkcs8(spec)), format: 'der', type: 'pkcs8' });

  test.each<[string, KeySpec, string]>([
    ['PKCS#1', 'RSA_2048', privateKey('RSA_2048').export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['PKCS#8', 'RSA_2048', privateKey('RSA_2048').export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['SEC1', 'EC_P256', privateKey('EC_P256').export({ type: 'sec1', format: 'pem' }).toString()],
    ['SEC1', 'EC_P256K', privateKey('EC_P256K').export({ type: 'sec1', format: 'pem' }).toString()],
  ])('%s of %s is taken', async (_form, spec, material) => {
    const kms = await seeded({ keys: [{ id: 'k', spec, usage: 'SIGN/VERIFY', versions: [{ material }] }] });
    const [{ KeyVersionId }] = (await kms.call('ListKeyVersions', { KeyId: 'k' })).KeyVersions.KeyVersion;
    const { PublicKey } = await kms.call('GetPublicKey', { KeyId: 'k', KeyVersionId });
    expect(PublicKey.trim()).toBe(createPublicKey(material).export({ type: 'spki', format: 'pem' }).toString().trim());
    await kms.close();
  });

  test('as openssl writes them are taken', async () => {
    const openssl = (...parameters: string[]) => execFileSync('openssl', parameters, { encoding: 'utf8' });
    const kms = await seeded({
      keys: [
        { id: 'rsa', spec: 'RSA_2048', versions: [{ material: openssl('genrsa', '-traditional', '2048') }] },
        // With a block of parameters before the key.
        { id: 'ec', spec: 'EC_P256', versions: [{ material: openssl('ecparam', '-name', 'prime256v1', '-genkey') }] },
        { id: 'sm2', spec: 'EC_SM2', versions: [{ material: openssl('genpkey', '-algorithm', 'SM2') }] },
      ],
    });
    for (const id of ['rsa', 'ec', 'sm2']) expect(await kms.state(id)).toBe('Enabled');
    await kms.close();
  });
});

test('a client key whose certificate is in the seed is known, with the dates of its certificate', async () => {
  const from = await ActionHarness.open();
  const key = createPrivateKey({ key: Buffer.from(testPkcs8('RSA_2048')), format: 'der', type: 'pkcs8' });
  const grant = await from.kms.store.transaction((db) =>
    firstClientKey(from.kms.access, db, async () => ({ privateKey: key, publicKey: createPublicKey(key) })),
  );
  const { access } = await exportSeed(from.kms);
  const [{ certificate, notBefore, notAfter } = { certificate: '' }] = access?.clientKeys ?? [];
  const short = { id: grant.keyId, accessPoint: 'app', certificate: `a comment\n${certificate}` };
  const kms = await seeded({ access: { accessPoints: [{ name: 'app' }], clientKeys: [short] } });
  const known = await kms.kms.access.clientKeys.find(grant.keyId);
  expect(known?.publicKey.export({ type: 'spki', format: 'pem' })).toBe(
    createPublicKey(key).export({ type: 'spki', format: 'pem' }),
  );
  expect((await exportSeed(kms.kms)).access?.clientKeys?.[0]).toMatchObject({ certificate, notBefore, notAfter });
  expect(new X509Certificate(certificate).subject).toContain(grant.keyId);
  await from.close();
  await kms.close();
});

test('what is loaded is sealed: neither material nor values nor AccessKey secrets are readable in the database', async () => {
  const storage = await keptStorage();
  const store = await openStore(storage.options);
  const kms = createKms({ store, clock: { now: () => Date.UTC(2026, 0, 1) }, identity: otherIdentity });
  await kms.instances.makeFirst(otherIdentity.instanceId);
  const material = 'material-of-thirty-two-bytes-123';
  await loadSeed(kms, {
    keys: [{ id: 'key-app', versions: [{ material: base64(material) }] }],
    secrets: [{ name: 's', versions: [{ id: 'v1', data: 'value-of-the-secret' }] }],
    accessKeys: [{ id: 'LTAI', secret: 'secret-of-the-access-key' }],
    dataKeys: [{ name: 'd', versions: [{ material: base64(material) }] }],
  });
  await store.close();
  const content = await storage.content();
  expect(content.includes('key-app')).toBe(true);
  for (const hidden of [material, base64(material), 'value-of-the-secret', 'secret-of-the-access-key']) {
    expect(content.includes(hidden)).toBe(false);
  }
  await storage.remove();
});
