import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Client } from '../../src/index.js';
import { TransferClient } from '../../src/transfer/index.js';

const clientKey = readFileSync(new URL('../../../../vectors/client-key/pbes2-aes-256.json', import.meta.url), 'utf8');
const { PrivateKeyData } = JSON.parse(clientKey) as { PrivateKeyData: string };
const pem = readFileSync(new URL('../../../../vectors/client-key/rsa-2048.pkcs8.pem', import.meta.url), 'utf8');

const contents = {
  'a client key': clientKey,
  'a client key with a byte order mark': `\uFEFF${clientKey}`,
  'a PKCS#12 in base64': PrivateKeyData,
  'a PEM': pem,
  'a PEM on one line': pem.replaceAll('\n', '\\n'),
};

const endpoint = 'kst-1.example';
const instance = { endpoint, accessKeyId: 'KAAP.1', privateKey: 'x' };
const account = { regionId: 'cn-hangzhou', accessKeyId: 'a', accessKeySecret: 'b' };

/** Every option that takes a path: what is done with it, and the words for where its content belongs. */
const options: Record<string, [instead: string, use: (path: string) => unknown]> = {
  'instanceConfig.clientKeyFile': [
    'clientKeyContent',
    (clientKeyFile) => new Client({ instanceConfig: { endpoint, clientKeyFile, password: 'p' } }),
  ],
  'instanceConfig.caFilePath': ['ca', (caFilePath) => new Client({ instanceConfig: { ...instance, caFilePath } })],
  'publicConfig.caFilePath': ['ca', (caFilePath) => new Client({ publicConfig: { ...account, caFilePath } })],
  'options.caFilePath': [
    'ca',
    (caFilePath) => new Client({ publicConfig: account }).listKeys({}, { caFilePath, maxAttempts: 1 }),
  ],
  'kmsConfig.clientKeyFile': [
    'clientKeyContent',
    (clientKeyFile) => new TransferClient({ kmsConfig: { endpoint, clientKeyFile, password: 'p' } }),
  ],
  'kmsConfig.caFilePath': ['ca', (caFilePath) => new TransferClient({ kmsConfig: { ...instance, caFilePath } })],
  'config.caFilePath': ['ca', (caFilePath) => new TransferClient({ config: { ...account, caFilePath } })],
  clientKeyFile: [
    'the path of a new file',
    (clientKeyFile) =>
      new Client({ publicConfig: account }).createAccess({ name: 'app', resources: ['key/1'], clientKeyFile }),
  ],
};

async function failureOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

describe.each(Object.entries(options))('%s', (option, [instead, use]) => {
  test.each(Object.entries(contents))(
    'given the content of %s says so, and shows nothing of it',
    async (_, content) => {
      const error = await failureOf(() => use(content));
      expect(error).toMatchObject({ name: 'KmsConfigurationError', message: expect.stringContaining(`${option} `) });
      expect((error as Error).message).toContain(instead);
      // Of the error, its causes and its fields.
      const shown = inspect(error, { depth: 10, maxStringLength: Number.POSITIVE_INFINITY });
      for (const part of [PrivateKeyData.slice(0, 12), pem.slice(30, 42)]) expect(shown).not.toContain(part);
    },
  );
});
