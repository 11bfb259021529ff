import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalKms, type StartOptions, startLocalKms } from '../src/start.js';
import { send } from './support/send.js';
import { acs3Request, instanceRequest, openClientKey } from './support/signed-requests.js';

let folder: string;
let running: LocalKms[];
beforeEach(() => {
  running = [];
  folder = mkdtempSync(join(tmpdir(), 'kms-start-'));
});
afterEach(async () => {
  await Promise.all(running.map((kms) => kms.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: StartOptions = {}): Promise<LocalKms> {
  const kms = await startLocalKms(options);
  running.push(kms);
  return kms;
}

const call = (kms: LocalKms, action: string, parameters: Record<string, string> = {}) =>
  send(kms, acs3Request(kms, action, parameters, { signed: { host: kms.host } }));

const credentials = ({ ca, accessKeyId, accessKeySecret, clientKeyContent, clientKeyPassword }: LocalKms) => ({
  ca,
  accessKeyId,
  accessKeySecret,
  clientKeyContent,
  clientKeyPassword,
});
const identity = ({ regionId, accountId, instanceId }: LocalKms) => ({ regionId, accountId, instanceId });

describe('a KMS with a data directory', () => {
  test.each([
    ['a key file', {}],
    ['a passphrase', { passphrase: 'correct horse' }],
  ])('with %s has the same identity, credentials and keys when it starts again', async (_how, options) => {
    const dataDir = join(folder, 'data');
    const first = await start({ dataDir, regionId: 'eu-central-1', ...options });
    const created = JSON.parse((await call(first, 'CreateKey')).body.toString());
    await first.close();
    expect(existsSync(join(dataDir, 'root.key'))).toBe(!('passphrase' in options));

    const second = await start({ dataDir, ...options });
    expect(credentials(second)).toEqual(credentials(first));
    expect(identity(second)).toEqual(identity(first));
    const { KeyId } = created.KeyMetadata;
    const described = JSON.parse((await call(second, 'DescribeKey', { KeyId })).body.toString());
    expect(described.KeyMetadata).toMatchObject(created.KeyMetadata);
    expect(described.KeyMetadata.Arn).toContain('eu-central-1');
    const { status } = await send(second, instanceRequest(openClientKey(second), 'GenerateRandom', { Length: 8 }));
    expect(status).toBe(200);
  });

  test('keeps what is secret from others', async () => {
    const dataDir = join(folder, 'data');
    const kms = await start({ dataDir });
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(dataDir)).toBe('700');
    for (const file of [kms.clientKeyFile, join(dataDir, 'root.key'), join(dataDir, 'kms.db'), join(dataDir, 'lock')]) {
      expect([file, mode(file)]).toEqual([file, '600']);
    }
    expect(readFileSync(kms.clientKeyFile, 'utf8')).toBe(kms.clientKeyContent);
    expect(readFileSync(kms.caFile, 'utf8')).toBe(kms.ca);
    expect(dirname(kms.caFile)).toBe(dataDir);
    const stored = readFileSync(join(dataDir, 'kms.db')).toString('latin1');
    for (const secret of [kms.accessKeySecret, kms.clientKeyPassword, 'PRIVATE KEY']) {
      expect(stored).not.toContain(secret);
    }
  });

  test('is certified for another name when the names change, by the same CA', async () => {
    const dataDir = join(folder, 'data');
    await (await start({ dataDir })).close();
    const kms = await start({ dataDir, names: ['kms.test'] });
    const request = acs3Request(kms, 'ListKeys', {}, { signed: { host: 'kms.test' } });
    expect((await send(kms, request)).status).toBe(200);
  });

  test('is used by one process at a time', async () => {
    const dataDir = join(folder, 'data');
    const first = await start({ dataDir });
    await expect(startLocalKms({ dataDir })).rejects.toMatchObject({
      code: 'Store.Unavailable',
      message: expect.stringContaining('in use by another local KMS'),
    });
    expect((await call(first, 'ListKeys')).status).toBe(200);
  });

  test('cannot change its region', async () => {
    const dataDir = join(folder, 'data');
    await (await start({ dataDir })).close();
    const moved = startLocalKms({ dataDir, regionId: 'cn-beijing' });
    await expect(moved).rejects.toMatchObject({ code: 'Start.InvalidOption' });
    expect((await start({ dataDir })).regionId).toBe('cn-hangzhou');
  });

  test('does not open with another passphrase', async () => {
    const dataDir = join(folder, 'data');
    await (await start({ dataDir, passphrase: 'correct horse' })).close();
    await expect(startLocalKms({ dataDir, passphrase: 'another horse' })).rejects.toMatchObject({
      code: 'Store.RootKeyWrong',
    });
  });

  test('needs a directory', async () => {
    const dataDir = join(folder, 'file');
    writeFileSync(dataDir, '');
    await expect(startLocalKms({ dataDir })).rejects.toMatchObject({ code: 'Start.DirectoryUnusable' });
  });
});

describe('a KMS in memory', () => {
  test('removes its files when it closes, and closes once', async () => {
    const kms = await start();
    expect(existsSync(kms.caFile)).toBe(true);
    expect(existsSync(kms.clientKeyFile)).toBe(true);
    await Promise.all([kms.close(), kms.close()]);
    expect(existsSync(dirname(kms.caFile))).toBe(false);
    await expect(call(kms, 'ListKeys')).rejects.toThrow('ECONNREFUSED');
  });

  test('shares nothing with others in the same process', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(openClientKey(one).privateKey.equals(openClientKey(other).privateKey)).toBe(false);
    await call(one, 'CreateKey');
    expect(JSON.parse((await call(other, 'ListKeys')).body.toString()).TotalCount).toBe(0);
    const foreign = acs3Request(one, 'ListKeys', {}, { signed: { host: other.host } });
    expect((await send(other, foreign)).status).toBe(404);
  });

  test('shows no secret when it is printed', async () => {
    const kms = await start();
    const printed = inspect(kms, { depth: null, showHidden: true }) + JSON.stringify(kms);
    expect(printed).toContain(kms.endpoint);
    const { PrivateKeyData } = JSON.parse(kms.clientKeyContent);
    for (const secret of [kms.accessKeySecret, kms.clientKeyPassword, PrivateKeyData]) {
      expect(printed).not.toContain(secret);
    }
  });
});

test('a port that is taken is reported, and nothing stays behind', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const dataDir = join(folder, 'data');
  await expect(startLocalKms({ port, dataDir })).rejects.toMatchObject({
    code: 'Start.AddressUnavailable',
    message: expect.stringContaining(`127.0.0.1:${port}`),
  });
  await new Promise((resolve) => other.close(resolve));
  await start({ port, dataDir });
});
