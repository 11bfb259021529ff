import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { isAbsolute, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { checkOptions, checkText } from '../checks.js';
import { KmsSecretError } from '../errors.js';
import { readSmallFile } from './files.js';
import { Secret } from './secret.js';
import type { SecretStore, StoredSecret } from './store.js';
import type { SecretKey } from './which.js';

/** Options of `OfficialFileStore`: those of the official client that wrote the files. */
export interface OfficialFileStoreOptions {
  /** Folder of its files (`cache_secret_path`). */
  folder: string;
  /** Salt of that client. */
  salt: string;
}

/**
 * Reads the file caches of the official secret clients (Python v1 and v2, Java, Go), to migrate without losing secrets. Never
 * writes. These files are not authenticated, and their key is stored with the ciphertext, so move on to `EncryptedFileStore`.
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
    checkOptions('options of OfficialFileStore', options, ['folder', 'salt']);
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
      // The stage in the file name is lower case.
      if (!file || file.stage !== stage) return undefined;
      const text = await openOfficialValue(file, this.#salt);
      const value = file.dataType === 'binary' ? Buffer.from(text, 'base64') : text;
      return { secret: new Secret({ ...file, name, value, versionStages: [stage] }), fetchedAt: file.fetchedAt };
    } catch {
      const message = `${path} (${name}): is not a file of an official secret client, or was written with another salt`;
      throw new KmsSecretError('SecretStore.Unreadable', message, { secretName: name });
    }
  }

  /** The official clients use names of secrets as paths; `..` must not lead out of the folder. */
  #pathOf(name: string, stage: string): string | undefined {
    const path = join(this.#folder, name, `stage_${stage.toLowerCase()}.json`);
    const inside = relative(this.#folder, path);
    const escapes = name.split('/').includes('..') || isAbsolute(inside) || inside.startsWith('..');
    return escapes || /[/\\]/.test(stage) ? undefined : path;
  }
}

/** The plaintext fields of an official client's file, and how to decrypt the rest. */
export interface OfficialFile {
  versionId: string;
  dataType: 'text' | 'binary';
  stage: string;
  fetchedAt: number;
  createTime?: Date;
  secretType?: string;
  automaticRotation?: string;
  rotationInterval?: string;
  nextRotationDate?: Date;
  /** Mode, key material, IV and ciphertext, decoded from base64. */
  sealed: Buffer;
  /** Schemes of the clients that may have written it, to be tried. */
  schemes: readonly Scheme[];
}

/** How a client derives a key from the stored material and the salt. */
interface Scheme {
  materialBytes: number;
  iterations: number;
  passwordOf: (material: Buffer) => Buffer;
}

const asIs = (material: Buffer): Buffer => material;
const pythonSchemes: readonly Scheme[] = [
  { materialBytes: 32, iterations: 65_536, passwordOf: asIs }, // v2
  { materialBytes: 16, iterations: 65_536, passwordOf: asIs }, // v1
];
const camelCaseSchemes: readonly Scheme[] = [
  { materialBytes: 32, iterations: 65_536, passwordOf: asJavaText },
  { materialBytes: 32, iterations: 1000, passwordOf: asIs }, // Go
];

const mode = Buffer.from('001');
const ivBytes = 16;

/** @throws if it is not such a file */
function readOfficialFile(text: string): OfficialFile {
  const file = JSON.parse(text);
  const isPython = Object.hasOwn(file, 'secret_info');
  const info: Record<string, unknown> = isPython ? file.secret_info : file.secretInfo;
  // snake_case in Python, camelCase in Java and Go, which write absent values as empty texts.
  const textOf = (name: string): string | undefined => {
    const value = info[isPython ? name : name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const dateOf = (name: string) => {
    const date = new Date(textOf(name) ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
  };
  const versionId = textOf('version_id');
  const fetchedAt: unknown = isPython ? file.refresh_time_stamp : file.refreshTimestamp;
  if (versionId === undefined || typeof fetchedAt !== 'number') throw new Error('members are missing');
  return {
    versionId,
    fetchedAt,
    stage: String(file.stage),
    dataType: textOf('secret_data_type') === 'binary' ? 'binary' : 'text',
    createTime: dateOf('create_time'),
    secretType: textOf('secret_type'),
    automaticRotation: textOf('automatic_rotation'),
    rotationInterval: textOf('rotation_interval'),
    nextRotationDate: dateOf('next_rotation_date'),
    sealed: Buffer.from(textOf('secret_value') ?? '', 'base64'),
    schemes: isPython ? pythonSchemes : camelCaseSchemes,
  };
}

/** @throws if no scheme decrypts it. There is no authentication: valid padding and UTF-8 count as success */
async function openOfficialValue({ sealed, schemes }: OfficialFile, salt: string): Promise<string> {
  if (!sealed.subarray(0, mode.length).equals(mode)) throw new Error('unknown mode');
  for (const { materialBytes, iterations, passwordOf } of schemes) {
    const material = sealed.subarray(mode.length, mode.length + materialBytes);
    const iv = sealed.subarray(mode.length + materialBytes, mode.length + materialBytes + ivBytes);
    const ciphertext = sealed.subarray(mode.length + materialBytes + ivBytes);
    if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) continue;
    const key = await promisify(pbkdf2)(passwordOf(material), salt, iterations, 32, 'sha256');
    try {
      const decipher = createDecipheriv('aes-256-cbc', key, iv);
      const bytes = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Try the next scheme.
    }
  }
  throw new Error('no scheme fits');
}

/**
 * Java converts the material to text and back to bytes, so invalid UTF-8 becomes U+FFFD. An encoded surrogate (ED A0..BF,
 * with or without its last byte) becomes one U+FFFD there, and one for each byte here.
 */
export function asJavaText(material: Buffer): Buffer {
  const replaced = Buffer.from(material.toString('latin1').replace(/\xed[\xa0-\xbf][\x80-\xbf]?/g, '\xff'), 'latin1');
  return Buffer.from(replaced.toString('utf8'));
}
