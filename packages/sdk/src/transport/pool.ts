import { createHash } from 'node:crypto';
import type https from 'node:https';
import { Limiter } from './limiter.js';
import { OneHostAgent } from './one-host-agent.js';
import type { ConnectionSettings } from './options.js';
import { type ProxyServer, proxyFor } from './proxy.js';
import { trustContext, warnUnverified } from './server-trust.js';
import { TunnelAgent, tunnelThrough } from './tunnel.js';

/** Servers end a connection that was idle for 5 s or longer: closing it first means never writing into a dead one. */
const idleMs = 4_000;
/** Time for one of a host's addresses before the next one is tried; the 250 ms of Node.js are less than some round trips. */
const nextAddressMs = 1_000;

/** The connections to one host, made with the same settings. */
export interface Pool {
  readonly host: string;
  readonly port: number;
  readonly proxy: ProxyServer | undefined;
  readonly settings: ConnectionSettings;
  /** Keeps connections for the next request, most recently used first, so that the others become idle and close. */
  readonly shared: https.Agent;
  /** Makes a connection for each request. */
  readonly fresh: https.Agent;
  /** Bounds both agents together; an agent's own maxSockets would not count connections that a proxy is still making. */
  readonly limiter: Limiter;
}

/**
 * @throws KmsConfigurationError `Config.Invalid`: CA file, proxy of the environment
 */
export async function openPool(url: URL, settings: ConnectionSettings): Promise<Pool> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || 443;
  const proxy = proxyFor(settings, host, port);
  if (settings.ignoreSsl) warnUnverified();
  const options: https.AgentOptions & { autoSelectFamilyAttemptTimeout: number } = {
    secureContext: await trustContext(settings),
    // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default.
    rejectUnauthorized: !settings.ignoreSsl,
    autoSelectFamilyAttemptTimeout: nextAddressMs,
  };
  const keepAlive: https.AgentOptions = {
    ...options,
    keepAlive: true,
    scheduling: 'lifo',
    timeout: idleMs,
    maxFreeSockets: settings.maxSockets,
  };
  const openTunnel = proxy && (await tunnelThrough(proxy));
  return {
    host,
    port,
    proxy,
    settings,
    shared: openTunnel ? new TunnelAgent(openTunnel, keepAlive) : new OneHostAgent(keepAlive),
    fresh: openTunnel ? new TunnelAgent(openTunnel, options) : new OneHostAgent(options),
    limiter: new Limiter(settings.maxSockets),
  };
}

/** Closes idle connections now, and the others after their request. */
export function closePool({ shared }: Pool): void {
  shared.maxFreeSockets = 0;
  for (const sockets of Object.values(shared.freeSockets)) for (const socket of [...(sockets ?? [])]) socket.destroy();
}

const settingsKeys = new WeakMap<ConnectionSettings, string>();

/** Equal for calls that may share connections. A hash, since every call looks it up and a CA has thousands of characters. */
export function poolKey(origin: string, settings: ConnectionSettings): string {
  let key = settingsKeys.get(settings);
  if (key === undefined) {
    const { caFilePath, ca, fetchCa, ignoreSsl, maxSockets, proxy, noProxy } = settings;
    const through = proxy === undefined ? 'environment' : proxy && [String(proxy), proxy.credentials];
    const trust = [caFilePath ?? null, ca ?? null, fetchCa !== undefined, ignoreSsl];
    const facts = JSON.stringify([...trust, maxSockets, through, noProxy ?? null]);
    key = createHash('sha256').update(facts).digest('base64');
    settingsKeys.set(settings, key);
  }
  return `${origin} ${key}`;
}
