import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'alibabacloud-kms-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesAfter, text } from './support/output.js';
import { type Outputs, runAll } from './support/run-all.js';
import { useExamples } from './support/run-example.js';

const examples = useExamples();

let client: Client;
let folder: string;
beforeAll(async () => {
  client = new Client(examples.kms.clientConfig());
  folder = await mkdtemp(join(tmpdir(), 'kms-examples-'));
});
afterAll(async () => {
  await client?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** Decrypts a symmetric ciphertext of the output on the public gateway, as a KMS 1.0 program would. */
const openAtPublicGateway = async (ciphertextBlob: Uint8Array, encryptionContext?: Record<string, string>) =>
  (await client.decrypt({ ciphertextBlob, encryptionContext }, { gateway: 'public' })).plaintext;

const outputs: Outputs = {
  'asymmetric-decrypt': /^Decrypted: hello, RSA\n$/,
  'asymmetric-encrypt': async (output) => {
    const { plaintext } = await client.decrypt({
      keyId: 'alias/example-rsa',
      ciphertextBlob: bytesAfter('Ciphertext: ', output),
      algorithm: 'RSAES_OAEP_SHA_256',
    });
    expect(text(plaintext)).toBe('hello, RSA');
  },
  'asymmetric-sign': async (output) => {
    const { publicKey } = await client.getPublicKey({ keyId: 'alias/example-ec' });
    const signature = bytesAfter('Signature by ', output);
    expect(verify('sha256', Buffer.from('pay 10'), publicKey, signature)).toBe(true);
  },
  'asymmetric-verify': /^pay 10: genuine\npay 99: forged\n$/,
  'create-key': async (output) => {
    const [, keyId = ''] = /^CreateKey went to the public gateway: (key-\S+)\n/.exec(output) ?? [];
    expect(output).toMatch(/\nIt is PendingDeletion, until \d{4}-\d\d-\d\dT/);
    const { keyMetadata } = await client.describeKey({ keyId });
    expect(keyMetadata).toMatchObject({ keyState: 'PendingDeletion', dkmsInstanceId: examples.kms.instanceId });
  },
  'create-secret': async (output) => {
    const [, secretName = ''] = /^CreateSecret went to the public gateway: (\S+)\n/.exec(output) ?? [];
    expect(output).toMatch(/\nGetSecretValue went to the instance gateway: version v1\n/);
    await expect(client.describeSecret({ secretName })).rejects.toMatchObject({ code: 'Forbidden.ResourceNotFound' });
  },
  decrypt: /^Decrypt went to the instance gateway\nDecrypted: hello, KMS\n$/,
  encrypt: async (output) => {
    expect(output).toMatch(/^Encrypt went to the instance gateway; key version [\da-f-]{36}\n/);
    expect(text(await openAtPublicGateway(bytesAfter('Ciphertext: ', output), { tenant: '42' }))).toBe('hello, KMS');
  },
  'envelope-decrypt': /^Decrypted 34 bytes: a report that is too large for KMS\n$/,
  'envelope-encrypt': (output) => {
    expect(output).toMatch(/^Encrypted 34 bytes under alias\/example\n/);
    const envelope = JSON.parse(output.slice(output.indexOf('{')));
    expect(Object.keys(envelope)).toEqual(['version', 'encryptedDataKey', 'iv', 'ciphertext', 'tag']);
    expect(Buffer.from(envelope.ciphertext, 'base64')).toHaveLength(34);
  },
  'generate-data-key': async (output) => {
    expect(output).toMatch(/^Data key of 32 bytes\n/);
    expect(output).toMatch(/the same key: true\n$/);
    const dataKey = await openAtPublicGateway(bytesAfter('To keep: ', output));
    expect(dataKey).toHaveLength(32);
    expect(output).not.toContain(Buffer.from(dataKey).toString('base64'));
  },
  'generate-data-key-without-plaintext': /^To keep: \S{60,}\nOpened when needed: 24 bytes\n$/,
  'get-public-key': async (output) => {
    const { publicKey } = await client.getPublicKey({ keyId: 'alias/example-ec' });
    const printed = createPublicKey(output.slice(output.indexOf('-----BEGIN')));
    expect(printed.equals(createPublicKey(publicKey))).toBe(true);
  },
  'get-secret-value': (output) => {
    expect(output).toBe('example/db, version v1 (ACSCurrent)\ntext of 34 bytes\n');
  },
};

describe('every migration sample does what it says', () => {
  runAll(examples, 'transfer', outputs);
});

it('what the public gateway encrypted, the instance decrypts', async () => {
  examples.kms.clearRequests();
  await examples.run('transfer/decrypt');
  const calls = examples.kms.requests().map(({ gateway, api }) => `${api} at ${gateway}`);
  expect(calls).toEqual(['Encrypt at public', 'AdvanceDecrypt at instance']);
});

describe('envelopes as files', () => {
  it('what envelope-encrypt writes, envelope-decrypt reads', async () => {
    const file = join(folder, 'report.json');
    await examples.run('transfer/envelope-encrypt', { KMS_ENVELOPE_FILE: file });
    const { stdout } = await examples.run('transfer/envelope-decrypt', { KMS_ENVELOPE_FILE: file });
    expect(stdout).toBe('Decrypted 34 bytes: a report that is too large for KMS\n');
  });

  it('a file that was changed is not decrypted', async () => {
    const file = join(folder, 'changed.json');
    await examples.run('transfer/envelope-encrypt', { KMS_ENVELOPE_FILE: file });
    const envelope = JSON.parse(await readFile(file, 'utf8'));
    const ciphertext = Buffer.from(envelope.ciphertext, 'base64');
    ciphertext.writeUInt8(ciphertext.readUInt8(0) ^ 1, 0);
    await writeFile(file, JSON.stringify({ ...envelope, ciphertext: ciphertext.toString('base64') }));
    const failed = examples.run('transfer/envelope-decrypt', { KMS_ENVELOPE_FILE: file });
    await expect(failed).rejects.toThrow(/unable to authenticate data/);
  });
});
