import type { OperationOptions } from '../../client/call-options.js';
import type { Client } from '../../client/client.js';
import type { EncryptionContext } from '../../client/response.js';
import { KmsServiceError } from '../../errors.js';
import { toBase64 } from '../../util/encodings.js';
import { packPublicCiphertext, unpackPublicCiphertext } from '../../wire/ciphertext.js';
import { encryptionContextAad, possibleContexts } from '../../wire/encryption-context.js';

/** The methods of a client that an envelope calls. */
export type EnvelopeKms = Pick<
  Client,
  'describeCall' | 'describeKey' | 'generateDataKey' | 'encrypt' | 'decrypt' | 'getSecretValue' | 'createSecret'
>;

export interface CallContext {
  signal?: AbortSignal;
}

/** A data key from KMS, in plaintext and encrypted. */
export interface GeneratedKey {
  plaintext: Uint8Array;
  ciphertextBlob: Uint8Array;
}

/**
 * Data keys of one client. With an AccessKey these are the calls of KMS itself. With a client key an instance has no
 * encryption context and other ciphertexts; there the calls are combined so that both gateways read each other's data
 * keys, as the Encryption SDK for Java does: encrypt the base64 of the data key, with a hash of the context as `aad`.
 */
export class KmsCalls {
  readonly #kms: EnvelopeKms;
  readonly #route: Pick<OperationOptions, 'gateway'>;
  #isClientKey?: Promise<boolean>;

  /** @param route the gateway, if it is not the one that the client would choose */
  constructor(kms: EnvelopeKms, route: Pick<OperationOptions, 'gateway'>) {
    this.#kms = kms;
    this.#route = route;
  }

  async generate(
    keyId: string,
    numberOfBytes: number,
    context: EncryptionContext,
    call: CallContext,
  ): Promise<GeneratedKey> {
    const options = { ...this.#route, ...call };
    if (!(await this.#viaClientKey())) {
      return this.#kms.generateDataKey({ keyId, numberOfBytes, ...contextParameter(context) }, options);
    }
    const { plaintext } = await this.#kms.generateDataKey({ keyId, numberOfBytes }, options);
    return { plaintext, ciphertextBlob: await this.wrap(keyId, plaintext, context, call) };
  }

  /** Encrypts a data key. */
  async wrap(keyId: string, key: Uint8Array, context: EncryptionContext, call: CallContext): Promise<Uint8Array> {
    const options = { ...this.#route, ...call };
    if (!(await this.#viaClientKey())) {
      const request = { keyId, plaintext: key, ...contextParameter(context) };
      return (await this.#kms.encrypt(request, options)).ciphertextBlob;
    }
    const plaintext = Buffer.from(toBase64(key), 'latin1');
    const aad = encryptionContextAad(context, 'raw');
    const { ciphertextBlob, iv, keyVersionId } = await this.#kms.encrypt({ keyId, plaintext, aad }, options);
    plaintext.fill(0);
    return packPublicCiphertext({
      keyVersionId: keyVersionId ?? '',
      iv: iv ?? new Uint8Array(),
      ciphertext: ciphertextBlob,
    });
  }

  /** Decrypts a data key. */
  async unwrap(keyId: string, blob: Uint8Array, context: EncryptionContext, call: CallContext): Promise<Uint8Array> {
    const options = { ...this.#route, ...call };
    if (!(await this.#viaClientKey())) {
      const request = { ciphertextBlob: blob, ...contextParameter(context) };
      return (await this.#kms.decrypt(request, options)).plaintext;
    }
    const { keyVersionId, iv, ciphertext } = unpackPublicCiphertext(blob);
    const request = { keyId, ciphertextBlob: ciphertext, iv, keyVersionId };
    const plaintext = await openBound(context, async (aad) => {
      return (await this.#kms.decrypt({ ...request, aad }, options)).plaintext;
    });
    const key = Buffer.from(Buffer.from(plaintext).toString('latin1'), 'base64');
    plaintext.fill(0);
    return key;
  }

  /** Asked once: it does not change during the life of a client. */
  #viaClientKey(): Promise<boolean> {
    this.#isClientKey ??= this.#kms
      .describeCall('encrypt', { keyId: 'any', plaintext: 'any' }, this.#route)
      .then(({ credential }) => credential === 'clientKey');
    return this.#isClientKey;
  }
}

/** Tries each form in which clients bind a context, until one opens or the call fails for another reason. */
async function openBound<T>(context: EncryptionContext, open: (aad: Uint8Array | undefined) => Promise<T>): Promise<T> {
  let refused: unknown;
  for (const { aad } of possibleContexts(context)) {
    try {
      return await open(aad);
    } catch (error) {
      refused ??= error;
      if (!(error instanceof KmsServiceError && error.status === 400)) throw error;
    }
  }
  throw refused;
}

/** KMS requires that an empty context is omitted. */
const contextParameter = (encryptionContext: EncryptionContext) =>
  Object.keys(encryptionContext).length > 0 ? { encryptionContext } : {};
