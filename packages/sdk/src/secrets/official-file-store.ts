import { isAbsolute, join, relative } from 'node:path';
import { KmsSecretError } from '../errors.js';
import { checkNames, checkObject, checkText } from '../util/option-checks.js';
import { readSmallFile } from './files.js';
import { openOfficialValue, readOfficialFile } from './official-file.js';
import { Secret } from './secret.js';
import type { SecretStore, StoredSecret } from './store.js';
import type { SecretKey } from './which.js';

/** Options of `OfficialFileStore`: those of the official client that wrote the files. */
export interface OfficialFileStoreOptions {
  /** Folder of its files (`cache_secret_path`). */
  folder: string;
  /** Salt that it was given. */
  salt: string;
}

/**
 * Reads the file caches of the official secret clients: Python v1 and v2, Java, Go. For a move that loses nothing; it never
 * writes. Their files are not authenticated and their key lies beside the ciphertext, so move on to `EncryptedFileStore`.
 *
 * @throws {KmsConfigurationError} `Config.Invalid`
 * @example
 * ```ts
 * const store = [new EncryptedFileStore({ folder, key }), new OfficialFileStore({ folder: './cache', salt })];
 * const secrets = new SecretCache({ client, store });
 * ```
 */
export class OfficialFileStore implements SecretStore {
  readonly #folder: string;
  readonly #salt: string;

  constructor(options: OfficialFileStoreOptions) {
    checkNames('options of OfficialFileStore', checkObject('options of OfficialFileStore', options), [
      'folder',
      'salt',
    ]);
    this.#folder = checkText('folder', options.folder);
    this.#salt = checkText('salt', options.salt);
  }

  /** @throws {KmsSecretError} `SecretStore.Unreadable` */
  async load({ name, stage }: SecretKey): Promise<StoredSecret | undefined> {
    const path = stage === undefined ? undefined : this.#pathOf(name, stage);
    if (path === undefined) return undefined;
    try {
      const bytes = await readSmallFile(path);
      const file = bytes && readOfficialFile(bytes.toString());
      // The name of the file has its stage in lower case.
      if (!file || file.stage !== stage) return undefined;
      const text = await openOfficialValue(file, this.#salt);
      const value = file.dataType === 'binary' ? Buffer.from(text, 'base64') : text;
      return { secret: new Secret({ ...file, name, value, versionStages: [stage] }), fetchedAt: file.fetchedAt };
    } catch {
      const message = `${path} (${name}): is no file of an official secret client, or was written with another salt`;
      throw new KmsSecretError('SecretStore.Unreadable', message, { secretName: name });
    }
  }

  /** Names of secrets are used as paths there; `..` must not lead out of the folder. */
  #pathOf(name: string, stage: string): string | undefined {
    const path = join(this.#folder, name, `stage_${stage.toLowerCase()}.json`);
    const inside = relative(this.#folder, path);
    const escapes = name.split('/').includes('..') || isAbsolute(inside) || inside.startsWith('..');
    return escapes || /[/\\]/.test(stage) ? undefined : path;
  }
}
