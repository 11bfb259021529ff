import { createCipheriv, createDecipheriv, createHash, createSecretKey, KeyObject, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOptions, checkText, invalidOption, kindOf, mustBe } from '../checks.js';
import { KmsSecretError } from '../errors.js';
import { toBase64 } from '../util/encodings.js';
import { isBytes } from '../util/value-kinds.js';
import { type DataKeyClient, dataKeyOf } from './data-key.js';
import { readSmallFile, writeFileAtOnce } from './files.js';
import { Secret, type SecretInit } from './secret.js';
import type { SecretStore, StoredSecret } from './store.js';
import { type SecretKey, selectionText } from './which.js';

/** Options of `EncryptedFileStore`: `folder`, and `key` or `dataKey`. */
export interface EncryptedFileStoreOptions {
  /** Folder for the files; created for its owner only if it does not exist. Several processes can share it. */
  folder: string;
  /** 32 random bytes, or a secret KeyObject with them, stored away from the folder. */
  key?: Uint8Array | KeyObject | undefined;
  /**
   * Instead of `key`: a data key that KMS generates under this key (id, alias or ARN). It is stored encrypted in the
   * folder, so a start needs one Decrypt call to KMS, and no GetSecretValue.
   */
  dataKey?: { client: DataKeyClient; keyId: string } | undefined;
}

const magic = Buffer.from('KSC1');
const ivBytes = 12;
const tagBytes = 16;

/**
 * Stores secrets in files, so that a service can start while KMS is unavailable. Each file is encrypted with AES-256-GCM,
 * bound to the name and stage of its secret, and replaced atomically (0600). A damaged file, or one under another key,
 * causes an `error` event, and is replaced once the secret has been read from KMS.
 *
 * @throws {KmsConfigurationError} `Config.Invalid`
 * @example
 * ```ts
 * const key = Buffer.from(process.env.SECRET_STORE_KEY, 'base64');
 * const secrets = new SecretCache({ client, store: new EncryptedFileStore({ folder: '/var/lib/app/secrets', key }) });
 * ```
 * @see https://csrc.nist.gov/pubs/sp/800/38/d/final
 */
export class EncryptedFileStore implements SecretStore {
  readonly #folder: string;
  readonly #key: () => Promise<KeyObject>;

  constructor(options: EncryptedFileStoreOptions) {
    const path = 'options of EncryptedFileStore';
    checkOptions(path, options, ['folder', 'key', 'dataKey']);
    const { folder, key, dataKey } = options;
    this.#folder = checkText('folder', folder);
    if ((key === undefined) === (dataKey === undefined)) {
      throw invalidOption(`${path} have ${key ? 'both' : 'neither'} of key and dataKey: give one`);
    }
    if (dataKey) this.#key = dataKeyOf(this.#folder, dataKey);
    else {
      const given = Promise.resolve(checkKey(key));
      this.#key = () => given;
    }
  }

  /** @throws {KmsSecretError} `SecretStore.Unreadable` */
  async load(key: SecretKey): Promise<StoredSecret | undefined> {
    const path = this.#pathOf(key);
    try {
      const bytes = await readSmallFile(path);
      return bytes && secretOfText(opened(bytes, await this.#key(), key));
    } catch (cause) {
      throw new KmsSecretError(
        'SecretStore.Unreadable',
        `${path} (${key.name}): ${cause instanceof Unopened ? cause.message : `cannot be read (${codeOf(cause)})`}`,
        { secretName: key.name, cause: cause instanceof Unopened ? undefined : cause },
      );
    }
  }

  /** @throws {KmsSecretError} `SecretStore.Unwritable` */
  async save(key: SecretKey, stored: StoredSecret): Promise<void> {
    await this.#changing(key, async (path) => {
      await writeFileAtOnce(path, sealed(storedText(stored), await this.#key(), key), 'replace');
    });
  }

  /** @throws {KmsSecretError} `SecretStore.Unwritable` */
  async remove(key: SecretKey): Promise<void> {
    await this.#changing(key, (path) => rm(path, { force: true }));
  }

  async #changing(key: SecretKey, change: (path: string) => Promise<void>): Promise<void> {
    const path = this.#pathOf(key);
    try {
      await change(path);
    } catch (cause) {
      const message = `${path} (${key.name}): cannot be written (${codeOf(cause)})`;
      throw new KmsSecretError('SecretStore.Unwritable', message, { secretName: key.name, cause });
    }
  }

  /** A digest: names of secrets contain slashes, and may be longer than file names. */
  #pathOf(key: SecretKey): string {
    return join(this.#folder, `${createHash('sha256').update(subjectOf(key)).digest('hex')}.secret`);
  }
}

/** Neither names nor stages of secrets contain line feeds. */
const subjectOf = (key: SecretKey): string => `${key.name}\n${selectionText(key)}`;

const boundTo = (key: SecretKey): Buffer => Buffer.concat([magic, Buffer.from(subjectOf(key))]);

/** magic | IV | tag | ciphertext */
function sealed(text: string, key: KeyObject, of: SecretKey): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(boundTo(of));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([magic, iv, cipher.getAuthTag(), ciphertext]);
}

function opened(bytes: Buffer, key: KeyObject, of: SecretKey): string {
  const iv = bytes.subarray(magic.length, magic.length + ivBytes);
  const tag = bytes.subarray(magic.length + ivBytes, magic.length + ivBytes + tagBytes);
  const ciphertext = bytes.subarray(magic.length + ivBytes + tagBytes);
  try {
    if (!bytes.subarray(0, magic.length).equals(magic)) throw new Unopened();
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(boundTo(of));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString();
  } catch {
    throw new Unopened();
  }
}

/** One message for all causes: they cannot be distinguished. */
class Unopened extends Error {
  constructor() {
    super('does not open: it was written under another key, or for another secret, or is damaged');
  }
}

function checkKey(key: unknown): KeyObject {
  if (key instanceof KeyObject && key.type === 'secret' && key.symmetricKeySize === 32) return key;
  if (isBytes(key) && key.length === 32) return createSecretKey(Uint8Array.from(key));
  const found = isBytes(key) ? `${key.length} bytes` : kindOf(key);
  throw invalidOption(mustBe('key', '32 bytes, or a secret KeyObject of 32 bytes', found));
}

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? (error as Error)?.message);

/** A secret as the plaintext of an encrypted file. */
function storedText({ secret, fetchedAt }: StoredSecret): string {
  const { name, versionId, versionStages, secretType, createTime, dataType } = secret;
  const { automaticRotation, rotationInterval, nextRotationDate, extendedConfig } = secret;
  const value = dataType === 'text' ? { text: secret.text } : { base64: toBase64(secret.bytes) };
  const settings = { automaticRotation, rotationInterval, nextRotationDate, extendedConfig };
  return JSON.stringify({ fetchedAt, name, versionId, versionStages, secretType, createTime, ...settings, ...value });
}

/** The text is authenticated, so it is as `storedText` wrote it. */
function secretOfText(text: string): StoredSecret {
  const { fetchedAt, text: value, base64, ...init } = JSON.parse(text);
  const dateOf = (date: string | undefined) => (date === undefined ? undefined : new Date(date));
  const secret = new Secret({
    ...(init as SecretInit),
    value: value ?? Buffer.from(base64, 'base64'),
    createTime: dateOf(init.createTime),
    nextRotationDate: dateOf(init.nextRotationDate),
  });
  return { secret, fetchedAt };
}
