import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { type SeenRequest, startServer, type TestServer } from './hostile-server.js';

/** Where a recording gateway passes requests on to. */
export interface Target {
  host: string;
  port: number;
  ca: string;
}

/** A server between a client and a KMS: it keeps what arrived on its socket, and passes it on as it is. */
export async function startRecordingGateway(target: Target): Promise<TestServer> {
  const server: TestServer = await startServer(async (_request, response, index) => {
    const { statusCode = 502, headers, body } = await forward(target, server.requests[index] as SeenRequest);
    response.writeHead(statusCode, headers).end(body);
  });
  return server;
}

async function forward({ host, port, ca }: Target, { path, headers, body }: SeenRequest) {
  const request = https.request({ host, port, ca, path, method: 'POST', headers }).end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { statusCode, headers: answered } = response;
  const { connection: _, 'transfer-encoding': __, ...passedOn } = answered;
  return { statusCode, headers: passedOn, body: Buffer.concat(chunks) };
}
