import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Place } from './support.js';

// These run the built package under its own name, as an application that has it installed.
const cwd = fileURLToPath(new URL('../../../../examples', import.meta.url));

let place: Place;
let folder: string;
beforeAll(async () => {
  place = await Place.open();
  folder = await mkdtemp(join(tmpdir(), 'kms-secrets-'));
});
afterAll(async () => {
  await place.close();
  await rm(folder, { recursive: true });
});

const names = Array.from({ length: 12 }, (_, index) => `app/${index}`);

async function run(body: string): Promise<string> {
  const program = `
    import { Client } from 'alibabacloud-kms-sdk';
    import { EncryptedFileStore, SecretCache } from 'alibabacloud-kms-sdk/secrets';
    const { instanceConfig } = JSON.parse(process.env.CONFIG);
    const client = new Client({ instanceConfig: { ...instanceConfig, maxAttempts: 1 } });
    const store = new EncryptedFileStore({ folder: process.env.FOLDER, dataKey: { client, keyId: 'alias/app' } });
    const secrets = new SecretCache({ client, store });
    secrets.on('error', ({ error }) => console.log(error.code));
    ${body}`;
  const env = { ...process.env, CONFIG: JSON.stringify(place.kms.clientConfig()), FOLDER: folder };
  const args = ['--no-warnings', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, env });
  return stdout.trim();
}

const readAll = `
  const names = ${JSON.stringify(names)};
  const texts = await Promise.all(names.map((name) => secrets.getText(name)));
  console.log(texts.join());`;

test('processes that share a folder make one data key, and each can start from what another has written', async () => {
  for (const name of names) await place.create(name, `value of ${name}`);
  const all = names.map((name) => `value of ${name}`).join();
  const refresh = `${readAll}
    for (const _ of [1, 2, 3]) await Promise.all(names.map((name) => secrets.refreshNow(name)));
    await secrets.close();`;
  expect(await Promise.all([run(refresh), run(refresh), run(refresh)])).toEqual([all, all, all]);
  const files = await readdir(folder);
  expect(files.filter((file) => file.endsWith('.secret'))).toHaveLength(names.length);
  expect(files.filter((file) => file.endsWith('.tmp'))).toEqual([]);
  place.kms.faults.add({ api: 'GetSecretValue', code: 'Rejected.Throttling' });
  expect(await run(readAll)).toBe(all);
});

test('a program that forgets to close its cache ends all the same', async () => {
  expect(await run("console.log(await secrets.getText('app/1'));")).toBe('value of app/1');
});

test('importing the client does not load the secret cache; error classes of both are the same', async () => {
  const same = `
    import { KmsError } from 'alibabacloud-kms-sdk';
    import * as main from 'alibabacloud-kms-sdk';
    import { KmsSecretError } from 'alibabacloud-kms-sdk/secrets';
    console.log(KmsSecretError.prototype instanceof KmsError, 'SecretCache' in main);`;
  const args = (program: string) => ['--no-warnings', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args(same), { cwd });
  expect(stdout.trim()).toBe('true false');
});
