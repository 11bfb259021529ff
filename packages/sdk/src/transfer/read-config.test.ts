import { expect, test } from 'vitest';
import { readKmsConfig, readPublicConfig } from './read-config.js';

test('official names become those of this SDK; what has no meaning here is left out', () => {
  const config = {
    ...{
      accessKeyId: 'a',
      accessKeySecret: 'b',
      regionId: 'cn-hangzhou',
      endpoint: 'kms',
      network: 'vpc',
      suffix: 's',
    },
    ...{ protocol: 'HTTPS', readTimeout: 5_000, connectTimeout: 0, maxIdleConns: 7, userAgent: 'u', httpsProxy: '' },
    ...{
      type: 'access_key',
      socks5NetWork: 'tcp',
      endpointType: 'x',
      openPlatformEndpoint: 'y',
      signatureVersion: '1',
    },
    ...{ securityToken: undefined, httpProxy: null, readTimeoutMs: undefined },
  };
  expect(readPublicConfig(config as object)).toEqual({
    ...{
      accessKeyId: 'a',
      accessKeySecret: 'b',
      regionId: 'cn-hangzhou',
      endpoint: 'kms',
      network: 'vpc',
      suffix: 's',
    },
    ...{ readTimeoutMs: 5_000, maxSockets: 7, userAgent: 'u', httpsProxy: '' },
  });
});

test.each([
  [{}, undefined],
  [{ signatureVersion: 'v4' }, 'ACS4-HMAC-SHA256'],
  [{ signatureVersion: 'v4', signatureAlgorithm: 'ACS4-HMAC-SM3' }, 'ACS4-HMAC-SM3'],
  [{ signatureVersion: 'v4', signatureAlgorithm: 'ACS3-HMAC-SM3' }, 'ACS4-HMAC-SHA256'],
  [{ signatureAlgorithm: 'ACS3-HMAC-SM3' }, 'ACS3-HMAC-SM3'],
  [{ signatureVersion: '1.0', signatureAlgorithm: 'v2' }, undefined],
])('a config with %j is signed by %s', (config, signatureAlgorithm) => {
  expect(readPublicConfig({ accessKeyId: 'a', accessKeySecret: 'b', ...config }).signatureAlgorithm).toBe(
    signatureAlgorithm,
  );
});

test('an AccessKey comes before a credential, as in the official clients', () => {
  const credential = { getCredential: async () => ({}) };
  expect(readPublicConfig({ accessKeyId: 'a', accessKeySecret: 'b', credential })).not.toHaveProperty('credential');
  expect(readPublicConfig({ credential })).toEqual({ credential });
});

test('a credential of older versions is asked for its parts', async () => {
  class Old {
    getAccessKeyId = async () => 'a';
    getAccessKeySecret = async () => 'b';
    getSecurityToken = async () => 'c';
  }
  const { credential } = readPublicConfig({ credential: new Old() });
  const accessKey = await (credential as () => Promise<object>)();
  expect(accessKey).toEqual({ accessKeyId: 'a', accessKeySecret: 'b', securityToken: 'c' });
});

test.each([
  [{ protocol: 'http' }, 'Config.Unsupported', 'config.protocol is not possible: KMS is called by https only'],
  [{ bearerToken: 't' }, 'Config.Unsupported', 'config.bearerToken'],
  [{ globalParameters: {} }, 'Config.Unsupported', 'requestHeaders'],
  [{ regionID: 'cn-hangzhou' }, 'Config.Invalid', 'config: regionID is not an option; did you mean regionId?'],
  [{ ca: 5 }, 'Config.Invalid', 'config.ca'],
])('config %j is refused', (config, code, message) => {
  expect(() => readPublicConfig(config)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) }),
  );
});

test('a ca is PEM, or the path of a file', () => {
  expect(readPublicConfig({ ca: '-----BEGIN CERTIFICATE-----' })).toEqual({ ca: '-----BEGIN CERTIFICATE-----' });
  expect(readPublicConfig({ ca: '/etc/kms/ca.pem' })).toEqual({ caFilePath: '/etc/kms/ca.pem' });
  expect(readPublicConfig({ ca: '' })).toEqual({});
});

test('kmsConfig: clientKeyId is the id of the client key, and the rules have their defaults', () => {
  const { gateway, rules } = readKmsConfig({
    endpoint: 'kst-1',
    clientKeyId: 'KAAP.1',
    privateKey: 'k',
    regionId: 'cn-hangzhou',
  });
  expect(gateway).toEqual({ endpoint: 'kst-1', accessKeyId: 'KAAP.1', privateKey: 'k' });
  expect(rules).toMatchObject({ publicActions: new Set(), lowVersion: false, codec: { name: 'utf-8' } });
});

test('kmsConfig: the rules', () => {
  const { rules } = readKmsConfig({
    ...{ endpoint: 'kst-1', clientKeyFile: 'f', password: 'p', advanceSwitch: true },
    ...{ defaultKmsApiNames: ['Encrypt'], encoding: 'gbk', forceLowVersionCryptoTransfer: true },
  });
  expect(rules).toMatchObject({ publicActions: new Set(['Encrypt']), lowVersion: true, codec: { name: 'gbk' } });
});

test.each([
  [
    { clientKeyId: 'a', accessKeyId: 'b' },
    'Config.Invalid',
    'kmsConfig has a clientKeyId and an accessKeyId that differ',
  ],
  [{ privateKey: 'k' }, 'Config.Missing', 'kmsConfig.clientKeyId is missing'],
  [{ defaultKmsApiNames: ['Encript'] }, 'Config.Invalid', 'did you mean Encrypt?'],
  [{ defaultKmsApiNames: 'Encrypt' }, 'Config.Invalid', 'kmsConfig.defaultKmsApiNames must be'],
  [{ encoding: 'hex' }, 'Config.Invalid', 'kmsConfig.encoding must be'],
  [{ forceLowVersionCryptoTransfer: 'yes' }, 'Config.Invalid', 'kmsConfig.forceLowVersionCryptoTransfer must be'],
  [{ advanceSwitch: 1 }, 'Config.Invalid', 'kmsConfig.advanceSwitch must be'],
  [{ accessKeySecret: 's' }, 'Config.Invalid', 'kmsConfig: accessKeySecret is not an option'],
])('kmsConfig %j is refused', (config, code, message) => {
  const read = () => readKmsConfig({ endpoint: 'kst-1', ...config });
  expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
});
