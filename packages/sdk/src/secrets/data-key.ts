import { createSecretKey, type KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkText, invalidOption, kindOf, mustBe } from '../checks.js';
import type { OperationOptions } from '../client/call-options.js';
import { toBase64 } from '../util/encodings.js';
import { failureKind } from './failure-kind.js';
import { readSmallFile, writeFileAtOnce } from './files.js';

/** Generates and decrypts data keys: a `Client`, with either gateway. */
export interface DataKeyClient {
  /** As `generateDataKey` of a `Client`. */
  generateDataKey(
    request: { keyId: string; numberOfBytes?: number },
    options?: OperationOptions,
  ): Promise<SealedDataKey & { plaintext: Uint8Array }>;
  /** As `decrypt` of a `Client`. */
  decrypt(request: SealedDataKey, options?: OperationOptions): Promise<{ plaintext: Uint8Array }>;
}

/** What must be stored to decrypt a data key later. */
export interface SealedDataKey {
  keyId: string;
  ciphertextBlob: Uint8Array;
  /** With a client key only. */
  iv?: Uint8Array;
  /** Version of the key that encrypted it, in case the key is rotated. */
  keyVersionId?: string;
}

const fileName = 'data-key.json';

/** The data key of a folder, loaded when first needed: decrypts the stored one, otherwise generates a new one. */
export function dataKeyOf(folder: string, dataKey: { client: DataKeyClient; keyId: string }): () => Promise<KeyObject> {
  const { client, keyId } = dataKey;
  checkText('dataKey.keyId', keyId);
  if (typeof client?.generateDataKey !== 'function')
    throw invalidOption(mustBe('dataKey.client', 'a Client', kindOf(client)));
  const path = join(folder, fileName);
  let opening: Promise<KeyObject> | undefined;
  return () => {
    opening ??= open(path, client, keyId).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}

async function open(path: string, client: DataKeyClient, keyId: string): Promise<KeyObject> {
  const written = await read(path, keyId);
  if (written) {
    try {
      return keyFrom(await client.decrypt(written));
    } catch (error) {
      // A deleted KMS key cannot decrypt anything any more; generate a new data key and fetch the secrets again.
      if (failureKind(error) === 'away') throw error;
    }
  }
  await rm(path, { force: true });
  const made = await client.generateDataKey({ keyId, numberOfBytes: 32 });
  // Another process may have created one at the same time, and all must use the same.
  const isOurs = await writeFileAtOnce(path, Buffer.from(textOf(keyId, made)), 'keep');
  if (isOurs) return keyFrom(made);
  made.plaintext.fill(0);
  const theirs = await read(path, keyId);
  if (!theirs) throw new Error(`${path} is not a data key`);
  return keyFrom(await client.decrypt(theirs));
}

/** Undefined if there is none, or one under another key. */
async function read(path: string, wantedKey: string): Promise<SealedDataKey | undefined> {
  const text = (await readSmallFile(path))?.toString();
  try {
    const { under, keyId, keyVersionId, ciphertextBlob, iv } = JSON.parse(text ?? '{}');
    if (under !== wantedKey) return undefined;
    return { keyId, keyVersionId, ciphertextBlob: bytesOf(ciphertextBlob), iv: iv && bytesOf(iv) };
  } catch {
    return undefined;
  }
}

/** @param under the key as the caller names it, possibly an alias */
function textOf(under: string, { keyId, keyVersionId, ciphertextBlob, iv }: SealedDataKey): string {
  return JSON.stringify({
    under,
    keyId,
    keyVersionId,
    ciphertextBlob: toBase64(ciphertextBlob),
    iv: iv && toBase64(iv),
  });
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

function keyFrom({ plaintext }: { plaintext: Uint8Array }): KeyObject {
  const key = createSecretKey(plaintext);
  plaintext.fill(0);
  return key;
}
