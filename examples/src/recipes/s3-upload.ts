/** Upload an encrypted stream in parts to an S3-compatible storage, and read it back, with the memory of two parts. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { Envelope } from 'alibabacloud-kms-sdk/envelope';
import { client as makeClient } from '../client.js';
import { env, envOr } from '../env.js';
import { EncryptedObjects } from './s3-upload/encrypted-objects.js';

const chunk = Buffer.alloc(1024 * 1024, 'a line of a log\n');
const chunks = 40;

const s3 = new S3Client({ endpoint: env('STORAGE_ENDPOINT'), region: envOr('STORAGE_REGION', 'cn-hangzhou') });
const client = makeClient();
const envelope = new Envelope({ kms: client, keys: [envOr('KMS_KEY_ID', 'alias/example')] });
const objects = new EncryptedObjects(s3, envelope, env('STORAGE_BUCKET'));

const sent = createHash('sha256');
function* source() {
  for (let i = 0; i < chunks; i++) {
    sent.update(chunk);
    yield chunk;
  }
}
await objects.put('logs/monday', Readable.from(source(), { objectMode: false }));
console.log(`Uploaded ${chunks} MiB`);

const received = createHash('sha256');
await objects.get('logs/monday', received);
console.log(`Read back: ${sent.digest('hex') === received.digest('hex') ? 'the same' : 'something else'}`);

await client.close();
s3.destroy();
