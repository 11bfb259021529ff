import { randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope, KmsEnvelopeError, KmsIntegrityError } from 'alibabacloud-kms-sdk/envelope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EncryptedObjects } from '../../src/recipes/s3-upload/encrypted-objects.js';
import { useExamples } from '../support/run-example.js';
import { type S3Server, startS3Server } from '../support/s3-server.js';

const examples = useExamples();
const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };

let storage: S3Server;
let s3: S3Client;
let client: Client;
let objects: EncryptedObjects;
beforeAll(async () => {
  storage = await startS3Server();
  s3 = new S3Client({ endpoint: storage.endpoint, region: 'cn-hangzhou', credentials, maxAttempts: 1 });
  client = new Client(examples.kms.clientConfig());
  const envelope = new Envelope({ kms: client, keys: ['alias/example'] });
  objects = new EncryptedObjects(s3, envelope, 'logs');
});
afterAll(async () => {
  s3.destroy();
  await client.close();
  await storage.close();
});

const data = randomBytes(20_000_000);
const source = () => Readable.from([data.subarray(0, 9_999_999), data.subarray(9_999_999)]);

class Kept extends Writable {
  readonly chunks: Buffer[] = [];
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }
  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

test('the example uploads in parts and reads the same back; the storage has no line of it', async () => {
  const env = {
    STORAGE_ENDPOINT: storage.endpoint,
    STORAGE_BUCKET: 'logs',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 's',
  };
  const { stdout } = await examples.run('recipes/s3-upload', env);
  expect(stdout).toBe('Uploaded 40 MiB\nRead back: the same\n');
  const stored = storage.objects.get('/logs/logs/monday');
  expect([stored?.subarray(0, 18).toString(), stored?.includes('a line of a log')]).toEqual([
    'age-encryption.org',
    false,
  ]);
  expect(storage.lastParts()).toBe(6);
});

test('an object that was moved, cut short or changed is refused', async () => {
  await objects.put('a', source());
  const read = new Kept();
  await objects.get('a', read);
  expect(read.bytes.equals(data)).toBe(true);

  const stored = storage.objects.get('/logs/a') as Buffer;
  storage.objects.set('/logs/b', stored);
  await expect(objects.get('b', new Kept())).rejects.toThrow(KmsEnvelopeError);
  storage.objects.set('/logs/a', stored.subarray(0, 15_000_000));
  await expect(objects.get('a', new Kept())).rejects.toThrow(KmsIntegrityError);
  const changed = Buffer.from(stored);
  changed[12_000_000] = (changed[12_000_000] as number) ^ 1;
  storage.objects.set('/logs/a', changed);
  const part = new Kept();
  await expect(objects.get('a', part)).rejects.toThrow(KmsIntegrityError);
  expect(part.bytes.equals(data.subarray(0, part.bytes.length))).toBe(true);
});

test('a source that fails leaves no object and no parts that somebody pays for', async () => {
  const failing = Readable.from(
    (function* () {
      yield data;
      throw new Error('the disk is gone');
    })(),
  );
  await expect(objects.put('half', failing)).rejects.toThrow('the disk is gone');
  await expect.poll(() => storage.openUploads()).toBe(0);
  expect(storage.objects.has('/logs/half')).toBe(false);
});
