import { type AccessKeyOptions, AccessKeyProvider } from '../credentials/access-key.js';
import type { Peer } from '../model/advice.js';
import { type AcsAlgorithm, acsAlgorithms, defaultAcsAlgorithm } from '../model/signature-algorithms.js';
import { GatewayCalls } from '../transport/gateway-calls.js';
import type { CallOptions, TransportOptions } from '../transport/options.js';
import type { Transport } from '../transport/transport.js';
import type { CallMetadata, SigningAccessKey } from '../transport/types.js';
import { invalidOption, shown } from '../util/option-checks.js';
import { callerHeaders } from '../wire/caller-headers.js';
import type { Endpoint } from '../wire/endpoint.js';
import { publicExchange, publicReservedHeaders } from './public-exchange.js';
import { type RegionOptions, regionEndpoint } from './region-endpoint.js';

/** How calls with an AccessKey are signed. */
export interface SignatureOptions {
  /**
   * `ACS3-HMAC-SHA256`, or with SM3 in place of SHA-256 `ACS3-HMAC-SM3`; `ACS4-HMAC-SHA256` and `ACS4-HMAC-SM3` are what
   * the official clients call `signatureVersion` v4. Default `ACS3-HMAC-SHA256`.
   *
   * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
   */
  signatureAlgorithm?: AcsAlgorithm | undefined;
}

export interface PublicGatewayConfig extends RegionOptions, AccessKeyOptions, SignatureOptions, TransportOptions {}

/** An OpenAPI gateway, called with an AccessKey: the public one of a region, or that of an instance. */
export class PublicGateway {
  readonly #endpoint: Endpoint;
  readonly #accessKey: AccessKeyProvider;
  readonly #algorithm: AcsAlgorithm;
  readonly #calls: GatewayCalls;
  readonly #peer: Peer;

  /**
   * @param where name of the configuration object, for messages
   * @param peer whose gateway it is
   * @param fetchCa gets the server's CA when neither configuration nor call gives one
   * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
   */
  constructor(
    config: PublicGatewayConfig,
    transport: Transport,
    where: string,
    { peer = 'public', fetchCa }: { peer?: Peer; fetchCa?: () => Promise<string> } = {},
  ) {
    this.#peer = peer;
    this.#endpoint = regionEndpoint(config, where);
    this.#accessKey = new AccessKeyProvider(config, where);
    this.#algorithm = checkAlgorithm(config.signatureAlgorithm ?? defaultAcsAlgorithm, where);
    this.#calls = new GatewayCalls(config, transport, { where, peer, fetchCa });
  }

  /** Host, with its port where that is not 443. */
  get host(): string {
    return this.#endpoint.host;
  }

  /**
   * @param parameters as they travel: names with numbers and dots, values as text
   * @returns the JSON answer
   */
  async call(
    action: string,
    parameters: Readonly<Record<string, string>>,
    { repeatable }: { repeatable: boolean },
    options?: CallOptions,
  ): Promise<{ answer: Record<string, unknown>; metadata: CallMetadata }> {
    return this.#calls.make({ api: action, endpoint: this.#endpoint.host }, options, (policy) =>
      publicExchange({
        action,
        parameters,
        repeatable,
        endpoint: this.#endpoint,
        peer: this.#peer,
        requestHeaders: callerHeaders(policy.requestHeaders, publicReservedHeaders),
        algorithm: this.#algorithm,
        accessKey: (now) => this.#accessKey.get(now),
        refused: (accessKey) => this.#accessKey.forget(accessKey),
      }),
    );
  }

  /**
   * The AccessKey that a call would be signed with now; asks for it if need be.
   *
   * @throws KmsConfigurationError `Credentials.Unavailable`
   */
  async accessKey(): Promise<SigningAccessKey> {
    const { accessKeyId, source, expiration } = await this.#accessKey.get(new Date());
    return { accessKeyId, source, ...(expiration && { expiration }) };
  }
}

function checkAlgorithm(algorithm: AcsAlgorithm, where: string): AcsAlgorithm {
  if (acsAlgorithms.includes(algorithm)) return algorithm;
  throw invalidOption(`${where}.signatureAlgorithm`, shown(algorithm), `one of ${acsAlgorithms.join(', ')}`);
}
