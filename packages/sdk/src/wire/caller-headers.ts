import { KmsConfigurationError } from '../errors.js';

/** They decide where a request begins and ends. */
const framing = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * The headers that a caller adds to a request, names in lower case.
 *
 * @param reserved names in lower case that the protocol gives a value
 * @throws KmsConfigurationError `Config.Invalid` for a header that is not the caller's to set
 */
export function callerHeaders(
  headers: Readonly<Record<string, string>>,
  reserved: readonly string[],
): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase();
    if (framing.includes(name) || reserved.includes(name)) {
      throw new KmsConfigurationError('Config.Invalid', `options.requestHeaders: ${given} is set by the SDK itself`);
    }
    own[name] = value;
  }
  return own;
}
