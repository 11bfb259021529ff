import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { PublicKey } from 'alibabacloud-kms-sdk/public-key';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClientKeyProvider } from '../../src/credentials/client-key.js';
import { pemForms } from '../support/pem-forms.js';

let kms: LocalKms;
let folder: string;
beforeAll(async () => {
  kms = await startLocalKms();
  folder = await mkdtemp(join(tmpdir(), 'kms-pem-'));
});
afterAll(async () => {
  await kms.close();
  await rm(folder, { recursive: true });
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

describe.each(Object.entries(pemForms))('PEM %s', (_, form) => {
  test('is a ca, and in a file a caFilePath', async () => {
    const { instanceConfig } = kms.clientConfig();
    const { ca: given, ...config } = instanceConfig as { ca: string };
    const ca = form(`# the local KMS\n${given}# and again\n${given}`);
    const caFilePath = join(folder, 'ca.pem');
    await writeFile(caFilePath, ca);
    for (const trust of [{ ca }, { ca: Buffer.from(ca) }, { caFilePath }]) {
      await using client = new Client({ instanceConfig: { ...config, ...trust } as never });
      expect((await client.generateRandom({ length: 3 })).random).toHaveLength(3);
    }
  });

  test('is a privateKey', async () => {
    for (const pem of [privateKey, createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'pem' }) as string]) {
      const provider = new ClientKeyProvider({ accessKeyId: 'KAAP.x', privateKey: form(pem) }, 'config');
      expect(await (await provider.get()).sign('text')).toMatch(/^[\w+/]{342}==$/);
    }
  });

  test('is a PublicKey', async () => {
    expect((await PublicKey.fromPem(form(publicKey))).toPem()).toBe(publicKey);
  });

  test('is material of a seed', async () => {
    const materials = [
      ['RSA_2048', privateKey],
      ['EC_P256', ec.export({ type: 'sec1', format: 'pem' }) as string],
      ['EC_P256', ec.export({ type: 'pkcs8', format: 'pem' }) as string],
    ] as const;
    const keys = materials.map(([keySpec, pem], index) => ({
      id: `key-${index}`,
      spec: keySpec,
      usage: 'SIGN/VERIFY' as const,
      versions: [{ material: form(pem) }],
    }));
    const seeded = await startLocalKms({ seed: { keys } });
    await using client = new Client(seeded.clientConfig());
    const { publicKey: answered } = await client.getPublicKey({ keyId: 'key-0' });
    expect(answered.trim()).toBe(publicKey.trim());
    await seeded.close();
  });
});
