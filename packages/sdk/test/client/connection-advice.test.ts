import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Client } from '../../src/index.js';
import { startServer } from '../support/hostile-server.js';

const privateKey = readFileSync(new URL('../../../../vectors/client-key/rsa-2048.pkcs8.pem', import.meta.url), 'utf8');
const accessKey = { accessKeyId: 'a', accessKeySecret: 'b' };

/** Each way that a client can call an endpoint. */
const clients: Record<string, (endpoint: string) => Client> = {
  'publicConfig alone': (endpoint) => new Client({ publicConfig: { endpoint, ...accessKey } }),
  'instanceConfig with an AccessKey': (endpoint) => new Client({ instanceConfig: { endpoint, ...accessKey } }),
  'instanceConfig with a client key': (endpoint) =>
    new Client({ instanceConfig: { endpoint, accessKeyId: 'KAAP.1', privateKey } }),
};

const call = (client: Client) => client.getSecretValue({ secretName: 's' }, { maxAttempts: 1 });

describe.each(Object.entries(clients))('a client with %s', (kind, make) => {
  const isInstance = kind.startsWith('instanceConfig');

  test("whose server is not trusted is told of an instance's CA only where it calls an instance", async () => {
    await using server = await startServer((_, response) => response.end());
    await using client = make(`localhost:${server.port}`);
    const error = await call(client).catch((reason: Error) => reason);
    expect(error).toMatchObject({ code: 'Connection.Tls' });
    expect((error as Error).message.includes("the instance's CA")).toBe(isInstance);
  });

  test('whose host is not known is told of VPCs only where it calls an instance', async () => {
    await using client = make('kms.invalid');
    const error = await call(client).catch((reason: Error) => reason);
    expect(error).toMatchObject({ code: 'Connection.Dns' });
    expect((error as Error).message.includes('VPCs')).toBe(isInstance);
  });

  test('that is refused by this machine is told the port, and of kms local env', async () => {
    const server = await startServer(() => {});
    await server[Symbol.asyncDispose]();
    await using client = make(`127.0.0.1:${server.port}`);
    await expect(call(client)).rejects.toMatchObject({
      code: 'Connection.Refused',
      message: expect.stringMatching(new RegExp(`port ${server.port} .*kms local env`)),
    });
  });
});
