import { invalidOption, kindOf, missingOption, mustBe } from '../checks.js';
import { endpoints } from '../model/generated/endpoints.js';
import { attempt } from '../util/work.js';

/** Where a gateway is. */
export interface Endpoint {
  /** Host, with the port where it is not 443: what the `host` header says. */
  host: string;
  /** `https://` and the host. */
  origin: string;
}

/**
 * Parses an endpoint as people write it: host, `host:port`, or the same after `https://`.
 *
 * @param where name of the option, for messages
 * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
 */
export function parseEndpoint(text: string | undefined, where: string): Endpoint {
  if (!text) throw missingOption(`${where} is missing or empty: it is the host to call`);
  if (typeof text !== 'string') throw invalidOption(mustBe(where, 'a string', kindOf(text)));
  const url = attempt(() => new URL(text.includes('://') ? text : `https://${text}`));
  if (url?.protocol === 'http:') {
    throw invalidOption(`${where} is an http:// address; KMS is reached over https only`);
  }
  const only = url && url.protocol === 'https:' && url.href === `https://${url.host}/`;
  if (!only) {
    const shape = '"host", "host:port" or "https://host:port"';
    throw invalidOption(`${where} must be ${shape}, without user, path or query`);
  }
  const remedy = remedyOf(url.hostname);
  if (remedy) throw invalidOption(`${where} is "${url.hostname}": ${remedy}`);
  return { host: url.host, origin: url.origin };
}

/** What to give instead of a name that cannot be a host of KMS. */
function remedyOf(name: string): string | undefined {
  if (/^kst-[a-z0-9]+$/.test(name)) {
    return `that is the id of an instance; its host is ${name}.cryptoservice.kms.aliyuncs.com`;
  }
  return Object.hasOwn(endpoints, name) ? `that is a region; its host is ${endpoints[name]}` : undefined;
}
