import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client } from 'alibabacloud-kms-sdk';
import { Envelope, newIdentity } from 'alibabacloud-kms-sdk/envelope';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothGateways, instanceGateway, publicGateway, Workplace } from './support/kms.js';
import { hasPty, onTerminal } from './support/pty.js';

const place = new Workplace();
let kms: LocalKms;
let client: Client;

beforeAll(async () => {
  kms = await startLocalKms({
    seed: {
      keys: [
        { id: 'key-app', aliases: ['alias/app'] },
        { id: 'key-two', aliases: ['alias/two'] },
        { id: 'key-off', aliases: ['alias/off'], state: 'Disabled' },
      ],
    },
  });
  client = new Client(kms.clientConfig());
  place.use(bothGateways(kms));
});
afterAll(async () => {
  await client.close();
  await kms.close();
  place.remove();
});

const arn = (id: string) => `acs:kms:${kms.regionId}:${kms.accountId}:key/${id}`;
const formats = ['age', 'asn1', 'java-stream'] as const;
const large = randomBytes(200_000);
const encrypt = ['encrypt', '-k', 'alias/app'];
const leftovers = () => readdirSync(place.folder).filter((name) => name.endsWith('.kms-tmp'));

describe.concurrent('kms encrypt and kms decrypt, data of any size', () => {
  test.each(formats)(
    'the format %s: through pipes and through files, with its context, and told apart',
    async (format) => {
      const options = ['--format', format, '--context', 'table=a', '--context', 'row=7'];
      const context = options.slice(2);
      const sealed = await place.ok([...encrypt, ...options], { input: large });
      expect((await place.ok(['decrypt', ...context], { input: sealed.bytes })).bytes.equals(large)).toBe(true);
      writeFileSync(place.path(`${format}.in`), large);
      await place.ok([...encrypt, ...options, `${format}.in`, '-o', `${format}.sealed`]);
      await place.ok(['decrypt', ...context, `${format}.sealed`, '-o', `${format}.out`]);
      expect(readFileSync(place.path(`${format}.out`)).equals(large)).toBe(true);
      expect(await place.json(['inspect', `${format}.sealed`])).toMatchObject({
        format,
        keys: [{ keyArn: arn('key-app') }],
        context: { table: 'a', row: '7' },
        encoding: 'raw',
      });
      const other = await place.run(['decrypt', '--context', 'table=b', `${format}.sealed`]);
      expect([other.code, other.bytes.length, other.stderr]).toEqual([
        1,
        0,
        expect.stringContaining('another context'),
      ]);
    },
  );

  test.each(formats.map((format, index) => [format, index % 2 ? 'hex' : 'base64'] as const))(
    'a message of the format %s may be text, %s, as ciphertexts may',
    async (format, encoding) => {
      const text = await place.ok([...encrypt, '--format', format, '--encoding', encoding], { input: large });
      expect(text.stdout).toMatch(/^[\w+/=]+\n$/);
      expect((await place.ok(['decrypt'], { input: text.bytes })).bytes.equals(large)).toBe(true);
      expect(await place.json(['inspect'], { input: text.bytes })).toMatchObject({ format, encoding });
    },
  );

  test('from 6,145 bytes on it is a file of age, and for several keys whatever its size', async () => {
    const start = async (bytes: number, ...more: string[]) => {
      const { bytes: sealed } = await place.ok([...encrypt, ...more], { input: randomBytes(bytes) });
      return sealed.subarray(0, 18).toString('latin1');
    };
    expect((await start(6144)).slice(0, 3)).toBe('$\0\u0002');
    expect(await start(6145)).toBe('age-encryption.org');
    expect(await start(1, '-k', 'alias/two')).toBe('age-encryption.org');
  });

  test('a file for several keys opens with each of them, and with -k only with that one', async () => {
    const sealed = await place.ok([...encrypt, '-k', arn('key-two')], { input: 'for two' });
    for (const key of ['alias/app', 'key-two']) {
      expect((await place.ok(['decrypt', '-k', key], { input: sealed.bytes })).stdout).toBe('for two');
    }
    const other = await place.run(['decrypt', '-k', 'alias/off'], { input: sealed.bytes });
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('no key of this envelope can open')]);
  });

  test('with a client key alone it takes the ARN of a key, and what it made opens through the other gateway', async () => {
    const env = {
      ...Object.fromEntries(Object.keys(publicGateway(kms)).map((name) => [name, ''])),
      ...instanceGateway(kms),
    };
    const sealed = await place.ok(['encrypt', '-k', arn('key-app')], { input: large, env });
    expect((await place.ok(['decrypt', '--gateway', 'public'], { input: sealed.bytes })).bytes.equals(large)).toBe(
      true,
    );
    expect((await place.ok(['decrypt'], { input: sealed.bytes, env })).bytes.equals(large)).toBe(true);
    const alias = await place.run(encrypt, { input: large, env });
    expect([alias.code, alias.stderr]).toEqual([2, expect.stringContaining("give the key's ARN")]);
  });

  test('what the SDK wrote opens: with its header in a secret, for a recipient, empty', async () => {
    const { identity, recipient } = newIdentity();
    const envelope = new Envelope({ kms: client, keys: ['alias/app'], headerSecret: 'cli/header' });
    for (const format of ['asn1', 'java-stream'] as const) {
      const body = await envelope.encrypt('without a header', { context: {}, format });
      const without = await place.run(['decrypt'], { input: body });
      expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('give --header-secret NAME and -k')]);
      const options = ['--header-secret', 'cli/header', '-k', 'alias/app'];
      expect((await place.ok(['decrypt', ...options], { input: body })).stdout).toBe('without a header');
      expect((await place.json(['inspect'], { input: body })).format).toBe(`${format}-body`);
    }
    const { bytes } = await place.ok([...encrypt, '--recipient', recipient], { input: 'for the safe' });
    expect((await place.ok(['decrypt'], { input: bytes })).stdout).toBe('for the safe');
    const opened = await new Envelope({ kms: client, keys: ['alias/two'] }).decrypt(bytes, {
      context: {},
      identities: [identity],
    });
    expect(Buffer.from(opened.plaintext).toString()).toBe('for the safe');
    const empty = await place.ok([...encrypt, '--format', 'age'], { input: '' });
    expect((await place.ok(['decrypt'], { input: empty.bytes })).bytes).toHaveLength(0);
  });

  test('options that belong to another format are refused, and say to which', async () => {
    const wrong: [string[], string][] = [
      [['--aad', 'x', '--format', 'age'], 'bind a message of the format age with --context'],
      [['--format', 'kms', '-k', 'alias/two'], 'the format kms is for one key'],
      [['--algorithm', 'AES_GCM', '--format', 'age'], '--algorithm is not for files of age'],
      [['--recipient', 'age1x', '--format', 'asn1'], '--recipient is for the format age'],
      [['--algorithm', 'RSAES_OAEP_SHA_256', '--format', 'age'], 'encrypts for one key, in the format kms'],
    ];
    for (const [options, message] of wrong) {
      const { code, stderr } = await place.run([...encrypt, ...options], { input: 'x' });
      expect([options, code, stderr]).toEqual([options, 2, expect.stringContaining(message)]);
    }
    const cbc = await place.run([...encrypt, '--format', 'asn1', '--algorithm', 'AES_CBC_PKCS5_256'], { input: 'x' });
    expect([cbc.code, cbc.stderr]).toEqual([3, expect.stringContaining('CBC and CTR do not show changes')]);
  });
});

describe.concurrent('files that kms encrypt and kms decrypt write', () => {
  test('an existing file is overwritten with --force only; a plaintext stays for its owner, a ciphertext keeps its mode', async () => {
    writeFileSync(place.path('there.in'), large);
    writeFileSync(place.path('there.enc'), 'former');
    chmodSync(place.path('there.enc'), 0o640);
    const refused = await place.run([...encrypt, 'there.in', '-o', 'there.enc']);
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('it is there already')]);
    expect(readFileSync(place.path('there.enc'), 'utf8')).toBe('former');
    await place.ok([...encrypt, 'there.in', '-o', 'there.enc', '--force']);
    expect(statSync(place.path('there.enc')).mode & 0o777).toBe(0o640);
    writeFileSync(place.path('there.out'), 'former');
    chmodSync(place.path('there.out'), 0o644);
    await place.ok(['decrypt', 'there.enc', '-o', 'there.out', '--force']);
    expect(readFileSync(place.path('there.out')).equals(large)).toBe(true);
    expect(statSync(place.path('there.out')).mode & 0o777).toBe(0o600);
  });

  test('the file that is read is never the one that is written, whatever it is called', async () => {
    writeFileSync(place.path('same'), large);
    symlinkSync('same', place.path('same.link'));
    linkSync(place.path('same'), place.path('same.hard'));
    for (const out of ['same', './same', 'same.link', 'same.hard']) {
      const { code, stderr } = await place.run([...encrypt, 'same', '-o', out, '--force']);
      expect([out, code, stderr]).toEqual([out, 2, expect.stringContaining('is the file that is read')]);
    }
    expect(readFileSync(place.path('same')).equals(large)).toBe(true);
  });

  test('--force through a link replaces what it leads to, and the link stays', async () => {
    writeFileSync(place.path('target'), 'former');
    symlinkSync('target', place.path('to-target'));
    await place.ok([...encrypt, '-o', 'to-target', '--force'], { input: large });
    expect(readFileSync(place.path('target')).subarray(0, 18).toString()).toBe('age-encryption.org');
    expect(readFileSync(place.path('to-target')).equals(readFileSync(place.path('target')))).toBe(true);
  });

  test.each(formats)(
    'a message that was changed or cut short leaves no file and no former one touched, %s',
    async (format) => {
      const { bytes } = await place.ok([...encrypt, '--format', format], { input: large });
      const changed = Buffer.from(bytes);
      changed[150_000] = (changed[150_000] as number) ^ 1;
      writeFileSync(place.path(`${format}.former`), 'former');
      const former = await place.run(['decrypt', '-o', `${format}.former`, '--force'], { input: changed });
      expect([former.code, readFileSync(place.path(`${format}.former`), 'utf8')]).toEqual([1, 'former']);
      const cut = await place.run(['decrypt', '-o', `${format}.new`], { input: bytes.subarray(0, 150_000) });
      expect([cut.code, existsSync(place.path(`${format}.new`))]).toEqual([1, false]);
    },
  );

  test('a key that KMS refuses leaves no file', async () => {
    const refused = await place.run(['encrypt', '-k', 'alias/off', '-o', 'off.enc'], { input: large });
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Rejected.Disabled')]);
    expect(existsSync(place.path('off.enc'))).toBe(false);
  });

  test('nothing unverified goes through a pipe', async () => {
    for (const format of ['asn1', 'java-stream']) {
      const { bytes } = await place.ok([...encrypt, '--format', format], { input: large });
      bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
      const ended = await place.run(['decrypt'], { input: bytes });
      expect([ended.code, ended.bytes.length, ended.stderr]).toEqual([
        1,
        0,
        expect.stringContaining('integrity check failed'),
      ]);
    }
  });

  test('a refusal ends the command although its stdin is still open', async () => {
    const child = place.spawn(['encrypt', '-k', 'alias/off']);
    child.stdin.on('error', () => {});
    child.stdin.write(large);
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
  });
});

test('KMS is not asked where the file could not be written, nor for an input that is not there', async () => {
  const before = kms.requests({ api: 'Encrypt' }).length;
  const nowhere = await place.run([...encrypt, '-o', 'no/such/folder'], { input: large });
  expect([nowhere.code, nowhere.stderr]).toEqual([3, expect.stringContaining('no such file or directory (ENOENT)')]);
  const folder = await place.run([...encrypt, '.']);
  expect([folder.code, folder.stderr]).toEqual([3, expect.stringContaining('illegal operation on a directory')]);
  expect(kms.requests({ api: 'Encrypt' }).length).toBe(before);
});

test('Ctrl-C takes away what was written so far, and ends with 130', async () => {
  const alone = new Workplace();
  alone.use(bothGateways(kms));
  const child = alone.spawn([...encrypt, '-o', 'half.age']);
  child.stdin.on('error', () => {});
  child.stdin.write(large);
  while (readdirSync(alone.folder).length === 0) await new Promise(setImmediate);
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect([code, readdirSync(alone.folder)]).toEqual([130, []]);
  alone.remove();
});

test('with --dry-run nothing is sent or written, and the calls and permissions of each format are shown', async () => {
  const options = ['--gateway', 'public', '--dry-run'];
  const api = async (args: string[], input: Uint8Array) => {
    const { requests, ramPolicy } = await place.json([...args, ...options], { input });
    return { apis: requests.map(({ api }: { api: string }) => api), ramPolicy };
  };
  const keys = ['-k', arn('key-app'), '-k', 'alias/two'];
  const sent = kms.requests().length;
  expect((await api(['encrypt', ...keys, '-o', 'dry'], large)).apis).toEqual(['DescribeKey', 'Encrypt', 'Encrypt']);
  const asn1 = await api(['encrypt', '-k', arn('key-app'), '--format', 'asn1'], large);
  expect(asn1.apis).toEqual(['GenerateDataKey']);
  expect(asn1.ramPolicy.Statement).toEqual([
    { Effect: 'Allow', Action: ['kms:GenerateDataKey'], Resource: [arn('key-app')] },
  ]);
  expect(kms.requests().length).toBe(sent);
  const { bytes } = await place.ok(['encrypt', '-k', arn('key-app')], { input: large });
  const { apis, ramPolicy } = await api(['decrypt'], bytes);
  expect([apis, ramPolicy.Statement[0].Resource]).toEqual([['Decrypt'], [arn('key-app')]]);
  const there = ['--gateway', 'public', '--dry-run', '-k', 'acs:kms:cn-shanghai:1:key/key-far'];
  const far = await place.json(['encrypt', '-k', arn('key-app'), ...there], {
    input: large,
    env: { KMS_ENDPOINT: '' },
  });
  expect(far.requests.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
    `kms.${kms.regionId}.aliyuncs.com`,
    'kms.cn-shanghai.aliyuncs.com',
  ]);
});

test.skipIf(!hasPty)('progress is shown where somebody watches, and nowhere else', async () => {
  writeFileSync(place.path('watched'), randomBytes(3 * 1024 * 1024));
  const watched = await onTerminal(place, [...encrypt, 'watched', '-o', 'watched.age']);
  expect(watched.screen).toContain('3.0 MiB of 3.0 MiB, 100 %');
  const quiet = await place.ok([...encrypt, 'watched', '-o', 'quiet.age']);
  expect(quiet.stderr).toBe('');
});

afterAll(() => expect(leftovers()).toEqual([]));
