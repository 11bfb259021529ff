import type { InspectOptions } from 'node:util';
import { missingOption } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { InstanceGateway } from '../instance/instance-gateway.js';
import { type ActionName, actionFacts, actions } from '../model/generated/actions.js';
import type { InstanceApi } from '../model/generated/instance-messages.js';
import { instanceCaFetcher, instanceIdOf } from '../public/instance-ca.js';
import { PublicGateway } from '../public/public-gateway.js';
import { Transport } from '../transport/transport.js';
import type { CallMetadata, SigningAccessKey } from '../transport/types.js';
import { rememberSelf, self } from '../util/own-instance.js';
import {
  type CallDescription,
  type CallMethod,
  describedMessage,
  describedParameters,
  targetOf,
} from './call-description.js';
import type { DoActionOptions, GatewayName, OperationOptions } from './call-options.js';
import { callWithClientKey } from './client-key-call.js';
import { type ClientOptions, checkClientOptions } from './client-options.js';
import { CompositeOperations } from './composite-operations.js';
import {
  type ActionParameters,
  checkAction,
  encodeActionParameters,
  hideActionSecrets,
  isRepeatable,
} from './do-action.js';
import { checkRequest } from './encode-fields.js';
import { actionParameters, callAction } from './public-call.js';
import { toPublic } from './public-forms.js';
import type { KmsResponse } from './response.js';
import { actionLanes, type Configured, chooseLane, type Lane, type Lanes, operationLanes } from './routing.js';

const configNames = { instance: 'instanceConfig', public: 'publicConfig' };

/** Response of `doAction`: as the service spells it, and how the call went. */
export type ActionResponse = Record<string, unknown> & { readonly $metadata: CallMetadata };

/**
 * A client of KMS: of an instance's gateway, of the public gateway, or of both.
 *
 * Making one only checks its options. Files are read and credentials looked for at the first call; connections are made
 * when needed and kept for the next call, until `close`.
 *
 * Every call can fail with `KmsServiceError` (the service said no), `KmsTimeoutError`, `KmsConnectionError`,
 * `KmsConfigurationError` (nothing was sent), or with the reason of its `signal`.
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
export class Client extends CompositeOperations {
  declare private readonly [self]: Client;
  protected override readonly instanceId: string | undefined;
  readonly #configured: Configured;
  readonly #endpoints: Readonly<Record<string, string | undefined>>;
  readonly #regionId?: string;
  readonly #transport = new Transport();
  readonly #clientKey?: InstanceGateway;
  readonly #dedicated?: PublicGateway;
  readonly #public?: PublicGateway;

  constructor(options: ClientOptions) {
    super();
    rememberSelf(this);
    this.#configured = checkClientOptions(options);
    const { instanceConfig, publicConfig } = options;
    this.#endpoints = { instance: instanceConfig?.endpoint, public: publicConfig?.endpoint };
    this.#regionId = publicConfig?.regionId;
    this.instanceId = instanceConfig && instanceIdOf(instanceConfig, configNames.instance);
    if (publicConfig) this.#public = new PublicGateway(publicConfig, this.#transport, configNames.public);
    const fetchCa =
      this.instanceId && this.#public ? instanceCaFetcher(this.instanceId, this.#public, configNames) : undefined;
    if (instanceConfig && this.#configured.instance === 'clientKey') {
      this.#clientKey = new InstanceGateway(instanceConfig, this.#transport, configNames.instance, fetchCa);
    } else if (instanceConfig) {
      this.#dedicated = new PublicGateway(instanceConfig, this.#transport, configNames.instance, {
        peer: 'instance',
        fetchCa,
      });
    }
  }

  /**
   * Calls any API by its name and its parameters' names on the wire, also one that has no method yet.
   *
   * @param action e.g. `CreateKey`
   * @param parameters text, numbers and booleans; dates, bytes, arrays and objects are encoded as the API wants them
   * @returns the answer as the service spells it: bytes are base64 there, dates are text
   * @throws {KmsServiceError} `InvalidAction.NotFound` and what the API refuses with
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
    const lane = chooseLane(action, this[self].#actionLanes(action, wanted), this[self].#configured, wanted);
    const flat = encodeActionParameters(action, parameters);
    const { answer, metadata } = await this[self].#publicGateway(lane).call(action, flat, { repeatable }, callOptions);
    return Object.assign(hideActionSecrets(action, answer), { $metadata: metadata });
  }

  /**
   * Says what a method would send, and to whom, without sending it: for dry runs, and to see which parameters and
   * permissions a call needs. The request is checked as if it were sent; no credential is looked for.
   *
   * @param method a method that is one call, e.g. `createKey`
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
    const api = (operation ?? action) as string;
    const { gateway: wanted } = checkOptions(api, options);
    const lanes = operation ? operationLanes(operation) : actionLanes(action as ActionName);
    const lane = chooseLane(api, lanes, this[self].#configured, wanted);
    const fields = checkRequest(api, request);
    const target = this[self].#targetOf(lane);
    if (operation && lane === 'clientKey') return describedMessage(target, operation, fields);
    const mapped = operation ? toPublic(operation, fields) : undefined;
    const called = mapped?.form.action ?? (action as ActionName);
    return describedParameters(
      target,
      called,
      actionParameters(called, mapped?.request ?? this[self].#withRegion(called, fields)),
    );
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
    const lane = chooseLane(action, this[self].#actionLanes(action, wanted), this[self].#configured, wanted);
    return describedParameters(this[self].#targetOf(lane), action, encodeActionParameters(action, parameters));
  }

  /**
   * The client key that calls to the instance are signed with, e.g. to warn before it expires. Reads the file if no call
   * has done so yet; sends nothing.
   *
   * @returns `keyId`: its id, `KAAP.…`; `validUntil`: when it expires, unknown when it was given as a private key
   * @throws {KmsConfigurationError} `Config.Missing`, `ClientKey.Unreadable`, `ClientKey.WrongPassword`
   * @example
   * ```ts
   * const { validUntil } = await client.clientKey();
   * ```
   */
  async clientKey(): Promise<{ keyId: string; validUntil?: Date }> {
    if (this[self].#clientKey) return this[self].#clientKey.clientKey();
    throw missingOption('this client has no client key: give one in instanceConfig');
  }

  /**
   * The AccessKey that calls through OpenAPI are signed with, and what gave it: which link of the default chain, for one.
   * Asks for it if no call has done so yet; sends nothing to KMS.
   *
   * @returns `accessKeyId`; `source`: what gave it; `expiration`: when it ends, unknown for a permanent one
   * @throws {KmsConfigurationError} `Config.Missing`, `Credentials.Unavailable`
   * @example
   * ```ts
   * const { source } = await client.accessKey(); // default chain (ecs_ram_role)
   * ```
   */
  async accessKey(): Promise<SigningAccessKey> {
    const gateway = this.#public ?? this.#dedicated;
    if (gateway) return gateway.accessKey();
    throw missingOption('this client has no AccessKey: give it publicConfig');
  }

  /**
   * Ends idle connections now, and each other one when its call is over: calls under way finish, and are not waited
   * for. Later calls are refused with `Config.ClientClosed`. A program that forgets it ends all the same.
   */
  async close(): Promise<void> {
    this[self].#transport.close();
  }

  /** Closes it at the end of its block: `await using`. */
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
      kmsInstance: instance && { endpoint: this[self].#endpoints.instance, credential: instance },
      public: this[self].#configured.public
        ? { regionId: this[self].#regionId, endpoint: this[self].#endpoints.public }
        : undefined,
    };
    return `Client ${inspect(shown, options)}`;
  }

  protected override async callAction<A extends KmsResponse>(
    action: ActionName,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<A> {
    const { gateway: wanted, ...callOptions } = checkOptions(action, options);
    const lane = chooseLane(action, actionLanes(action), this[self].#configured, wanted);
    const { answer } = await callAction(
      this[self].#publicGateway(lane),
      action,
      this[self].#withRegion(action, request),
      callOptions,
    );
    return answer as unknown as A;
  }

  protected override async callOperation<A extends KmsResponse>(
    api: InstanceApi,
    request: object,
    options: OperationOptions | undefined,
  ): Promise<A> {
    const { gateway: wanted, ...callOptions } = checkOptions(api, options);
    const fields = checkRequest(api, request);
    const lane = chooseLane(api, operationLanes(api), this[self].#configured, wanted);
    if (lane === 'clientKey') {
      const gateway = this[self].#clientKey as InstanceGateway;
      return (await callWithClientKey(gateway, api, fields, callOptions)) as unknown as A;
    }
    const { form, request: mapped } = toPublic(api, fields);
    const { answer, wire } = await callAction(this[self].#publicGateway(lane), form.action, mapped, callOptions);
    return (form.finish?.(answer, wire) ?? answer) as unknown as A;
  }

  /** Who serves an unknown API cannot be known: the public gateway, unless call or configuration say otherwise. */
  #actionLanes(action: string, wanted: GatewayName | undefined): Lanes {
    const guess = actionFacts(action) === undefined && wanted === undefined && this[self].#configured.public;
    return { ...actionLanes(action), ...(guess && { dedicated: false }) };
  }

  #targetOf(lane: Lane): Pick<CallDescription, 'gateway' | 'endpoint' | 'credential'> {
    const gateway = lane === 'public' ? 'public' : 'instance';
    const endpoint = (
      lane === 'clientKey' ? (this[self].#clientKey as InstanceGateway) : this[self].#publicGateway(lane)
    ).host;
    return { gateway, endpoint, credential: lane === 'clientKey' ? 'clientKey' : 'accessKey' };
  }

  #publicGateway(lane: Lane): PublicGateway {
    return (lane === 'public' ? this[self].#public : this[self].#dedicated) as PublicGateway;
  }

  /** The tag APIs want the region that the call goes to anyway. */
  #withRegion(action: ActionName, request: object): object {
    if (!actions[action].parameters.RegionId || this[self].#regionId === undefined) return request;
    const fields = checkRequest(action, request);
    return { ...fields, regionId: fields.regionId ?? this[self].#regionId };
  }
}

function checkOptions<Options extends OperationOptions>(api: string, options: Options | undefined): Options {
  const given = (options ?? {}) as Options;
  if (typeof given !== 'object' || Array.isArray(given)) throw wrongOptions(api, 'the options must be an object');
  if (given.gateway === undefined || given.gateway === 'instance' || given.gateway === 'public') return given;
  throw wrongOptions(api, "options.gateway must be 'instance' or 'public'");
}

const wrongOptions = (api: string, problem: string) =>
  new KmsConfigurationError('Config.Invalid', `${api}: ${problem}`, { api, attempts: 0 });
