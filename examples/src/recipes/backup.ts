/** Encrypt a backup on its way from tar to storage, restore it, and decrypt it without KMS in an emergency. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Envelope, newIdentity } from 'alibabacloud-kms-sdk/envelope';
import { client as makeClient } from '../client.js';
import { envOr } from '../env.js';
import { restoreBackup, storeBackup } from './backup/store-backup.js';

const folder = await mkdtemp(join(tmpdir(), 'backup-'));
const [data, storage, restored] = ['data', 'storage', 'restored'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
await mkdir(data);
await mkdir(storage);
await writeFile(join(data, 'orders.csv'), 'id,total\n'.padEnd(5_000_000, '17,99.90\n'));

// The identity belongs into a safe; whoever has it needs neither KMS nor the account.
const { identity, recipient } = newIdentity();
const client = makeClient();
const envelope = new Envelope({ kms: client, keys: [envOr('KMS_KEY_ID', 'alias/example')], recipients: [recipient] });
const context = { host: 'db-1', day: '2026-12-01' };
const place = join(storage, 'orders.tar.age');

await storeBackup(envelope, ['tar', '-c', '-C', data, '.'], place, context);
const stored = await readFile(place);
console.log(`Stored ${stored.length > 5_000_000 ? 'all of it' : 'too little'}, in plain: ${stored.includes('99.90')}`);

await restoreBackup(envelope, place, restored, context);
const same = (await readFile(join(restored, 'orders.csv'))).equals(await readFile(join(data, 'orders.csv')));
console.log(`Restored: ${same ? 'the same' : 'something else'}`);

const cut = join(storage, 'cut.tar.age');
await writeFile(cut, stored.subarray(0, 3_000_000));
const problem = await restoreBackup(envelope, cut, join(folder, 'cut'), context).catch((error) => error);
console.log(`Cut short: ${problem.code}`);

const opened = await envelope.decrypt(stored, { context, identities: [identity] });
console.log(
  `With the identity from the safe: ${opened.plaintext.length} bytes, key of KMS: ${opened.keyArn ?? 'none'}`,
);

await client.close();
await rm(folder, { recursive: true });
