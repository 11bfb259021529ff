import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'alibabacloud-kms-sdk';
import { expect, test } from 'vitest';
import { startLocalKms } from '../src/start.js';

const dayMs = 86_400_000;

test('32 local KMS in one process are on their own, each with its own clock', async () => {
  const indexes = Array.from({ length: 32 }, (_, index) => index);
  const kmses = await Promise.all(indexes.map((days) => startLocalKms({ clock: { days } })));
  const clients = kmses.map((kms) => new Client(kms.clientConfig()));
  try {
    const created = await Promise.all(clients.map((client) => client.createKey({ keySpec: 'Aliyun_AES_256' })));
    await Promise.all(
      clients.map((client, index) => client.createAlias({ keyId: keyOf(created, index), aliasName: 'alias/app' })),
    );
    await Promise.all(
      indexes.map(async (index) => {
        const { keyMetadata } = await (clients[index] as Client).describeKey({ keyId: 'alias/app' });
        expect(keyMetadata.keyId).toBe(keyOf(created, index));
        expect((keyMetadata.creationDate.getTime() - Date.now()) / dayMs).toBeCloseTo(index, 2);
        expect(kmses[index]?.requests({ api: 'DescribeKey' })).toHaveLength(1);
      }),
    );

    // Time passes, things go wrong and credentials hold for one of them only.
    const [one, other] = [clients[0] as Client, clients[1] as Client];
    await one.scheduleKeyDeletion({ keyId: 'alias/app', pendingWindowInDays: 7 });
    await other.scheduleKeyDeletion({ keyId: 'alias/app', pendingWindowInDays: 7 });
    await kmses[0]?.clock.advance({ days: 8 });
    kmses[2]?.faults.add({ code: 'InternalFailure', status: 400 });
    await expect(one.describeKey({ keyId: keyOf(created, 0) })).rejects.toMatchObject({
      code: 'Forbidden.KeyNotFound',
    });
    expect((await other.describeKey({ keyId: keyOf(created, 1) })).keyMetadata.keyState).toBe('PendingDeletion');
    await expect(clients[2]?.listKeys()).rejects.toMatchObject({ code: 'InternalFailure' });
    expect((await clients[3]?.listKeys())?.totalCount).toBe(1);
    const { instanceConfig } = (kmses[4] as (typeof kmses)[0]).clientConfig();
    const { endpoint, ca } = (kmses[5] as (typeof kmses)[0]).clientConfig().instanceConfig;
    const stranger = new Client({ instanceConfig: { ...instanceConfig, endpoint, ca } });
    await expect(stranger.generateRandom({ length: 8 })).rejects.toMatchObject({ code: 'Unauthorized' });
    await stranger.close();
  } finally {
    await Promise.all([...clients, ...kmses].map((opened) => opened.close()));
  }
});

const keyOf = (created: { keyMetadata: { keyId: string } }[], index: number) =>
  (created[index] as (typeof created)[0]).keyMetadata.keyId;

test('what is kept holds no address, so that data can move to another host and port', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'kms-address-'));
  const kms = await startLocalKms({ dataDir });
  const client = new Client(kms.clientConfig());
  const { keyId } = (await client.createKey({ dkmsInstanceId: kms.instanceId })).keyMetadata;
  await client.createSecret({ secretName: 's', secretData: 'x', versionId: 'v1' });
  await client.getKmsInstance({ kmsInstanceId: kms.instanceId });
  await client.encrypt({ keyId, plaintext: 'x' });
  const { port } = kms;
  await client.close();
  await kms.close();
  const files = await readdir(dataDir);
  expect(files).toContain('kms.db');
  for (const file of files) {
    expect((await readFile(join(dataDir, file))).includes(`:${port}`), `${file} holds the address`).toBe(false);
  }
  await rm(dataDir, { recursive: true });
});
