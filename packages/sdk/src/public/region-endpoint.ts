import { checkOneOf, invalidOption, missingOption, mustBe, shown } from '../checks.js';
import { endpoints } from '../model/generated/endpoints.js';
import { regionLike, withoutZone } from '../model/regions.js';
import { type Endpoint, parseEndpoint } from '../transport/endpoint.js';
import { oneLine } from '../util/text.js';

export interface RegionOptions {
  /** Host of the gateway; overrides the other options. */
  endpoint?: string | undefined;
  /** Region, e.g. `cn-hangzhou`. */
  regionId?: string | undefined;
  /** `vpc`: the region's host inside a VPC. Default `public`. */
  network?: 'public' | 'vpc' | undefined;
  /** Inserted between `kms` and the network in the host. Default none. */
  suffix?: string | undefined;
}

/**
 * The host of the public gateway, or `endpoint` if given.
 *
 * @throws KmsConfigurationError `Config.Missing`, `Config.Invalid`
 */
export function regionEndpoint(options: RegionOptions, where: string): Endpoint {
  const { endpoint, regionId, network = 'public', suffix } = options;
  checkOneOf(`${where}.network`, network, ['public', 'vpc']);
  checkLabel(regionId, `${where}.regionId`);
  checkLabel(suffix, `${where}.suffix`);
  if (endpoint) return parseEndpoint(endpoint, `${where}.endpoint`);
  if (!regionId) {
    const remedy = 'give endpoint, or the regionId of a public gateway';
    throw missingOption(`${where} does not say what to call: ${remedy}`);
  }
  checkRegion(regionId, `${where}.regionId`);
  // The table has the usual hosts; a newer region has a host like all others.
  const usual = network === 'public' && !suffix && Object.hasOwn(endpoints, regionId) ? endpoints[regionId] : undefined;
  const parts = ['kms', suffix, network === 'vpc' ? network : undefined].filter(Boolean);
  return parseEndpoint(usual ?? `${parts.join('-')}.${regionId}.aliyuncs.com`, `${where}.regionId`);
}

function checkLabel(text: string | undefined, where: string): void {
  if (text === undefined || text === '' || (typeof text === 'string' && /^[a-z0-9-]+$/.test(text))) return;
  const region = typeof text === 'string' ? regionLike(text) : undefined;
  const meant = region === undefined ? '' : `; did you mean ${region}?`;
  throw invalidOption(`${mustBe(where, 'lower-case letters, digits and hyphens only', shown(text))}${meant}`);
}

/**
 * Refuses what cannot be a region: a city, a zone. A region that is not in the table may be new and is left to DNS.
 */
function checkRegion(regionId: string, where: string): void {
  if (Object.hasOwn(endpoints, regionId)) return;
  const isZone = Object.hasOwn(endpoints, withoutZone(regionId));
  if (!isZone && regionId.includes('-')) return;
  const region = regionLike(regionId);
  const what = isZone ? 'a zone' : 'no region';
  const remedy = region === undefined ? 'give one like cn-hangzhou' : `did you mean ${region}?`;
  throw invalidOption(`${where} is "${oneLine(regionId, 40)}", which is ${what}; ${remedy}`);
}
