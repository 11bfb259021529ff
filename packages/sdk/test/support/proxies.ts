import http from 'node:http';
import type https from 'node:https';
import net, { type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { serveTcp, type TestServer } from './hostile-server.js';

/** What a proxy was asked to connect to, `host:port`, and with which credentials. */
export interface Asked {
  target: string;
  authorization?: string;
}

export type TestProxy = TestServer & { readonly asked: Asked[] };

/** Whatever host is asked for is on this machine: names that DNS does not know work through these proxies only. */
const connectHere = (port: number, onConnected: (server: Socket) => void) => {
  const server = net.connect(port, '127.0.0.1', () => onConnected(server));
  return server.on('error', () => {});
};

const join = (client: Duplex, server: Socket) => {
  client.pipe(server).pipe(client);
  client.on('error', () => {}).on('close', () => server.destroy());
  server.on('close', () => client.destroy());
};

/**
 * @param refuse status of the answer to CONNECT instead of a connection; 0: no answer at all
 * @param proxy speaks TLS when it is a server of node:https
 */
export async function startHttpProxy({
  refuse,
  proxy = http.createServer(),
}: {
  refuse?: number;
  proxy?: http.Server | https.Server;
} = {}): Promise<TestProxy> {
  const asked: Asked[] = [];
  proxy.on('connect', ({ url = '', headers }, client: Duplex) => {
    asked.push({ target: url, authorization: headers['proxy-authorization'] });
    client.on('error', () => {});
    if (refuse === 0) return void client.resume().on('end', () => client.destroy());
    if (refuse !== undefined) return void client.end(`HTTP/1.1 ${refuse} No\r\ncontent-length: 4\r\n\r\nnope`);
    const port = Number(url.split(':').pop());
    connectHere(port, (server) => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      join(client, server);
    });
  });
  return { ...(await serveTcp(proxy)), asked };
}

/** SOCKS 5 (RFC 1928) with user name and password (RFC 1929) when asked for. */
export async function startSocksProxy({ password }: { password?: string } = {}): Promise<TestProxy> {
  const asked: Asked[] = [];
  const proxy = net.createServer(async (client) => {
    client.on('error', () => {});
    const read = reader(client);
    try {
      const [, methods = 0] = await read(2);
      await read(methods);
      client.write(Uint8Array.of(5, password === undefined ? 0 : 2));
      let authorization: string | undefined;
      if (password !== undefined) {
        const [, userLength = 0] = await read(2);
        const user = await read(userLength);
        const [passwordLength = 0] = await read(1);
        const given = String(await read(passwordLength));
        authorization = `${user}:${given}`;
        client.write(Uint8Array.of(1, given === password ? 0 : 1));
      }
      const [, , , type] = await read(4);
      if (type !== 3) return void client.end(Uint8Array.of(5, 8, 0, 1, 0, 0, 0, 0, 0, 0));
      const [nameLength = 0] = await read(1);
      const name = String(await read(nameLength));
      const port = (await read(2)).readUInt16BE();
      asked.push({ target: `${name}:${port}`, authorization });
      connectHere(port, (server) => {
        client.write(Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 0));
        join(client, server);
      });
    } catch {
      client.destroy();
    }
  });
  return { ...(await serveTcp(proxy)), asked };
}

/** Reads exactly so many bytes, and leaves the rest in the socket. */
function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  return async (bytes) => {
    if (bytes === 0) return Buffer.alloc(0);
    for (;;) {
      const chunk = socket.read(bytes) as Buffer | null;
      if (chunk) return chunk;
      if (socket.readableEnded || socket.destroyed) throw new Error('ended');
      await new Promise((resolve) => socket.once('readable', resolve).once('close', resolve));
    }
  };
}
