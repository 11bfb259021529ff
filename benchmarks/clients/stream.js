// One stream through our envelope, or the same bytes through a bare cipher, each in its own process: its cost, and its memory
// compared with the idle process. Nothing is read from disk: the same chunk repeats.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { readFacts } from './tasks.cjs';

const { what, mebibytes, keyArn, ...facts } = await readFacts();
const { endpoint, regionId, accessKeyId, accessKeySecret } = facts;
const ca = readFileSync(facts.caFile, 'utf8');
const client = new Client({ publicConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca } });
const envelope = new Envelope({ kms: client, keys: [keyArn] });
const context = { file: 'backup' };

const chunk = Buffer.alloc(65_536, 7);
function* plaintext(chunks) {
  for (let count = 0; count < chunks; count += 1) yield chunk;
}

const memoryMb = () => process.memoryUsage.rss() / 2 ** 20;
const samples = [];
let bytesSeen = 0;
// Every 4 MiB: measuring costs as much as encrypting a chunk.
const look = ({ length }) => {
  const before = bytesSeen;
  bytesSeen += length;
  if (before >> 22 !== bytesSeen >> 22) samples.push(memoryMb());
};
const sink = () =>
  new Writable({
    highWaterMark: chunk.length,
    write(bytes, _encoding, done) {
      look(bytes);
      done();
    },
  });

const algorithm = 'chacha20-poly1305';
const options = { authTagLength: 16 };
const key = randomBytes(32);
const nonce = randomBytes(12);

/** The same cipher on the same chunks, each with its own tag, and nothing else. */
function bare(chunks, decrypts) {
  for (const bytes of plaintext(chunks)) {
    const cipher = createCipheriv(algorithm, key, nonce, options);
    const ciphertext = cipher.update(bytes);
    cipher.final();
    const tag = cipher.getAuthTag();
    if (!decrypts) continue;
    const decipher = createDecipheriv(algorithm, key, nonce, options).setAuthTag(tag);
    decipher.update(ciphertext);
    decipher.final();
  }
}

const through = (chunks, ...transforms) =>
  pipeline(Readable.from(plaintext(chunks), { objectMode: false }), ...transforms, sink());

const work = {
  bare: (chunks) => bare(chunks, false),
  bareBoth: (chunks) => bare(chunks, true),
  encrypt: (chunks) => through(chunks, envelope.encryptStream({ context })),
  both: (chunks) => through(chunks, envelope.encryptStream({ context }), envelope.decryptStream({ context })),
}[what];

const chunksPerMebibyte = 2 ** 20 / chunk.length;
// Idle means: connected to KMS, and has encrypted something before.
await work(1);
await setTimeout(100);
const idleMb = memoryMb();
// Code is compiled in the meantime.
await work(8 * chunksPerMebibyte);
samples.length = 0;
const before = process.cpuUsage();
await work(mebibytes * chunksPerMebibyte);
const { user, system } = process.cpuUsage(before);
const quarter = Math.ceil(samples.length / 4);
const highest = (part) => Math.max(...part);
console.log(
  JSON.stringify({
    cpuMs: (user + system) / 1_000,
    memoryMb: samples.length === 0 ? null : highest(samples) - idleMb,
    growthMb: samples.length === 0 ? null : highest(samples.slice(-quarter)) - highest(samples.slice(0, quarter)),
  }),
);
await client.close();
