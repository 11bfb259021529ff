import { checkObject, invalidOption, mustBe, shown } from '../checks.js';
import { regionEndpoint } from '../public/region-endpoint.js';
import { rememberSelf, self } from '../util/own-instance.js';
import type { ApiGeneration, TransferResponse, WithMetadata } from './api-generation.js';
import { TransferGateways } from './gateways.js';
import { Kms10Methods } from './generated/methods.js';
import {
  type ReEncryptEntry,
  type ReEncrypted,
  type ReEncryptedEntry,
  type ReEncryptOptions,
  reEncryptAll,
} from './re-encrypt.js';
import { wireParameters } from './request-parameters.js';
import { answerOf, withMetadata } from './responses.js';
import type { Route } from './routing.js';
import { type KmsRuntimeOptions, readRuntime } from './runtime-options.js';
import type { TransferClientOptions } from './transfer-options.js';

/** Parameters of `callApi`, by wire name. */
export interface CallApiRequest {
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Replaces the KMS 1.0 client, `@alicloud/kms20160120` of any generation: the same methods with the same requests,
 * responses and errors. Cryptography and secrets go to the gateway of a KMS instance, everything else to the public one.
 *
 * Every call can fail with `KmsTransferError` (the service refused it or failed, worded as in KMS 1.0; also `MissingParameter`,
 * `InvalidParameter` and `InvalidParam` for requests that an instance cannot serve), `KmsTimeoutError`
 * (`SDK.ReadTimeout`), `KmsConnectionError` (`SDK.ServerUnreachable`), `KmsConfigurationError` (nothing was sent:
 * `Request.Invalid`, `Config.Missing` when the call's gateway was not configured), or with the reason of its `signal`.
 *
 * @throws {KmsConfigurationError} `Config.Missing`, `Config.Invalid`, `Config.Unsupported`
 * @example
 * ```ts
 * const client = new TransferClient({
 *   config: { accessKeyId, accessKeySecret, regionId: 'cn-hangzhou' },
 *   kmsConfig: { endpoint: 'kst-….cryptoservice.kms.aliyuncs.com', clientKeyFile, password, caFilePath },
 * });
 * const { body } = await client.encrypt({ keyId: 'key-…', plaintext: Buffer.from('hello').toString('base64') });
 * ```
 */
export class TransferClient<G extends ApiGeneration = 3> extends Kms10Methods<G> {
  declare private readonly [self]: TransferClient<G>;
  readonly #gateways: TransferGateways;

  constructor(options: TransferClientOptions<G>) {
    super();
    rememberSelf(this);
    this.#gateways = new TransferGateways(options);
  }

  /**
   * Returns the gateway of a call, and why it takes that one. Sends nothing.
   *
   * @param action name of the API or of the method: `Encrypt`, `encrypt`
   * @param runtime the options of the call
   * @throws {KmsConfigurationError} `Config.Invalid`
   * @example
   * ```ts
   * client.explainRoute('GetSecretValue'); // { gateway: 'instance', reason: 'Handler', … }
   * client.explainRoute('CreateKey'); // { gateway: 'public', reason: 'NoHandler', … }
   * ```
   */
  explainRoute(action: string, runtime?: KmsRuntimeOptions): Route {
    const name = checkAction(action);
    const wireName = name.charAt(0).toUpperCase() + name.slice(1);
    return this[self].#gateways.route(wireName, readRuntime(runtime).isUseKmsShareGateway);
  }

  /**
   * Decrypts ciphertexts of KMS 1.0 and re-encrypts them under another key, many at a time; yields the results in the order
   * of the source. To resume after an interruption, pass the `checkpoint` of the last stored result as `skip`, with the same
   * source.
   *
   * The plaintexts pass through this process only.
   *
   * @throws {KmsConfigurationError} `Config.Invalid`, `Request.Invalid`; while iterating, the errors of calls and of the
   * source, or the reason of `signal`
   * @example
   * ```ts
   * for await (const { id, ciphertextBlob } of client.reEncryptAll(rows(), { keyId, sourceGateway: 'public' })) {
   *   await store(id, ciphertextBlob);
   * }
   * ```
   */
  reEncryptAll<Id = unknown>(
    ciphertexts: AsyncIterable<ReEncryptEntry<Id>> | Iterable<ReEncryptEntry<Id>>,
    options: ReEncryptOptions & { onError?: 'throw' },
  ): AsyncGenerator<ReEncryptedEntry<Id>, void, undefined>;
  reEncryptAll<Id = unknown>(
    ciphertexts: AsyncIterable<ReEncryptEntry<Id>> | Iterable<ReEncryptEntry<Id>>,
    options: ReEncryptOptions,
  ): AsyncGenerator<ReEncrypted<Id>, void, undefined>;
  reEncryptAll<Id = unknown>(
    ciphertexts: AsyncIterable<ReEncryptEntry<Id>> | Iterable<ReEncryptEntry<Id>>,
    options: ReEncryptOptions,
  ): AsyncGenerator<ReEncrypted<Id>, void, undefined> {
    return reEncryptAll(this[self].#gateways, ciphertexts, options);
  }

  /**
   * Calls any API by name, like the generic method of the generation 3 client: names and values as on the wire.
   *
   * @throws the errors of any call
   */
  async callApi(
    params: { action: string },
    request: CallApiRequest = {},
    runtime?: KmsRuntimeOptions,
  ): Promise<TransferResponse<Record<string, unknown>>> {
    const action = checkAction(checkObject('params', params).action);
    const { body, metadata } = await this[self].#send(action, { ...request?.query, ...request?.body }, runtime);
    return withMetadata({ headers: metadata.headers, statusCode: metadata.status, body }, metadata);
  }

  /**
   * Calls any API by name, like the generic method of the generation 1 client: names and values as on the wire.
   * Ignores `protocol`, `method`, `version` and `authType`: KMS has only one value for each.
   *
   * @throws the errors of any call
   */
  async doRequest(
    action: string,
    _protocol?: string,
    _method?: string,
    _version?: string,
    _authType?: string,
    query?: Readonly<Record<string, unknown>> | null,
    body?: Readonly<Record<string, unknown>> | null,
    runtime?: KmsRuntimeOptions,
  ): Promise<Record<string, unknown> & WithMetadata> {
    const answered = await this[self].#send(checkAction(action), { ...query, ...body }, runtime);
    return withMetadata(answered.body, answered.metadata);
  }

  /**
   * The host of the public gateway, like the method of the generation 1 client: `endpoint` if given, otherwise the host in
   * `endpointMap` for the region, otherwise the region's.
   *
   * @throws {KmsConfigurationError} `Config.Invalid`, `Config.Missing`
   */
  getEndpoint(
    _productId: string,
    regionId: string,
    _endpointRule?: string,
    network?: string,
    suffix?: string,
    endpointMap?: Readonly<Record<string, string>>,
    endpoint?: string,
  ): string {
    const known = endpoint || endpointMap?.[regionId];
    return regionEndpoint(
      { endpoint: known, regionId, network: network === 'vpc' ? 'vpc' : 'public', suffix },
      'config',
    ).host;
  }

  /**
   * Closes idle connections now, and busy ones when their calls end. Later calls fail with `Config.ClientClosed`. An open
   * client does not keep the process alive, so programs of KMS 1.0 need not call it.
   */
  async close(): Promise<void> {
    this[self].#gateways.close();
  }

  /** {@link close}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  protected override async callKms10<R>(api: string, request: unknown, runtime?: KmsRuntimeOptions): Promise<R> {
    const { body, metadata } = await this[self].#send(api, wireParameters(api, request), runtime);
    return answerOf(api, body, metadata, this[self].#gateways.generation) as R;
  }

  #send(action: string, parameters: Readonly<Record<string, unknown>>, runtime: unknown) {
    return this[self].#gateways.call(action, parameters, readRuntime(runtime));
  }
}

/** Refuses anything that is not a name: it would break the header that carries it. */
function checkAction(action: unknown): string {
  if (typeof action === 'string' && /^[A-Za-z][A-Za-z0-9]*$/.test(action)) return action;
  throw invalidOption(mustBe('action', 'the name of an API, e.g. Encrypt', shown(action)));
}
