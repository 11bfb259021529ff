import { expect, test } from 'vitest';
import { endpointHost } from './hosts.js';
import type { StartOptions } from './options.js';
import { resolveOptions } from './resolve-options.js';

test('without options it is this machine only, a free port, nothing kept', () => {
  expect(resolveOptions({})).toMatchObject({
    host: '127.0.0.1',
    port: 0,
    dataDir: undefined,
    names: ['127.0.0.1', 'localhost', '::1'],
  });
});

test('the certificate is for the host that is listened on, and for the given names', () => {
  const { names } = resolveOptions({ host: '10.0.0.7', names: ['kms.test', 'localhost'] });
  expect(names).toEqual(['127.0.0.1', 'localhost', '::1', '10.0.0.7', 'kms.test']);
  expect(resolveOptions({ host: '0.0.0.0' }).names).not.toContain('0.0.0.0');
});

test.each<[what: string, options: unknown]>([
  ['a port that is no port', { port: 65_536 }],
  ['a port that is no number', { port: '8443' }],
  ['an empty host', { host: '' }],
  ['a host with a port', { host: 'localhost:80' }],
  ['an empty directory', { dataDir: '' }],
  ['memory and a directory', { memory: true, dataDir: 'd' }],
  ['no memory and no directory', { memory: false }],
  ['a passphrase for nothing', { passphrase: 'p' }],
  ['an empty passphrase', { passphrase: '', dataDir: 'd' }],
  ['a name that is none', { names: ['a b'] }],
  // Some regular expressions would take days for this.
  ['a long name that is none', { names: [`${'a'.repeat(60)}!`] }],
  ['a name with a part too many', { names: ['a..b'] }],
  ['a region that is none', { regionId: 'Hang zhou' }],
  ['an option that is none', { datadir: 'd' }],
  ['options that are none', 'd'],
  ['a directory and a database', { dataDir: 'd', database: 'postgres://db/kms', passphrase: 'p' }],
  ['a database without a passphrase', { database: 'postgres://db/kms' }],
  ['another kind of database', { database: 'mysql://db/kms', passphrase: 'p' }],
  ['a clock that is none', { clock: 'tomorrow' }],
  ['a clock of nothing', { clock: null }],
  ['a fault that is none', { faults: [{ hnag: true }] }],
  ['faults that are no list', { faults: { hang: true } }],
  ['a seed of faults that is none', { faultSeed: -1 }],
  ['a seed that is none', { seed: 1 }],
  ['a request log that is too large', { requestLogSize: 1_000_001 }],
  ['a short token', { admin: { token: 'short' } }],
  ['an admin port that is none', { admin: { port: -1 } }],
  ['an admin option that is none', { admin: { ports: 1 } }],
  ['a role without plain HTTP', { instanceRole: 'app' }],
  ['a role that is none', { instanceRole: 'a b', httpPort: 0 }],
  ['an address of clients that is none', { tokenClients: ['x'] }],
  ['a log format that is none', { logRequests: 'xml' }],
  ['a log that is no function', { log: 'stderr' }],
])('%s is refused', (_what, options) => {
  expect(() => resolveOptions(options as StartOptions)).toThrow(
    expect.objectContaining({ name: 'StartError', code: 'Start.InvalidOption' }),
  );
});

test.each<[option: string, options: StartOptions]>([
  ['seed', { seed: 'secrets:\n  - name: app\n    value: hush-hush\n' }],
  ['dataDir', { dataDir: '{"KeyId":"KAAP.1","PrivateKeyData":"hush-hush"}' }],
  ['filesDir', { filesDir: '-----BEGIN PRIVATE KEY-----\nhush-hush' }],
])('the content of a file given as %s is told from a path, and not quoted', (option, options) => {
  expect(() => resolveOptions(options)).toThrow(`${option} must be`);
  expect(() => resolveOptions(options)).not.toThrow(/hush|KAAP|BEGIN/);
});

test('a long value is not quoted to its end', () => {
  const message = String(
    (() => {
      try {
        return resolveOptions({ host: 'x'.repeat(1000).concat('/') });
      } catch (error) {
        return error;
      }
    })(),
  );
  expect(message).toMatch(/^StartError: host must be .*x…$/);
  expect(message.length).toBeLessThan(200);
});

test('a passphrase is never quoted', () => {
  const refused = () => resolveOptions({ passphrase: 'hush-hush' });
  expect(refused).toThrow('passphrase');
  expect(refused).not.toThrow('hush-hush');
  for (const options of [
    { database: 'mysql://kms:hush-hush@db/kms', passphrase: 'p' },
    { admin: { token: 'hush-hush' } },
  ]) {
    expect(() => resolveOptions(options)).toThrow(/^(database|admin) must /);
    expect(() => resolveOptions(options)).not.toThrow('hush-hush');
  }
});

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['0.0.0.0', '127.0.0.1'],
  ['::', '127.0.0.1'],
  ['::1', '[::1]'],
  ['localhost', 'localhost'],
])('a KMS on %s is reached at %s', (host, expected) => {
  expect(endpointHost(host)).toBe(expected);
});
