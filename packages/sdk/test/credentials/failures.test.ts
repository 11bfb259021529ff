import { createRequire } from 'node:module';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { UsableAccessKey } from '../../src/credentials/access-key.js';
import { AccessKeyProvider } from '../../src/credentials/access-key-provider.js';
import type { KmsConfigurationError } from '../../src/errors.js';
import { CredentialServices, type Service } from '../support/credential-services.js';
import {
  commandSource,
  objectSources,
  podRole,
  printSession,
  roleProfile,
  type SourceCase,
  sessionSources,
} from './sources.js';

const lifeSeconds = 3600;
const provided = ({ set }: Pick<SourceCase, 'set'>, services: CredentialServices) =>
  new AccessKeyProvider(set(services) ?? {}, 'publicConfig');

async function failureOf(get: () => UsableAccessKey | Promise<UsableAccessKey>): Promise<KmsConfigurationError> {
  try {
    await get();
  } catch (error) {
    return error as KmsConfigurationError;
  }
  throw new Error('it did not fail');
}

function expectNothingSecret(error: Error): void {
  expect(inspect(error, { depth: 9 })).not.toMatch(/top-secret|ENOTFOUND undefined|\/\/undefined/);
  expect(error.message).not.toContain('undefined');
}

/** The service behind each source, and what the failure of a renewal must say. */
const renewals = [...sessionSources, ...objectSources]
  .filter(({ requests }) => requests?.[0] !== 'asked')
  .map((source) => ({ ...source, service: source.requests?.[0]?.split(' ')[0] as Service }));

describe('a renewal that fails in the middle of a life', () => {
  test.each(renewals)('is not noticed while the session is good, and told when it has ended: $name', async (source) => {
    await using services = await CredentialServices.start();
    services.lifeSeconds = lifeSeconds;
    const provider = provided(source, services);
    const first = await provider.get(services.now);
    // Metadata, too: it is the link that comes after most others.
    services.failing.add(source.service).add('metadata');
    for (let passed = 0; passed < lifeSeconds; passed += 100) {
      expect(await provider.get(services.now)).toEqual(first);
      services.pass(100);
    }
    // It has ended, and is not used any more, today or in ten days.
    for (const seconds of [0, 10 * 86_400]) {
      services.pass(seconds);
      const error = await failureOf(() => provider.get(services.now));
      expect(error.code).toBe('Credentials.Unavailable');
      expect(error.message).toContain(`ended at ${first.expiration?.toISOString()} and was not renewed: `);
      expect(error.message).toMatch(/failed.*(ServiceUnavailable|500)/);
      expectNothingSecret(error);
    }
    services.failing.clear();
    expect((await provider.get(services.now)).accessKeyId).not.toBe(first.accessKeyId);
  });

  test('of a command is not noticed while the session is good, and told when it has ended', async () => {
    await using services = await CredentialServices.start();
    services.failing.add('metadata');
    const provider = provided(commandSource, services);
    const first = await provider.get(services.now);
    services.write('output.json', 'top-secret');
    services.pass(3599);
    expect(await provider.get(services.now)).toBe(first);
    services.pass(1);
    const error = await failureOf(() => provider.get(services.now));
    expect(error.message).toContain('~/.aliyun/config.json: failed to parse external command output: …');
    expectNothingSecret(error);
    printSession(services);
    expect((await provider.get(services.now)).accessKeyId).not.toBe(first.accessKeyId);
  });

  test('is tried again after a pause, not at every call', async () => {
    const begin = Date.now();
    const expiration = new Date(begin + 3_600_000);
    let asked = 0;
    const credential = async () => {
      if (asked++ > 0) throw new Error('vault is sealed');
      return { accessKeyId: 'LTAI.vault', accessKeySecret: 's', expiration };
    };
    const provider = new AccessKeyProvider({ credential }, 'publicConfig');
    const callAt = async (seconds: number) => {
      await provider.get(new Date(begin + seconds * 1000));
      await new Promise(setImmediate);
      return asked;
    };
    expect(await callAt(0)).toBe(1);
    expect(await callAt(2699)).toBe(1);
    for (let call = 0; call < 100; call++) expect(await callAt(2700)).toBe(2);
    // A minute, while there is time; a tenth of what is left, towards the end.
    expect([await callAt(2759), await callAt(2760)]).toEqual([2, 3]);
    expect([await callAt(3400), await callAt(3419), await callAt(3420)]).toEqual([4, 4, 5]);
  });

  test('ends in no other identity while the session is good, and in one that is named when it has ended', async () => {
    await using services = await CredentialServices.start();
    const provider = provided({ set: podRole }, services);
    expect(await provider.get(services.now)).toMatchObject({ source: 'default chain (oidc_role_arn)' });
    services.failing.add('oidc');
    for (let passed = 0; passed < lifeSeconds; passed += 60) {
      // The node of the pod has a role, too: the link that comes later would answer.
      expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'STS.pod.1' });
      services.pass(60);
    }
    const [accessKey] = await Promise.all(Array.from({ length: 100 }, async () => provider.get(services.now)));
    expect(accessKey).toMatchObject({ accessKeyId: 'STS.node.2', source: 'default chain (ecs_ram_role)' });
    expect(services.requests.filter((request) => request === 'metadata session')).toHaveLength(1);
  });

  test('names the link that failed to renew it, and why', async () => {
    await using services = await CredentialServices.start();
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
    const provider = provided({ set: roleProfile }, services);
    await provider.get(services.now);
    services.failing.add('sts');
    services.pass(lifeSeconds);
    const { message } = await failureOf(() => provider.get(services.now));
    expect(message).toContain(
      'no AccessKey: the one that default chain (cli_profile/ram_role_arn/static_ak) gave ended at ' +
        '2026-03-01T01:00:00.000Z and was not renewed: the default chain found none (environment: ',
    );
    expect(message).toContain('; ~/.aliyun/config.json: refresh session token failed: … (ServiceUnavailable); ');
  });

  test('of a function is its own error, as the cause', async () => {
    await using services = await CredentialServices.start();
    const end = new Date(services.now.getTime() + 900_000);
    let sealed = false;
    const credential = async () => {
      if (sealed) throw new Error('vault is sealed');
      return { accessKeyId: 'LTAI.vault', accessKeySecret: 's', expiration: end };
    };
    const provider = new AccessKeyProvider({ credential }, 'publicConfig');
    await provider.get(services.now);
    sealed = true;
    services.pass(899);
    expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'LTAI.vault' });
    services.pass(1);
    expect(await failureOf(() => provider.get(services.now))).toMatchObject({
      message:
        'no AccessKey: the one that publicConfig.credential gave ended at 2026-03-01T00:15:00.000Z and was not renewed: ' +
        'publicConfig.credential failed',
      cause: new Error('vault is sealed'),
    });
  });
});

test('a session that has ended already is refused, however it came', async () => {
  await using services = await CredentialServices.start();
  services.lifeSeconds = -1;
  const [uri] = sessionSources.filter(({ name }) => name === 'credentials URI') as [SourceCase];
  const { message } = await failureOf(() => provided(uri, services).get(services.now));
  expect(message).toBe(
    'no AccessKey: what default chain (credential_uri) gave ended at 2026-02-28T23:59:59.000Z, and the time is ' +
      "2026-03-01T00:00:00.000Z: it was not renewed, or this machine's clock is off",
  );
});

test('an expiration that is no date is refused', async () => {
  const credential = () => ({ accessKeyId: 'a', accessKeySecret: 'b', expiration: 'tomorrow' });
  const provider = new AccessKeyProvider({ credential }, 'publicConfig');
  const { message } = await failureOf(() => provider.get(new Date()));
  expect(message).toBe(
    'no AccessKey: the expiration of publicConfig.credential is not a date: give a Date, or ISO 8601',
  );
});

describe('nothing configured', () => {
  const looked: string[] = [];
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['the default chain', () => ({})],
    ['credentialConfig', () => ({ credentialConfig: { type: 'credentials_uri' } })],
  ])('asks no host named "undefined": %s', async (_what, options) => {
    await using services = await CredentialServices.start();
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
    const dns: typeof import('node:dns') = createRequire(import.meta.url)('node:dns');
    vi.spyOn(dns, 'lookup').mockImplementation(((name: string) => looked.push(name)) as never);
    const provider = new AccessKeyProvider(options(), 'publicConfig');
    const error = await failureOf(() => provider.get(services.now));
    expectNothingSecret(error);
    expect(error.message).toMatch(/no ALIBABA_CLOUD_CREDENTIALS_URI|ALIBABA_CLOUD_CREDENTIALS_URI is not set/);
    expect(looked).toEqual([]);
  });

  test('a client of the library that asks a host named "undefined" does not say so', async () => {
    await using services = await CredentialServices.start();
    services.failing.add('metadata');
    const { default: Credential }: typeof import('@alicloud/credentials') = createRequire(import.meta.url)(
      '@alicloud/credentials',
    );
    const provider = new AccessKeyProvider({ credential: new Credential() }, 'publicConfig');
    const error = await failureOf(() => provider.get(services.now));
    expect(error.message).toContain('publicConfig.credential failed: unable to get credentials');
    expectNothingSecret(error);
  });
});

describe('a command of a profile External that fails tells nothing of what it printed', () => {
  const scripts: [string, string, string][] = [
    ['a text that is no JSON', `console.log('top-secret')`, 'failed to parse external command output: …'],
    [
      'an exit code, and an error output',
      `console.log('top-secret'); console.error('top-secret'); process.exit(2)`,
      'failed to execute external command: Command failed: …',
    ],
    ['JSON that lacks a field', `console.log('{"access_key_id":"top-secret"}')`, 'access_key_secret is empty'],
  ];

  test.each(scripts)('%s', async (_what, script, told) => {
    await using services = await CredentialServices.start();
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
    const path = services.write('command.cjs', script);
    services.profile({ mode: 'External', process_command: `${process.execPath} ${path} --token top-secret` });
    const error = await failureOf(() => new AccessKeyProvider({}, 'publicConfig').get(services.now));
    expect(error.message).toContain(told);
    expectNothingSecret(error);
  });
});
