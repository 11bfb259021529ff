import { once } from 'node:events';
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { AppResponse, RequestHead } from '../gateways/http.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { Log, Site } from './site.js';

/** Limits for clients of this server. */
export interface ServerLimits {
  /** Request line and headers. Official clients send all parameters in the query: 30,720 bytes of secret, percent-encoded. */
  headersMaxBytes: number;
  bodyMaxBytes: number;
  handshakeTimeoutMs: number;
  headersTimeoutMs: number;
  /** From the first to the last byte of a request. */
  requestTimeoutMs: number;
  /** How long an idle connection stays open. */
  keepAliveTimeoutMs: number;
  /** How long to keep reading the rest of a body that is too large. */
  lingerTimeoutMs: number;
  /** How long requests may continue when the server closes. */
  closeTimeoutMs: number;
}

const serverLimits: ServerLimits = {
  headersMaxBytes: 256 * 1024,
  bodyMaxBytes: 1024 * 1024,
  handshakeTimeoutMs: 10_000,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveTimeoutMs: 10_000,
  lingerTimeoutMs: 2_000,
  closeTimeoutMs: 5_000,
};

export interface ListenOptions {
  host: string;
  port: number;
  /** For HTTPS; without it, plain HTTP. */
  certificate?: { certificatePem: string; privateKeyPem: string };
  log: Log;
  limits?: Partial<ServerLimits>;
}

export interface Listener {
  /** The address of the server. */
  address: string;
  port: number;
  /** Accepts no more connections, waits for running requests, closes the rest. */
  close(): Promise<void>;
}

/** Serves a site over HTTPS or plain HTTP. Node.js refuses invalid HTTP and slow requests with 400 or 408, and disconnects. */
export async function listen(site: Site, options: ListenOptions): Promise<Listener> {
  const { certificate } = options;
  const limits = { ...serverLimits, ...options.limits };
  const httpLimits = {
    maxHeaderSize: limits.headersMaxBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: Math.min(limits.headersTimeoutMs, 1_000),
  };
  const server = certificate
    ? createServer({
        ...httpLimits,
        cert: certificate.certificatePem,
        key: certificate.privateKeyPem,
        minVersion: 'TLSv1.2',
        // There are no client certificates. By default Node.js reads all public CAs for them: 17 ms.
        ca: [],
        handshakeTimeout: limits.handshakeTimeoutMs,
      })
    : createPlainServer(httpLimits);
  /** Requests that never get a response, and end with this server. */
  const hanging = new Set<ServerResponse>();
  let running = 0;
  let closing = false;

  server.on('request', (request, response) => {
    running += 1;
    response.once('close', () => {
      running -= 1;
      hanging.delete(response);
      if (closing && running === 0) server.closeAllConnections();
    });
    serve(request, response).catch((error: Error) => {
      options.log(`a request failed: ${error.name}`);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = readHead(request);
    const body = await readBody(request, limits.bodyMaxBytes);
    if (body === 'aborted') return;
    if (body === 'too large') {
      const refusal = site.refuse(head, tooLarge(limits.bodyMaxBytes));
      start(response, refusal, true).write(refusal.body);
      // If it were closed at once, data in transit would reset the connection, and the client would not see the response.
      await discard(request, limits.lingerTimeoutMs);
      response.end();
    } else {
      const answer = await site.handle({ ...head, body });
      if (answer === 'reset') return reset(request);
      if (answer === 'hang') return hang(response);
      start(response, answer, closing).end(answer.body);
    }
  }

  /** By the address of the peer: under TLS, a request has no access to the socket to reset. */
  const connections = new Map<string, Socket>();
  server.on('connection', (socket: Socket) => {
    const peer = peerOf(socket);
    connections.set(peer, socket);
    socket.once('close', () => connections.delete(peer));
  });

  function reset({ socket }: IncomingMessage): void {
    connections.get(peerOf(socket))?.resetAndDestroy();
  }

  function hang(response: ServerResponse): void {
    hanging.add(response);
    if (closing) response.destroy();
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      // For example out of file descriptors: bad for new connections, but no reason to stop.
      server.on('error', (error) => options.log(`the server cannot accept a connection: ${error.message}`));
      resolve();
    });
  });

  const { address, port } = server.address() as AddressInfo;
  return {
    address,
    port,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        for (const response of hanging) response.destroy();
        if (running === 0) server.closeAllConnections();
        else setTimeout(() => server.closeAllConnections(), limits.closeTimeoutMs).unref();
      }),
  };
}

function readHead({ method = '', url = '', headers, socket }: IncomingMessage): RequestHead {
  // Node.js uses a list only for set-cookie, which requests do not have.
  delete headers['set-cookie'];
  return { method, path: url, headers: headers as RequestHead['headers'], remoteAddress: socket.remoteAddress ?? '' };
}

const peerOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

/** Uses events: an async iterator would cost more than everything else here. */
function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too large' | 'aborted'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too large');
  return new Promise((resolve) => {
    // One buffer, because a client may send its body in a million chunks: stored separately, they take 100 times their size.
    let body: Buffer = Buffer.alloc(0);
    let bytes = 0;
    const onData = (chunk: Buffer) => {
      const start = bytes;
      bytes += chunk.length;
      if (bytes > maxBytes) {
        request.off('data', onData).pause();
        resolve('too large');
      } else if (start === 0) body = chunk;
      else {
        if (bytes > body.length) body = enlarged(body, bytes);
        chunk.copy(body, start);
      }
    };
    const abort = () => resolve('aborted');
    request
      .on('data', onData)
      .once('end', () => resolve(body.subarray(0, bytes)))
      .once('error', abort)
      .once('close', abort);
  });
}

function enlarged(buffer: Buffer, bytesMin: number): Buffer<ArrayBuffer> {
  const larger = Buffer.alloc(Math.max(bytesMin, 2 * buffer.length));
  buffer.copy(larger);
  return larger;
}

const tooLarge = (maxBytes: number): ServiceError => {
  const { message } = invalidParameter('body', `must not have more than ${maxBytes} bytes`);
  return new ServiceError('InvalidParameter', { status: 413, message });
};

async function discard(request: IncomingMessage, timeoutMs: number): Promise<void> {
  request.resume();
  await once(request, 'close', { signal: AbortSignal.timeout(timeoutMs) }).catch(() => {});
}

function start(response: ServerResponse, { status, headers, body }: AppResponse, close: boolean): ServerResponse {
  return response.writeHead(status, {
    ...headers,
    'content-length': body.length,
    ...(close && { connection: 'close' }),
  });
}
