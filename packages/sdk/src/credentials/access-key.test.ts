import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { KmsConfigurationError } from '../errors.js';
import type { AccessKeyOptions } from './access-key.js';
import { AccessKeyProvider } from './access-key-provider.js';

const provider = (options: AccessKeyOptions) => new AccessKeyProvider(options, 'publicConfig');
const accessKey = { accessKeyId: 'LTAI.test', accessKeySecret: 'top-secret', securityToken: 'top-secret-token' };

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('an AccessKey', () => {
  it('is the one that was given', async () => {
    expect(await provider(accessKey).get(new Date())).toEqual({ ...accessKey, source: 'publicConfig' });
    const { securityToken: _token, ...permanent } = accessKey;
    expect(await provider(permanent).get(new Date())).toEqual({ ...permanent, source: 'publicConfig' });
  });

  it('is asked of a function before every request', async () => {
    let calls = 0;
    const rotating = provider({ credential: () => ({ ...accessKey, accessKeyId: `LTAI.${++calls}` }) });
    expect((await rotating.get(new Date())).accessKeyId).toBe('LTAI.1');
    expect((await rotating.get(new Date())).accessKeyId).toBe('LTAI.2');
  });

  it('is asked of a client of @alicloud/credentials', async () => {
    const require = createRequire(import.meta.url);
    const { default: Credential, Config }: typeof import('@alicloud/credentials') = require('@alicloud/credentials');
    const credential = new Credential(new Config({ type: 'sts', ...accessKey }));
    expect(await provider({ credential }).get(new Date())).toEqual({
      ...accessKey,
      source: 'publicConfig.credential (static_sts)',
    });
  });

  it('comes from what credentialConfig says', async () => {
    const server = createServer((_request, response) => {
      const answer = {
        Code: 'Success',
        AccessKeyId: 'STS.uri',
        AccessKeySecret: 's',
        SecurityToken: 't',
        Expiration: '2099-01-01T00:00:00Z',
      };
      response.end(JSON.stringify(answer));
    });
    const credentialConfig = { type: 'credentials_uri', credentialsURI: await listen(server) };
    expect(await provider({ credentialConfig }).get(new Date())).toEqual({
      accessKeyId: 'STS.uri',
      accessKeySecret: 's',
      securityToken: 't',
      expiration: new Date('2099-01-01T00:00:00Z'),
      source: 'publicConfig.credentialConfig (credential_uri)',
    });
  });
});

describe('an AccessKey that cannot be had', () => {
  it.each([
    [
      'a function that fails',
      { credential: () => Promise.reject(new Error('vault is sealed')) },
      'publicConfig.credential failed',
    ],
    [
      'a function that throws',
      {
        credential: () => {
          throw new Error('vault is sealed');
        },
      },
      'publicConfig.credential failed',
    ],
    ['no secret', { credential: () => ({ accessKeyId: 'a' }) }, 'publicConfig.credential gave no accessKeySecret'],
    [
      'a line break',
      { credential: () => ({ accessKeyId: 'a', accessKeySecret: 'b\n' }) },
      'the accessKeySecret of publicConfig.credential has spaces or line breaks',
    ],
    ['nothing', { credential: () => ({}) }, 'publicConfig.credential gave no accessKeyId'],
    [
      'a configuration that does not work',
      { credentialConfig: { type: 'ram_role_arn' } },
      '@alicloud/credentials with publicConfig.credentialConfig failed: the access key id is empty',
    ],
  ] satisfies [string, AccessKeyOptions, string][])(
    'is Credentials.Unavailable, with what was tried: %s',
    async (_what, options, message) => {
      const error = await Promise.resolve(provider(options).get(new Date())).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(KmsConfigurationError);
      expect(error).toMatchObject({ code: 'Credentials.Unavailable', message: `no AccessKey: ${message}` });
    },
  );

  it('that was given as text is there without waiting from the second time on', async () => {
    const given = provider(accessKey);
    expect(await given.get(new Date())).toMatchObject(accessKey);
    expect(given.get(new Date())).toMatchObject(accessKey);
  });

  it.each([
    ['no secret', { accessKeyId: 'a' }, 'Config.Missing', 'publicConfig.accessKeySecret is missing'],
    ['no id', { securityToken: 'a' }, 'Config.Missing', 'publicConfig.accessKeyId is missing'],
    [
      'two ways',
      { ...accessKey, credential: () => accessKey },
      'Config.Invalid',
      'only one of accessKeyId and credential',
    ],
    [
      'a number',
      { ...accessKey, accessKeySecret: 7 as never },
      'Config.Invalid',
      'publicConfig.accessKeySecret must be a string, not a number',
    ],
    [
      'no source',
      { credential: {} as never },
      'Config.Invalid',
      'publicConfig.credential must be a function, or have getCredential()',
    ],
  ] satisfies [string, AccessKeyOptions, string, string][])(
    'is refused at once when given as %s',
    (_what, options, code, message) => {
      expect(() => provider(options)).toThrow(
        expect.objectContaining({ code, message: expect.stringContaining(message) }),
      );
    },
  );

  it('keeps its secrets in inspect and JSON', async () => {
    const given = provider(accessKey);
    await given.get(new Date());
    expect(inspect(given, { depth: 9, showHidden: true }) + JSON.stringify(given)).not.toContain('top-secret');
  });
});
