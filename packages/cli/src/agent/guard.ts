import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Reason } from './refusals.js';

/**
 * Decides which requests are allowed. Local programs need the token. Requests with signs of a browser or a proxy are refused
 * first, so that neither a web page (even under a name that points here) nor a server that can be tricked into sending
 * requests reaches the secrets.
 */
export class Guard {
  readonly #hosts: ReadonlySet<string>;
  #tokenDigest: Buffer;

  constructor(port: number, token: string) {
    const names = ['127.0.0.1', 'localhost'];
    // RFC 9110, 4.2.1: the default port of http may be omitted.
    this.#hosts = new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
    this.#tokenDigest = digestOf(token);
  }

  useToken(token: string): void {
    this.#tokenDigest = digestOf(token);
  }

  /** Why a request is refused, whatever its path. */
  refusal({ headers, method }: IncomingMessage): Reason | undefined {
    for (const name in headers) if (isOfProxy(name)) return 'forwarded';
    const site = headers['sec-fetch-site'];
    if (headers.origin !== undefined || (site !== undefined && site !== 'none')) return 'cross-site';
    // RFC 9110, 4.2.3: host names are case-insensitive.
    if (!this.#hosts.has(headers.host?.toLowerCase() ?? '')) return 'host';
    if (method !== 'GET' && method !== 'HEAD') return 'method';
    const length = headers['content-length'];
    if (headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')) return 'body';
    return undefined;
  }

  /** Whether the request has the token, by RFC 6750, 2.1. Takes the same time for every wrong one. */
  hasToken({ headers: { authorization = '' } }: IncomingMessage): boolean {
    const token = /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
    return timingSafeEqual(digestOf(token), this.#tokenDigest);
  }
}

const isOfProxy = (name: string): boolean =>
  name === 'forwarded' || name === 'via' || name === 'x-real-ip' || name.startsWith('x-forwarded');

/** Digests have a constant length, so comparing them does not reveal how much of a token is right. */
const digestOf = (token: string): Buffer => hash('sha256', token, 'buffer');
