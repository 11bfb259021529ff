import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Client, KmsConnectionError, KmsServiceError, KmsTimeoutError } from 'alibabacloud-kms-sdk';

/** Reasons for which the caller may come again later; the client has tried three times already. */
const isTemporary = (error: unknown): boolean =>
  error instanceof KmsTimeoutError ||
  error instanceof KmsConnectionError ||
  (error instanceof KmsServiceError && (error.status >= 500 || error.code === 'Rejected.Throttling'));

/**
 * A small HTTP service that keeps notes: `PUT /notes/<id>` and `GET /notes/<id>`. What it keeps is sealed.
 *
 * @param notes where it keeps them: any map
 */
export function notesApp(client: Client, keyId: string, notes = new Map<string, Uint8Array>()): Server {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id] = /^\/notes\/([\w-]+)$/.exec(request.url ?? '') ?? [];
    if (id && request.method === 'PUT') {
      const { ciphertextBlob } = await client.advanceEncrypt({ keyId, plaintext: await text(request), aad: id });
      notes.set(id, ciphertextBlob);
      response.writeHead(204).end();
      return;
    }
    const ciphertextBlob = id && request.method === 'GET' ? notes.get(id) : undefined;
    if (!ciphertextBlob) {
      response.writeHead(404).end();
      return;
    }
    const { plaintext } = await client.advanceDecrypt({ ciphertextBlob, aad: id });
    response.end(plaintext);
  }
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (isTemporary(error)) response.writeHead(503, { 'retry-after': '5' }).end();
      else response.writeHead(500).end();
    });
  });
}
