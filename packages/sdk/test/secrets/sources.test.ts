import { Client } from 'alibabacloud-kms-sdk';
import type { SecretSource } from 'alibabacloud-kms-sdk/secrets';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, Place, ttlMs } from './support.js';

let place: Place;
let other: Place;
beforeAll(async () => {
  [place, other] = await Promise.all([Place.open(), Place.open()]);
});
afterEach(() => Promise.all([place.tidy(), other.tidy()]));
afterAll(() => Promise.all([place.close(), other.close()]));

const api = 'GetSecretValue';

/** A client that never answers, and tells when it was given up. */
function silent() {
  let givenUp: () => void = () => {};
  const aborted = new Promise<void>((resolve) => {
    givenUp = resolve;
  });
  const source: SecretSource = {
    getSecretValue: (_, options) =>
      new Promise((__, reject) => {
        options?.signal?.addEventListener('abort', () => {
          givenUp();
          reject(options.signal?.reason);
        });
      }),
  };
  return { source, aborted };
}

describe('several clients', () => {
  test('the first in order is asked, and no other while it answers', async () => {
    await Promise.all([place.create('app/db', 'here'), other.create('app/db', 'there')]);
    const { cache } = place.cache({ clients: [place.instance, other.instance] });
    other.count();
    expect(await cache.getText('app/db')).toBe('here');
    expect(other.count()).toBe(0);
  });

  test.each([{ code: 'Rejected.Throttling' }, { reset: true }, { code: 'Forbidden.NoPermission' }])(
    'the next is asked when one fails with %j',
    async (fault) => {
      await Promise.all([place.create('app/db', 'here'), other.create('app/db', 'there')]);
      place.kms.faults.add({ api, ...fault });
      const { cache } = place.cache({ clients: [place.instance, other.instance] });
      expect(await cache.getText('app/db')).toBe('there');
    },
  );

  // The Python client takes the first that has ended, so a quick "not found" hid a region that had the secret.
  test('a region that says at once that there is no such secret does not hide one that has it', async () => {
    await other.create('app/db', 'there');
    const { source } = silent();
    const { cache } = place.cache({ clients: [source, place.instance, other.instance], failoverAfterMs: 1 });
    expect(await cache.getText('app/db')).toBe('there');
  });

  test('the next is asked when one is silent; what is not needed any more is aborted', async () => {
    await place.create('app/db', 'here');
    const { source, aborted } = silent();
    const { cache } = place.cache({ clients: [source, place.instance], failoverAfterMs: 1 });
    expect(await cache.getText('app/db')).toBe('here');
    await aborted;
  });

  test('the secret is gone when all say so', async () => {
    const { cache } = place.cache({ clients: [place.instance, other.instance] });
    expect(await codeOf(cache.get('app/db'))).toBe('Forbidden.ResourceNotFound');
  });

  test('it is not gone while one could not tell: the old value stays, without one the error names both', async () => {
    await place.create('app/db', 'here');
    const { cache, clock } = place.cache({ clients: [place.instance, other.instance] });
    await cache.get('app/db');
    place.kms.faults.add({ api, code: 'Rejected.Throttling' });
    clock.move(ttlMs);
    expect(await cache.getText('app/db')).toBe('here');
    const error = await cache.get('app/none').catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'Secret.Unavailable',
      secretName: 'app/none',
      failures: [{ code: 'Rejected.Throttling' }, { code: 'Forbidden.ResourceNotFound' }],
      cause: { code: 'Rejected.Throttling' },
    });
    expect(String(error)).toContain(`${other.kms.host}:${other.kms.port}: Forbidden.ResourceNotFound`);
  });

  test('both gateways of one client, in the order that is wanted', async () => {
    await place.public.createSecret({ secretName: 'shared', secretData: 'not in the instance', versionId: 'v1' });
    const client = new Client(place.kms.clientConfig());
    const { cache } = place.cache({ clients: [client, { client, gateway: 'public' }] });
    place.kms.clearRequests();
    expect(await cache.getText('shared')).toBe('not in the instance');
    expect(place.kms.requests().map(({ gateway }) => gateway)).toEqual(['instance', 'public']);
    await client.close();
  });
});

describe('secrets that are asked for at the same moment', () => {
  const names = Array.from({ length: 45 }, (_, index) => `app/${index}`);
  const fill = async () => {
    for (const name of names) await place.public.createSecret({ secretName: name, secretData: name, versionId: 'v1' });
  };

  test('go in requests of 20 to the public gateway, and what one of them fails with is its own', async () => {
    await fill();
    const { cache } = place.cache({ client: place.public });
    place.kms.clearRequests();
    const asked = [...names, 'none'].map((name) => codeOf(cache.get(name)));
    expect(await Promise.all(asked)).toEqual([...names.map(() => 'ok'), 'Forbidden.ResourceNotFound']);
    expect(await Promise.all(names.map((name) => cache.getText(name)))).toEqual(names);
    expect(place.kms.requests().map((request) => request.api)).toEqual(Array(3).fill('BatchGetSecretValue'));
  });

  test('are refreshed in requests of 20', async () => {
    await fill();
    const { cache, clock } = place.cache({ client: place.public });
    await cache.preload(names);
    place.kms.clearRequests();
    clock.move(ttlMs * 0.95);
    await cache.refreshDue();
    expect(place.kms.requests().map((request) => request.api)).toEqual(Array(3).fill('BatchGetSecretValue'));
  });

  test('go one by one to an instance, which has no such request, also when the client has both gateways', async () => {
    for (const name of ['a', 'b']) await place.create(name, name);
    const client = new Client(place.kms.clientConfig());
    const { cache } = place.cache({ client });
    place.kms.clearRequests();
    await Promise.all([cache.get('a'), cache.get('b')]);
    expect(place.kms.requests().map(({ gateway, api }) => [gateway, api])).toEqual(Array(2).fill(['instance', api]));
    await client.close();
  });

  test('of several stages of one secret each gets its own answer', async () => {
    await place.create('app/db', 'first');
    await place.rotate('app/db', 'second', 'v2');
    const { cache } = place.cache({ client: place.public });
    const stages = [{}, { stage: 'ACSPrevious' }, { versionId: 'v1' }, { stage: 'none' }];
    const texts = stages.map((options) => cache.getText('app/db', options).catch(({ code }) => code));
    expect(await Promise.all(texts)).toEqual(['second', 'first', 'first', 'Forbidden.ResourceNotFound']);
  });

  test('go one by one where BatchGetSecretValue is not allowed', async () => {
    await fill();
    place.kms.faults.add({ api: 'BatchGetSecretValue', code: 'Forbidden.NoPermission' });
    const { cache } = place.cache({ client: place.public });
    place.kms.clearRequests();
    await cache.preload(['app/1', 'app/2']);
    await cache.preload(['app/3', 'app/4']);
    const counts = ['BatchGetSecretValue', api].map((name) => place.kms.requests({ api: name }).length);
    expect(counts).toEqual([1, 4]);
  });

  test('fail together while KMS is away, and no request is sent for each of them', async () => {
    await fill();
    place.kms.faults.add({ api: 'BatchGetSecretValue', code: 'Rejected.Throttling' });
    const { cache } = place.cache({ client: place.public });
    place.kms.clearRequests();
    const codes = await Promise.all(['app/1', 'app/2'].map((name) => codeOf(cache.get(name))));
    expect([codes, place.kms.requests().length]).toEqual([Array(2).fill('Rejected.Throttling'), 1]);
  });
});
