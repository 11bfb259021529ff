import { expect, test } from 'vitest';
import { AccessKeyProvider } from '../../src/credentials/access-key-provider.js';
import { CredentialServices } from '../support/credential-services.js';
import { commandSource, endlessSources, objectSources, sessionSources } from './sources.js';

const sources = [...sessionSources, ...objectSources, ...endlessSources, commandSource];

test.each(sources)(
  '100 first calls at once share one question: $name',
  async ({ set, source, requests = [], runs }) => {
    await using services = await CredentialServices.start();
    const provider = new AccessKeyProvider(set(services) ?? {}, 'publicConfig');
    const askAll = () => Promise.all(Array.from({ length: 100 }, async () => provider.get(services.now)));
    const first = await askAll();
    expect(new Set(first).size).toBe(1);
    expect(first[0]).toMatchObject({ source });
    expect(services.requests).toEqual(requests);
    if (runs) expect(services.commandRuns).toBe(1);
    // Later ones need nothing.
    expect((await askAll())[99]).toEqual(first[0]);
    expect(services.requests).toEqual(requests);
    if (runs) expect(services.commandRuns).toBe(1);
  },
);

test('bursts of calls work again once there is something to be found', async () => {
  await using services = await CredentialServices.start();
  services.failing.add('metadata');
  const provider = new AccessKeyProvider({}, 'publicConfig');
  const burst = () => Promise.allSettled(Array.from({ length: 10 }, async () => provider.get(services.now)));
  const count = (results: PromiseSettledResult<unknown>[]) =>
    results.filter(({ status }) => status === 'fulfilled').length;
  expect(count(await burst())).toBe(0);
  services.profile({ mode: 'AK', access_key_id: 'LTAI.file', access_key_secret: 's' });
  for (let round = 0; round < 5; round++) expect(count(await burst())).toBe(10);
});

test('a function that does not say when its AccessKey ends is asked for every call, once for those at the same time', async () => {
  let asked = 0;
  const credential = async () => ({ accessKeyId: `LTAI.${++asked}`, accessKeySecret: 's' });
  const provider = new AccessKeyProvider({ credential }, 'publicConfig');
  await Promise.all(Array.from({ length: 100 }, async () => provider.get(new Date())));
  expect(asked).toBe(1);
  expect(await provider.get(new Date())).toMatchObject({ accessKeyId: 'LTAI.2' });
});

test('a question that nobody ever answers does not hold up the calls of a minute later', async () => {
  let asked = 0;
  const never = new Promise<never>(() => {});
  const credential = () => (++asked === 1 ? never : Promise.resolve({ accessKeyId: 'LTAI.2', accessKeySecret: 's' }));
  const provider = new AccessKeyProvider({ credential }, 'publicConfig');
  const begin = Date.now();
  const waiting = [0, 59_999].map((passed) => provider.get(new Date(begin + passed)));
  expect(await provider.get(new Date(begin + 60_000))).toMatchObject({ accessKeyId: 'LTAI.2' });
  expect(asked).toBe(2);
  expect(await Promise.race([...waiting, 'still waiting'])).toBe('still waiting');
});

test('new Credential() that found nothing looks through its whole chain again', async () => {
  await using services = await CredentialServices.start();
  const { set } = objectSources[0] as (typeof objectSources)[0];
  services.failing.add('sts').add('metadata');
  const provider = new AccessKeyProvider(set(services) ?? {}, 'publicConfig');
  const failure = await Promise.resolve(provider.get(services.now)).catch((error: Error) => error);
  expect(failure).toMatchObject({ code: 'Credentials.Unavailable' });
  services.failing.clear();
  expect(await provider.get(services.now)).toMatchObject({ accessKeyId: 'STS.role.1' });
});
