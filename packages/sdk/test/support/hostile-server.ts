import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';

export const certificatePath = (name: string) =>
  fileURLToPath(new URL(`../fixtures/certificates/${name}`, import.meta.url));

const pem = (name: string) => readFileSync(certificatePath(name));

/** The CA of every test server. */
export const testCa = pem('ca.pem').toString();

export type Certificate = 'server' | 'other-name' | 'expired';

export const identity = (name: Certificate) => ({ cert: pem(`${name}.pem`), key: pem(`${name}-key.pem`) });

export interface SeenRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server on this machine that does what a test wants it to do. */
export interface TestServer {
  readonly origin: string;
  readonly port: number;
  /** Requests read to their end, in order. */
  readonly requests: SeenRequest[];
  /** Every connection that was made, closed ones too. */
  readonly connections: Socket[];
  [Symbol.asyncDispose](): Promise<void>;
}

async function listen(server: Server, event: string, requests: SeenRequest[] = []): Promise<TestServer> {
  const connections: Socket[] = [];
  const raw = new Set<Socket>();
  server.on(event, (socket: Socket) => connections.push(socket.on('error', () => {})));
  // Connections that never got through the handshake end with the server as well.
  server.on('connection', (socket: Socket) => {
    raw.add(socket.on('error', () => {}));
    socket.once('close', () => raw.delete(socket));
  });
  server.on('tlsClientError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    port,
    requests,
    connections,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of [...connections, ...raw]) socket.destroy();
      await closed;
    },
  };
}

/** @param answer called with each request and how many there were before it */
export function startServer(
  answer: (request: IncomingMessage, response: ServerResponse, index: number) => void,
  { certificate = 'server', ...options }: { certificate?: Certificate } & https.ServerOptions = {},
): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  const server = https.createServer({ ...identity(certificate), ...options }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url: path = '', headers } = request;
    requests.push({ path, headers, body: Buffer.concat(chunks).toString() });
    answer(request, response, requests.length - 1);
  });
  return listen(server, 'secureConnection', requests);
}

/** Speaks TLS, and then whatever the test writes. */
export function startTlsServer(serve: (socket: tls.TLSSocket, index: number) => void): Promise<TestServer> {
  let index = 0;
  const server = tls.createServer(identity('server'), (socket) => serve(socket, index++));
  return listen(server, 'secureConnection');
}

/** Takes connections, and does with them what the test wants. */
export function serveTcp(server: Server): Promise<TestServer> {
  return listen(server, 'connection');
}
