import type { InstanceApi } from '../model/generated/instance-messages.js';
import { limits } from '../model/limits.js';
import { PublicKey } from '../public-key/public-key.js';
import type { OperationOptions } from './call-options.js';
import type {
  AdvanceGenerateDataKeyPairRequest,
  AdvanceGenerateDataKeyRequest,
  AdvanceGenerateDataKeyResponse,
  GenerateDataKeyPairRequest,
  GenerateDataKeyPairResponse,
  GenerateDataKeyPairWithoutPlaintextResponse,
  GenerateDataKeyRequest,
  GenerateDataKeyResponse,
  GenerateRandomRequest,
  GenerateRandomResponse,
} from './data-keys.js';
import type {
  AdvanceDecryptRequest,
  AdvanceDecryptResponse,
  AdvanceEncryptRequest,
  AdvanceEncryptResponse,
  DecryptRequest,
  DecryptResponse,
  EncryptRequest,
  EncryptResponse,
} from './encryption.js';
import { InstanceOperations } from './generated/instances.js';
import type { KmsResponse } from './response.js';
import type { GetSecretValueRequest, GetSecretValueResponse } from './secret-value.js';
import type {
  GetPublicKeyRequest,
  GetPublicKeyResponse,
  PublicKeyOptions,
  SignRequest,
  SignResponse,
  VerifyRequest,
  VerifyResponse,
} from './signatures.js';

/** The operations that a client key can call. Some can be called through OpenAPI too: the client picks the way. */
export abstract class GatewayOperations extends InstanceOperations {
  protected abstract callOperation<A extends KmsResponse>(
    api: InstanceApi,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<A>;

  /**
   * Encrypts up to 6 KB with a key that never leaves KMS.
   *
   * With a client key the caller keeps `iv` (and which algorithm it was) for decrypt; advanceEncrypt puts all of it into
   * the ciphertext. Through OpenAPI (public gateway, or an instance reached with an AccessKey) the ciphertext of a
   * symmetric key carries everything; what travels as plaintext there is base64 text, made and undone by this client.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { ciphertextBlob, iv } = await client.encrypt({ keyId: 'alias/app', plaintext: 'hello', aad: 'order-17' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-encrypt
   */
  encrypt(request: EncryptRequest, options?: OperationOptions): Promise<EncryptResponse> {
    return this.callOperation('Encrypt', request, options);
  }

  /**
   * Decrypts what encrypt or generateDataKey made.
   *
   * Why something does not decrypt is never said: wrong `aad`, wrong key and changed ciphertext look the same.
   * Through OpenAPI, a ciphertext that another program made of text that is not base64 comes back as its UTF-8 bytes.
   *
   * @throws {KmsServiceError} `InvalidParameter`, `Forbidden.KeyNotFound`, `Rejected.Disabled`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { plaintext } = await client.decrypt({ keyId: 'alias/app', ciphertextBlob, iv, aad: 'order-17' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-decrypt
   */
  decrypt(request: DecryptRequest, options?: OperationOptions): Promise<DecryptResponse> {
    return this.callOperation('Decrypt', request, options);
  }

  /**
   * Encrypts so that the ciphertext carries everything decryption needs, also after the key was rotated. Client key only.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   * @example
   * ```ts
   * const { ciphertextBlob } = await client.advanceEncrypt({ keyId: 'alias/app', plaintext: 'hello', aad: 'order-17' });
   * ```
   */
  advanceEncrypt(request: AdvanceEncryptRequest, options?: OperationOptions): Promise<AdvanceEncryptResponse> {
    return this.callOperation('AdvanceEncrypt', request, options);
  }

  /**
   * Decrypts what advanceEncrypt or advanceGenerateDataKey made. Client key only.
   *
   * @throws {KmsServiceError} `InvalidParameter`, `Forbidden.KeyNotFound`, `Rejected.Disabled`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   * @example
   * ```ts
   * const { plaintext } = await client.advanceDecrypt({ ciphertextBlob, aad: 'order-17' });
   * ```
   */
  advanceDecrypt(request: AdvanceDecryptRequest, options?: OperationOptions): Promise<AdvanceDecryptResponse> {
    return this.callOperation('AdvanceDecrypt', request, options);
  }

  /**
   * Signs a message or its digest.
   *
   * Through OpenAPI this is AsymmetricSign: `keyVersionId` and `algorithm` are needed, and this client hashes the message.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { signature } = await client.sign({ keyId, message: 'pay 10', algorithm: 'ECDSA_SHA_256' });
   * ```
   */
  sign(request: SignRequest, options?: OperationOptions): Promise<SignResponse> {
    return this.callOperation('Sign', request, options);
  }

  /**
   * Checks a signature. A false one answers `value: false` and is no error.
   *
   * Through OpenAPI this is AsymmetricVerify: `keyVersionId` and `algorithm` are needed, and this client hashes the message.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { value } = await client.verify({ keyId, message: 'pay 10', signature, algorithm: 'ECDSA_SHA_256' });
   * ```
   */
  verify(request: VerifyRequest, options?: OperationOptions): Promise<VerifyResponse> {
    return this.callOperation('Verify', request, options);
  }

  /**
   * Makes random bytes. Client key only.
   *
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  generateRandom(request: GenerateRandomRequest, options?: OperationOptions): Promise<GenerateRandomResponse> {
    return this.callOperation('GenerateRandom', request, options);
  }

  /**
   * Makes a data key: in the clear to encrypt data with on this machine, and encrypted to keep beside the data.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { plaintext, ciphertextBlob, iv } = await client.generateDataKey({ keyId: 'alias/app', numberOfBytes: 32 });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-generatedatakey
   */
  generateDataKey(request: GenerateDataKeyRequest, options?: OperationOptions): Promise<GenerateDataKeyResponse> {
    return this.callOperation('GenerateDataKey', withLength(request), options);
  }

  /**
   * Makes a data key whose ciphertext carries everything decryption needs. Client key only.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  advanceGenerateDataKey(
    request: AdvanceGenerateDataKeyRequest,
    options?: OperationOptions,
  ): Promise<AdvanceGenerateDataKeyResponse> {
    return this.callOperation('AdvanceGenerateDataKey', withLength(request), options);
  }

  /**
   * Makes a key pair: the private key in the clear and encrypted under a key, and the public key. Client key only.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   * @example
   * ```ts
   * const pair = await client.generateDataKeyPair({ keyId: 'alias/app', keyPairSpec: 'EC_P256', keyFormat: 'PEM' });
   * ```
   */
  generateDataKeyPair(
    request: GenerateDataKeyPairRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyPairResponse> {
    return this.callOperation('GenerateDataKeyPair', request, options);
  }

  /**
   * Makes a key pair whose private key is answered encrypted only. Client key only.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  generateDataKeyPairWithoutPlaintext(
    request: GenerateDataKeyPairRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyPairWithoutPlaintextResponse> {
    return this.callOperation('GenerateDataKeyPairWithoutPlaintext', request, options);
  }

  /**
   * Makes a key pair; the encrypted private key carries everything advanceDecrypt needs. Client key only.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  advanceGenerateDataKeyPair(
    request: AdvanceGenerateDataKeyPairRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyPairResponse> {
    return this.callOperation('AdvanceGenerateDataKeyPair', request, options);
  }

  /**
   * Makes a key pair whose private key is answered encrypted only; it carries everything advanceDecrypt needs. Client key
   * only.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `Rejected.Disabled`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Unsupported`
   */
  advanceGenerateDataKeyPairWithoutPlaintext(
    request: AdvanceGenerateDataKeyPairRequest,
    options?: OperationOptions,
  ): Promise<GenerateDataKeyPairWithoutPlaintextResponse> {
    return this.callOperation('AdvanceGenerateDataKeyPairWithoutPlaintext', request, options);
  }

  /**
   * Reads the public key of an asymmetric key. Through OpenAPI `keyVersionId` is needed.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getpublickey
   */
  getPublicKey(request: GetPublicKeyRequest, options?: OperationOptions): Promise<GetPublicKeyResponse> {
    return this.callOperation('GetPublicKey', request, options);
  }

  /**
   * {@link getPublicKey} on the public gateway, under the name that it has in other SDKs. Needs `publicConfig`, and the
   * request `keyVersionId`.
   */
  getPublicKeyBySharedEndpoint(
    request: GetPublicKeyRequest,
    options?: OperationOptions,
  ): Promise<GetPublicKeyResponse> {
    return this.getPublicKey(request, { ...options, gateway: 'public' });
  }

  /**
   * Gets the public key of an asymmetric key, ready to verify and encrypt on this machine: one GetPublicKey call now, and
   * none afterwards. The key may be kept for as long as wanted; a new version of the key has another public half.
   *
   * @param keyId the asymmetric key: its id, its ARN or an alias (`alias/…`)
   * @param options those of any call, and `keyVersionId`, which is needed through OpenAPI
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`: also when the key is of a spec that this version does not know
   * @example
   * ```ts
   * const key = await client.publicKey('alias/signer');
   * key.verify({ message: 'pay 10', signature });
   * ```
   */
  async publicKey(keyId: string, options?: PublicKeyOptions): Promise<PublicKey> {
    const { keyVersionId, ...callOptions } = options ?? {};
    const answer = await this.getPublicKey({ keyId, keyVersionId }, callOptions);
    return PublicKey.fromPem(answer.publicKey, { keyId: answer.keyId, keyVersionId: answer.keyVersionId });
  }

  /**
   * Reads the value of a secret.
   *
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`, `Forbidden.NoPermission`
   * @throws {KmsConfigurationError} `Request.Invalid`
   * @example
   * ```ts
   * const { secretData } = await client.getSecretValue({ secretName: 'app/db' });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-getsecretvalue
   */
  getSecretValue(request: GetSecretValueRequest, options?: OperationOptions): Promise<GetSecretValueResponse> {
    return this.callOperation('GetSecretValue', request, options);
  }

  /**
   * {@link getSecretValue} on the public gateway, under the name that it has in other SDKs. Needs `publicConfig`, whose
   * credential must be allowed `kms:GetSecretValue`.
   */
  getSecretValueBySharedEndpoint(
    request: GetSecretValueRequest,
    options?: OperationOptions,
  ): Promise<GetSecretValueResponse> {
    return this.getSecretValue(request, { ...options, gateway: 'public' });
  }
}

const withLength = <Request extends { numberOfBytes?: number }>(request: Request): Request => ({
  ...request,
  numberOfBytes: request?.numberOfBytes ?? limits.dataKeyDefaultBytes,
});
