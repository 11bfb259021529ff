import { readFileSync } from 'node:fs';
import { Client, type ClientOptions, KmsConfigurationError, KmsConnectionError } from 'alibabacloud-kms-sdk';
import { afterEach, expect, test } from 'vitest';
import { certificatePath, startServer, type TestServer, testCa } from '../support/hostile-server.js';

const accessKey = { accessKeyId: 'LTAI.test', accessKeySecret: 'secret' };
const otherCa = readFileSync(certificatePath('other-ca.pem'), 'utf8');

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

type PublicResponse = { status?: number; body: object };
const theCa: PublicResponse = { body: { RequestId: 'r', KmsInstance: { CaCertificateChainPem: testCa } } };

/** An instance and a public gateway; the last of `answers` stays. */
async function gateways(answers: PublicResponse[] = [theCa]) {
  const instance = await startServer((_, response) => {
    response.end(JSON.stringify({ RequestId: 'r', SecretName: 's', SecretData: 'value', SecretDataType: 'text' }));
  });
  const open = await startServer((_, response, index) => {
    const { status = 200, body } = answers[Math.min(index, answers.length - 1)] as PublicResponse;
    response.writeHead(status).end(JSON.stringify(body));
  });
  opened.push(instance, open);
  return { instance, open };
}

type Changes = { [Part in keyof ClientOptions]?: Partial<ClientOptions[Part]> };

/** A client whose instance is reached with an AccessKey, and that was given no CA for it. */
function clientOf({ instance, open }: { instance: TestServer; open: TestServer }, changes: Changes = {}): Client {
  const client = new Client({
    instanceConfig: { endpoint: instance.origin, instanceId: 'kst-1', ...accessKey, ...changes.instanceConfig },
    publicConfig: {
      endpoint: open.origin,
      regionId: 'cn-hangzhou',
      ca: testCa,
      ...accessKey,
      ...changes.publicConfig,
    },
  });
  opened.push(client);
  return client;
}

const actionsOf = ({ requests }: TestServer) => requests.map(({ headers }) => headers['x-acs-action']);

test('the CA of the instance is fetched once, however many calls begin at once and with which options', async () => {
  const servers = await gateways();
  const client = clientOf(servers);
  const call = (maxSockets: number) => client.getSecretValue({ secretName: 's' }, { maxSockets });
  const answers = await Promise.all([call(1), call(1), call(2)]);
  answers.push(await call(3));
  expect(answers.map(({ secretData }) => secretData)).toEqual(Array(4).fill('value'));
  expect(actionsOf(servers.open)).toEqual(['GetKmsInstance']);
  expect(servers.open.requests[0]?.body).toBe('KmsInstanceId=kst-1');
});

test('the fetched CA is trusted for the instance only', async () => {
  const servers = await gateways();
  const client = clientOf(servers);
  await client.getSecretValue({ secretName: 's' });
  await expect(client.listKeys({}, { ca: otherCa })).rejects.toMatchObject({ code: 'Connection.Tls' });
});

test('the CA is fetched over verified TLS, also when publicConfig has ignoreSsl', async () => {
  const servers = await gateways();
  const client = clientOf(servers, { publicConfig: { ca: undefined, ignoreSsl: true } });
  const failure = await client.getSecretValue({ secretName: 's' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'InstanceCa.Unavailable', cause: { code: 'Connection.Tls' } });
  expect(servers.open.requests).toEqual([]);
});

test('a failure names cause and remedies, and is not remembered', async () => {
  const denied = { status: 403, body: { Code: 'Forbidden.NoPermission', Message: 'denied', RequestId: 'r-1' } };
  const servers = await gateways([denied, theCa]);
  const client = clientOf(servers);
  const failure = await client.getSecretValue({ secretName: 's' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(KmsConfigurationError);
  expect(failure).toMatchObject({
    code: 'InstanceCa.Unavailable',
    api: 'GetSecretValue',
    cause: { code: 'Forbidden.NoPermission', requestId: 'r-1' },
  });
  for (const part of ['kst-1', 'Forbidden.NoPermission', 'kms:GetKmsInstance', 'caFilePath']) {
    expect((failure as Error).message).toContain(part);
  }
  expect((await client.getSecretValue({ secretName: 's' })).secretData).toBe('value');
});

test.each([{}, { KmsInstance: {} }, { KmsInstance: { CaCertificateChainPem: 'no PEM' } }])(
  'an answer without a CA is a failure: %j',
  async (answer) => {
    const client = clientOf(await gateways([{ body: { RequestId: 'r', ...answer } }]));
    await expect(client.getSecretValue({ secretName: 's' })).rejects.toMatchObject({ code: 'InstanceCa.Unavailable' });
  },
);

test('an instance that has another certificate is not trusted, and the error says where the CA came from', async () => {
  const servers = await gateways([{ body: { RequestId: 'r', KmsInstance: { CaCertificateChainPem: otherCa } } }]);
  const failure = await clientOf(servers)
    .getSecretValue({ secretName: 's' })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(KmsConnectionError);
  expect((failure as Error).message).toContain('not signed by the CA that GetKmsInstance gave');
});

test.each<[string, Changes['instanceConfig']]>([
  ['ca', { ca: testCa }],
  ['caFilePath', { caFilePath: certificatePath('ca.pem') }],
  ['ignoreSsl', { ignoreSsl: true }],
])('nothing is fetched with %s', async (_, instanceConfig) => {
  const servers = await gateways();
  await clientOf(servers, { instanceConfig }).getSecretValue({ secretName: 's' });
  expect(servers.open.requests).toEqual([]);
});

test('nothing is fetched for a call that gives a CA itself', async () => {
  const servers = await gateways();
  await clientOf(servers).getSecretValue({ secretName: 's' }, { ca: testCa });
  expect(servers.open.requests).toEqual([]);
});

test('without a known instance the system’s roots count, and the error names what to give', async () => {
  const servers = await gateways();
  const client = clientOf(servers, { instanceConfig: { instanceId: undefined } });
  const failure = await client.getSecretValue({ secretName: 's' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'Connection.Tls' });
  for (const remedy of ['caFilePath', 'publicConfig', 'instanceId']) {
    expect((failure as Error).message).toContain(remedy);
  }
  expect(servers.open.requests).toEqual([]);
});

test('a call that waits for the CA keeps its deadline and its signal', async () => {
  const instance = await startServer((_, response) => response.end());
  const silent = await startServer(() => {});
  opened.push(instance, silent);
  const client = clientOf({ instance, open: silent });
  await expect(client.getSecretValue({ secretName: 's' }, { timeoutMs: 50 })).rejects.toMatchObject({
    code: 'Timeout.Deadline',
    api: 'GetSecretValue',
  });
  const signal = AbortSignal.abort(new Error('stop'));
  await expect(client.getSecretValue({ secretName: 's' }, { signal })).rejects.toThrow('stop');
});
