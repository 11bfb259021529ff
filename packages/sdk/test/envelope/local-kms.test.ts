import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { type LocalKms, type StartOptions, startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsConfigurationError, KmsServiceError } from 'alibabacloud-kms-sdk';
import {
  Envelope,
  type EnvelopeOptions,
  inspectMessage,
  KmsEnvelopeError,
  KmsIntegrityError,
  KmsUnwrapError,
  newIdentity,
} from 'alibabacloud-kms-sdk/envelope';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const seed: StartOptions['seed'] = {
  keys: [
    { id: 'key-app', aliases: ['alias/app'] },
    { id: 'key-other', aliases: ['alias/other'] },
    { id: 'key-sm4', spec: 'Aliyun_SM4', aliases: ['alias/sm4'] },
  ],
};
const context = { tenant: '42', 'column with a space': 'Straße' };

let kms: LocalKms;
let shanghai: LocalKms;
/** One client for each way to KMS. */
const clients: Record<string, Client> = {};
let far: Client;

beforeAll(async () => {
  kms = await startLocalKms({ seed });
  shanghai = await startLocalKms({ seed, regionId: 'cn-shanghai' });
  const { instanceConfig, publicConfig } = kms.clientConfig();
  const { endpoint, accessKeyId, accessKeySecret, ca } = publicConfig;
  clients['a client key'] = new Client({ instanceConfig, publicConfig });
  clients['an AccessKey'] = new Client({ publicConfig });
  const byAccessKey = { endpoint, accessKeyId, accessKeySecret, ca };
  clients['an AccessKey, by the instance'] = new Client({ instanceConfig: byAccessKey, publicConfig });
  far = new Client({ publicConfig: shanghai.clientConfig().publicConfig });
});
afterAll(async () => {
  for (const client of [...Object.values(clients), far]) await client.close();
  await Promise.all([kms.close(), shanghai.close()]);
});

const ways = ['a client key', 'an AccessKey', 'an AccessKey, by the instance'];
const clientOf = (way: string): Client => clients[way] as Client;
const arnOf = (id: string, of = kms) => `acs:kms:${of.regionId}:${of.accountId}:key/${id}`;
const make = (options: Partial<EnvelopeOptions> = {}) =>
  new Envelope({ kms: clientOf('an AccessKey'), keys: ['alias/app'], ...options });

describe.each(ways)('through %s', (way) => {
  const formats = ['asn1', 'java-stream', 'age'] as const;

  test.each(formats)('a message in the format %s is opened by everybody', async (format) => {
    const envelope = make({ kms: clientOf(way), keys: [arnOf('key-app'), 'alias/other'] });
    const data = randomBytes(70_000);
    const message = await envelope.encrypt(data, { context, format });
    expect(inspectMessage(message)).toMatchObject({ format, context, keyArns: [arnOf('key-app'), arnOf('key-other')] });
    const versions = await Promise.all(
      ['key-app', 'key-other'].map(
        async (keyId) => (await clientOf('an AccessKey').describeKey({ keyId })).keyMetadata.primaryKeyVersion,
      ),
    );
    expect(inspectMessage(message).dataKeys.map(({ keyVersionId }) => keyVersionId)).toEqual(versions);
    for (const other of ways) {
      for (const key of ['alias/app', arnOf('key-other')]) {
        const opened = await make({ kms: clientOf(other), keys: [key] }).decrypt(message, { context });
        expect(Buffer.from(opened.plaintext).equals(data)).toBe(true);
        expect(opened).toMatchObject({ format, context });
      }
    }
  });

  test('a thousand messages at once on a cold cache make one data key', async () => {
    const envelope = make({ kms: clientOf(way), cache: {} });
    kms.clearRequests();
    const texts = Array.from({ length: 1_000 }, (_, i) => `row ${i}`);
    const messages = await Promise.all(texts.map((text) => envelope.encryptText(text, { context })));
    expect(new Set(messages).size).toBe(1_000);
    expect(kms.requests({ api: 'GenerateDataKey' })).toHaveLength(1);
    const opened = await Promise.all(messages.map((message) => envelope.decryptText(message, { context })));
    expect(opened).toEqual(texts);
    expect(kms.requests({ api: 'Decrypt' })).toHaveLength(1);
    expect(envelope.cacheCounters).toMatchObject({
      encrypt: { hits: 0, misses: 1_000, fetches: 1, failures: 0, entries: 1 },
      decrypt: { hits: 0, misses: 1_000, fetches: 1, failures: 0, entries: 1 },
    });
    envelope.close();
    expect(envelope.cacheCounters.encrypt.entries).toBe(0);
    expect(await envelope.decryptText(messages[0] as string, { context })).toBe('row 0');
  });
});

describe('keys', () => {
  test('an alias is looked up once, and an ARN never', async () => {
    const envelope = make();
    kms.clearRequests();
    await Promise.all([1, 2, 3].map(() => envelope.encrypt('x', { context })));
    expect(kms.requests({ api: 'DescribeKey' })).toHaveLength(1);
    kms.clearRequests();
    await make({ keys: [arnOf('key-app')] }).encrypt('x', { context });
    expect(kms.requests({ api: 'DescribeKey' })).toHaveLength(0);
  });

  test('a look-up that failed is tried again', async () => {
    const envelope = make({ keys: ['alias/late'] });
    await expect(envelope.encrypt('x', { context })).rejects.toBeInstanceOf(KmsServiceError);
    await clientOf('an AccessKey').createAlias({ aliasName: 'alias/late', keyId: 'key-app' });
    expect(inspectMessage(await envelope.encrypt('x', { context })).keyArns).toEqual([arnOf('key-app')]);
  });

  test('a message under keys of two regions is opened in each alone', async () => {
    const both = { [kms.regionId]: clientOf('a client key'), 'cn-shanghai': far };
    const envelope = make({ kms: both, keys: [arnOf('key-app'), arnOf('key-app', shanghai)] });
    for (const format of ['asn1', 'age'] as const) {
      const message = await envelope.encrypt('both', { context, format });
      const there = await make({ kms: far, keys: ['alias/app'] }).decrypt(message, { context });
      const here = await make().decrypt(message, { context });
      expect([there, here].map(({ keyArn }) => keyArn)).toEqual([arnOf('key-app', shanghai), arnOf('key-app')]);
    }
  });

  test('while one region is away, the other one opens it; when none does, all reasons are there', async () => {
    const both = { [kms.regionId]: clientOf('an AccessKey'), 'cn-shanghai': far };
    const envelope = make({ kms: both, keys: [arnOf('key-app'), arnOf('key-app', shanghai)] });
    const message = await envelope.encrypt('x', { context });
    const first = kms.faults.add({ api: 'Decrypt', code: 'Forbidden.NoPermission' });
    expect((await envelope.decrypt(message, { context })).keyArn).toBe(arnOf('key-app', shanghai));
    const second = shanghai.faults.add({ api: 'Decrypt', code: 'Rejected.Disabled' });
    const failure = await envelope.decrypt(message, { context }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(KmsUnwrapError);
    const { errors } = failure as KmsUnwrapError;
    expect(errors.map((error) => (error as KmsServiceError).code)).toEqual([
      'Forbidden.NoPermission',
      'Rejected.Disabled',
    ]);
    kms.faults.remove(first);
    shanghai.faults.remove(second);
  });

  test('a message of somebody else is refused without a call', async () => {
    const message = await make({ keys: ['alias/other'] }).encrypt('x', { context });
    const envelope = make({ keys: [arnOf('key-app')] });
    kms.clearRequests();
    await expect(envelope.decrypt(message, { context })).rejects.toMatchObject({
      code: 'Envelope.NoUsableKey',
      errors: [],
    });
    expect(kms.requests()).toHaveLength(0);
    const { plaintext } = await envelope.decrypt(message, { context, keys: [arnOf('key-other')] });
    expect(Buffer.from(plaintext).toString()).toBe('x');
  });

  test('a client key without the public gateway does with ARNs', async () => {
    await using client = new Client({ instanceConfig: kms.clientConfig().instanceConfig });
    const message = await make({ kms: client, keys: [arnOf('key-app')] }).encrypt('x', { context });
    expect(Buffer.from((await make().decrypt(message, { context })).plaintext).toString()).toBe('x');
    const byAlias = make({ kms: client, keys: ['alias/app'] }).encrypt('x', { context });
    await expect(byAlias).rejects.toBeInstanceOf(KmsConfigurationError);
  });

  test('a client of both gateways reaches keys that are in no instance when it is told to', async () => {
    const kms = clientOf('a client key');
    const { keyMetadata } = await kms.createKey({ keySpec: 'Aliyun_AES_256' });
    const byInstance = make({ kms, keys: [keyMetadata.arn] }).encrypt('x', { context });
    await expect(byInstance).rejects.toMatchObject({ code: 'Forbidden.KeyNotFound' });
    const envelope = make({ kms, keys: [keyMetadata.arn], gateway: 'public', headerSecret: 'app/shared' });
    expect(await envelope.decryptText(await envelope.encryptText('x', { context }), { context })).toBe('x');
  });

  test('SM4 on every Node.js', async () => {
    for (const format of ['asn1', 'java-stream'] as const) {
      const envelope = make({ keys: ['alias/sm4'], algorithm: 'SM4_GCM_NOPADDING_128' });
      const message = await envelope.encrypt('国密', { context, format });
      expect(inspectMessage(message).algorithm).toBe('SM4_GCM_NOPADDING_128');
      expect(
        Buffer.from((await make({ keys: ['alias/sm4'] }).decrypt(message, { context })).plaintext).toString(),
      ).toBe('国密');
    }
  });
});

describe('the context', () => {
  test.each(['asn1', 'java-stream', 'age'] as const)('of a %s message is compared before any call', async (format) => {
    const envelope = make({ keys: [arnOf('key-app')] });
    const message = await envelope.encrypt('x', { context, format });
    kms.clearRequests();
    const others: Record<string, string>[] = [
      {},
      { tenant: '42' },
      { ...context, tenant: '43' },
      { ...context, more: '' },
    ];
    for (const other of others) {
      const opened = envelope.decrypt(message, { context: other });
      await expect(opened).rejects.toMatchObject({ code: 'Envelope.ContextMismatch' });
    }
    expect(kms.requests()).toHaveLength(0);
  });

  test('of a file of age cannot have the name that its stanza keeps for itself', async () => {
    const taken = { context: { 'age-encryption.org': 'v1' } };
    await expect(make().encrypt('x', { ...taken, format: 'age' })).rejects.toMatchObject({
      code: 'Envelope.NotAllowed',
    });
    const message = await make().encrypt('x', taken);
    expect((await make().decrypt(message, taken)).plaintext).toHaveLength(1);
  });

  test('has to be given, and be text', async () => {
    const envelope = make();
    // @ts-expect-error the compiler wants a context
    await expect(envelope.encrypt('x', {})).rejects.toMatchObject({ code: 'Config.Invalid' });
    // @ts-expect-error the compiler wants text
    await expect(envelope.encrypt('x', { context: { n: 1 } })).rejects.toMatchObject({ code: 'Config.Invalid' });
    const lone = { context: { n: '\ud800' } };
    await expect(envelope.encrypt('x', lone)).rejects.toMatchObject({ code: 'Config.Invalid' });
    const long = { context: { n: 'x'.repeat(9_000) } };
    await expect(envelope.encrypt('x', long)).rejects.toMatchObject({ code: 'Config.Invalid' });
  });
});

describe('headerSecret', () => {
  test('one header in a secret serves all messages of its name, which are 36 bytes longer than the data', async () => {
    const options = { keys: ['alias/app'], headerSecret: 'app/columns' };
    const envelope = make(options);
    const text = await envelope.encryptText('+86 138 0000 1234', { context });
    expect(Buffer.from(text, 'base64url')).toHaveLength('+86 138 0000 1234'.length + 36);
    const cached = make({ ...options, cache: {} });
    kms.clearRequests();
    const more = await Promise.all(['a', 'b', 'c'].map((one) => cached.encryptText(one, { context })));
    expect(kms.requests({ api: 'GenerateDataKey' })).toHaveLength(0);
    expect(kms.requests({ api: 'GetSecretValue' })).toHaveLength(1);
    const opened = await Promise.all([...more, text].map((one) => make(options).decryptText(one, { context })));
    expect(opened).toEqual(['a', 'b', 'c', '+86 138 0000 1234']);
    const stream = await envelope.encrypt('x', { context, format: 'java-stream' });
    expect(inspectMessage(stream).format).toBe('java-stream-body');
    expect(Buffer.from((await make(options).decrypt(stream, { context })).plaintext).toString()).toBe('x');
    // The context of the secret is not put in place of another one.
    await expect(envelope.encryptText('x', { context: {} })).rejects.toMatchObject({
      code: 'Envelope.ContextMismatch',
    });
    await expect(make().decryptText(text, { context })).rejects.toMatchObject({ code: 'Envelope.Malformed' });
    await expect(envelope.reEncrypt(text, { context })).rejects.toMatchObject({ code: 'Envelope.NotAllowed' });
  });

  test('envelopes that make it at the same time agree', async () => {
    const options = { headerSecret: 'app/race' };
    const texts = await Promise.all([1, 2, 3, 4].map((n) => make(options).encryptText(String(n), { context })));
    const opened = await Promise.all(texts.map((text) => make(options).decryptText(text, { context })));
    expect(opened).toEqual(['1', '2', '3', '4']);
  });
});

describe('reEncrypt', () => {
  test.each(['asn1', 'java-stream', 'age'] as const)(
    'moves a %s message to other keys and leaves its body',
    async (format) => {
      const data = randomBytes(100_000);
      const message = await make().encrypt(data, { context, format });
      const moved = await make({ keys: ['alias/other'] }).reEncrypt(message, { context, keys: [arnOf('key-app')] });
      expect(inspectMessage(moved).keyArns).toEqual([arnOf('key-other')]);
      expect(Buffer.from(moved.subarray(-99_000)).equals(Buffer.from(message.subarray(-99_000)))).toBe(true);
      const { plaintext } = await make({ keys: ['alias/other'] }).decrypt(moved, { context });
      expect(Buffer.from(plaintext).equals(data)).toBe(true);
      await expect(make().decrypt(moved, { context })).rejects.toMatchObject({ code: 'Envelope.NoUsableKey' });
      const streamed = make({ keys: ['alias/other'] }).reEncryptStream({ context, keys: [arnOf('key-app')] });
      const output = await buffer(Readable.from([message.slice(0, 10), message.slice(10)]).pipe(streamed));
      expect((await make({ keys: ['alias/other'] }).decrypt(output, { context })).plaintext).toHaveLength(100_000);
    },
  );

  test('keeps other recipients of a file of age', async () => {
    const { identity, recipient } = newIdentity();
    const file = await make({ recipients: [recipient] }).encrypt('x', { context, format: 'age' });
    const moved = await make({ keys: ['alias/other'] }).reEncrypt(file, { context, identities: [identity] });
    expect(inspectMessage(moved).recipients).toEqual(['alibabacloud-kms/v1', 'X25519']);
    const opened = await make().decrypt(moved, { context, identities: [identity] });
    expect(opened).toMatchObject({ format: 'age', keyArn: undefined });
  });

  test('a walk gives results in order, tells its progress and goes on where it ended', async () => {
    const messages = await Promise.all([0, 1, 2, 3, 4].map((n) => make().encryptText(`row ${n}`, { context })));
    const entries = messages.map((message, id) => ({ id, message }));
    const envelope = make({ keys: ['alias/other'] });
    const options = { context, keys: [arnOf('key-app')] };
    const broken = entries.map((entry) => (entry.id === 3 ? { ...entry, message: 'AAAA' } : entry));
    const done: number[] = [];
    let checkpoint = 0;
    const stored = new Map<number, string>();
    const walk = async (source: typeof entries, more = {}) => {
      const onProgress = (progress: { done: number }) => done.push(progress.done);
      for await (const result of envelope.reEncryptAll(source, { ...options, skip: checkpoint, onProgress, ...more })) {
        if (!result.error) stored.set(result.id as number, result.message as string);
        checkpoint = result.checkpoint;
      }
    };
    await expect(walk(broken)).rejects.toBeInstanceOf(KmsEnvelopeError);
    expect([checkpoint, [...stored.keys()]]).toEqual([3, [0, 1, 2]]);
    await walk(entries);
    expect([checkpoint, [...stored.keys()], done]).toEqual([5, [0, 1, 2, 3, 4], [1, 2, 3, 4, 5]]);
    expect(await envelope.decryptText(stored.get(4) as string, { context })).toBe('row 4');
    checkpoint = 0;
    const failures: unknown[] = [];
    for await (const { error } of envelope.reEncryptAll(broken, { ...options, onError: 'yield' })) failures.push(error);
    expect(failures.map((error) => error instanceof KmsEnvelopeError)).toEqual([false, false, false, true, false]);
  });
});

test('a call that is given up rejects with the reason of its signal', async () => {
  const reason = new Error('enough');
  for (const options of [{}, { cache: {} }]) {
    const envelope = make({ keys: [arnOf('key-app')], ...options });
    const message = await envelope.encrypt('x', { context: { other: 'one' } });
    for (const call of [
      (signal: AbortSignal) => envelope.encrypt('x', { context, signal }),
      (signal: AbortSignal) => envelope.decrypt(message, { context: { other: 'one' }, signal }),
      (signal: AbortSignal) => envelope.reEncrypt(message, { context: { other: 'one' }, signal }),
    ]) {
      const controller = new AbortController();
      const called = call(controller.signal);
      controller.abort(reason);
      await expect(called).rejects.toBe(reason);
      await expect(call(AbortSignal.abort(reason))).rejects.toBe(reason);
    }
  }
});

test("a stream of Java's has a data key of its own, as nobody knows how long it will be", async () => {
  const envelope = make({ keys: [arnOf('key-app')], cache: {} });
  await envelope.encrypt('x', { context, format: 'java-stream' });
  kms.clearRequests();
  await envelope.encrypt('x', { context, format: 'java-stream' });
  expect(kms.requests({ api: 'GenerateDataKey' })).toHaveLength(0);
  await buffer(Readable.from([Buffer.from('x')]).pipe(envelope.encryptStream({ context, format: 'java-stream' })));
  expect(kms.requests({ api: 'GenerateDataKey' })).toHaveLength(1);
});

test('printing what was decrypted, or the envelope, shows nothing secret', async () => {
  const envelope = make();
  const opened = await envelope.decrypt(await envelope.encrypt('s3cret', { context }), { context });
  expect(inspect(opened)).toContain('<6 bytes, not shown>');
  expect({ ...opened }).toMatchObject({ format: 'asn1', algorithm: 'AES_GCM_NOPADDING_256', context });
  expect(inspect(envelope)).toBe('Envelope { keys: [ alias/app ] }');
});

test('what was changed on the way is refused, in every format', async () => {
  const envelope = make({ cache: {} });
  for (const format of ['asn1', 'java-stream', 'age'] as const) {
    const message = Buffer.from(await envelope.encrypt('x'.repeat(100), { context, format }));
    message[message.length - 20] = (message[message.length - 20] as number) ^ 1;
    await expect(envelope.decrypt(message, { context })).rejects.toBeInstanceOf(KmsIntegrityError);
  }
});

test('options that cannot work are refused at once', () => {
  const cases: [unknown, RegExp][] = [
    [{ algorithm: 'AES_CTR_NOPADDING_256' }, /CBC and CTR do not show changes/],
    [{ algorithm: 'AES' }, /one of AES_GCM/],
    [{ keys: [] }, /1 to 32 keys/],
    [{ keys: [''] }, /keys\[0\]/],
    [{ keys: [arnOf('a'), arnOf('a', shanghai)] }, /cn-hangzhou and cn-shanghai/],
    [{ kms: {} }, /a Client, or one for each region/],
    [{ kms: { client: {} } }, /no Client at "client"/],
    [{ kms: { 'cn-hangzhou': far }, keys: [arnOf('a', shanghai)] }, /no client for cn-shanghai/],
    [{ cache: { maxAge: 1 } }, /maxAgeMs/],
    [{ cache: { maxMessages: 2 ** 33 } }, /1 to 4294967296/],
    [{ recipients: ['age1xyz'] }, /X25519 recipient/],
    [{ maxBufferedBytes: 0 }, /maxBufferedBytes/],
    [{ gateway: 'shared' }, /'instance' or 'public'/],
    [{ context: {} }, /context is not an option/],
  ];
  for (const [options, message] of cases) expect(() => make(options as EnvelopeOptions)).toThrow(message);
});
