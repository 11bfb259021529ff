import type { InspectOptions } from 'node:util';
import { missingOption } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { type Gateways, makeGateways } from '../gateways.js';
import type { InstanceGateway } from '../instance/instance-gateway.js';
import { type ActionName, actionFacts, actions } from '../model/generated/actions.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import type { PublicGateway } from '../public/public-gateway.js';
import { PublicKey } from '../public-key/public-key.js';
import type { CallMetadata, SigningAccessKey } from '../transport/types.js';
import { rememberSelf, self } from '../util/own-instance.js';
import {
  type CallDescription,
  type CallMethod,
  describedMessage,
  describedParameters,
  targetOf,
} from './call-description.js';
import type { DoActionOptions, GatewayName, OperationOptions, PublicKeyOptions } from './call-options.js';
import { callWithClientKey } from './client-key-call.js';
import { type ClientOptions, checkClientOptions } from './client-options.js';
import { type CreateAccessRequest, type CreateAccessResponse, createAccess } from './create-access.js';
import {
  type ActionParameters,
  checkAction,
  encodeActionParameters,
  hideActionSecrets,
  isRepeatable,
} from './do-action.js';
import { checkRequest } from './encode-fields.js';
import type { GetPublicKeyRequest, GetPublicKeyResponse } from './generated/cryptography.js';
import type { ImportKeyMaterialResponse } from './generated/key-material.js';
import type { DescribeKeyResponse } from './generated/keys.js';
import type { SecretVersionEntry } from './generated/objects.js';
import { Operations } from './generated/operations.js';
import type { GetSecretValueRequest, GetSecretValueResponse } from './generated/secrets.js';
import { type ImportKeyRequest, importKey } from './import-key.js';
import { actionParameters, callAction } from './public-call.js';
import { toPublic } from './public-forms.js';
import type { KmsResponse } from './response.js';
import { actionServed, type Configured, chooseRoute, operationServed, type Route, type Served } from './routing.js';
import type { WaitOptions } from './wait-until.js';
import {
  type WaitUntilKeyStateRequest,
  type WaitUntilSecretDeletedRequest,
  type WaitUntilSecretRotatedRequest,
  waitUntilKeyState,
  waitUntilSecretDeleted,
  waitUntilSecretRotated,
} from './waiters.js';

/** Response of `doAction`: the fields as the service spells them, and call metadata. */
export type ActionResponse = Record<string, unknown> & { readonly $metadata: CallMetadata };

/**
 * A client of KMS: for an instance gateway, the public gateway, or both.
 *
 * The constructor only checks its options. The first call reads files and finds credentials; the client opens
 * connections when needed and keeps them for later calls until `close`.
 *
 * Every call can fail with `KmsServiceError` (the service refused it or failed), `KmsTimeoutError`, `KmsConnectionError`,
 * `KmsConfigurationError` (nothing was sent), or the reason of its `signal`.
 *
 * @throws {KmsConfigurationError} `Config.Missing`, `Config.Invalid`
 * @example
 * ```ts
 * const client = new Client({
 *   instanceConfig: { endpoint: 'kst-….cryptoservice.kms.aliyuncs.com', clientKeyFile, password, caFilePath },
 *   publicConfig: { regionId: 'cn-hangzhou' },
 * });
 * const { keyMetadata } = await client.createKey({ keySpec: 'Aliyun_AES_256' });
 * await client.close();
 * ```
 * @see https://www.alibabacloud.com/help/en/kms/
 */
export class Client extends Operations {
  declare private readonly [self]: Client;
  readonly #configured: Configured;
  readonly #endpoints: Readonly<Record<string, string | undefined>>;
  readonly #regionId?: string;
  readonly #gateways: Gateways;

  constructor(options: ClientOptions) {
    super();
    rememberSelf(this);
    this.#configured = checkClientOptions(options);
    const { instanceConfig, publicConfig } = options;
    this.#endpoints = { instance: instanceConfig?.endpoint, public: publicConfig?.endpoint };
    this.#regionId = publicConfig?.regionId;
    const { instance: credential } = this.#configured;
    this.#gateways = makeGateways(
      { ...(credential && { [credential]: instanceConfig }), public: publicConfig },
      { instance: 'instanceConfig', public: 'publicConfig' },
    );
  }

  /**
   * {@link getPublicKey} on the public gateway, under its name in other SDKs. Needs `publicConfig`, and
   * `keyVersionId` in the request.
   */
  getPublicKeyBySharedEndpoint(
    request: GetPublicKeyRequest,
    options?: OperationOptions,
  ): Promise<GetPublicKeyResponse> {
    return this.getPublicKey(request, { ...options, gateway: 'public' });
  }

  /**
   * Gets the public key of an asymmetric key, to verify and encrypt locally: one GetPublicKey call, and no calls after
   * that. You can keep the key for any length of time; each version of a key has a different public key.
   *
   * @param keyId the asymmetric key: its id, its ARN or an alias (`alias/…`)
   * @param options those of any call, and `keyVersionId`, which calls with an AccessKey need
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`, `UnsupportedOperation`
   * @throws {KmsConfigurationError} `Request.Invalid`: also for a key spec that this version does not know
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
   * {@link getSecretValue} on the public gateway, under its name in other SDKs. Needs `publicConfig`; its
   * credential needs the RAM permission `kms:GetSecretValue`.
   */
  getSecretValueBySharedEndpoint(
    request: GetSecretValueRequest,
    options?: OperationOptions,
  ): Promise<GetSecretValueResponse> {
    return this.getSecretValue(request, { ...options, gateway: 'public' });
  }

  /**
   * Imports material into a key of origin EXTERNAL: gets the parameters, encrypts the material locally and sends it. The
   * key is Enabled afterwards.
   *
   * Only the same material can be imported again. Checks origin and length with describeKey first, if the caller is
   * allowed to call it. No message or log contains the material. `options` apply to each call.
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
   * Gives an application access to keys and secrets of an instance: creates a network rule (if `networks` is given), a
   * policy and an application access point with the same name, and a client key, written to
   * `clientKeyFile` for its owner only.
   *
   * If a step fails, everything created so far is deleted again. `options` apply to each call; `signal` is checked
   * between calls.
   *
   * @throws {KmsServiceError} `Rejected.ResourceExist`, `Forbidden.DKMSInstanceNotFound`, `Forbidden.NoPermission`
   * @throws {KmsConfigurationError} `Request.Invalid`, `ClientKey.Unwritable`: the file exists or cannot be written
   * @throws {KmsUndoError} `Undo.Incomplete`: `leftovers` lists what could not be deleted, `cause` is the failure
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
    const { instanceId } = this[self].#gateways;
    return createAccess(this, { ...request, kmsInstance: request?.kmsInstance ?? instanceId }, options);
  }

  /**
   * Waits until a key is in a state: polls describeKey.
   *
   * @returns the response of describeKey in that state
   * @throws {KmsTimeoutError} `Timeout.Deadline`
   * @throws {KmsServiceError} `Forbidden.KeyNotFound`: the key is gone
   * @throws {KmsStateError} `State.Unreachable`: PendingImport for a key whose material KMS generated
   * @example
   * ```ts
   * await client.waitUntilKeyState({ keyId, state: 'Enabled' }, { timeoutMs: 60_000 });
   * ```
   */
  waitUntilKeyState(request: WaitUntilKeyStateRequest, options?: WaitOptions): Promise<DescribeKeyResponse> {
    return waitUntilKeyState(this, request, options);
  }

  /**
   * Waits until the version that a rotation creates is the current one, or has already been replaced by the next.
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
   * Waits until a secret that is being deleted is gone, so that its name is free.
   *
   * @throws {KmsTimeoutError} `Timeout.Deadline`
   * @throws {KmsStateError} `State.Unreachable`: the secret was not deleted, or has been restored
   * @example
   * ```ts
   * await client.deleteSecret({ secretName, forceDeleteWithoutRecovery: true });
   * await client.waitUntilSecretDeleted({ secretName });
   * ```
   */
  waitUntilSecretDeleted(request: WaitUntilSecretDeletedRequest, options?: WaitOptions): Promise<void> {
    return waitUntilSecretDeleted(this, request, options);
  }

  /**
   * Calls any API by its wire name and wire parameters, even one that has no method yet.
   *
   * @param action e.g. `CreateKey`
   * @param parameters text, numbers and booleans; dates, bytes, arrays and objects are encoded as the API expects
   * @returns the response as the service spells it: bytes are base64, dates are text
   * @throws {KmsServiceError} `InvalidAction.NotFound` and the errors of the API
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Missing`, `Config.Unsupported`
   * @example
   * ```ts
   * const { KeyMetadata } = await client.doAction('CreateKey', { KeySpec: 'Aliyun_SM4' });
   * ```
   */
  async doAction(
    action: string,
    parameters: ActionParameters = {},
    options: DoActionOptions = {},
  ): Promise<ActionResponse> {
    checkAction(action);
    const { repeatable = isRepeatable(action), gateway: wanted, ...callOptions } = checkOptions(action, options);
    const route = chooseRoute(action, this[self].#served(action, wanted), this[self].#configured, wanted);
    const flat = encodeActionParameters(action, parameters);
    const gateway = this[self].#gatewayByAccessKey(route);
    const { answer, metadata } = await gateway.call(action, flat, { repeatable }, callOptions);
    return Object.assign(hideActionSecrets(action, answer), { $metadata: metadata });
  }

  /**
   * Describes the call that a method would make, without sending it: for dry runs, and to see the parameters and
   * permissions that a call needs. Checks the request as a real call would; looks for no credential.
   *
   * @param method a method that makes one call, e.g. `createKey`
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Missing`, `Config.Unsupported`
   * @example
   * ```ts
   * const { api, parameters } = await client.describeCall('createKey', { keySpec: 'Aliyun_SM4' });
   * // CreateKey, { KeySpec: 'Aliyun_SM4' }
   * ```
   */
  async describeCall(
    method: CallMethod,
    request: object = {},
    options: Pick<OperationOptions, 'gateway'> = {},
  ): Promise<CallDescription> {
    const { action, operation } = targetOf(method);
    const api = (operation ?? action) as ActionName | InstanceApi;
    const { gateway: wanted } = checkOptions(api, options);
    const served = operation ? operationServed(operation) : actionServed(api);
    const route = chooseRoute(api, served, this[self].#configured, wanted);
    const target = { ...route, endpoint: this[self].#hostOf(route) };
    const fields = this[self].#fieldsOf(api, request, operation);
    if (operation && route.credential === 'clientKey') return describedMessage(target, operation, fields);
    const sent = operation ? toPublic(operation, fields) : { api: action as ActionName, request: fields };
    return describedParameters(target, sent.api, actionParameters(sent.api, sent.request));
  }

  /**
   * {@link describeCall} for `doAction`.
   *
   * @throws {KmsConfigurationError} `Request.Invalid`, `Config.Missing`, `Config.Unsupported`
   * @example
   * ```ts
   * const { gateway, endpoint } = await client.describeAction('CreateKey', { KeySpec: 'Aliyun_SM4' });
   * ```
   */
  async describeAction(
    action: string,
    parameters: ActionParameters = {},
    options: Pick<OperationOptions, 'gateway'> = {},
  ): Promise<CallDescription> {
    checkAction(action);
    const { gateway: wanted } = checkOptions(action, options);
    const route = chooseRoute(action, this[self].#served(action, wanted), this[self].#configured, wanted);
    const target = { ...route, endpoint: this[self].#hostOf(route) };
    return describedParameters(target, action, encodeActionParameters(action, parameters));
  }

  /**
   * The client key that signs calls to the instance, e.g. to warn before it expires. Reads the file if no call has done so
   * yet; sends nothing.
   *
   * @returns `keyId`: its id, `KAAP.…`; `validUntil`: when it expires, undefined for a bare private key
   * @throws {KmsConfigurationError} `Config.Missing`, `ClientKey.Unreadable`, `ClientKey.WrongPassword`
   * @example
   * ```ts
   * const { validUntil } = await client.clientKey();
   * ```
   */
  async clientKey(): Promise<{ keyId: string; validUntil?: Date }> {
    const { clientKey } = this[self].#gateways;
    if (clientKey) return clientKey.clientKey();
    throw missingOption('this client has no client key: give one in instanceConfig');
  }

  /**
   * The AccessKey that signs calls, and its source, such as a link of the default chain. Gets it if no call has done so
   * yet; sends nothing to KMS.
   *
   * @returns `accessKeyId`; `source`: where it comes from; `expiration`: when it expires, undefined for a permanent one
   * @throws {KmsConfigurationError} `Config.Missing`, `Credentials.Unavailable`
   * @example
   * ```ts
   * const { source } = await client.accessKey(); // default chain (ecs_ram_role)
   * ```
   */
  async accessKey(): Promise<SigningAccessKey> {
    const gateways = this[self].#gateways;
    const gateway = gateways.public ?? gateways.accessKey;
    if (gateway) return gateway.accessKey();
    throw missingOption('this client has no AccessKey: give it publicConfig');
  }

  /**
   * Closes idle connections now, and busy ones when their calls end. Does not wait for calls in progress: they
   * finish normally. Later calls fail with `Config.ClientClosed`. An open client does not keep the process alive.
   */
  async close(): Promise<void> {
    this[self].#gateways.transport.close();
  }

  /** {@link close}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: InspectOptions,
    inspect: (value: unknown, options: InspectOptions) => string,
  ): string {
    const { instance } = this[self].#configured;
    const shown = {
      instance: instance && { endpoint: this[self].#endpoints.instance, credential: instance },
      public: this[self].#configured.public
        ? { regionId: this[self].#regionId, endpoint: this[self].#endpoints.public }
        : undefined,
    };
    return `Client ${inspect(shown, options)}`;
  }

  protected override async callAction<R extends KmsResponse>(
    api: ActionName,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<R> {
    const { gateway: wanted, ...callOptions } = checkOptions(api, options);
    const route = chooseRoute(api, actionServed(api), this[self].#configured, wanted);
    const fields = this[self].#fieldsOf(api, request);
    const { answer } = await callAction(this[self].#gatewayByAccessKey(route), api, fields, callOptions);
    return answer as unknown as R;
  }

  protected override async callOperation<R extends KmsResponse>(
    api: InstanceApi,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<R> {
    const { gateway: wanted, ...callOptions } = checkOptions(api, options);
    const fields = this[self].#fieldsOf(api, request, api);
    const route = chooseRoute(api, operationServed(api), this[self].#configured, wanted);
    if (route.credential === 'clientKey') {
      const gateway = this[self].#gateways.clientKey as InstanceGateway;
      return (await callWithClientKey(gateway, api, fields, callOptions)) as unknown as R;
    }
    const { finish, ...sent } = toPublic(api, fields);
    const gateway = this[self].#gatewayByAccessKey(route);
    const { answer, wire } = await callAction(gateway, sent.api, sent.request, callOptions);
    return (finish?.(answer, wire) ?? answer) as unknown as R;
  }

  /** A request with the defaults that the client fills in. */
  #fieldsOf(api: ActionName | InstanceApi, request: object, operation?: InstanceApi): Record<string, unknown> {
    const fields = checkRequest(api, request);
    if (operation) return withDefaults(fields, instanceOperations[operation].defaults);
    // The tag APIs require the region that the call goes to anyway.
    const { RegionId: regionId } = actions[api as ActionName].parameters;
    return withDefaults(fields, regionId && { [regionId.field]: this.#regionId });
  }

  /** Nobody knows which gateway serves an unknown API: the public one, unless the call or the configuration decides. */
  #served(api: string, wanted: GatewayName | undefined): Served {
    const guess = actionFacts(api) === undefined && wanted === undefined && this.#configured.public;
    return { ...actionServed(api), ...(guess && { accessKey: false }) };
  }

  #hostOf(route: Route): string {
    const { clientKey } = this.#gateways;
    return route.credential === 'clientKey' && clientKey ? clientKey.host : this.#gatewayByAccessKey(route).host;
  }

  #gatewayByAccessKey({ gateway }: Route): PublicGateway {
    return (gateway === 'public' ? this.#gateways.public : this.#gateways.accessKey) as PublicGateway;
  }
}

function withDefaults(
  fields: Record<string, unknown>,
  defaults: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const missing = Object.entries(defaults).filter(
    ([name, value]) => (fields[name] ?? undefined) === undefined && value !== undefined,
  );
  return missing.length === 0 ? fields : { ...fields, ...Object.fromEntries(missing) };
}

function checkOptions<Options extends OperationOptions>(api: string, options: Options | undefined): Options {
  const given = (options ?? {}) as Options;
  if (typeof given !== 'object' || Array.isArray(given)) throw wrongOptions(api, 'the options must be an object');
  if (given.gateway === undefined || given.gateway === 'instance' || given.gateway === 'public') return given;
  throw wrongOptions(api, "options.gateway must be 'instance' or 'public'");
}

const wrongOptions = (api: string, problem: string) =>
  new KmsConfigurationError('Config.Invalid', `${api}: ${problem}`, { api, attempts: 0 });
