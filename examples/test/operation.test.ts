import { createPublicKey, verify } from 'node:crypto';
import { Client } from 'alibabacloud-kms-sdk';
import { describe, expect, it } from 'vitest';
import { bytesAfter, text } from './support/output.js';
import { type Outputs, runAll } from './support/run-all.js';
import { useExamples } from './support/run-example.js';

const examples = useExamples();

/** Calls the KMS that the examples ran against. */
async function ask<Value>(question: (client: Client) => Promise<Value>): Promise<Value> {
  const client = new Client(examples.kms.clientConfig());
  try {
    return await question(client);
  } finally {
    await client.close();
  }
}

/** PEM in the output. */
const publicKeyIn = (output: string) => createPublicKey(/-----BEGIN [\s\S]+ KEY-----/.exec(output)?.[0] ?? output);

function isKeyPair(output: string): void {
  expect(output).toMatch(/^Key pair EC_P256, its private key encrypted with AES_GCM\n/);
  expect(publicKeyIn(output).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  expect(output).toMatch(/Verified: true\n$/);
  expect(output).not.toContain('PRIVATE');
}

const outputs: Outputs = {
  'advance-decrypt': /^Decrypted with key key-example, AES_GCM: hello, KMS\n$/,
  'advance-encrypt': async (output) => {
    const ciphertextBlob = bytesAfter('Ciphertext: ', output);
    const { plaintext } = await ask((client) => client.advanceDecrypt({ ciphertextBlob, aad: 'tenant-42' }));
    expect(text(plaintext)).toBe('hello, KMS');
  },
  'advance-generate-data-key': async (output) => {
    expect(output).toMatch(/^Data key of 32 bytes, under key key-example, AES_GCM\n/);
    expect(output).toMatch(/the same key: true\n$/);
    const ciphertextBlob = bytesAfter('To keep: ', output);
    const { plaintext } = await ask((client) => client.advanceDecrypt({ ciphertextBlob, aad: 'file-1' }));
    expect(plaintext).toHaveLength(32);
    expect(output).not.toContain(Buffer.from(plaintext).toString('base64'));
  },
  'advance-generate-data-key-pair': isKeyPair,
  'advance-generate-data-key-pair-without-plaintext':
    /^Key pair RSA_2048: public key of 294 bytes, the private key encrypted\nOpened: rsa, 2048 bits\n$/,
  decrypt: /^Decrypted, AES_GCM: hello, KMS\nDecrypted, RSAES_OAEP_SHA_256: hello, RSA\n$/,
  encrypt: async (output) => {
    const [ciphertextBlob, iv] = [bytesAfter('Ciphertext: ', output), bytesAfter('IV: ', output)];
    const { plaintext } = await ask((client) =>
      client.decrypt({ keyId: 'alias/example', ciphertextBlob, iv, aad: 'tenant-42' }),
    );
    expect(text(plaintext)).toBe('hello, KMS');
  },
  'envelope-column':
    /^In the database: \d+ letters, digits, - and _: true\nRow 17: \+86 138 0000 1234\nCopied to row 18: Envelope\.ContextMismatch\n$/,
  'envelope-message':
    /^1000000 bytes, AES_GCM_NOPADDING_256, the same: true\nWith the context of another tenant: Envelope\.ContextMismatch\n$/,
  'envelope-stream': /^The encrypted file begins with age-encryption\.org\/v1\nRestored, the same: true\n$/,
  'generate-data-key': /^Data key of 32 bytes, encrypted with AES_GCM\nOpened again, the same key: true\n$/,
  'generate-data-key-pair': isKeyPair,
  'generate-data-key-pair-without-plaintext':
    /^Key pair RSA_2048: public key of 294 bytes, the private key encrypted\nOpened: rsa, 2048 bits\n$/,
  'generate-random': /^32 random bytes: [0-9a-f]{64}\n$/,
  'get-public-key': async (output) => {
    const { publicKey } = await ask((client) => client.getPublicKey({ keyId: 'alias/example-ec' }));
    expect(publicKeyIn(output).equals(createPublicKey(publicKey))).toBe(true);
  },
  'get-secret-value': (output) => {
    expect(output).toMatch(/^example\/db, version v1 \(ACSCurrent\)\ntext of 34 bytes, from 2\d{3}-/);
    expect(output).not.toContain('s3cret');
  },
  sign: async (output) => {
    const { publicKey } = await ask((client) => client.getPublicKey({ keyId: 'alias/example-ec' }));
    const good = (message: string, label: string) =>
      verify('sha256', Buffer.from(message), publicKey, bytesAfter(label, output));
    expect(good('pay 10', 'Signature by ')).toBe(true);
    expect(good('a large file', 'Signature of a hash: ')).toBe(true);
    expect(good('pay 99', 'Signature by ')).toBe(false);
  },
  'secret-cache': /^example\/db, version v1: 1 request for 1,001 reads\n$/,
  'secret-cache-json':
    /^User app, password of 6 characters\nSecret\.SchemaMismatch: example\/db does not fit its schema: port\n$/,
  verify: /^pay 10: genuine\npay 99: forged\n$/,
};

describe('every operation of an instance has an example that does what it says', () => {
  runAll(examples, 'operation', outputs);
});

describe('which key and secret an example works with', () => {
  it.concurrent('the environment can name another key', async () => {
    const { stdout } = await examples.run('operation/verify', { KMS_SIGNING_KEY_ID: 'alias/example-sm2' });
    expect(stdout).toMatch(/^pay 10: genuine\n/);
    const pem = await examples.run('operation/get-public-key', { KMS_SIGNING_KEY_ID: 'alias/example-rsa-sign' });
    expect(publicKeyIn(pem.stdout).asymmetricKeyType).toBe('rsa');
  });

  it.concurrent('a key that does not exist ends the example with what KMS says', async () => {
    const failed = examples.run('operation/encrypt', { KMS_KEY_ID: 'alias/no-such-key' });
    await expect(failed).rejects.toThrow(/ended with 1\n[\s\S]*Forbidden\.AliasNotFound/);
  });

  it.concurrent('a variable that is missing is named, with what it is for', async () => {
    const failed = examples.run('operation/encrypt', { KMS_CLIENT_KEY_FILE: '' });
    await expect(failed).rejects.toThrow(/ended with 1\n[\s\S]*set KMS_CLIENT_KEY_FILE: file of a client key/);
  });
});
