import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { configurationError } from '../failures.js';
import { type Answer, send } from './responses.js';

/** Names of secrets are short, so longer headers are not a request for the agent. */
const headersMaxBytes = 8 * 1024;
/** Longest time for the headers of a request, for an idle connection, and for shutdown. */
const waitsMs = { headers: 5_000, request: 10_000, idle: 60_000, end: 10_000 } as const;

export interface ServerOptions {
  port: number;
  maxConnections: number;
  answer: (request: IncomingMessage) => Promise<Answer>;
  answered: (status: number) => void;
  dropped: () => void;
}

/** An HTTP server on the loopback address that limits everything that a client can occupy. */
export class AgentServer {
  readonly #server: Server;
  readonly #options: ServerOptions;
  #open = 0;
  isEnding = false;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#server = createServer(
      {
        maxHeaderSize: headersMaxBytes,
        headersTimeout: waitsMs.headers,
        requestTimeout: waitsMs.request,
        keepAliveTimeout: waitsMs.idle,
        connectionsCheckingInterval: 1_000,
      },
      (request, response) => void this.#handle(request, response),
    );
    this.#server.setTimeout(waitsMs.idle);
    this.#server.maxConnections = options.maxConnections;
    this.#server.on('drop', options.dropped);
    // A connection could not be accepted because there are too many open files.
    this.#server.on('error', () => {});
    // The agent supports no other protocol and no proxying, and waits for no body.
    for (const event of ['upgrade', 'connect'] as const) this.#server.on(event, (_, socket) => socket.destroy());
    this.#server.on('checkContinue', (request, response) => void this.#handle(request, response));
  }

  /** @returns the port @throws CliError if it is in use */
  async listen(): Promise<number> {
    const { port } = this.#options;
    this.#server.listen({ host: '127.0.0.1', port });
    try {
      await once(this.#server, 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const why = code === 'EADDRINUSE' ? 'something listens there already' : code;
      throw configurationError(`the agent cannot listen on 127.0.0.1:${port}: ${why}`, error);
    }
    return (this.#server.address() as AddressInfo).port;
  }

  connections(): Promise<number> {
    return new Promise((resolve) => this.#server.getConnections((_, count) => resolve(count ?? 0)));
  }

  /** Accepts no more connections, responds to pending requests, and ends; cuts off what takes too long. */
  async end(): Promise<void> {
    this.isEnding = true;
    const closed = once(this.#server, 'close');
    this.#server.close();
    const timer = setTimeout(() => this.#server.closeAllConnections(), waitsMs.end);
    await closed;
    clearTimeout(timer);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { maxConnections, answer, answered } = this.#options;
    // One request at a time on each connection; more come from clients that pipeline.
    if (this.#open >= maxConnections) return void request.socket.destroy();
    this.#open += 1;
    try {
      const given = await answer(request);
      answered(given.status);
      const hasBody = request.headers['content-length'] !== undefined || 'transfer-encoding' in request.headers;
      send(response, given, this.isEnding || hasBody);
    } finally {
      this.#open -= 1;
    }
  }
}
