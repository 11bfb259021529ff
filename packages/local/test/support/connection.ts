import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Sent, Server } from './send.js';

/** A connection on which a test says what it likes. */
export class Connection {
  readonly socket: Socket;
  readonly #chunks: Buffer[] = [];
  readonly #closed: Promise<unknown>;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => this.#chunks.push(chunk));
    // A reset is one of the ways in which a server may end a connection.
    socket.on('error', () => {});
    this.#closed = once(socket, 'close');
  }

  static async tls({ host, port, ca }: Server): Promise<Connection> {
    const socket = connectTls({ host, port, ca });
    await once(socket, 'secureConnect');
    return new Connection(socket);
  }

  static async tcp({ host, port }: Server): Promise<Connection> {
    const socket = connectTcp({ host, port });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  write(data: string | Uint8Array): void {
    this.socket.write(data);
  }

  get received(): string {
    return Buffer.concat(this.#chunks).toString('latin1');
  }

  /** What was received when the server closed the connection. */
  async end(): Promise<string> {
    await this.#closed;
    return this.received;
  }

  /** What was received when it holds `text`. */
  async until(text: string): Promise<string> {
    while (!this.received.includes(text)) await once(this.socket, 'data');
    return this.received;
  }
}

/** A request as it travels. */
export function wireText({ method, path, headers, body }: Sent): { head: string; body: Uint8Array } {
  const lines = Object.entries({ ...headers, 'content-length': String(body.length) }).map(([k, v]) => `${k}: ${v}\r\n`);
  return { head: `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, body };
}
