import { expect, test } from 'vitest';
import { resolveOptions } from './options.js';

const client = { getSecretValue: async () => ({}) as never };
const withOptions = (options: object) => () => resolveOptions(options as never);

test('without options there are defaults', () => {
  expect(resolveOptions({ client })).toMatchObject({
    failoverAfterMs: 1000,
    ttlMs: 3_600_000,
    ttlField: 'ttl',
    staleIfErrorMs: 86_400_000,
    maxWaitMs: 1000,
    notFoundTtlMs: 10_000,
    stage: 'ACSCurrent',
    maxEntries: 10_000,
    stores: [],
  });
});

test.each([
  ['no client', {}, 'neither of client and clients'],
  ['both', { client, clients: [client] }, 'both of client and clients'],
  ['an empty list', { clients: [] }, 'clients must be an array with at least one client, not an empty array'],
  ['something else in the list', { clients: [client, 'cn-hangzhou'] }, 'clients[1]'],
  ['a gateway that is none', { clients: [{ client, gateway: 'shared' }] }, 'clients[0].gateway must be'],
  ['a mistyped option', { client, ttl: 1 }, 'did you mean ttlMs?'],
  ['a TTL of 0', { client, ttlMs: 0 }, 'ttlMs must be an integer from 1 to 2147483647, not 0'],
  ['a TTL that is a text', { client, ttlsMs: { 'app/db': '60000' } }, "ttlsMs['app/db'] must be"],
  ['a TTL of no secret', { client, ttlsMs: { 'app db': 1 } }, 'the name of the secret'],
  ['a store that is none', { client, store: [{}] }, 'store must be'],
  [
    'a hook that is none',
    { client, hooks: { recoverGetSecret: () => undefined } },
    'hooks: recoverGetSecret is not an option',
  ],
  ['a hook that cannot be called', { client, hooks: { put: 'seal' } }, 'hooks.put must be a function'],
  ['a clock that is none', { client, clock: 5 }, 'clock must be'],
])('%s is refused: %s', (_, options, message) => {
  expect(withOptions(options)).toThrow(message);
  expect(withOptions(options)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^(Config|Request)\.Invalid$/) }),
  );
});
