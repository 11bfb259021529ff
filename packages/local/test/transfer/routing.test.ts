import { type KmsRuntimeOptions, TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../../src/start.js';
import { makeThings, type Things, transferConfigs } from './things.js';

let kms: LocalKms;
let things: Things;
beforeAll(async () => {
  kms = await startLocalKms();
  things = await makeThings(kms);
});
afterAll(() => kms.close());

const both = ['config', 'kmsConfig'] as const;
type Part = (typeof both)[number];

interface Case {
  parts: readonly Part[];
  share?: boolean;
  names?: string[];
  runtime?: KmsRuntimeOptions;
  action: 'Encrypt' | 'DescribeKey';
  route: [gateway: 'instance' | 'public', reason: string, configured: boolean];
}

const cases: Case[] = [
  { parts: ['config'], action: 'Encrypt', route: ['public', 'OnlyConfig', true] },
  {
    parts: ['config'],
    runtime: { isUseKmsShareGateway: false },
    action: 'Encrypt',
    route: ['public', 'OnlyConfig', true],
  },
  { parts: ['kmsConfig'], action: 'Encrypt', route: ['instance', 'Handler', true] },
  { parts: ['kmsConfig'], share: true, action: 'Encrypt', route: ['instance', 'Handler', true] },
  { parts: ['kmsConfig'], action: 'DescribeKey', route: ['public', 'NoHandler', false] },
  {
    parts: ['kmsConfig'],
    runtime: { isUseKmsShareGateway: true },
    action: 'Encrypt',
    route: ['public', 'Runtime', false],
  },
  { parts: ['kmsConfig'], names: ['Encrypt'], action: 'Encrypt', route: ['public', 'ApiName', false] },
  { parts: both, action: 'Encrypt', route: ['instance', 'Handler', true] },
  { parts: both, action: 'DescribeKey', route: ['public', 'NoHandler', true] },
  { parts: both, share: true, action: 'Encrypt', route: ['public', 'Client', true] },
  { parts: both, names: ['Encrypt', 'Decrypt'], action: 'Encrypt', route: ['public', 'ApiName', true] },
  { parts: both, names: ['Decrypt'], action: 'Encrypt', route: ['instance', 'Handler', true] },
  { parts: both, share: true, names: ['Encrypt'], action: 'Encrypt', route: ['public', 'ApiName', true] },
  { parts: both, runtime: { isUseKmsShareGateway: true }, action: 'Encrypt', route: ['public', 'Runtime', true] },
  {
    parts: both,
    share: true,
    names: ['Encrypt'],
    runtime: { isUseKmsShareGateway: false },
    action: 'Encrypt',
    route: ['instance', 'Runtime', true],
  },
  {
    parts: both,
    runtime: { isUseKmsShareGateway: false },
    action: 'DescribeKey',
    route: ['public', 'NoHandler', true],
  },
];

test.each(cases)('$action of $parts, client $share, names $names, call $runtime: $route', async (given) => {
  const { parts, share, names, runtime, action, route } = given;
  const { config, kmsConfig } = transferConfigs(kms);
  await using client = new TransferClient({
    ...(parts.includes('config') && { config }),
    ...(parts.includes('kmsConfig') && { kmsConfig: { ...kmsConfig, defaultKmsApiNames: names } }),
    isUseKmsShareGateway: share,
  });
  const [gateway, reason, configured] = route;
  const explained = client.explainRoute(action, runtime);
  expect(explained).toMatchObject({ gateway, reason, configured });
  expect(explained.message).toMatch(gateway === 'public' ? / goes to the public gateway: / : / of the KMS instance: /);

  kms.clearRequests();
  const { keyId } = things;
  const call =
    action === 'Encrypt'
      ? client.encryptWithOptions({ keyId, plaintext: 'x' }, runtime)
      : client.describeKeyWithOptions({ keyId }, runtime);
  if (!configured) {
    await expect(call).rejects.toMatchObject({ code: 'Config.Missing', api: action, attempts: 0 });
    expect(kms.requests()).toEqual([]);
    return;
  }
  expect((await call).statusCode).toBe(200);
  const gateways = kms.requests().map(({ gateway: taken }) => taken);
  expect(gateways).toEqual([gateway === 'public' ? 'public' : 'instance']);
});

test('explainRoute takes names of methods too, and refuses what is no name', () => {
  const client = new TransferClient(transferConfigs(kms));
  expect(client.explainRoute('generateDataKey')).toEqual(client.explainRoute('GenerateDataKey'));
  expect(client.explainRoute('GetSecretValue').gateway).toBe('instance');
  expect(() => client.explainRoute('')).toThrow('action must be');
  expect(() => client.explainRoute('Encrypt', { isUseKmsShareGateway: 'yes' } as never)).toThrow(
    'runtime.isUseKmsShareGateway must be',
  );
});

test('callApi and doRequest take the same ways, with names as on the wire', async () => {
  await using client = new TransferClient(transferConfigs(kms));
  kms.clearRequests();
  const { body } = await client.callApi({ action: 'Encrypt' }, { query: { KeyId: things.keyId, Plaintext: 'x' } });
  const CiphertextBlob = body.CiphertextBlob as string;
  const opened = await client.doRequest('Decrypt', 'HTTPS', 'POST', '2016-01-20', 'AK', { CiphertextBlob }, null, {});
  expect(opened).toMatchObject({ KeyId: things.keyId, Plaintext: 'x' });
  expect((await client.callApi({ action: 'DescribeRegions' })).statusCode).toBe(200);
  expect(kms.requests().map(({ api, gateway }) => [api, gateway])).toEqual([
    ['AdvanceEncrypt', 'instance'],
    ['AdvanceDecrypt', 'instance'],
    ['DescribeRegions', 'public'],
  ]);
  await expect(client.callApi({ action: 'No such\r\napi' })).rejects.toMatchObject({ code: 'Config.Invalid' });
});

test('the CA of the instance is fetched when kmsConfig has none, and a client key file is read', async () => {
  const { config, kmsConfig } = transferConfigs(kms);
  const { endpoint, instanceId } = kmsConfig;
  const keyFile = { clientKeyFile: kms.clientKeyFile, password: kms.clientKeyPassword };
  await using client = new TransferClient({ config, kmsConfig: { endpoint, instanceId, ...keyFile } });
  kms.clearRequests();
  await client.encrypt({ keyId: things.keyId, plaintext: 'x' });
  expect(kms.requests().map(({ api }) => api)).toEqual(['GetKmsInstance', 'AdvanceEncrypt']);
});

test('a client that was closed refuses calls', async () => {
  const client = new TransferClient(transferConfigs(kms));
  await client.close();
  const call = client.encrypt({ keyId: things.keyId, plaintext: 'x' });
  await expect(call).rejects.toMatchObject({ code: 'Config.ClientClosed' });
});
