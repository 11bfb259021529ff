import { verify as cryptoVerify } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { type AttemptEvent, Client, KmsServiceError } from 'alibabacloud-kms-sdk';
import { keyPairSpecs, keySpecs } from 'alibabacloud-kms-sdk/internal';
import { derToJose, joseToDer, PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flipped } from '../support/crypto-vectors.js';
import { openssl } from '../support/openssl.js';

let kms: LocalKms;
let client: Client;
/** By spec and usage. */
const keyIds = new Map<string, string>();

const usages = ['SIGN/VERIFY', 'ENCRYPT/DECRYPT'] as const;
const cases = (usage: (typeof usages)[number]) =>
  keyPairSpecs.flatMap((spec) => {
    const algorithms: { readonly [name: string]: readonly string[] } = keySpecs[spec].algorithms;
    return (algorithms[usage] ?? []).map((algorithm) => ({ spec, algorithm }));
  });

async function keyFor(spec: string, usage: string): Promise<{ keyId: string; keyVersionId: string }> {
  const keyId = keyIds.get(`${spec} ${usage}`) as string;
  const { keyMetadata } = await client.describeKey({ keyId });
  return { keyId, keyVersionId: keyMetadata.primaryKeyVersion as string };
}

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client(kms.clientConfig());
  for (const keyUsage of usages)
    for (const keySpec of new Set(cases(keyUsage).map(({ spec }) => spec))) {
      const { keyMetadata } = await client.createKey({ keySpec, keyUsage, dkmsInstanceId: kms.instanceId });
      keyIds.set(`${keySpec} ${keyUsage}`, keyMetadata.keyId);
    }
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

test.each(['instance', 'public'] as const)(
  'the %s gateway is called once, and the key works on without it',
  async (gateway) => {
    const { keyId, keyVersionId } = await keyFor('EC_P256', 'SIGN/VERIFY');
    const { signature } = await client.sign({ keyId, message: 'm' });
    const { publicKey } = await client.getPublicKey({ keyId });
    const calls: string[] = [];
    const count = (event: unknown) => calls.push((event as AttemptEvent).api);
    subscribe('alibabacloud-kms:request', count);
    const own = new Client(kms.clientConfig());
    const key = await own.publicKey(keyId, { gateway, ...(gateway === 'public' && { keyVersionId }) });
    await own.close();
    expect(key).toBeInstanceOf(PublicKey);
    expect(key).toMatchObject({ keyId, keyVersionId, keySpec: 'EC_P256' });
    expect(key.toPem()).toBe(publicKey);
    expect(key.verify({ message: 'm', signature })).toBe(true);
    unsubscribe('alibabacloud-kms:request', count);
    expect(calls).toEqual(['GetPublicKey']);
  },
);

test('a key that is not there, or has no public half, is the error of the call', async () => {
  await expect(client.publicKey('key-missing')).rejects.toBeInstanceOf(KmsServiceError);
  const { keyMetadata } = await client.createKey({ keySpec: 'Aliyun_AES_256', dkmsInstanceId: kms.instanceId });
  await expect(client.publicKey(keyMetadata.keyId)).rejects.toMatchObject({ code: 'UnsupportedOperation' });
});

test('through OpenAPI the version is needed', async () => {
  const { keyId } = await keyFor('EC_P256', 'SIGN/VERIFY');
  const error = { code: 'Request.Invalid', message: expect.stringContaining('keyVersionId is missing') };
  await expect(client.publicKey(keyId, { gateway: 'public' })).rejects.toMatchObject(error);
});

describe.each(cases('SIGN/VERIFY'))('$spec $algorithm', ({ spec, algorithm }) => {
  test('what KMS signs, message or digest, is genuine here, and nothing else', async () => {
    const { keyId } = await keyFor(spec, 'SIGN/VERIFY');
    const key = await client.publicKey(keyId);
    const message = 'pay 10';
    const raw = { message, algorithm };
    const digest = { message: key.digest({ message }), messageType: 'DIGEST', algorithm } as const;
    for (const signed of [raw, digest]) {
      const { signature } = await client.sign({ keyId, ...signed });
      for (const request of [raw, digest]) {
        expect(key.verify({ ...request, signature })).toBe(true);
        expect(key.verify({ ...request, signature: flipped(signature, signature.length * 4) })).toBe(false);
      }
      expect(key.verify({ ...raw, message: 'pay 11', signature })).toBe(false);
      expect(key.verify({ ...digest, message: flipped(digest.message, 0), signature })).toBe(false);
      const answered = await client.verify({ keyId, ...digest, signature });
      expect(answered.value).toBe(true);
    }
  });

  test('the digest made here is what AsymmetricSign takes', async () => {
    const { keyId, keyVersionId } = await keyFor(spec, 'SIGN/VERIFY');
    const key = await client.publicKey(keyId, { gateway: 'public', keyVersionId });
    const digest = key.digest({ message: 'pay 10' });
    const { value } = await client.asymmetricSign({ keyId, keyVersionId, algorithm, digest }, { gateway: 'public' });
    expect(key.verify({ message: 'pay 10', signature: value, algorithm })).toBe(true);
  });
});

describe.each(cases('ENCRYPT/DECRYPT'))('$spec $algorithm', ({ spec, algorithm }) => {
  test('what is encrypted here KMS opens, through either gateway, and nothing that was changed', async () => {
    const { keyId, keyVersionId } = await keyFor(spec, 'ENCRYPT/DECRYPT');
    const key = await client.publicKey(keyId);
    const ciphertextBlob = key.encrypt({ plaintext: 'for KMS only', algorithm });
    const opened = [
      await client.decrypt({ keyId, ciphertextBlob, algorithm }),
      await client.asymmetricDecrypt({ keyId, keyVersionId, ciphertextBlob, algorithm }, { gateway: 'public' }),
    ];
    for (const { plaintext } of opened) expect(new TextDecoder().decode(plaintext)).toBe('for KMS only');
    const changed = flipped(ciphertextBlob, ciphertextBlob.length * 8 - 1);
    await expect(client.decrypt({ keyId, ciphertextBlob: changed, algorithm })).rejects.toBeInstanceOf(KmsServiceError);
  });
});

test('the default algorithms are those of KMS', async () => {
  for (const spec of ['RSA_2048', 'EC_SM2']) {
    const signing = await client.publicKey((await keyFor(spec, 'SIGN/VERIFY')).keyId);
    const { signature } = await client.sign({ keyId: signing.keyId as string, message: 'm' });
    expect(signing.verify({ message: 'm', signature })).toBe(true);
    const encrypting = await client.publicKey((await keyFor(spec, 'ENCRYPT/DECRYPT')).keyId);
    const keyId = encrypting.keyId as string;
    const { plaintext } = await client.decrypt({ keyId, ciphertextBlob: encrypting.encrypt({ plaintext: 'p' }) });
    expect(new TextDecoder().decode(plaintext)).toBe('p');
  }
});

test('OpenSSL verifies an SM2 signature when it is told the id 1234567812345678, and node:crypto cannot be told', async () => {
  const { keyId } = await keyFor('EC_SM2', 'SIGN/VERIFY');
  const { signature } = await client.sign({ keyId, message: 'hello' });
  const { publicKey } = await client.getPublicKey({ keyId });
  const files = { 'key.pem': publicKey, 'message.sig': signature, 'message.txt': 'hello' };
  const verify = (...id: string[]) =>
    openssl(['dgst', '-sm3', '-verify', '@key.pem', '-signature', '@message.sig', ...id, '@message.txt'], files);
  expect(verify('-sigopt', 'distid:1234567812345678').toString()).toBe('Verified OK\n');
  expect(() => verify()).toThrow();
  expect(cryptoVerify('sm3', Buffer.from('hello'), publicKey, signature)).toBe(false);
});

test('a signature of KMS makes a JWS that WebCrypto verifies, and comes back from it', async () => {
  const { keyId } = await keyFor('EC_P256', 'SIGN/VERIFY');
  const key = await client.publicKey(keyId);
  const signingInput = [{ alg: 'ES256' }, { sub: 'orders' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const { signature } = await client.sign({ keyId, message: signingInput });
  const jose = derToJose(signature, { algorithm: 'ES256' });
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('jwk', key.toJwk(), ecdsa, false, ['verify']);
  expect(await crypto.subtle.verify(ecdsa, imported, jose, Buffer.from(signingInput))).toBe(true);
  expect(key.verify({ message: signingInput, signature: joseToDer(jose, { algorithm: 'ES256' }) })).toBe(true);
});
