import type { AddressList } from '../access/address-list.js';

/** What is known of a caller before it has proven anything. */
export interface UnprovenCaller {
  headers: Readonly<Record<string, string | undefined>>;
  remoteAddress: string;
}

/** Besides `X-Forwarded-…`: what proxies say who asks for somebody else. */
const proxyHeaders = ['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'];

const isOfProxy = (name: string): boolean => name.startsWith('x-forwarded-') || proxyHeaders.includes(name);

/**
 * Why somebody who proves nothing gets no credentials; undefined for one of these clients who asks for itself: no proxy
 * that others reach, and no page in a browser.
 */
export function refusalOf({ headers, remoteAddress }: UnprovenCaller, clients: AddressList): string | undefined {
  if (!clients.has(remoteAddress)) return `${remoteAddress} is not among tokenClients of this local KMS`;
  if (Object.keys(headers).some(isOfProxy)) return 'a request that was forwarded gets no credentials';
  // "none" is what the person who uses the browser has typed.
  const { origin, 'sec-fetch-site': site = 'none' } = headers;
  return origin === undefined && site === 'none' ? undefined : 'a web page gets no credentials';
}
