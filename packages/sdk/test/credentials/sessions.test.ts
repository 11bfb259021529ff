import { describe, expect, test } from 'vitest';
import { AccessKeyProvider } from '../../src/credentials/access-key-provider.js';
import { CredentialServices } from '../support/credential-services.js';
import {
  commandSource,
  endlessSources,
  objectSources,
  printSession,
  type SourceCase,
  sessionSources,
} from './sources.js';

const hour = 3600;

/** Calls every 15 seconds for a time. @returns the AccessKeys that were used */
async function callFor(seconds: number, provider: AccessKeyProvider, services: CredentialServices) {
  const used = new Set<string>();
  for (let passed = 0; passed < seconds; passed += 15) {
    const accessKey = await provider.get(services.now);
    used.add(accessKey.accessKeyId);
    const end = accessKey.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    expect(end).toBeGreaterThan(services.now.getTime());
    // A renewal beside the calls is under way from this time on: wait for it, since the time here does not pass by itself.
    const { lifeSeconds } = services;
    if (services.now.getTime() >= end - (lifeSeconds * 1000) / 4) {
      await changed(provider, services, accessKey.accessKeyId);
    }
    services.pass(15);
  }
  return used;
}

async function changed(provider: AccessKeyProvider, services: CredentialServices, from: string): Promise<void> {
  while ((await provider.get(services.now)).accessKeyId === from) await new Promise(setImmediate);
}

const cases = (sources: SourceCase[]) =>
  sources.flatMap((source) => [
    { ...source, life: 900, questions: 16 },
    { ...source, life: 3600, questions: 4 },
  ]);

describe('sessions that are renewed after three quarters of their life', () => {
  test.each(cases([...sessionSources, ...objectSources]))(
    '3 hours of sessions of $life s take $questions questions: $name',
    async ({ set, requests = [], life, questions }) => {
      await using services = await CredentialServices.start();
      services.lifeSeconds = life;
      const provider = new AccessKeyProvider(set(services) ?? {}, 'publicConfig');
      expect((await callFor(3 * hour, provider, services)).size).toBe(questions);
      expect(services.requests).toEqual(Array.from({ length: questions }, () => requests).flat());
    },
  );

  test.each([900, 3600])('a command that gives sessions of %i s runs once for each', async (life) => {
    await using services = await CredentialServices.start();
    services.lifeSeconds = life;
    const provider = new AccessKeyProvider(commandSource.set(services) ?? {}, 'publicConfig');
    const first = await provider.get(services.now);
    services.pass(life * 0.75 - 1);
    expect(await provider.get(services.now)).toBe(first);
    expect(services.commandRuns).toBe(1);
    services.pass(1);
    printSession(services);
    await changed(provider, services, first.accessKeyId);
    expect(services.commandRuns).toBe(2);
  });
});

describe('an AccessKey of which nobody says that it ends', () => {
  test.each(endlessSources)('is looked up again now and then, beside the calls: $name', async ({ set, runs }) => {
    await using services = await CredentialServices.start();
    const provider = new AccessKeyProvider(set(services) ?? {}, 'publicConfig');
    const { accessKeyId } = await provider.get(services.now);
    for (let call = 0; call < 100; call++) {
      services.pass(8);
      expect((await provider.get(services.now)).accessKeyId).toBe(accessKeyId);
    }
    if (runs) expect(services.commandRuns).toBe(1);
    services.pass(100);
    expect((await provider.get(services.now)).accessKeyId).toBe(accessKeyId);
    if (runs) while (services.commandRuns < 2) await new Promise(setImmediate);
  });

  test('changes with the profile that it stands in', async () => {
    await using services = await CredentialServices.start();
    services.profile({ mode: 'AK', access_key_id: 'LTAI.old', access_key_secret: 's' });
    const provider = new AccessKeyProvider({}, 'publicConfig');
    expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'LTAI.old' });
    services.profile({ mode: 'AK', access_key_id: 'LTAI.new', access_key_secret: 's' });
    services.pass(900);
    expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'LTAI.old' });
    await changed(provider, services, 'LTAI.old');
    expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'LTAI.new' });
  });

  test('changes with the environment at once', async () => {
    await using services = await CredentialServices.start();
    const provider = new AccessKeyProvider(endlessSources[0]?.set(services) ?? {}, 'publicConfig');
    expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'LTAI.env' });
    process.env.ALIBABA_CLOUD_ACCESS_KEY_ID = 'LTAI.next';
    expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'LTAI.next' });
  });
});

test('a call that comes seldom waits for a new session rather than use one that is about to end', async () => {
  await using services = await CredentialServices.start();
  const provider = new AccessKeyProvider({}, 'publicConfig');
  expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'STS.node.1' });
  services.pass(3600 - 60);
  expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'STS.node.2' });
});

test('metadata that gives the same session until it ends is not asked at every call', async () => {
  await using services = await CredentialServices.start();
  const session = services.session('same');
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = session;
  let asked = 0;
  const credential = async () => {
    asked++;
    const temporary = { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
    return { ...temporary, expiration: new Date(Expiration) };
  };
  const provider = new AccessKeyProvider({ credential }, 'publicConfig');
  for (let second = 0; second < 3600; second++) {
    await provider.get(services.now);
    services.pass(1);
  }
  expect(asked).toBeLessThan(10);
});
