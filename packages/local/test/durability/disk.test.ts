import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KmsProcess } from './kms-process.js';
import { canMount, type Disk, deadDisk, fullDisk } from './tiny-disk.js';

const unavailable = { status: 503, code: 'ServiceUnavailableTemporary' };

describe.each([
  {
    what: 'is full',
    makeDisk: () => fullDisk(),
    canMake: canMount,
    message: 'The local KMS cannot write: its disk is full.',
  },
  { what: 'takes no writes', makeDisk: deadDisk, canMake: true, message: 'The local KMS cannot use its disk.' },
])('when the disk $what', ({ makeDisk, canMake, message }) => {
  let disk: Disk;
  let kms: KmsProcess;
  beforeEach(async () => {
    disk = makeDisk();
    kms = await KmsProcess.start(['--data', join(disk.directory, 'data')]);
  });
  afterEach(async () => {
    await kms.end('SIGKILL');
    disk.remove();
  });

  const writes: [api: string, parameters: (keyId: string) => Record<string, string>][] = [
    ['CreateKey', () => ({})],
    ['CreateAlias', (keyId) => ({ KeyId: keyId, AliasName: 'alias/new' })],
    ['DisableKey', (keyId) => ({ KeyId: keyId })],
    ['CreateSecret', () => ({ SecretName: 'new', SecretData: 'x', VersionId: 'v1' })],
    ['PutSecretValue', () => ({ SecretName: 'old', SecretData: 'y'.repeat(20_000), VersionId: 'v2' })],
    ['DeleteSecret', () => ({ SecretName: 'old' })],
  ];

  test.skipIf(!canMake)(
    'writes are refused with a clear error, reads go on, and writes work again when it has room',
    async () => {
      const { KeyId: keyId } = (await kms.call('CreateKey')).KeyMetadata;
      await kms.call('CreateSecret', { SecretName: 'old', SecretData: 'of value', VersionId: 'v1' });
      const plaintext = Buffer.from('hello').toString('base64');
      const { CiphertextBlob } = await kms.call('Encrypt', { KeyId: keyId, Plaintext: plaintext });

      disk.fill(kms);
      for (const [api, parameters] of [...writes, ...writes]) {
        await expect(kms.call(api, parameters(keyId)), api).rejects.toMatchObject({
          ...unavailable,
          message: `${api}: ServiceUnavailableTemporary: ${message}`,
        });
        expect(await kms.call('Decrypt', { CiphertextBlob: CiphertextBlob })).toMatchObject({
          Plaintext: plaintext,
        });
        expect(await kms.call('GetSecretValue', { SecretName: 'old' })).toMatchObject({ SecretData: 'of value' });
        expect(await kms.call('ListKeys')).toMatchObject({ TotalCount: 1 });
        expect(await kms.call('ListSecrets')).toMatchObject({ TotalCount: 1 });
      }
      expect(await kms.call('Encrypt', { KeyId: keyId, Plaintext: plaintext })).toHaveProperty('CiphertextBlob');
      expect(await kms.call('GenerateDataKey', { KeyId: keyId })).toHaveProperty('Plaintext');

      disk.free(kms);
      for (const [api, parameters] of writes) {
        expect(await kms.call(api, parameters(keyId)), api).toHaveProperty('RequestId');
      }
      expect(await kms.call('ListKeys')).toMatchObject({ TotalCount: 2 });
      expect(await kms.call('ListAliases')).toMatchObject({ TotalCount: 1 });
      await kms.end('SIGTERM');
      expect(kms.log).toEqual([expect.stringContaining(message), 'The local KMS can write again.']);
    },
  );
});

test('when the data directory is removed, writes are refused with a clear error, and what is there can still be read', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kms-removed-'));
  const kms = await KmsProcess.start(['--data', directory]);
  await kms.call('CreateSecret', { SecretName: 'old', SecretData: 'of value', VersionId: 'v1' });
  await rm(directory, { recursive: true });
  await expect(kms.call('CreateKey')).rejects.toMatchObject({
    ...unavailable,
    message: expect.stringContaining('its data directory was removed or replaced.'),
  });
  expect(await kms.call('GetSecretValue', { SecretName: 'old' })).toMatchObject({ SecretData: 'of value' });
  await kms.end('SIGTERM');
  expect(kms.child.exitCode).toBe(0);
});

describe.skipIf(!canMount)('a data directory', () => {
  let disk: ReturnType<typeof fullDisk>;
  beforeEach(() => {
    disk = fullDisk();
  });
  afterEach(() => disk.remove());

  const start = () => KmsProcess.start(['--data', join(disk.directory, 'data')]);

  test('on a full disk: the KMS stops without an error, the next start says why it cannot; with room, all is there', async () => {
    const kms = await start();
    await kms.call('CreateSecret', { SecretName: 'old', SecretData: 'of value', VersionId: 'v1' });
    disk.fill(kms);
    await expect(kms.call('CreateKey')).rejects.toMatchObject(unavailable);
    await kms.end('SIGTERM');
    expect(kms.child.exitCode).toBe(0);
    expect(kms.log).toEqual([expect.stringContaining('disk is full')]);
    await expect(start()).rejects.toThrow(/ended: kms-local: .+full$/);
    disk.free(kms);
    const again = await start();
    expect(await again.call('GetSecretValue', { SecretName: 'old' })).toMatchObject({ SecretData: 'of value' });
    await again.end('SIGTERM');
  });

  test('on a disk that is read-only: the start says so in one line', async () => {
    await (await start()).end('SIGTERM');
    disk.makeReadOnly();
    await expect(start()).rejects.toThrow(/ended: kms-local: the data directory \S+ cannot be written: EROFS: [^\n]+$/);
  });
});
