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
  ['no client', {}, 'neither client nor clients: give one of them'],
  ['both', { client, clients: [client] }, 'both client and clients: give one of them'],
  ['an empty list', { clients: [] }, 'clients is an empty array: it must be an array with a client'],
  ['something else in the list', { clients: [client, 'cn-hangzhou'] }, 'clients[1]'],
  ['a gateway that is none', { clients: [{ client, gateway: 'shared' }] }, 'clients[0].gateway is "shared"'],
  ['a mistyped option', { client, ttl: 1 }, 'did you mean ttlMs?'],
  ['a TTL of 0', { client, ttlMs: 0 }, 'ttlMs is 0: it must be an integer from 1 to 2147483647'],
  ['a TTL that is a text', { client, ttlsMs: { 'app/db': '60000' } }, 'ttlsMs[\'app/db\'] is "60000"'],
  ['a TTL of no secret', { client, ttlsMs: { 'app db': 1 } }, 'the name of the secret'],
  ['a store that is none', { client, store: [{}] }, 'store is of type object'],
  [
    'a hook that is none',
    { client, hooks: { recoverGetSecret: () => undefined } },
    'hooks: recoverGetSecret is no option',
  ],
  ['a hook that cannot be called', { client, hooks: { put: 'seal' } }, 'hooks.put is "seal": it must be a function'],
  ['a clock that is none', { client, clock: 5 }, 'clock is 5'],
])('%s is refused: %s', (_, options, message) => {
  expect(withOptions(options)).toThrow(message);
  expect(withOptions(options)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^(Config|Request)\.Invalid$/) }),
  );
});
