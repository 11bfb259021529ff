import { createRequire } from 'node:module';
import { actions } from 'alibabacloud-kms-sdk/internal';
import { TransferClient } from 'alibabacloud-kms-sdk/transfer';
import { expect, test } from 'vitest';
import { fieldOf } from '../../../sdk/src/transfer/request-parameters.js';

interface ModelClass {
  names?(): Record<string, string>;
}
const Kms = createRequire(import.meta.url)('@alicloud/kms20160120') as { default: { prototype: object } };
const models = Object.values(Kms) as ModelClass[];

test('every method of version 1.2.0 of the KMS 1.0 client is there', () => {
  const methods = Object.getOwnPropertyNames(Kms.default.prototype).filter((name) => name !== 'constructor');
  expect(methods.length).toBeGreaterThan(90);
  expect(methods.filter((name) => typeof Reflect.get(TransferClient.prototype, name) !== 'function')).toEqual([]);
});

test('every API has a method in each of its three names', () => {
  const names = Object.values(actions).flatMap(({ method }) => [method, `${method}WithOptions`, `${method}Ex`]);
  const lacking = names.filter((name) => typeof Reflect.get(TransferClient.prototype, name) !== 'function');
  expect(names).toHaveLength(3 * 90);
  expect(lacking).toEqual([]);
});

test('names are spelt as in the models of version 1.2.0', () => {
  const spelt = models.flatMap((model) => Object.entries(model.names?.() ?? {}));
  expect(spelt.length).toBeGreaterThan(300);
  for (const [field, wireName] of spelt) expect(fieldOf(wireName)).toBe(field);
});

test('getEndpoint tells the host as the client of version 1.2.0 does', () => {
  const client = new TransferClient({ config: { regionId: 'cn-hangzhou' } });
  const ask = (...rest: Parameters<typeof client.getEndpoint>) => client.getEndpoint(...rest);
  expect(ask('kms', 'cn-hangzhou', 'regional', '', '', {}, '')).toBe('kms.cn-hangzhou.aliyuncs.com');
  expect(ask('kms', 'cn-hangzhou', 'regional', 'vpc', '', {}, '')).toBe('kms-vpc.cn-hangzhou.aliyuncs.com');
  expect(ask('kms', 'cn-hangzhou', 'regional', '', '', { 'cn-hangzhou': 'kms.example' }, '')).toBe('kms.example');
  expect(ask('kms', 'cn-hangzhou', 'regional', '', '', {}, 'own.example')).toBe('own.example');
});

test.each([
  [{}, 'Config.Missing', 'a TransferClient needs config'],
  [{ apiGeneration: 2, config: { regionId: 'cn-hangzhou' } }, 'Config.Invalid', 'apiGeneration must be'],
  [
    { isUseKmsShareGateway: 'no', config: { regionId: 'cn-hangzhou' } },
    'Config.Invalid',
    'isUseKmsShareGateway must be',
  ],
  [{ kmsconfig: {} }, 'Config.Invalid', 'did you mean kmsConfig?'],
  [{ config: {} }, 'Config.Missing', 'config does not say what to call'],
  [{ kmsConfig: { endpoint: 'kst-1.example' } }, 'Config.Missing', 'kmsConfig has no client key'],
  [{ kmsConfig: { clientKeyFile: 'f', password: 'p' } }, 'Config.Missing', 'kmsConfig.endpoint is missing'],
])('options %j are refused', (options, code, message) => {
  const make = () => new TransferClient(options as never);
  expect(make).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
});
