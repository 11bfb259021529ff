import { BlockList, isIP } from 'node:net';
import { invalidOption, kindOf, mustBe } from '../checks.js';

const defaultPorts: Record<string, number> = { 'http:': 80, 'https:': 443, 'socks5:': 1080 };

/** A proxy and the credentials for it, which no message and no `util.inspect` shows. */
export class ProxyServer {
  readonly protocol: 'http:' | 'https:' | 'socks5:';
  readonly host: string;
  readonly port: number;
  readonly #username: string;
  readonly #password: string;

  constructor(url: URL) {
    // With socks5h the proxy resolves the name instead of this machine; here it always does.
    const protocol = url.protocol === 'socks5h:' ? 'socks5:' : url.protocol;
    this.protocol = protocol as ProxyServer['protocol'];
    this.host = unbracketed(url.hostname);
    this.port = Number(url.port) || (defaultPorts[protocol] as number);
    this.#username = decodeURIComponent(url.username);
    this.#password = decodeURIComponent(url.password);
  }

  get credentials(): { username: string; password: string } | undefined {
    const username = this.#username;
    const password = this.#password;
    return username || password ? { username, password } : undefined;
  }

  /** Without credentials. */
  toString(): string {
    return `${this.protocol}//${hostAndPort(this.host, this.port)}`;
  }
}

/** Which proxy, if any, a client or a call uses. */
export interface ProxySettings {
  /** `null`: none, whatever the environment says; `undefined`: what the environment says. */
  readonly proxy: ProxyServer | null | undefined;
  /** Hosts that are reached directly; `undefined`: NO_PROXY of the environment, for a proxy of the environment. */
  readonly noProxy: readonly string[] | undefined;
}

const unbracketed = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

/** `host:port` as a URL and a CONNECT request write it. */
export const hostAndPort = (host: string, port: number) => `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;

/**
 * Reads the address of a proxy; one without a scheme is `${scheme}://`.
 * @throws KmsConfigurationError `Config.Invalid`, without the value: it may hold a password
 */
export function parseProxy(path: string, value: unknown, schemes: readonly string[]): ProxyServer {
  const expected = `an address like ${schemes[0]}://host:port (${schemes.join(', ')}), user name and password percent-encoded`;
  if (typeof value !== 'string') throw invalidOption(mustBe(path, expected, kindOf(value)));
  const address = value.trim();
  if (unencoded.test(address.replace(/^[a-z0-9+.-]+:\/\//i, '').replace(/\/$/, ''))) {
    throw invalidOption(mustBe(path, expected, 'one with a path, a query, or an unencoded \\, /, ?, # or blank'));
  }
  try {
    const url = new URL(address.includes('://') ? address : `${schemes[0]}://${address}`);
    if (url.hostname && schemes.includes(url.protocol.slice(0, -1))) return new ProxyServer(url);
  } catch {
    // The message of a URL or percent-encoding error repeats its input.
  }
  throw invalidOption(mustBe(path, expected));
}

/**
 * What ends the host of a URL, or is dropped from it. In a user name or password it would make another host of it:
 * `http://DOMAIN\user:password@proxy` leads to the host `domain`.
 */
const unencoded = /[\\/?#\s]/;

export const httpProxySchemes = ['http', 'https'];
export const socksProxySchemes = ['socks5', 'socks5h'];

/** Host names, `.suffixes`, addresses and networks (`10.0.0.0/8`), each with an optional port, as in NO_PROXY. */
export const parseNoProxy = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** The proxy for an HTTPS host. The environment is read at this point, so a program can set it before its first call. */
export function proxyFor(
  settings: ProxySettings,
  host: string,
  port: number,
  env = process.env,
): ProxyServer | undefined {
  if (settings.proxy === null) return undefined;
  if (settings.proxy) return matches(settings.noProxy ?? [], host, port) ? undefined : settings.proxy;

  const variable = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].find((name) => env[name]);
  // A proxy elsewhere cannot reach this machine's loopback: a local KMS works behind a company proxy without NO_PROXY.
  if (!variable || matches(loopback, host, port)) return undefined;
  const noProxy = settings.noProxy ?? parseNoProxy(env.no_proxy || env.NO_PROXY || '');
  if (matches(noProxy, host, port)) return undefined;
  return parseProxy(`environment variable ${variable}`, env[variable], [...httpProxySchemes, ...socksProxySchemes]);
}

const loopback = ['localhost', '127.0.0.0/8', '::1'];

function matches(entries: readonly string[], host: string, port: number): boolean {
  return entries.some((entry) => {
    if (entry === '*') return true;
    const [, pattern = entry, onlyPort] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
    if (onlyPort !== undefined && Number(onlyPort) !== port) return false;
    const name = unbracketed(pattern);
    if (name.includes('/')) return inNetwork(name, host);
    // `example.com`, `.example.com` and `*.example.com` mean the domain and all below it.
    const domain = name.replace(/^\*?\./, '');
    return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
  });
}

function inNetwork(network: string, host: string): boolean {
  const [address = '', prefix] = network.split('/');
  const family = isIP(address);
  const bits = Number(prefix);
  if (family === 0 || family !== isIP(host) || !(bits >= 0 && bits <= (family === 4 ? 32 : 128))) return false;
  const list = new BlockList();
  list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
