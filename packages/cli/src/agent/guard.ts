import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Reason } from './refusals.js';

/**
 * Decides who may ask. A program of this machine is asked for the token; what a browser or a proxy brings along is refused
 * before that, so that neither a web page (also one whose name was made to lead here) nor a server that can be talked into
 * requests reaches the secrets.
 */
export class Guard {
  readonly #hosts: ReadonlySet<string>;
  #tokenDigest: Buffer;

  constructor(port: number, token: string) {
    const names = ['127.0.0.1', 'localhost'];
    // RFC 9110, 4.2.1: the port of http goes without saying.
    this.#hosts = new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
    this.#tokenDigest = digestOf(token);
  }

  useToken(token: string): void {
    this.#tokenDigest = digestOf(token);
  }

  /** Why it is refused, whatever it is for. */
  refusal({ headers, method }: IncomingMessage): Reason | undefined {
    for (const name in headers) if (isOfProxy(name)) return 'forwarded';
    const site = headers['sec-fetch-site'];
    if (headers.origin !== undefined || (site !== undefined && site !== 'none')) return 'cross-site';
    // RFC 9110, 4.2.3: names of hosts are the same in capital letters.
    if (!this.#hosts.has(headers.host?.toLowerCase() ?? '')) return 'host';
    if (method !== 'GET' && method !== 'HEAD') return 'method';
    const length = headers['content-length'];
    if (headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')) return 'body';
    return undefined;
  }

  /** Whether it shows the token, as RFC 6750, 2.1 says. Takes the same time for each wrong one. */
  hasToken({ headers: { authorization = '' } }: IncomingMessage): boolean {
    const token = /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
    return timingSafeEqual(digestOf(token), this.#tokenDigest);
  }
}

const isOfProxy = (name: string): boolean =>
  name === 'forwarded' || name === 'via' || name === 'x-real-ip' || name.startsWith('x-forwarded');

/** Digests have one length, and tell nothing of how much of a token was right. */
const digestOf = (token: string): Buffer => hash('sha256', token, 'buffer');
