import type { Peer } from '../model/advice.js';
import { endpoints } from '../model/generated/endpoints.js';
import { regionLike } from '../model/regions.js';

/** DNS knows no such host. */
export function nameAdvice(peer: Peer, host: string): string {
  if (peer === 'instance') return 'check endpoint; the name of an instance is known in its VPCs only';
  const [, region] = /^kms(?:-[a-z]+)*\.([a-z0-9-]+)\.aliyuncs\.com$/.exec(host) ?? [];
  if (region === undefined) return 'check endpoint, and DNS';
  if (Object.hasOwn(endpoints, region)) {
    return host.startsWith('kms-vpc.') ? 'check DNS; the hosts of network vpc are known in VPCs only' : 'check DNS';
  }
  const meant = regionLike(region);
  return `check regionId; ${region} is none of the regions that are known here${meant === undefined ? '' : `, did you mean ${meant}?`}`;
}

/** No connection in time. */
export const routeAdvice = (peer: Peer): string =>
  peer === 'instance' ? '; an instance is reached from its VPCs only' : '';

/** Nothing listens there. */
export function portAdvice(host: string, port: number): string {
  const advice = `nothing listens on port ${port} there; check host and port`;
  const isOwn = host === 'localhost' || host === '::1' || /^127\./.test(host);
  return isOwn ? `${advice}. A local KMS: kms local env starts one, and says where it is` : advice;
}

/** The certificate is not signed by a trusted CA. */
export const trustAdvice = (peer: Peer): string =>
  peer === 'instance'
    ? "Give the instance's CA with caFilePath or ca; or give publicConfig, and instanceId unless endpoint begins with it: then it is fetched"
    : 'The public gateway has a certificate of a public authority: look at what stands in between (a proxy that opens TLS). The CA of a proxy or of a local KMS is given with caFilePath or ca';
