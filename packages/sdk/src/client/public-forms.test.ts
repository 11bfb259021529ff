import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KmsConfigurationError } from '../errors.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { toPublic } from './public-forms.js';

const keyVersionId = '2ab1a983-7072-4bbc-a582-584b5bd81234';
const blob = new Uint8Array([1]);

function said(api: InstanceApi, request: Record<string, unknown>): string {
  try {
    toPublic(api, request);
  } catch (error) {
    expect(error).toBeInstanceOf(KmsConfigurationError);
    return (error as Error).message;
  }
  return '';
}

describe('what a client key can call, on the public gateway', () => {
  test.each<[InstanceApi, Record<string, unknown>, string, Record<string, unknown>]>([
    ['Encrypt', { keyId: 'k', plaintext: 'x' }, 'Encrypt', { keyId: 'k', plaintext: 'x' }],
    ['Encrypt', { keyId: 'k', plaintext: 'x', algorithm: 'AES_GCM' }, 'Encrypt', { keyId: 'k', plaintext: 'x' }],
    [
      'Encrypt',
      { keyId: 'k', plaintext: 'x', algorithm: 'SM2PKE', keyVersionId },
      'AsymmetricEncrypt',
      { keyId: 'k', plaintext: 'x', algorithm: 'SM2PKE', keyVersionId },
    ],
    ['Decrypt', { ciphertextBlob: blob }, 'Decrypt', { ciphertextBlob: blob }],
    ['Decrypt', { ciphertextBlob: blob, keyId: 'k', keyVersionId }, 'Decrypt', { ciphertextBlob: blob }],
    [
      'Decrypt',
      { ciphertextBlob: blob, keyId: 'k', keyVersionId, algorithm: 'RSAES_OAEP_SHA_256' },
      'AsymmetricDecrypt',
      { ciphertextBlob: blob, keyId: 'k', keyVersionId, algorithm: 'RSAES_OAEP_SHA_256' },
    ],
    [
      'Sign',
      { keyId: 'k', keyVersionId, message: 'pay 10', algorithm: 'ECDSA_SHA_256' },
      'AsymmetricSign',
      { keyId: 'k', keyVersionId, digest: createHash('sha256').update('pay 10').digest(), algorithm: 'ECDSA_SHA_256' },
    ],
    [
      'Verify',
      { keyId: 'k', keyVersionId, message: blob, messageType: 'DIGEST', algorithm: 'SM2DSA', signature: blob },
      'AsymmetricVerify',
      { keyId: 'k', keyVersionId, digest: blob, algorithm: 'SM2DSA', value: blob },
    ],
    ['GetPublicKey', { keyId: 'k', keyVersionId }, 'GetPublicKey', { keyId: 'k', keyVersionId }],
    ['GetSecretValue', { secretName: 's', iv: undefined }, 'GetSecretValue', { secretName: 's' }],
  ])('%s %o becomes %s', (api, request, action, parameters) => {
    if (api === 'GetSecretValue') delete request.iv;
    const mapped = toPublic(api, request);
    expect(mapped.api).toBe(action);
    expect(mapped.request).toEqual(parameters);
  });

  test.each<[InstanceApi, Record<string, unknown>, string]>([
    [
      'Encrypt',
      { keyId: 'k', plaintext: 'x', aad: 'a' },
      'Encrypt: aad is for calls with a client key, this one is made with an AccessKey: bind data with encryptionContext',
    ],
    [
      'Encrypt',
      { keyId: 'k', plaintext: 'x', algorithm: 'AES_CBC' },
      'Encrypt: algorithm is for calls with a client key',
    ],
    ['Encrypt', { keyId: 'k' }, 'Encrypt: plaintext is missing'],
    ['Encrypt', { keyId: 'k', plaintext: 'x', plantext: 'x' }, 'did you mean plaintext?'],
    [
      'Encrypt',
      { keyId: 'k', plaintext: 'x', algorithm: 'SM2PKE' },
      'keyVersionId is missing: with an AccessKey AsymmetricEncrypt needs it',
    ],
    ['Decrypt', { ciphertextBlob: blob, iv: blob }, 'Decrypt: iv is for calls with a client key'],
    ['GetPublicKey', { keyId: 'k' }, 'keyVersionId is missing'],
    [
      'Sign',
      { keyId: 'k', message: 'x', keyVersionId },
      'algorithm is missing: with an AccessKey AsymmetricSign needs it',
    ],
    ['Sign', { keyId: 'k', keyVersionId, algorithm: 'ECDSA_SHA_256' }, 'Sign: message is missing'],
    ['Sign', { keyId: 'k', message: 'x', keyVersionId, algorithm: 'SM2DSA' }, 'SM2DSA needs a digest'],
  ])('%s %o is refused', (api, request, message) => {
    expect(said(api, request)).toContain(message);
  });

  test('Decrypt gives back the bytes that were encrypted, or the UTF-8 of text that is not base64', () => {
    const { finish } = toPublic('Decrypt', { ciphertextBlob: blob });
    const plaintext = (text: unknown) => finish?.({}, { Plaintext: text }).plaintext;
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(plaintext(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
      }),
    );
    expect(plaintext('hello, world!')).toEqual(new TextEncoder().encode('hello, world!'));
    expect(plaintext(undefined)).toEqual(new Uint8Array());
  });
});
