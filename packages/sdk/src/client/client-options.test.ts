import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KmsConfigurationError } from '../errors.js';
import { Client } from './client.js';
import { type ClientOptions, checkClientOptions } from './client-options.js';

const endpoint = 'kst-1.cryptoservice.kms.aliyuncs.com';
const clientKey = { endpoint, clientKeyFile: '/nowhere/key.json', password: 'p' };
const accessKey = { accessKeyId: 'LTAI', accessKeySecret: 's' };

function refusal(options: unknown): { code: string; message: string } {
  try {
    new Client(options as ClientOptions);
  } catch (error) {
    expect(error).toBeInstanceOf(KmsConfigurationError);
    return error as KmsConfigurationError;
  }
  throw new Error('it was accepted');
}

describe('what a client is made of', () => {
  test.each<[string, ClientOptions, object]>([
    ['a client key', { instanceConfig: clientKey }, { instance: 'clientKey', public: false }],
    [
      'a client key as PEM',
      { instanceConfig: { endpoint, accessKeyId: 'KAAP.1', privateKey: 'x' } },
      { instance: 'clientKey', public: false },
    ],
    ['an AccessKey', { instanceConfig: { endpoint, ...accessKey } }, { instance: 'accessKey', public: false }],
    [
      'a credential',
      { instanceConfig: { endpoint, credential: () => accessKey } },
      { instance: 'accessKey', public: false },
    ],
    ['the default chain', { publicConfig: { regionId: 'cn-hangzhou' } }, { instance: undefined, public: true }],
    [
      'both',
      { instanceConfig: clientKey, publicConfig: { regionId: 'cn-hangzhou', ...accessKey } },
      { instance: 'clientKey', public: true },
    ],
  ])('%s', async (_title, options, configured) => {
    expect(checkClientOptions(options)).toEqual(configured);
    // Nothing is read or connected yet: the file is not there.
    await new Client(options).close();
  });
});

describe('what cannot work is said at once', () => {
  test.each<[unknown, string, string]>([
    [undefined, 'Config.Invalid', 'options of Client must be an object, not undefined'],
    [{}, 'Config.Missing', 'instanceConfig (the gateway of an instance), publicConfig (the public gateway), or both'],
    [{ pubicConfig: {} }, 'Config.Invalid', 'pubicConfig is not an option; did you mean publicConfig?'],
    [{ publicConfig: 'cn-hangzhou' }, 'Config.Invalid', 'publicConfig must be an object, not a string'],
    [{ publicConfig: { regionId: 'cn-hangzhou', ignoreSSL: true } }, 'Config.Invalid', 'did you mean ignoreSsl?'],
    [{ publicConfig: { regionId: 'cn-hangzhou', readTimeout: 5 } }, 'Config.Invalid', 'did you mean readTimeoutMs?'],
    [
      { publicConfig: { region: 'r' } },
      'Config.Invalid',
      'publicConfig: region is not an option; did you mean regionId?',
    ],
    [{ publicConfig: accessKey }, 'Config.Missing', 'regionId'],
    [
      { publicConfig: { regionId: 'cn-hangzhou', credentialConfig: 'x' } },
      'Config.Invalid',
      'publicConfig.credentialConfig must be an object, not a string',
    ],
    [
      { publicConfig: { regionId: 'cn-hangzhou', connectTimeoutMs: -1 } },
      'Config.Invalid',
      'publicConfig.connectTimeoutMs',
    ],
    [{ publicConfig: { regionId: 'cn-hangzhou', accessKeyId: 'a' } }, 'Config.Missing', 'publicConfig.accessKeySecret'],
    [
      { publicConfig: { regionId: 'cn-hangzhou', ...accessKey, credential: () => accessKey } },
      'Config.Invalid',
      'give only one of accessKeyId and credential',
    ],
    [{ instanceConfig: { endpoint } }, 'Config.Missing', 'instanceConfig has no client key'],
    [{ instanceConfig: { ...clientKey, endpoint: undefined } }, 'Config.Missing', 'instanceConfig.endpoint'],
    [{ instanceConfig: { ...clientKey, password: undefined } }, 'Config.Missing', 'instanceConfig.password'],
    [{ instanceConfig: { ...clientKey, clientKeyContent: '{}' } }, 'Config.Invalid', 'give only one of'],
    [{ instanceConfig: { ...clientKey, ...accessKey } }, 'Config.Invalid', 'give one credential'],
    [{ instanceConfig: { ...clientKey, caFile: 'x' } }, 'Config.Invalid', 'did you mean caFilePath?'],
    [{ instanceConfig: { ...clientKey, regionId: 'x' } }, 'Config.Invalid', 'regionId is not an option'],
  ])('%j', (options, code, message) => {
    const error = refusal(options);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
});

test('a client shows where it goes, and no secret, however it is printed', async () => {
  const secret = fc.string({ minLength: 8, maxLength: 40 }).map((text) => `~${text}~`);
  await fc.assert(
    fc.asyncProperty(fc.record({ secret, token: secret, password: secret, content: secret }), async (secrets) => {
      const client = new Client({
        instanceConfig: { endpoint, clientKeyContent: secrets.content, password: secrets.password },
        publicConfig: {
          regionId: 'cn-hangzhou',
          accessKeyId: 'LTAI',
          accessKeySecret: secrets.secret,
          securityToken: secrets.token,
        },
      });
      const printed = [
        inspect(client),
        inspect(client, { depth: 20, showHidden: true, customInspect: false }),
        inspect({ inside: client }, { depth: 20, getters: true }),
        JSON.stringify(client),
        `${client}`,
      ];
      for (const text of printed) for (const value of Object.values(secrets)) expect(text).not.toContain(value);
      expect(printed[0]).toContain(endpoint);
      expect(printed[0]).toContain('cn-hangzhou');
      await client.close();
    }),
    { numRuns: 25 },
  );
});

test('`await using` closes a client', async () => {
  const client = new Client({ publicConfig: { regionId: 'cn-hangzhou', ...accessKey } });
  await client[Symbol.asyncDispose]();
  await expect(client.listKeys()).rejects.toMatchObject({ code: 'Config.ClientClosed' });
});
