import { checkBoolean, checkObject, checkOptions } from '../checks.js';
import { KmsConfigurationError } from '../errors.js';
import { type CallOptions, transportOptionNames } from '../transport/options.js';
import { type Given, officialNames, ownNames } from './official-names.js';
import { type TextCodec, textCodec } from './text-encoding.js';

/**
 * Options of one call: those of the KMS 1.0 client's `RuntimeOptions`, which can be passed as they are, those of this SDK,
 * and which gateway. What is not given is as the client was made.
 */
export interface KmsRuntimeOptions extends CallOptions {
  /** Not needed: all headers of an answer are handed back. */
  responseHeaders?: readonly string[] | undefined;
  /** `true`: the public gateway; `false`: the instance's, for what it serves. Comes before every other rule. */
  isUseKmsShareGateway?: boolean | undefined;
  /** How the text of a plaintext becomes bytes and back, in this call. */
  encoding?: string | undefined;
  /** `false`: one attempt. Another name of `autoRetry`. */
  autoretry?: boolean | undefined;
  /** Another name of `ignoreSsl`. */
  ignoreSSL?: boolean | undefined;
  /** Milliseconds; 0: as the client was made. Another name of `readTimeoutMs`. */
  readTimeout?: number | undefined;
  /** Milliseconds; 0: as the client was made. Another name of `connectTimeoutMs`. */
  connectTimeout?: number | undefined;
  /** Another name of `maxSockets`. */
  maxIdleConns?: number | undefined;
  /** Ignored: waits between attempts are exponential with jitter, see `backoff`. */
  backoffPolicy?: string | undefined;
  /** Ignored, see `backoff`. */
  backoffPeriod?: number | undefined;
  /** Ignored: connections are kept. */
  keepAlive?: boolean | undefined;
  /** Ignored. */
  localAddr?: string | undefined;
  /** Ignored: KMS asks for no client certificate. */
  key?: string | undefined;
  /** Ignored: KMS asks for no client certificate. */
  cert?: string | undefined;
  /** Ignored: a SOCKS5 proxy is reached by TCP. */
  socks5NetWork?: string | undefined;
  /** `headers` are sent along; `queries` are refused. */
  extendsParameters?:
    | { headers?: Readonly<Record<string, string>>; queries?: Readonly<Record<string, string>> }
    | undefined;
}

/** Options of one call, read. */
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
 * What a call was given. All headers of the answer are asked for, as the KMS 1.0 client hands them back.
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
