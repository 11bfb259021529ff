import { checkBoolean, checkObject, checkOptions } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { type CallOptions, transportOptionNames } from '../transport/options.js';
import { type Given, officialNames, ownNames } from './official-names.js';
import { type TextCodec, textCodec } from './text-encoding.js';

/**
 * Options of one call: the KMS 1.0 client's `RuntimeOptions`, unchanged, those of this SDK, and the gateway. Defaults come
 * from the client.
 */
export interface KmsRuntimeOptions extends CallOptions {
  /** Not needed: every response has all headers. */
  responseHeaders?: readonly string[] | undefined;
  /** `true`: the public gateway; `false`: the instance's, if it serves the API. Overrides all other rules. */
  isUseKmsShareGateway?: boolean | undefined;
  /** Encoding of plaintext text in this call. */
  encoding?: string | undefined;
  /** `false`: a single attempt. Alias of `autoRetry`. */
  autoretry?: boolean | undefined;
  /** Alias of `ignoreSsl`. */
  ignoreSSL?: boolean | undefined;
  /** Milliseconds; 0: the client's value. Alias of `readTimeoutMs`. */
  readTimeout?: number | undefined;
  /** Milliseconds; 0: the client's value. Alias of `connectTimeoutMs`. */
  connectTimeout?: number | undefined;
  /** Alias of `maxSockets`. */
  maxIdleConns?: number | undefined;
  /** Ignored: pauses between attempts are exponential with jitter, see `backoff`. */
  backoffPolicy?: string | undefined;
  /** Ignored, see `backoff`. */
  backoffPeriod?: number | undefined;
  /** Ignored: connections are always reused. */
  keepAlive?: boolean | undefined;
  /** Ignored. */
  localAddr?: string | undefined;
  /** Ignored: KMS does not use client certificates. */
  key?: string | undefined;
  /** Ignored: KMS does not use client certificates. */
  cert?: string | undefined;
  /** Ignored: SOCKS5 proxies are always reached by TCP. */
  socks5NetWork?: string | undefined;
  /** `headers` are sent; `queries` are refused. */
  extendsParameters?:
    | { headers?: Readonly<Record<string, string>>; queries?: Readonly<Record<string, string>> }
    | undefined;
}

/** Parsed options of one call. */
export interface Runtime {
  isUseKmsShareGateway?: boolean;
  codec?: TextCodec;
  options: CallOptions;
}

const runtimeNames = [
  ...transportOptionNames.filter((name) => name !== 'userAgent'),
  ...[
    'signal',
    'autoRetry',
    'requestHeaders',
    'responseHeaders',
    'isUseKmsShareGateway',
    'encoding',
    'extendsParameters',
  ],
  ...officialNames,
];

/**
 * Parses the options of a call. Requests all response headers, because the KMS 1.0 client returns them.
 *
 * @throws KmsConfigurationError `Config.Invalid`, `Config.Unsupported`
 */
export function readRuntime(given: unknown): Runtime {
  if (given === undefined || given === null) return { options: { responseHeaders: ['*'] } };
  checkOptions('runtime', given, runtimeNames);
  const { isUseKmsShareGateway, encoding, extendsParameters, ...own } = ownNames(given as Given, 'runtime');
  const options: CallOptions = { ...own, responseHeaders: ['*'] };
  const headers = extendedHeaders(extendsParameters);
  if (headers) options.requestHeaders = { ...headers, ...options.requestHeaders };
  return {
    isUseKmsShareGateway:
      isUseKmsShareGateway === undefined
        ? undefined
        : checkBoolean('runtime.isUseKmsShareGateway', isUseKmsShareGateway),
    codec: encoding === undefined ? undefined : textCodec(encoding, 'runtime.encoding'),
    options,
  };
}

function extendedHeaders(given: unknown): Record<string, string> | undefined {
  if (given === undefined) return undefined;
  const { headers, queries } = checkObject('runtime.extendsParameters', given);
  if (typeof queries === 'object' && queries !== null && Object.keys(queries).length > 0) {
    const problem = 'runtime.extendsParameters.queries is not possible: give the parameters in the request';
    throw new KmsConfigurationError('Config.Unsupported', problem);
  }
  return headers === undefined || headers === null
    ? undefined
    : (checkObject('runtime.extendsParameters.headers', headers) as Record<string, string>);
}
