import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Envelope } from 'alibabacloud-kms-sdk/envelope';

const mib = 1024 * 1024;

/** Objects in a bucket that S3 has as files of age. */
export class EncryptedObjects {
  readonly #s3: S3Client;
  readonly #envelope: Envelope;
  readonly #bucket: string;

  constructor(s3: S3Client, envelope: Envelope, bucket: string) {
    this.#s3 = s3;
    this.#envelope = envelope;
    this.#bucket = bucket;
  }

  /** Uploads a stream of any length in parts. When it fails, the parts that were sent are deleted. */
  async put(key: string, body: Readable): Promise<void> {
    const encrypted = this.#envelope.encryptStream({ context: this.#contextOf(key) });
    const params = { Bucket: this.#bucket, Key: key, Body: encrypted, ContentType: 'application/octet-stream' };
    // Two parts of 8 MiB are in memory at once; 10,000 of them are at most 78 GiB.
    const upload = new Upload({ client: this.#s3, params, partSize: 8 * mib, queueSize: 2 });
    await Promise.all([upload.done(), pipeline(body, encrypted)]);
  }

  /** Writes the object to a destination, which has to forget what it got when this fails. */
  async get(key: string, destination: Writable): Promise<void> {
    const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    const decrypted = this.#envelope.decryptStream({ context: this.#contextOf(key) });
    await pipeline(Body as Readable, decrypted, destination);
  }

  /** An object that somebody copied over another one does not open there. */
  #contextOf(key: string): { bucket: string; key: string } {
    return { bucket: this.#bucket, key };
  }
}
