import { createSecretKey, type KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperationOptions } from '../client/call-options.js';
import { checkText, invalidOption } from '../transport/option-checks.js';
import { failureKind } from './failure-kind.js';
import { readSmallFile, writeFileAtOnce } from './files.js';

/** What makes and opens data keys: a `Client`. */
export interface DataKeyClient {
  advanceGenerateDataKey(
    request: { keyId: string; numberOfBytes?: number },
    options?: OperationOptions,
  ): Promise<{ plaintext: Uint8Array; ciphertextBlob: Uint8Array }>;
  advanceDecrypt(
    request: { ciphertextBlob: Uint8Array },
    options?: OperationOptions,
  ): Promise<{ plaintext: Uint8Array }>;
}

const fileName = 'data-key.json';

/** The data key of a folder, asked for when it is first needed: the one that lies there encrypted, else a new one. */
export function dataKeyOf(folder: string, dataKey: { client: DataKeyClient; keyId: string }): () => Promise<KeyObject> {
  const { client, keyId } = dataKey;
  checkText('dataKey.keyId', keyId);
  if (typeof client?.advanceDecrypt !== 'function') throw invalidOption('dataKey.client', 'something else', 'a Client');
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
      return keyFrom(await client.advanceDecrypt({ ciphertextBlob: written }));
    } catch (error) {
      // A key that KMS has no more opens nothing any more; the secrets are read anew.
      if (failureKind(error) === 'away') throw error;
    }
  }
  await rm(path, { force: true });
  const made = await client.advanceGenerateDataKey({ keyId, numberOfBytes: 32 });
  const content = { keyId, ciphertextBlob: Buffer.from(made.ciphertextBlob).toString('base64') };
  // Another process may have made one at the same time: there is one for all.
  const isOurs = await writeFileAtOnce(path, Buffer.from(JSON.stringify(content)), 'keep');
  if (isOurs) return keyFrom(made);
  made.plaintext.fill(0);
  const theirs = await read(path, keyId);
  if (!theirs) throw new Error(`${path} is no data key`);
  return keyFrom(await client.advanceDecrypt({ ciphertextBlob: theirs }));
}

/** Undefined when there is none, or one under another key. */
async function read(path: string, wantedKeyId: string): Promise<Uint8Array | undefined> {
  const text = (await readSmallFile(path))?.toString();
  try {
    const { keyId, ciphertextBlob } = JSON.parse(text ?? '{}');
    return keyId === wantedKeyId ? Buffer.from(ciphertextBlob, 'base64') : undefined;
  } catch {
    return undefined;
  }
}

function keyFrom({ plaintext }: { plaintext: Uint8Array }): KeyObject {
  const key = createSecretKey(plaintext);
  plaintext.fill(0);
  return key;
}
