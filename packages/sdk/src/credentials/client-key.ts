import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkOptionalText, checkPath, fitsHeader, invalidOption, missingOption } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { tryParseJson } from '../util/encodings.js';
import { fileProblem } from '../util/file-paths.js';
import { isObject } from '../util/value-kinds.js';
import { singleFlight } from '../util/work.js';
import { PemError, readOnePem } from '../wire/pem.js';
import { openPkcs12 } from './pkcs12.js';

/**
 * A client key, given as one of: `clientKeyFile` with `password`, `clientKeyContent` with `password`, or `accessKeyId`
 * with `privateKey`.
 *
 * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createclientkey
 */
export interface ClientKeyOptions {
  /** Path of the client key file from CreateClientKey: `{"KeyId": "KAAP.…", "PrivateKeyData": "<base64 PKCS#12>"}`. */
  clientKeyFile?: string | undefined;
  /** Content of that file. */
  clientKeyContent?: string | undefined;
  /** Password of the PKCS#12, set when the client key was created: 8 to 64 ASCII characters. */
  password?: string | undefined;
  /** Id of the client key, `KAAP.…`, with `privateKey`. */
  accessKeyId?: string | undefined;
  /** RSA private key, PKCS#1 or PKCS#8, as PEM or as the base64 text of a PEM without its first and last line. */
  privateKey?: string | undefined;
}

/** A client key, ready to sign. */
export class ClientKeyCredential {
  readonly keyId: string;
  /** When the client key expires; undefined for a bare private key. */
  readonly validUntil?: Date;
  readonly #privateKey: KeyObject;

  constructor(keyId: string, privateKey: KeyObject, validUntil?: Date) {
    this.keyId = keyId;
    this.#privateKey = privateKey;
    this.validUntil = validUntil;
  }

  /** RSASSA-PKCS1-v1_5 with SHA-256 ({@link https://www.rfc-editor.org/rfc/rfc8017#section-8.2 RFC 8017}) over the UTF-8 text, in base64. */
  sign(text: string): Promise<string> {
    // In the thread pool: with 32 concurrent calls 7,200 signatures a second instead of 4,100 on the event loop of a
    // 2-core machine, and the loop stays free. A single call takes 0.28 ms instead of 0.23 ms.
    return new Promise((resolve, reject) => {
      sign('RSA-SHA256', Buffer.from(text), this.#privateKey, (error, signature) => {
        if (error) reject(error);
        else resolve(signature.toString('base64'));
      });
    });
  }
}

/** Loads a client key once, when it is first needed. */
export class ClientKeyProvider {
  /**
   * The client key. A failure is not cached: the next call tries again.
   *
   * @throws KmsConfigurationError `ClientKey.Unreadable`, `ClientKey.WrongPassword`
   */
  readonly get: () => Promise<ClientKeyCredential>;

  /**
   * @param where name of the configuration object, for messages
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(options: ClientKeyOptions, where: string) {
    this.get = singleFlight(loaderOf(options, where));
  }
}

const unreadable = (what: string, cause?: unknown) =>
  new KmsConfigurationError('ClientKey.Unreadable', what, { cause });

function loaderOf(options: ClientKeyOptions, where: string): () => Promise<ClientKeyCredential> {
  for (const name of ['clientKeyFile', 'clientKeyContent', 'accessKeyId', 'privateKey', 'password'] as const) {
    checkOptionalText(`${where}.${name}`, options[name]);
  }
  const { clientKeyFile, clientKeyContent, accessKeyId, privateKey, password } = options;
  const ways = { clientKeyFile, clientKeyContent, privateKey };
  const given = Object.entries(ways).flatMap(([name, value]) => (value ? [name] : []));
  if (given.length === 0) {
    const choice = 'clientKeyFile and password, clientKeyContent and password, or accessKeyId and privateKey';
    throw missingOption(`${where} has no client key: give ${choice}`);
  }
  if (given.length > 1) {
    throw invalidOption(`${where}: give only one of ${given.join(' and ')}`);
  }
  if (privateKey) {
    if (!accessKeyId) throw missing(`${where}.accessKeyId`, 'the id of the client key that privateKey belongs to');
    if (!fitsHeader(accessKeyId)) {
      throw invalidOption(`${where}.accessKeyId has spaces or line breaks`);
    }
    return async () => new ClientKeyCredential(accessKeyId, parsePrivateKey(privateKey, `${where}.privateKey`));
  }
  if (!password) throw missing(`${where}.password`, `the password of ${given[0]}`);
  if (clientKeyContent) return () => parseClientKey(clientKeyContent, password, `${where}.clientKeyContent`);
  const path = checkPath(`${where}.clientKeyFile`, clientKeyFile, 'clientKeyContent');
  return async () => parseClientKey(await read(path), password, `client key file ${path}`);
}

const missing = (option: string, meaning: string) => missingOption(`${option} is missing or empty: it is ${meaning}`);

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(`client key file ${path} cannot be read: ${fileProblem(error as NodeJS.ErrnoException)}`, error);
  }
}

async function parseClientKey(content: string, password: string, source: string): Promise<ClientKeyCredential> {
  const { KeyId: keyId, PrivateKeyData: data } = readMembers(content, source);
  if (typeof keyId !== 'string' || keyId === '') throw unreadable(`${source}: KeyId is missing`);
  if (!fitsHeader(keyId)) throw unreadable(`${source}: KeyId has spaces or line breaks`);
  if (typeof data !== 'string' || data === '') throw unreadable(`${source}: PrivateKeyData is missing`);
  const { privateKey, validUntil } = await openPkcs12(
    decodeBase64(data, `${source}: PrivateKeyData`),
    password,
    source,
  );
  return new ClientKeyCredential(keyId, privateKey, validUntil);
}

function readMembers(content: string, source: string): Record<string, unknown> {
  // Editors on Windows put a byte order mark before JSON; trim removes it.
  const members = tryParseJson(content.trim());
  if (isObject(members)) return members;
  throw unreadable(`${source} is not a client key: it must be JSON with KeyId and PrivateKeyData`);
}

function decodeBase64(text: string, what: string): Buffer {
  const compact = text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw unreadable(`${what} is not base64`);
  return Buffer.from(compact, 'base64');
}

/** With the types that OpenSSL needs. A client key is RSA; the others are for the error message. */
const privateKeyTypes = { 'PRIVATE KEY': 'pkcs8', 'RSA PRIVATE KEY': 'pkcs1', 'EC PRIVATE KEY': 'sec1' } as const;
const encryptedLabel = 'ENCRYPTED PRIVATE KEY';

function parsePrivateKey(text: string, source: string): KeyObject {
  for (const input of privateKeyInputs(text, source)) {
    try {
      const key = createPrivateKey(input);
      if (key.asymmetricKeyType === 'rsa') return key;
      throw unreadable(`${source} is a key of type ${key.asymmetricKeyType}; a client key is RSA`);
    } catch (error) {
      if (error instanceof KmsConfigurationError) throw error;
    }
  }
  throw unreadable(`${source} is not a private key: it must be PKCS#1 or PKCS#8, not encrypted`);
}

function privateKeyInputs(text: string, source: string): Parameters<typeof createPrivateKey>[0][] {
  if (!text.includes('-----BEGIN')) {
    const key = decodeBase64(text.replace(/\\[rn]/g, ''), source);
    return [
      { key, format: 'der', type: 'pkcs8' },
      { key, format: 'der', type: 'pkcs1' },
    ];
  }
  try {
    const { label, der } = readOnePem(text, [...Object.keys(privateKeyTypes), encryptedLabel]);
    if (label === encryptedLabel) throw unreadable(`${source} is encrypted: give the key as openssl pkey writes it`);
    return [{ key: Buffer.from(der), format: 'der', type: privateKeyTypes[label as keyof typeof privateKeyTypes] }];
  } catch (error) {
    if (!(error instanceof PemError)) throw error;
    throw unreadable(`${source} is not a readable private key: ${error.message}`);
  }
}
