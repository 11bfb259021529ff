/** Encrypt and decrypt a file as a stream: age v1, verified in chunks of 64 KiB, with constant memory. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { client as clientOfBoth } from '../client.js';
import { envOr } from '../env.js';

const folder = await mkdtemp(join(tmpdir(), 'envelope-stream-'));
const file = join(folder, 'backup.tar');
const encrypted = `${file}.age`;
const restored = join(folder, 'restored.tar');
await writeFile(file, new Uint8Array(300_000).fill(7));

// The public gateway resolves the alias.
const client = clientOfBoth();
const envelope = new Envelope({ kms: client, keys: [envOr('KMS_KEY_ID', 'alias/example')] });
const context = { backup: '2026-12-01' };
await pipeline(createReadStream(file), envelope.encryptStream({ context }), createWriteStream(encrypted));
await pipeline(createReadStream(encrypted), envelope.decryptStream({ context }), createWriteStream(restored));

const begin = (await readFile(encrypted, 'latin1')).split('\n', 1)[0];
console.log(`The encrypted file begins with ${begin}`);
console.log(`Restored, the same: ${(await readFile(file)).equals(await readFile(restored))}`);

await client.close();
await rm(folder, { recursive: true });
