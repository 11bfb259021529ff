import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, inspectCiphertext } from 'alibabacloud-kms-sdk';
import { derToJose, joseToDer, PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const realm = createContext({ setTimeout });

/** A value as a program in a `vm` context makes it, jest's test files among them. */
const foreign = <T>(code: string): T => runInContext(code, realm) as T;

/** The same bytes as a Uint8Array of the other realm. */
const bytes = (given: Uint8Array): Uint8Array => foreign<typeof Uint8Array>('Uint8Array').from(given);

const date = (ms: number): Date => new (foreign<typeof Date>('Date'))(ms);

let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms();
  client = new Client({ ...kms.clientConfig() });
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

const plaintext = Uint8Array.of(1, 2, 3, 250);
const dkmsInstanceId = () => kms.instanceId;

async function newKey(keySpec: string, keyUsage = 'ENCRYPT/DECRYPT', origin?: string): Promise<string> {
  const request = { keySpec, keyUsage, origin, dkmsInstanceId: dkmsInstanceId() };
  return (await client.createKey(request)).keyMetadata.keyId;
}

test('the values of these tests are of another realm', () => {
  expect(bytes(plaintext)).not.toBeInstanceOf(Uint8Array);
  expect(date(0)).not.toBeInstanceOf(Date);
});

describe('a Uint8Array of another realm', () => {
  test('is encrypted and decrypted with a client key, its aad and iv too', async () => {
    const keyId = await newKey('Aliyun_AES_256');
    const aad = bytes(Uint8Array.of(9));
    const iv = bytes(randomBytes(12));
    const { ciphertextBlob } = await client.encrypt({ keyId, plaintext: bytes(plaintext), aad, iv });
    const opened = await client.decrypt({ keyId, ciphertextBlob: bytes(ciphertextBlob), aad, iv });
    expect(opened.plaintext).toEqual(plaintext);
    const sealed = await client.advanceEncrypt({ keyId, plaintext: bytes(plaintext) });
    expect(inspectCiphertext(bytes(sealed.ciphertextBlob))?.format).toBe('instance');
  });

  test('is encrypted and decrypted through OpenAPI', async () => {
    const { keyMetadata } = await client.createKey({});
    const { keyId } = keyMetadata;
    const { ciphertextBlob } = await client.encrypt({ keyId, plaintext: bytes(plaintext) }, { gateway: 'public' });
    const request = { ciphertextBlob: bytes(ciphertextBlob) };
    expect((await client.decrypt({ ...request, keyId }, { gateway: 'public' })).plaintext).toEqual(plaintext);
    const answer = await client.doAction('Decrypt', { CiphertextBlob: request.ciphertextBlob });
    expect(answer.KeyId).toBe(keyId);
  });

  test('is signed and verified, by KMS and on this machine', async () => {
    const keyId = await newKey('EC_P256', 'SIGN/VERIFY');
    const message = bytes(plaintext);
    const signature = bytes((await client.sign({ keyId, message })).signature);
    expect((await client.verify({ keyId, message, signature })).value).toBe(true);
    const key = await client.publicKey(keyId);
    expect(key.verify({ message, signature })).toBe(true);
    const jose = bytes(derToJose(signature, { algorithm: 'ES256' }));
    expect(joseToDer(jose, { algorithm: 'ES256' })).toEqual(Uint8Array.from(signature));
    expect((await PublicKey.fromDer(bytes(key.toDer()))).keySpec).toBe('EC_P256');
  });

  test('is a binary secret', async () => {
    const secretName = 'of-another-realm';
    await client.createSecret({ secretName, versionId: 'v1', secretData: bytes(plaintext) });
    const { secretBytes, secretDataType } = await client.getSecretValue({ secretName }, { gateway: 'public' });
    expect({ secretBytes, secretDataType }).toEqual({ secretBytes: plaintext, secretDataType: 'binary' });
  });

  test('is imported, until a Date of another realm', async () => {
    const keyId = await newKey('Aliyun_AES_256', undefined, 'EXTERNAL');
    const expiresAt = date(Math.floor(Date.now() / 1000 + 3600) * 1000);
    await client.importKey({ keyId, material: bytes(randomBytes(32)), expiresAt });
    const { keyMetadata } = await client.describeKey({ keyId });
    expect(keyMetadata.materialExpireTime).toEqual(new Date(expiresAt.getTime()));
  });

  test('is a CA', async () => {
    const { instanceConfig, publicConfig } = kms.clientConfig();
    const ca = bytes(Buffer.from(String(instanceConfig?.ca)));
    const other = new Client({ instanceConfig: { ...instanceConfig, ca } as never, publicConfig });
    expect((await other.generateRandom({ length: 8 })).random).toHaveLength(8);
    await other.close();
  });

  test('is what a TransferClient encrypts, and what it moves to another key', async () => {
    const keyId = await newKey('Aliyun_AES_256');
    const { publicConfig: config, instanceConfig: kmsConfig } = kms.clientConfig();
    const transfer = new TransferClient({ config, kmsConfig });
    const { body } = await transfer.encrypt({ keyId, plaintext: bytes(plaintext) });
    const blob = bytes(Buffer.from(body.ciphertextBlob, 'base64'));
    for await (const moved of transfer.reEncryptAll([blob], { keyId })) expect(moved).toHaveProperty('ciphertextBlob');
    await transfer.close();
  });
});

test('dates of another realm say when an access begins and ends, and what time it is for the local KMS', async () => {
  const request = { name: 'realm', resources: ['secret/of-another-realm'] };
  const folder = await mkdtemp(join(tmpdir(), 'kms-realms-'));
  const clientKeyFile = join(folder, 'key.json');
  const notAfter = date(Date.now() + 86_400_000);
  const { clientKeyId } = await client.createAccess({ ...request, clientKeyFile, notBefore: date(0), notAfter });
  expect(clientKeyId).toMatch(/^KAAP\./);
  await kms.clock.set(date(Date.parse('2030-01-01T00:00:00Z')));
  expect(new Date(kms.clock.now()).getUTCFullYear()).toBe(2030);
  await kms.clock.reset();
  await rm(folder, { recursive: true });
});

/** What `abort-controller` and `node-abort-controller` have in common: no reason, and listeners are functions. */
class PolyfilledSignal {
  aborted = false;
  readonly #listeners = new Set<() => void>();
  addEventListener(_type: string, listener: () => void) {
    if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type function');
    this.#listeners.add(listener);
  }
  removeEventListener(_type: string, listener: () => void) {
    this.#listeners.delete(listener);
  }
  get listeners() {
    return this.#listeners.size;
  }
  abort() {
    this.aborted = true;
    for (const listener of [...this.#listeners]) listener();
  }
}

describe('the signal of a polyfill', () => {
  const given = (signal: PolyfilledSignal) => signal as unknown as AbortSignal;

  test('ends a wait, with an AbortError', async () => {
    const signal = new PolyfilledSignal();
    const keyId = await newKey('Aliyun_AES_256');
    const waiting = client.waitUntilKeyState({ keyId, state: 'Disabled' }, { signal: given(signal) });
    signal.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(signal.listeners).toBe(0);
  });

  test('lets a call pass, or ends it', async () => {
    const signal = new PolyfilledSignal();
    const call = () => client.generateRandom({ length: 4 }, { signal: given(signal) });
    expect((await call()).random).toHaveLength(4);
    const running = call();
    signal.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await expect(call()).rejects.toMatchObject({ name: 'AbortError' });
    expect(signal.listeners).toBe(0);
  });
});

test('what is no signal, Date or Uint8Array is refused as ever', async () => {
  const signal = { aborted: false } as AbortSignal;
  await expect(client.generateRandom({ length: 1 }, { signal })).rejects.toMatchObject({ code: 'Config.Invalid' });
  const plaintext = foreign<Uint8Array>('new Uint16Array(4)');
  await expect(client.encrypt({ keyId: 'k', plaintext })).rejects.toMatchObject({ code: 'Request.Invalid' });
  const expiresAt = foreign<Date>('({ getTime: () => 9e15 })');
  const material = Uint8Array.of(1);
  await expect(client.importKey({ keyId: 'k', material, expiresAt })).rejects.toMatchObject({
    code: 'Request.Invalid',
  });
});
