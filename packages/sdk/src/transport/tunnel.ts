import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import { OneHostAgent } from './one-host-agent.js';
import { hostAndPort, type ProxyServer } from './proxy.js';

/** Lets a request cancel the tunnel that is being opened for it: an agent is not told when a request ends. */
export interface TunnelHook {
  cancel?: () => void;
}

/** The proxy refused the connection. The errors of the libraries below are left out: they contain its password. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** A retry would be refused as well. */
  readonly lasting: boolean;

  constructor(message: string, options: { lasting?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.lasting = options.lasting ?? false;
  }
}

export interface TunnelRequest extends https.RequestOptions {
  tunnel: TunnelHook;
}

type OpenTunnel = (host: string, port: number, hook: TunnelHook) => Promise<Duplex>;
type OnConnection = (error: Error | null, socket?: Duplex) => void;

/**
 * Pools TLS connections through a proxy. An agent of node:https, not of a proxy library: those leave the connection to
 * a proxy that never answers open when the request is given up, and pass a proxy's refusal off as the server's answer.
 */
export class TunnelAgent extends OneHostAgent {
  readonly #openTunnel: OpenTunnel;

  constructor(openTunnel: OpenTunnel, options: https.AgentOptions) {
    super(options);
    this.#openTunnel = openTunnel;
  }

  override createConnection(options: TunnelRequest, onConnection: OnConnection): undefined {
    this.#openTunnel(String(options.host), Number(options.port), options.tunnel).then(
      (socket) => onConnection(null, super.createConnection({ ...options, socket } as https.RequestOptions) as Duplex),
      (error: Error) => onConnection(error),
    );
  }
}

/** Opens tunnels through this proxy; loads the SOCKS client only for a SOCKS proxy. */
export async function tunnelThrough(proxy: ProxyServer): Promise<OpenTunnel> {
  return proxy.protocol === 'socks5:' ? socksTunnel(proxy) : httpTunnel(proxy);
}

function httpTunnel(proxy: ProxyServer): OpenTunnel {
  const { request } = proxy.protocol === 'https:' ? https : http;
  const { credentials } = proxy;
  const basic = credentials && Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  return (host, port, hook) =>
    new Promise((resolve, reject) => {
      const target = hostAndPort(host, port);
      const headers = { host: target, ...(basic && { 'proxy-authorization': `Basic ${basic}` }) };
      const connect = request({
        method: 'CONNECT',
        host: proxy.host,
        port: proxy.port,
        path: target,
        headers,
        agent: false,
        // Otherwise node:https takes the name from the Host header, which is that of KMS.
        servername: net.isIP(proxy.host) ? '' : proxy.host,
      });
      hook.cancel = () => connect.destroy();
      connect.once('connect', ({ statusCode = 0 }, socket) => {
        if (statusCode === 200) return resolve(tunnelEnd(socket));
        socket.destroy();
        const advice = statusCode === 407 ? '; give a user name and password in the address of the proxy' : '';
        const message = `proxy ${proxy} answered ${statusCode} to CONNECT ${target}${advice}`;
        reject(new ProxyError(message, { lasting: statusCode < 500 }));
      });
      connect.on('error', (cause) => reject(unreachable(proxy, cause)));
      connect.end();
    });
}

async function socksTunnel(proxy: ProxyServer): Promise<OpenTunnel> {
  const { SocksClient } = await import('socks');
  const { credentials } = proxy;
  return (host, port, hook) =>
    new Promise((resolve, reject) => {
      const socket = net.connect({ host: proxy.host, port: proxy.port });
      const onError = (cause: Error) => reject(unreachable(proxy, cause));
      hook.cancel = () => socket.destroy(new Error('given up'));
      socket.once('error', onError);
      socket.once('connect', () => {
        SocksClient.createConnection({
          proxy: {
            host: proxy.host,
            port: proxy.port,
            type: 5,
            userId: credentials?.username,
            password: credentials?.password,
          },
          command: 'connect',
          destination: { host, port },
          existing_socket: socket,
        }).then(
          () => {
            socket.off('error', onError);
            resolve(tunnelEnd(socket));
          },
          // Not as the cause: it has all options, password included.
          (error: Error) => reject(new ProxyError(`proxy ${proxy}: ${error.message}`)),
        );
      });
    });
}

/** Once TLS runs over it, TLS reports what goes wrong; an error here as well must not end the process. */
const tunnelEnd = (socket: Duplex) => socket.on('error', () => {});

function unreachable(proxy: ProxyServer, cause: NodeJS.ErrnoException | Error): ProxyError {
  const reason = 'code' in cause && cause.code ? cause.code : cause.message;
  return new ProxyError(`proxy ${proxy} cannot be reached or broke off (${reason})`, { cause });
}
