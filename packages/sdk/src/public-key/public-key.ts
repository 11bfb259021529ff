import { checkBytes, checkBytesOrText, checkObject, checkOptionalText, invalidInput } from '../checks.js';
import { type KeyPairSpec, type KeyUsage, keySpecFacts } from '../model/key-specs.js';
import { limits } from '../model/limits.js';
import { oneLine } from '../util/text.js';
import { PemError, readOnePem, toPem } from '../wire/pem.js';
import { isJoseForm, joseFormAdvice } from './ec.js';
import { type Jwk, type PublicJwk, readJwk, writeJwk } from './jwk.js';
import { type OpenKey, openKeyObject, openSpki } from './open-key.js';
import type { Encrypter, Verifier } from './operations.js';
import { sm2IdMaxBytes } from './sm2.js';

/** The KMS key that a {@link PublicKey} belongs to, if known. */
export interface PublicKeyNames {
  /** Id of the key. */
  keyId?: string | undefined;
  /** Id of the key's version. */
  keyVersionId?: string | undefined;
}

/** The message of a signature; parameter of {@link PublicKey.digest}. */
export interface LocalDigestRequest {
  /** The message. A string is taken as UTF-8. */
  message: Uint8Array | string;
  /** SM2 only: id of the signer, at most 8,191 bytes as UTF-8. Default `1234567812345678`, the id that KMS signs with. */
  sm2Id?: string | undefined;
}

/** Parameter of {@link PublicKey.verify}: that of `client.verify`, without the fields that only a call needs. */
export interface LocalVerifyRequest extends LocalDigestRequest {
  /** The message, or with `messageType: 'DIGEST'` its hash (32 bytes, a Uint8Array). A string is taken as UTF-8. */
  message: Uint8Array | string;
  /** Default RAW: this SDK hashes the message. */
  messageType?: 'RAW' | 'DIGEST' | undefined;
  /** The signature; for elliptic curves and SM2 in DER. */
  signature: Uint8Array;
  /** One of `algorithms['SIGN/VERIFY']`; default the first. */
  algorithm?: string | undefined;
}

/** Parameter of {@link PublicKey.encrypt}. */
export interface LocalEncryptRequest {
  /**
   * What to encrypt. A string is taken as UTF-8. RSA: up to 190, 318 or 446 bytes (2048, 3072 or 4096 bits) with
   * RSAES_OAEP_SHA_256, and 24 more with RSAES_OAEP_SHA_1. SM2: at least 1 byte.
   */
  plaintext: Uint8Array | string;
  /** One of `algorithms['ENCRYPT/DECRYPT']`; default the first. */
  algorithm?: string | undefined;
}

/**
 * The public half of an asymmetric key: verifies and encrypts locally, without a call and without waiting.
 * `client.publicKey(keyId)` gets one from KMS; `fromPem`, `fromDer` and `fromJwk` create one from existing data.
 *
 * A public key does not reveal its usage in KMS: an RSA or SM2 key offers both usages here.
 *
 * @example
 * ```ts
 * const key = await client.publicKey('alias/signer');
 * if (!key.verify({ message, signature })) throw new Error('forged');
 *
 * const sealed = (await PublicKey.fromPem(pem)).encrypt({ plaintext: 'for KMS only' });
 * const { plaintext } = await client.decrypt({ keyId, ciphertextBlob: sealed });
 * ```
 * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getpublickey
 */
export class PublicKey {
  /** Id of the key, if known. */
  readonly keyId?: string;
  /** Version of the key that this public key belongs to, if known. */
  readonly keyVersionId?: string;
  /** Spec, as derived from the public key itself. */
  readonly keySpec: KeyPairSpec;
  /** Algorithms by usage, the default first. A missing usage is impossible with this spec. */
  readonly algorithms: Readonly<Partial<Record<KeyUsage, readonly string[]>>>;
  readonly #key: OpenKey;

  private constructor(key: OpenKey, names: PublicKeyNames) {
    this.keyId = checkOptionalText('keyId', names.keyId, invalidInput);
    this.keyVersionId = checkOptionalText('keyVersionId', names.keyVersionId, invalidInput);
    this.keySpec = key.keySpec;
    this.algorithms = keySpecFacts(key.keySpec)?.algorithms ?? {};
    this.#key = key;
  }

  /**
   * Creates a PublicKey from PEM text.
   *
   * @param pem one `PUBLIC KEY` block (SubjectPublicKeyInfo), as GetPublicKey returns it; other blocks and text may
   * surround it, and line breaks may be written `\n`, as in environment variables
   * @param names `keyId` and `keyVersionId` of the result; default unknown
   * @throws {KmsConfigurationError} `Request.Invalid`: other text, or a key without a spec in KMS
   */
  static async fromPem(pem: string, names: PublicKeyNames = {}): Promise<PublicKey> {
    return new PublicKey(await openSpki(publicKeyOf(pem), 'pem'), checkObject('names', names, invalidInput));
  }

  /**
   * Creates a PublicKey from DER.
   *
   * @param der SubjectPublicKeyInfo (RFC 5280)
   * @param names `keyId` and `keyVersionId` of the result; default unknown
   * @throws {KmsConfigurationError} `Request.Invalid`: other bytes, or a key without a spec in KMS
   */
  static async fromDer(der: Uint8Array, names: PublicKeyNames = {}): Promise<PublicKey> {
    return new PublicKey(await openSpki(checkBytes('der', der), 'der'), checkObject('names', names, invalidInput));
  }

  /**
   * Creates a PublicKey from a JSON Web Key: RSA, or EC on P-256 or secp256k1.
   *
   * @param jwk members other than the key (`kid`, `alg`, `use`) are ignored; a private key is refused
   * @param names `keyId` and `keyVersionId` of the result; default unknown
   * @throws {KmsConfigurationError} `Request.Invalid`: not such a JWK, or a key without a spec in KMS
   */
  static async fromJwk(jwk: Jwk, names: PublicKeyNames = {}): Promise<PublicKey> {
    return new PublicKey(await openKeyObject(readJwk(jwk), 'jwk'), checkObject('names', names, invalidInput));
  }

  /**
   * Verifies a signature as KMS would.
   *
   * @returns false for every signature that is not genuine, including malformed ones; for a signature in JOSE form the
   * process emits one warning (`KMS_SIGNATURE_FORM`): `joseToDer` converts it
   * @throws {KmsConfigurationError} `Request.Invalid`: never because of the bytes of the signature
   * @example
   * ```ts
   * key.verify({ message: digest, messageType: 'DIGEST', signature, algorithm: 'RSA_PKCS1_SHA_256' });
   * ```
   */
  verify(request: LocalVerifyRequest): boolean {
    checkObject('request', request, invalidInput);
    const { messageType = 'RAW', algorithm: asked } = request;
    const algorithm = this.#chooseAlgorithm('SIGN/VERIFY', asked);
    const verifier = this.#key.verifiers[algorithm] as Verifier;
    const message = checkBytesOrText('message', request.message);
    const signature = checkBytes('signature', request.signature);
    if (isJoseForm(signature)) warnOfJoseForm();
    const sm2Id = this.#checkSm2Id(request.sm2Id);
    if (messageType === 'RAW') return verifier.verifyMessage(message, signature, sm2Id);
    if (messageType !== 'DIGEST')
      throw invalidInput(`messageType must be RAW or DIGEST, not ${oneLine(String(messageType), 40)}`);
    checkBytes('message with messageType DIGEST', request.message);
    if (sm2Id !== undefined) throw invalidInput('sm2Id is for messages: a digest holds it already');
    if (message.length !== limits.digestBytes) {
      throw invalidInput(`message: ${algorithm} takes digests of ${limits.digestBytes} bytes, not ${message.length}`);
    }
    return verifier.verifyDigest(message, signature);
  }

  /**
   * Computes the digest that KMS signs for this message: SHA-256, or for SM2 keys SM3 over Z and the message.
   *
   * @returns 32 bytes, for `messageType: 'DIGEST'` of `client.sign`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const digest = key.digest({ message });
   * await client.sign({ keyId, keyVersionId, message: digest, messageType: 'DIGEST', algorithm: 'SM2DSA' });
   * ```
   */
  digest(request: LocalDigestRequest): Uint8Array {
    checkObject('request', request, invalidInput);
    const message = checkBytesOrText('message', request.message);
    const verifier = this.#key.verifiers[this.#chooseAlgorithm('SIGN/VERIFY', undefined)] as Verifier;
    return new Uint8Array(verifier.digestOf(message, this.#checkSm2Id(request.sm2Id)));
  }

  /**
   * Encrypts for KMS: `client.decrypt` and `client.asymmetricDecrypt` decrypt it with the same algorithm.
   *
   * @returns the ciphertext; for SM2 in DER, C1 C3 C2
   * @throws {KmsConfigurationError} `Request.Invalid`: also for elliptic curves other than SM2, which only sign
   * @example
   * ```ts
   * const ciphertextBlob = key.encrypt({ plaintext: dataKey, algorithm: 'RSAES_OAEP_SHA_256' });
   * ```
   */
  encrypt(request: LocalEncryptRequest): Uint8Array {
    checkObject('request', request, invalidInput);
    const algorithm = this.#chooseAlgorithm('ENCRYPT/DECRYPT', request.algorithm);
    const { minBytes, maxBytes, encrypt } = this.#key.encrypters[algorithm] as Encrypter;
    const plaintext = checkBytesOrText('plaintext', request.plaintext);
    if (plaintext.length < minBytes || plaintext.length > maxBytes) {
      const bounds = plaintext.length < minBytes ? `at least ${minBytes}` : `at most ${maxBytes}`;
      const problem = `${algorithm} with ${this.keySpec} takes ${bounds} bytes, not ${plaintext.length}`;
      throw invalidInput(`plaintext: ${problem}; for more, encrypt a data key`);
    }
    return new Uint8Array(encrypt(plaintext));
  }

  /** The public key as PEM text (SubjectPublicKeyInfo). */
  toPem(): string {
    return toPem('PUBLIC KEY', this.#key.spki);
  }

  /** The public key as SubjectPublicKeyInfo in DER. */
  toDer(): Uint8Array {
    return new Uint8Array(this.#key.spki);
  }

  /**
   * The public key as a JSON Web Key (RFC 7517), with only the members of the key.
   *
   * @throws {KmsConfigurationError} `Request.Invalid`: SM2, whose curve is not registered for JWK
   * @example
   * ```ts
   * const jwk = { ...key.toJwk(), kid: key.keyVersionId, alg: 'ES256', use: 'sig' };
   * ```
   */
  toJwk(): PublicJwk {
    if (this.keySpec !== 'EC_SM2') return writeJwk(this.#key.spki);
    throw invalidInput('toJwk: no curve of JWK is that of SM2; use toPem or toDer');
  }

  #chooseAlgorithm(usage: KeyUsage, asked: string | undefined): string {
    const [first, ...others] = this.algorithms[usage] ?? [];
    if (first === undefined) throw invalidInput(`a key of spec ${this.keySpec} is not for ${usage}`);
    const algorithm = checkOptionalText('algorithm', asked, invalidInput) ?? first;
    if (algorithm === first || others.includes(algorithm)) return algorithm;
    throw invalidInput(
      `algorithm: a key of spec ${this.keySpec} has ${[first, ...others].join(', ')}, not ${algorithm}`,
    );
  }

  #checkSm2Id(sm2Id: string | undefined): string | undefined {
    if (checkOptionalText('sm2Id', sm2Id, invalidInput) === undefined) return undefined;
    if (this.keySpec !== 'EC_SM2') throw invalidInput(`sm2Id is for keys of spec EC_SM2, not ${this.keySpec}`);
    if (Buffer.byteLength(sm2Id as string) <= sm2IdMaxBytes) return sm2Id;
    throw invalidInput(`sm2Id has more than ${sm2IdMaxBytes} bytes`);
  }
}

function publicKeyOf(pem: unknown): Uint8Array {
  const rule = 'pem must be the text of one block -----BEGIN PUBLIC KEY-----';
  if (typeof pem !== 'string') throw invalidInput(rule);
  try {
    return readOnePem(pem, ['PUBLIC KEY']).der;
  } catch (error) {
    throw error instanceof PemError ? invalidInput(`${rule}; ${error.message}`) : error;
  }
}

let warned = false;

/** Not an error: untrusted input must not make a verifier throw. */
function warnOfJoseForm(): void {
  if (warned) return;
  warned = true;
  process.emitWarning(joseFormAdvice, { code: 'KMS_SIGNATURE_FORM' });
}
