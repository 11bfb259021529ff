// One stream through our envelope, or the same bytes through a bare cipher, in a process of its own: what it costs, and the
// memory that it takes over that of the idle process. Nothing is read from a disk: the same chunk comes again and again.
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
const client = new Client({ openApiConfig: { endpoint, regionId, accessKeyId, accessKeySecret, ca } });
const envelope = new Envelope({ kms: client, keys: [keyArn] });
const context = { file: 'backup' };

const chunk = Buffer.alloc(65_536, 7);
function* plaintext(chunks) {
  for (let count = 0; count < chunks; count += 1) yield chunk;
}

const memoryMb = () => process.memoryUsage.rss() / 2 ** 20;
const samples = [];
let chunksSeen = 0;
const look = () => {
  chunksSeen += 1;
  if (chunksSeen % 16 === 0) samples.push(memoryMb());
};
const sink = () =>
  new Writable({
    highWaterMark: chunk.length,
    write(_bytes, _encoding, done) {
      look();
      done();
    },
  });

function bare(chunks, decrypts) {
  const parameters = ['chacha20-poly1305', randomBytes(32), randomBytes(12), { authTagLength: 16 }];
  const cipher = createCipheriv(...parameters);
  const decipher = createDecipheriv(...parameters);
  for (const bytes of plaintext(chunks)) {
    const ciphertext = cipher.update(bytes);
    if (decrypts) decipher.update(ciphertext);
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
// Idle is a process that has connected to KMS and encrypted something before.
await work(1);
await setTimeout(100);
const idleMb = memoryMb();
// Code is compiled meanwhile.
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
