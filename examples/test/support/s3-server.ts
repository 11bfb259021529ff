import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Smallest size that S3 requires of all parts but the last. */
const partMinBytes = 5 * 1024 * 1024;

/** A server with the part of S3 that multipart uploads and downloads need; the AWS client checks it. */
export interface S3Server {
  endpoint: string;
  /** By path, `/bucket/key`. */
  objects: Map<string, Buffer>;
  /** Uploads that were neither completed nor aborted. */
  openUploads: () => number;
  /** Parts of the last completed upload. */
  lastParts: () => number;
  close(): Promise<void>;
}

type Parts = Map<number, { bytes: Buffer; etag: string }>;

export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Parts>();
  let lastParts = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://storage');
    const uploadId = searchParams.get('uploadId');
    const parts = uploads.get(uploadId ?? '');
    const xml = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(text);
    const refuse = (status: number, code: string) =>
      xml(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
    const body = await buffer(request);
    if (uploadId !== null && !parts) return void refuse(404, 'NoSuchUpload');
    switch (`${request.method}${searchParams.has('uploads') ? ' begin' : parts ? ' part' : ''}`) {
      case 'POST begin': {
        const id = randomUUID();
        uploads.set(id, new Map());
        return void xml(
          200,
          `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
        );
      }
      case 'PUT part': {
        if (Number(request.headers['content-length']) !== body.length) return void refuse(400, 'IncompleteBody');
        const etag = `"${createHash('md5').update(body).digest('hex')}"`;
        parts?.set(Number(searchParams.get('partNumber')), { bytes: body, etag });
        return void response.writeHead(200, { etag }).end();
      }
      case 'POST part': {
        const named = [...body.toString().matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
          number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
          etag: (/<ETag>(.*?)</.exec(part)?.[1] ?? '').replaceAll('&quot;', '"'),
        }));
        const chosen = named.map(({ number }) => parts?.get(number));
        if (!chosen.every((part, i) => part && part.etag === named[i]?.etag)) return void refuse(400, 'InvalidPart');
        const all = chosen.map((part) => part?.bytes ?? Buffer.alloc(0));
        if (all.slice(0, -1).some(({ length }) => length < partMinBytes)) return void refuse(400, 'EntityTooSmall');
        objects.set(pathname, Buffer.concat(all));
        uploads.delete(uploadId ?? '');
        lastParts = all.length;
        const etag = `<ETag>"x-${all.length}"</ETag>`;
        return void xml(200, `<CompleteMultipartUploadResult>${etag}</CompleteMultipartUploadResult>`);
      }
      case 'DELETE part':
        uploads.delete(uploadId ?? '');
        return void response.writeHead(204).end();
      case 'GET': {
        const found = objects.get(pathname);
        if (!found) return void refuse(404, 'NoSuchKey');
        return void response.writeHead(200, { 'content-length': found.length, etag: '"x"' }).end(found);
      }
      default:
        return void refuse(501, 'NotImplemented');
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    openUploads: () => uploads.size,
    lastParts: () => lastParts,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
