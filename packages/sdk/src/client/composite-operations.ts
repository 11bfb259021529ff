import type { OperationOptions } from './call-options.js';
import { type CreateAccessRequest, type CreateAccessResponse, createAccess } from './create-access.js';
import { GatewayOperations } from './gateway-operations.js';
import type { ImportKeyMaterialResponse } from './generated/key-material.js';
import type { DescribeKeyResponse } from './generated/keys.js';
import type { SecretVersionEntry } from './generated/objects.js';
import { type ImportKeyRequest, importKey } from './import-key.js';
import type { WaitOptions } from './wait-until.js';
import {
  type WaitUntilKeyStateRequest,
  type WaitUntilSecretDeletedRequest,
  type WaitUntilSecretRotatedRequest,
  waitUntilKeyState,
  waitUntilSecretDeleted,
  waitUntilSecretRotated,
} from './waiters.js';

/** What takes several calls. */
export abstract class CompositeOperations extends GatewayOperations {
  /** The instance that the client was configured with, when its id is known. */
  protected abstract readonly instanceId: string | undefined;

  /**
   * Imports material into a key of origin EXTERNAL: gets the parameters, encrypts the material with them on this machine
   * and sends it. The key is Enabled afterwards.
   *
   * Only the same material can be imported again. Checks origin and length with describeKey first, when the caller may
   * call it. The material is in no message and no log. `options` hold for each of the calls.
   *
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `InvalidParameter` (it is not the same material),
   * `Rejected.PendingDeletion`
   * @throws {KmsConfigurationError} `Request.Invalid`: a key of another origin, material of the wrong length
   * @example
   * ```ts
   * const { keyMetadata } = await client.createKey({ keySpec: 'Aliyun_AES_256', origin: 'EXTERNAL' });
   * await client.importKey({ keyId: keyMetadata.keyId, material: randomBytes(32) });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-importkeymaterial
   */
  importKey(request: ImportKeyRequest, options?: OperationOptions): Promise<ImportKeyMaterialResponse> {
    return importKey(this, request, options);
  }

  /**
   * Gives an application access to keys and secrets of an instance: makes a network rule (when `networks` are given), a
   * policy and an application access point of one name, and a client key, written to `clientKeyFile` for its owner only.
   *
   * When a step fails, what the steps before made is taken away again. `options` hold for each of the calls; its
   * `signal` is looked at between them.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `Forbidden.DKMSInstanceNotFound`, `Forbidden.NoPermission`
   * @throws {KmsConfigurationError} `Request.Invalid`, `ClientKey.Unwritable`: the file is there already, or cannot be
   * @throws {KmsUndoError} `Undo.Incomplete`: `leftovers` names what is left to be taken away, `cause` is what failed
   * @example
   * ```ts
   * const { password } = await client.createAccess({
   *   name: 'shop',
   *   resources: [`key/${keyId}`, 'secret/shop-db'],
   *   networks: ['10.0.0.0/24'],
   *   clientKeyFile: 'client-key-shop.json',
   * });
   * ```
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-createclientkey
   */
  createAccess(request: CreateAccessRequest, options?: OperationOptions): Promise<CreateAccessResponse> {
    return createAccess(this, { ...request, kmsInstance: request?.kmsInstance ?? this.instanceId }, options);
  }

  /**
   * Waits until a key is in a state, by asking again and again.
   *
   * @returns the answer of describeKey that says so
   * @throws {KmsTimeoutError} `Timeout.Deadline`
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`: the key is gone
   * @throws {KmsStateError} `State.Unreachable`: PendingImport of a key whose material KMS made
   * @example
   * ```ts
   * await client.waitUntilKeyState({ keyId, state: 'Enabled' }, { timeoutMs: 60_000 });
   * ```
   */
  waitUntilKeyState(request: WaitUntilKeyStateRequest, options?: WaitOptions): Promise<DescribeKeyResponse> {
    return waitUntilKeyState(this, request, options);
  }

  /**
   * Waits until the version that a rotation makes is the current one, or was already followed by the next.
   *
   * @returns the version
   * @throws {KmsTimeoutError} `Timeout.Deadline`
   * @throws {KmsServiceError} `Forbidden.ResourceNotFound`: the secret is gone
   * @throws {KmsStateError} `State.Unreachable`: the secret is being deleted
   * @example
   * ```ts
   * const { versionId } = await client.rotateSecret({ secretName, versionId: randomUUID() });
   * await client.waitUntilSecretRotated({ secretName, versionId });
   * ```
   */
  waitUntilSecretRotated(request: WaitUntilSecretRotatedRequest, options?: WaitOptions): Promise<SecretVersionEntry> {
    return waitUntilSecretRotated(this, request, options);
  }

  /**
   * Waits until a secret that is being deleted is gone for good, so that its name is free.
   *
   * @throws {KmsTimeoutError} `Timeout.Deadline`
   * @throws {KmsStateError} `State.Unreachable`: nobody has deleted it, or it was restored
   * @example
   * ```ts
   * await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });
   * await client.waitUntilSecretDeleted({ secretName });
   * ```
   */
  waitUntilSecretDeleted(request: WaitUntilSecretDeletedRequest, options?: WaitOptions): Promise<void> {
    return waitUntilSecretDeleted(this, request, options);
  }
}
