import { Client, inspectCiphertext } from 'alibabacloud-kms-sdk';
import { joseToDer, PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { describe, expect, test } from 'vitest';
import { actions } from '../../src/model/generated/actions.js';
import { instanceOperations } from '../../src/model/generated/instance-operations.js';
import { lowerFirst } from '../../src/util/text.js';
import { failureOf } from '../support/calls.js';

/** Nothing listens there: what is refused is refused before anything is sent. */
const instanceConfig = { endpoint: '127.0.0.1:1', accessKeyId: 'KAAP.x', privateKey: 'x' };
const publicConfig = { endpoint: '127.0.0.1:1', accessKeyId: 'a', accessKeySecret: 'b' };
const withClientKey = new Client({ instanceConfig });
const throughPublic = new Client({ publicConfig });

type Method = (request: object) => Promise<unknown>;
const call = (client: Client, method: string, request: object) =>
  (client as unknown as Record<string, Method>)[method]?.(request);

const base64 = Buffer.from('a signature of KMS').toString('base64');
const rest = { keyId: 'k', keyVersionId: 'v', algorithm: 'ECDSA_SHA_256', message: 'm', digest: Buffer.alloc(32) };
const bytes = {
  signature: Buffer.alloc(70),
  value: Buffer.alloc(70),
  mac: Buffer.alloc(32),
  publicKeyBlob: Buffer.alloc(9),
};
const others = {
  ...rest,
  ...bytes,
  importToken: 't',
  plaintext: 'p',
  ciphertextBlob: Buffer.alloc(60),
  numberOfBytes: 32,
};

const refusal = (field: string) => ({
  code: 'Request.Invalid',
  message: expect.stringMatching(new RegExp(`\\b${field} must be a Uint8Array: decode base64 text with Buffer\\.from`)),
});

describe('base64 where bytes must be is refused, not sent as its UTF-8', () => {
  for (const [api, { request }] of Object.entries(instanceOperations)) {
    const known = Object.values(request);
    for (const { field } of known.filter(({ shape }) => shape === 'bytes')) {
      test(`${field} of ${lowerFirst(api)} with a client key`, async () => {
        const own = Object.entries(others).filter(([name]) => known.some((facts) => facts.field === name));
        const given = { ...Object.fromEntries(own), [field]: base64 };
        await expect(call(withClientKey, lowerFirst(api), given)).rejects.toMatchObject(refusal(field));
      });
    }
  }

  for (const { method, parameters } of Object.values(actions)) {
    const known = Object.values(parameters);
    for (const { field } of known.filter(({ shape }) => shape === 'bytes')) {
      test(`${field} of ${method} through OpenAPI`, async () => {
        const own = Object.entries(others).filter(([name]) => known.some((facts) => facts.field === name));
        const given = { ...Object.fromEntries(own), [field]: base64 };
        await expect(call(throughPublic, method, given)).rejects.toMatchObject(refusal(field));
      });
    }
  }

  test('signature of verify through OpenAPI, in the name that the caller gave it', async () => {
    const { keyId, keyVersionId, algorithm, message } = rest;
    const request = { keyId, keyVersionId, algorithm, message, signature: base64 };
    await expect(call(throughPublic, 'verify', request)).rejects.toMatchObject(refusal('signature'));
  });

  test('a digest to be signed or verified', async () => {
    const request = { keyId: 'k', algorithm: rest.algorithm, message: base64, messageType: 'DIGEST' };
    const openApi = { ...request, keyVersionId: 'v' };
    const { signature } = bytes;
    await expect(withClientKey.sign(request)).rejects.toMatchObject(refusal('DIGEST'));
    await expect(withClientKey.verify({ ...request, signature })).rejects.toMatchObject(refusal('DIGEST'));
    await expect(throughPublic.sign(openApi)).rejects.toMatchObject(refusal('DIGEST'));
    await expect(throughPublic.verify({ ...openApi, signature })).rejects.toMatchObject(refusal('DIGEST'));
  });

  test('material of importKey, DER of PublicKey, ciphertext of inspectCiphertext, signature of joseToDer', async () => {
    await expect(call(throughPublic, 'importKey', { keyId: 'k', material: base64 })).rejects.toMatchObject(
      refusal('material'),
    );
    await expect(PublicKey.fromDer(base64 as never)).rejects.toMatchObject(refusal('der'));
    expect(() => inspectCiphertext(base64 as never)).toThrow(expect.objectContaining(refusal('ciphertextBlob')));
    expect(() => joseToDer(base64 as never, { algorithm: 'ES256' })).toThrow(
      expect.objectContaining(refusal('signature')),
    );
  });
});

test.each([
  ['hex', Buffer.alloc(20, 0xab).toString('hex'), "hex text with Buffer.from(text, 'hex')"],
  ['base64url', Buffer.alloc(20, 0xfb).toString('base64url'), "base64url text with Buffer.from(text, 'base64url')"],
  ['base64 in lines', `${base64}\n${base64}\n`, "base64 text with Buffer.from(text, 'base64')"],
])('%s is told apart, and not quoted', async (_, mac, advice) => {
  const error = (await failureOf(
    throughPublic.verifyMac({ keyId: 'k', algorithm: 'HMAC', message: 'm', mac } as never),
  )) as Error;
  expect(error.message).toContain(advice);
  expect(error.message).not.toContain(mac.slice(0, 8));
});

test('text is right for plaintext, message, aad and secretData', async () => {
  const encrypt = await withClientKey.describeCall('encrypt', { keyId: 'k', plaintext: 'ü', aad: 'a' });
  expect(encrypt.parameters).toMatchObject({ Plaintext: 'w7w=', Aad: 'YQ==' });
  const sign = await withClientKey.describeCall('sign', { keyId: 'k', message: 'ü' });
  expect(sign.parameters).toMatchObject({ Message: 'w7w=' });
  const secret = { secretName: 's', versionId: 'v', secretData: 'ü' };
  expect((await throughPublic.describeCall('createSecret', secret)).parameters).toMatchObject({ SecretData: 'ü' });
});

describe("a signature in JOSE's form", () => {
  const signature = Buffer.alloc(64, 0x5a);
  const advice = { code: 'Request.Invalid', message: expect.stringContaining('joseToDer') };

  test('is refused by verify and asymmetricVerify, which would call it false', async () => {
    const { keyId, keyVersionId, algorithm, message, digest } = rest;
    await expect(withClientKey.verify({ keyId, message, signature })).rejects.toMatchObject(advice);
    const openApi = { keyId, keyVersionId, algorithm };
    await expect(throughPublic.verify({ ...openApi, message, signature })).rejects.toMatchObject(advice);
    const request = { ...openApi, digest, value: signature };
    await expect(throughPublic.asymmetricVerify(request)).rejects.toMatchObject(advice);
  });

  test('is false for PublicKey.verify, and the process is warned', async () => {
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
      y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
    };
    const key = await PublicKey.fromJwk(jwk);
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => warnings.push(warning);
    process.on('warning', onWarning);
    expect(key.verify({ message: 'm', signature })).toBe(false);
    expect(key.verify({ message: 'm', signature })).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings).toMatchObject([{ code: 'KMS_SIGNATURE_FORM', message: expect.stringContaining('joseToDer') }]);
  });
});
