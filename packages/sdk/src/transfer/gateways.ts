import { checkBoolean, checkOptions, missingOption } from '../checks.js';
import type { KmsError } from '../errors.js';
import { type Gateways, makeGateways } from '../gateways.js';
import type { InstanceGateway } from '../instance/instance-gateway.js';
import { type ActionName, actionFacts } from '../model/generated/actions.js';
import type { PublicGateway } from '../public/public-gateway.js';
import type { CallOptions } from '../transport/options.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import { checkGeneration, type TransferMetadata } from './api-generation.js';
import { advanceScheme, type CryptoScheme, lowVersionScheme } from './crypto-schemes.js';
import { errorInWordsOfKms10 } from './error-words.js';
import { type Handler, handlers } from './handlers.js';
import { InstanceCall } from './instance-call.js';
import { defaultContextBinding, readKmsConfig, readPublicConfig, type TransferRules } from './read-config.js';
import { flatParameters, type WireParameters } from './request-parameters.js';
import { checkConfigured, type Route, type RoutingRules, routeOf } from './routing.js';
import type { Runtime } from './runtime-options.js';
import { decodeText, defaultEncoding, type TextCodec, textCodec } from './text-encoding.js';
import type { TransferClientOptions } from './transfer-options.js';

const names = { instance: 'kmsConfig', public: 'config' };
const optionNames = ['config', 'kmsConfig', 'isUseKmsShareGateway', 'apiGeneration'];

/** Both gateways of a client, and the rules that choose between them. */
export class TransferGateways {
  readonly generation: 1 | 3;
  readonly scheme: CryptoScheme;
  readonly #gateways: Gateways;
  readonly #codec: TextCodec;
  readonly #contextBinding: EncryptionContextBinding;
  readonly #rules: RoutingRules;
  readonly #regionId?: string;

  /** @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`, `Config.Unsupported` */
  constructor(options: TransferClientOptions) {
    checkOptions('options of TransferClient', options, optionNames);
    this.generation = checkGeneration(options.apiGeneration);
    const shared = checkBoolean('isUseKmsShareGateway', options.isUseKmsShareGateway ?? false);
    const config = options.config && readPublicConfig(options.config);
    const kms = options.kmsConfig && readKmsConfig(options.kmsConfig);
    if (!config && !kms) {
      const needs = 'config (the public gateway), kmsConfig (the gateway of the KMS instance), or both';
      throw missingOption(`a TransferClient needs ${needs}`);
    }
    this.#regionId = config?.regionId;
    this.#gateways = makeGateways({ clientKey: kms?.gateway, public: config }, names);
    const rules: TransferRules | undefined = kms?.rules;
    this.#codec = rules?.codec ?? textCodec(defaultEncoding, 'encoding');
    this.#contextBinding = rules?.contextBinding ?? defaultContextBinding;
    this.scheme = rules?.lowVersion ? lowVersionScheme : advanceScheme;
    this.#rules = {
      hasConfig: config !== undefined,
      hasKmsConfig: kms !== undefined,
      // Without a public gateway no call can go there.
      isUseKmsShareGateway: shared && config !== undefined,
      publicActions: rules?.publicActions ?? new Set(),
    };
  }

  route(action: string, call: boolean | undefined): Route {
    return routeOf(action, this.#rules, call);
  }

  codecOf(runtime: Runtime): TextCodec {
    return runtime.codec ?? this.#codec;
  }

  /** Makes a call through its gateway; errors are those of KMS 1.0. */
  async call(
    action: string,
    parameters: WireParameters,
    runtime: Runtime,
  ): Promise<{ body: Record<string, unknown>; metadata: TransferMetadata }> {
    const route = this.route(action, runtime.isUseKmsShareGateway);
    checkConfigured(action, route);
    return this.inWords(route.gateway, async () => {
      if (route.gateway === 'public') return this.#callPublic(action, parameters, runtime);
      const handler = handlers[action as ActionName] as Handler;
      return handler(this.instanceCall(action, parameters, runtime), this.scheme);
    });
  }

  /** A call of KMS 1.0 to the instance. */
  instanceCall(action: string, parameters: WireParameters, runtime: Runtime): InstanceCall {
    const gateway = this.#gateways.clientKey as InstanceGateway;
    return new InstanceCall(action, parameters, {
      codec: this.codecOf(runtime),
      contextBinding: this.#contextBinding,
      send: async (api, message, headers) => gateway.call(api, message, withHeaders(runtime.options, headers)),
    });
  }

  async inWords<T>(gateway: Route['gateway'], work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw errorInWordsOfKms10(error, gateway, this.generation) as KmsError;
    }
  }

  close(): void {
    this.#gateways.transport.close();
  }

  async #callPublic(action: string, parameters: WireParameters, runtime: Runtime) {
    const facts = actionFacts(action);
    // The tag APIs require the region that the call goes to anyway.
    const all = facts?.parameters.RegionId && this.#regionId ? { RegionId: this.#regionId, ...parameters } : parameters;
    const codec = this.codecOf(runtime);
    const flat = flatParameters(action, all, (bytes) => decodeText(action, 'Plaintext', codec, bytes));
    const repeatable = facts?.repeatable ?? /^(Get|List|Describe|Batch)/.test(action);
    const gateway = this.#gateways.public as PublicGateway;
    const { answer, metadata } = await gateway.call(action, flat, { repeatable }, runtime.options);
    return { body: answer, metadata };
  }
}

const withHeaders = (options: CallOptions, headers: Readonly<Record<string, string>> | undefined): CallOptions =>
  headers === undefined ? options : { ...options, requestHeaders: { ...options.requestHeaders, ...headers } };
