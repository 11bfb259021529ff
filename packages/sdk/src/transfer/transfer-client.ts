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

/** Parameters of `callApi`, by their names on the wire. */
export interface CallApiRequest {
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Takes the place of the KMS 1.0 client, `@alicloud/kms20160120` of any generation: the same methods with the same
 * requests, answers and errors; cryptography and secrets go to the gateway of a KMS instance, the rest to the public one.
 *
 * Every call can fail with `KmsTransferError` (KMS said no, in KMS 1.0's words; also `MissingParameter`,
 * `InvalidParameter` and `InvalidParam` for what cannot be asked of an instance), `KmsTimeoutError`
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
   * Which gateway a call takes, and why. Sends nothing.
   *
   * @param action name of the API or of the method: `Encrypt`, `encrypt`
   * @param runtime what the call would be given
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
   * Decrypts ciphertexts of KMS 1.0 and encrypts what was in them under another key, many at a time; gives the results
   * in the order of the source. To go on after an interruption, give the `checkpoint` of the last result that was kept
   * as `skip`, with a source that begins as before.
   *
   * The plaintexts pass through this process, and nowhere else.
   *
   * @throws {KmsConfigurationError} `Config.Invalid`, `Request.Invalid`; out of the loop what a call fails with, what
   * the source throws, or the reason of `signal`
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
   * Calls any API by its name, as the generic method of generation 3's client: names and values as on the wire.
   *
   * @throws as every call
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
   * Calls any API by its name, as the generic method of generation 1's client: names and values as on the wire.
   * `protocol`, `method`, `version` and `authType` are KMS's, whatever is given.
   *
   * @throws as every call
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
   * The host of the public gateway, as the client of generation 1 tells it: `endpoint` when it is given, else what
   * `endpointMap` has for the region, else the region's.
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
   * Ends idle connections now, and each other one when its call is over. Later calls are refused with
   * `Config.ClientClosed`. A program that forgets it, as those of KMS 1.0 do, ends all the same.
   */
  async close(): Promise<void> {
    this[self].#gateways.close();
  }

  /** Closes it at the end of its block: `await using`. */
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

/** Whatever is no name would break the header that it travels in. */
function checkAction(action: unknown): string {
  if (typeof action === 'string' && /^[A-Za-z][A-Za-z0-9]*$/.test(action)) return action;
  throw invalidOption(mustBe('action', 'the name of an API, e.g. Encrypt', shown(action)));
}
