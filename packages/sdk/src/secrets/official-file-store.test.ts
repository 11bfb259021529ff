import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asJavaText, OfficialFileStore } from './official-file-store.js';

interface Vector {
  salt: string;
  fetchedAt: number;
  files: {
    secret: { name: string; stage: string; versionId: string; type: 'text' | 'binary'; value: string };
    path: string;
    text: string;
  }[];
}

const vectors = new URL('../../../../vectors/secrets-cache/', import.meta.url);
const read = (name: string): Vector => JSON.parse(readFileSync(new URL(`${name}.json`, vectors), 'utf8'));

const javaTexts: { rawHex: string; passwordUtf8Hex: string }[] = JSON.parse(
  readFileSync(new URL('java-text.json', vectors), 'utf8'),
).samples;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-official-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function lay(path: string, text: string): Promise<void> {
  await mkdir(join(folder, dirname(path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

describe.each(['python-v1', 'python-v2', 'java', 'go'])('files of %s', (client) => {
  const { salt, fetchedAt, files } = read(client);

  test('are read with their stage, version, type and age', async () => {
    for (const { path, text } of files) await lay(path, text);
    const store = new OfficialFileStore({ folder, salt });
    for (const { secret } of files) {
      const { name, stage } = secret;
      const stored = await store.load({ name, stage });
      expect(stored, name).toMatchObject({
        fetchedAt,
        secret: { name, versionId: secret.versionId, dataType: secret.type },
      });
      const value = secret.type === 'text' ? secret.value : Uint8Array.from(Buffer.from(secret.value, 'base64'));
      expect(secret.type === 'text' ? stored?.secret.text : stored?.secret.bytes).toEqual(value);
      expect(stored?.secret.createTime).toEqual(new Date('2024-01-01T00:00:00Z'));
    }
  });

  test('are refused with another salt, without a word of what is in them', async () => {
    const [{ path, text } = { path: '', text: '' }] = files;
    await lay(path, text);
    const store = new OfficialFileStore({ folder, salt: 'another salt' });
    const error = await store.load({ name: 'demo/db', stage: 'ACSCurrent' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'SecretStore.Unreadable', secretName: 'demo/db' });
    expect(error).not.toHaveProperty('cause');
  });
});

test.each(javaTexts)('Java makes of the bytes $rawHex what it makes of them', ({ rawHex, passwordUtf8Hex }) => {
  expect(asJavaText(Buffer.from(rawHex, 'hex')).toString('hex')).toBe(passwordUtf8Hex);
});

describe('what is no file of theirs', () => {
  const store = () => new OfficialFileStore({ folder, salt: 'salt' });
  const path = 'app/stage_acscurrent.json';
  const key = { name: 'app', stage: 'ACSCurrent' };
  const sealed = Buffer.concat([Buffer.from('001'), Buffer.alloc(64)]).toString('base64');
  const info = { secretName: 'app', versionId: 'v1', secretValue: sealed };

  test.each([
    ['nothing', ''],
    ['half a file', '{"secretInfo":{"secretName":"app","versi'],
    ['another JSON', '[1,2]'],
    ['null', 'null'],
    [
      'no version',
      JSON.stringify({ secretInfo: { ...info, versionId: '' }, stage: 'ACSCurrent', refreshTimestamp: 1 }),
    ],
    ['no time', JSON.stringify({ secretInfo: info, stage: 'ACSCurrent', refreshTimestamp: 'yesterday' })],
    [
      'a mode of the future',
      JSON.stringify({ secretInfo: { ...info, secretValue: 'MDAy' }, stage: 'ACSCurrent', refreshTimestamp: 1 }),
    ],
    ['a wrong key', JSON.stringify({ secretInfo: info, stage: 'ACSCurrent', refreshTimestamp: 1 })],
  ])('%s is refused', async (_, text) => {
    await lay(path, text);
    await expect(store().load(key)).rejects.toMatchObject({ code: 'SecretStore.Unreadable' });
  });

  test('a huge file is refused before it is read', async () => {
    await lay(path, 'x'.repeat(1024 * 1024 + 1));
    await expect(store().load(key)).rejects.toMatchObject({ code: 'SecretStore.Unreadable' });
  });

  test('a file that is not there, or of another stage, is none', async () => {
    expect(await store().load(key)).toBeUndefined();
    await lay(path, JSON.stringify({ secretInfo: info, stage: 'ACSPrevious', refreshTimestamp: 1 }));
    expect(await store().load(key)).toBeUndefined();
    expect(await store().load({ name: 'app', versionId: 'v1' })).toBeUndefined();
  });

  test.each(['../outside', 'a/../../outside', '..', '/etc'])('the name %s leads nowhere', async (name) => {
    const inner = join(folder, 'inner');
    await lay(
      'outside/stage_acscurrent.json',
      JSON.stringify({ secretInfo: info, stage: 'ACSCurrent', refreshTimestamp: 1 }),
    );
    const kept = new OfficialFileStore({ folder: inner, salt: 'salt' });
    expect(await kept.load({ name, stage: 'ACSCurrent' })).toBeUndefined();
  });
});
