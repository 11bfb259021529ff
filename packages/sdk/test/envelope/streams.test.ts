import { randomBytes } from 'node:crypto';
import { Readable, type Transform, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { type LocalKms, startLocalKms } from 'alibabacloud-kms-local';
import { Client, KmsError } from 'alibabacloud-kms-sdk';
import {
  Envelope,
  type EnvelopeOptions,
  inspectMessage,
  KmsEnvelopeError,
  KmsIntegrityError,
} from 'alibabacloud-kms-sdk/envelope';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const context = { backup: 'monday' };
const chunk = 65_536;
let kms: LocalKms;
let client: Client;
let envelope: Envelope;

beforeAll(async () => {
  kms = await startLocalKms({ seed: { keys: [{ id: 'key-app', aliases: ['alias/app'] }] } });
  client = new Client({ publicConfig: kms.clientConfig().publicConfig });
  envelope = make({ cache: {} });
});
afterAll(async () => {
  await client.close();
  await kms.close();
});

const make = (options: Partial<EnvelopeOptions> = {}) => new Envelope({ kms: client, keys: ['alias/app'], ...options });

/** Pieces of the bytes, cut at these places. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...ends, bytes.length].map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

/** What came out before it ended, and what it ended with. */
async function through(stream: Transform, pieces: readonly Uint8Array[]) {
  const released: Buffer[] = [];
  stream.on('data', (part: Buffer) => released.push(part));
  const error = await pipeline(Readable.from(pieces), stream).catch((reason: unknown) => reason);
  return { error, plaintext: Buffer.concat(released) };
}

const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 17];

describe.each(['age', 'java-stream'] as const)('a stream in the format %s', (format) => {
  test.each(sizes)('of %i bytes comes back', async (size) => {
    const data = randomBytes(size);
    const sealed = await buffer(Readable.from([data]).pipe(envelope.encryptStream({ context, format })));
    const { plaintext } = await envelope.decrypt(sealed, { context });
    expect(Buffer.from(plaintext).equals(data)).toBe(true);
  });

  test('comes back however it is cut into pieces', async () => {
    const anyCuts = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.nat(2 * chunk + 100), anyCuts, anyCuts, async (size, cuts, moreCuts) => {
        const data = randomBytes(size);
        const sealed = await through(envelope.encryptStream({ context, format }), cut(data, cuts));
        const opened = await through(envelope.decryptStream({ context }), cut(sealed.plaintext, moreCuts));
        expect(opened.error).toBeUndefined();
        expect(opened.plaintext.equals(data)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('with one bit flipped is refused, and gives nothing that was not there', async () => {
    const data = randomBytes(chunk + 1_000);
    const sealed = Buffer.from(await envelope.encrypt(data, { context, format }));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        const { error, plaintext } = await through(envelope.decryptStream({ context }), [changed]);
        expect(error).toBeInstanceOf(KmsError);
        expect(data.subarray(0, plaintext.length).equals(plaintext)).toBe(true);
        if (format === 'java-stream') expect(plaintext).toHaveLength(0);
      }),
      { numRuns: 60 },
    );
  });

  test('that ends early is refused, wherever it ends', async () => {
    const data = randomBytes(chunk + 1_000);
    const sealed = Buffer.from(await envelope.encrypt(data, { context, format }));
    const ends = fc.oneof(
      fc.nat(sealed.length - 1),
      fc.constantFrom(0, 1, 20, sealed.length - 1_016, sealed.length - 16),
    );
    await fc.assert(
      fc.asyncProperty(ends, async (end) => {
        const { error, plaintext } = await through(envelope.decryptStream({ context }), [sealed.subarray(0, end)]);
        expect(error).toMatchObject({ code: /^Envelope\.(Malformed|IntegrityFailed)$/ });
        expect(data.subarray(0, plaintext.length).equals(plaintext)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('with bytes after its end is refused', async () => {
    for (const size of sizes) {
      const sealed = await envelope.encrypt(randomBytes(size), { context, format });
      await expect(envelope.decrypt(Buffer.concat([sealed, Buffer.alloc(1)]), { context })).rejects.toBeInstanceOf(
        KmsIntegrityError,
      );
    }
  });

  test('that is aborted ends with the reason of the signal, and calls nothing any more', async () => {
    const controller = new AbortController();
    const stream = envelope.encryptStream({ context, format, signal: controller.signal });
    stream.write(randomBytes(10));
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(buffer(stream)).rejects.toBe(reason);
    expect(() =>
      make()
        .decryptStream({ context, signal: AbortSignal.abort(reason) })
        .on('error', () => undefined),
    ).not.toThrow();
  });
});

test('whatever is taken for a message ends in an error that says so', async () => {
  const messages = await Promise.all(
    (['asn1', 'java-stream', 'age'] as const).map((format) => envelope.encrypt('x'.repeat(50), { context, format })),
  );
  const offline = make({ keys: ['acs:kms:cn-hangzhou:1:key/none'] });
  const anyBytes = fc.uint8Array({ maxLength: 300 });
  const spliced = fc
    .tuple(fc.constantFrom(...messages), fc.nat(400), fc.nat(400), anyBytes)
    .map(([message, from, to, bytes]) => Buffer.concat([message.subarray(0, from), bytes, message.subarray(to)]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyBytes, spliced), async (bytes) => {
      await expect(offline.decrypt(bytes, { context })).rejects.toBeInstanceOf(KmsError);
      try {
        inspectMessage(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(KmsEnvelopeError);
      }
    }),
    { numRuns: 500 },
  );
});

test('chunks of a file of age cannot change places, go missing or come twice', async () => {
  const data = randomBytes(5 * chunk);
  const sealed = Buffer.from(await envelope.encrypt(data, { context, format: 'age' }));
  const start = sealed.length - 5 * (chunk + 16);
  const chunks = [0, 1, 2, 3, 4].map((i) => sealed.subarray(start + i * (chunk + 16), start + (i + 1) * (chunk + 16)));
  const orders = fc.array(fc.nat(4), { maxLength: 6 }).filter((order) => order.join() !== '0,1,2,3,4');
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const mixed = Buffer.concat([sealed.subarray(0, start), ...order.map((i) => chunks[i] as Buffer)]);
      const { error, plaintext } = await through(envelope.decryptStream({ context }), [mixed]);
      expect(error).toMatchObject({ code: /^Envelope\.(Malformed|IntegrityFailed)$/ });
      const right = order.findIndex((i, at) => i !== at);
      expect(plaintext.length).toBeLessThanOrEqual((right < 0 ? order.length : right) * chunk);
      expect(data.subarray(0, plaintext.length).equals(plaintext)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("Java's stream gives no byte before its tag is verified, unless that is asked for", async () => {
  const data = randomBytes(10_000);
  const sealed = Buffer.from(await envelope.encrypt(data, { context, format: 'java-stream' }));
  const last = sealed.length - 1;
  sealed[last] = (sealed[last] as number) ^ 1;
  const safe = await through(envelope.decryptStream({ context }), cut(sealed, [5_000]));
  expect(safe.error).toBeInstanceOf(KmsIntegrityError);
  expect(safe.plaintext).toHaveLength(0);
  const early: Buffer[] = [];
  const stream = envelope
    .decryptStream({ context, releaseUnverified: true })
    .on('data', (part: Buffer) => early.push(part));
  stream.write(sealed.subarray(0, 9_000));
  while (early.length === 0) await turn();
  stream.end(sealed.subarray(9_000));
  await expect(new Promise((resolve, reject) => stream.on('error', reject).on('end', resolve))).rejects.toBeInstanceOf(
    KmsIntegrityError,
  );
  expect(early[0]?.equals(data.subarray(0, early[0].length))).toBe(true);
});

test('what has to be in memory is limited, and says what to do', async () => {
  const small = make({ maxBufferedBytes: 1_000 });
  for (const format of ['java-stream', 'asn1'] as const) {
    const sealed = await envelope.encrypt(randomBytes(2_000), { context, format });
    const { error } = await through(small.decryptStream({ context }), cut(sealed, [1_500]));
    expect(error).toMatchObject({
      code: 'Envelope.LimitExceeded',
      message: expect.stringContaining('maxBufferedBytes'),
    });
  }
  const file = await envelope.encrypt(randomBytes(200_000), { context, format: 'age' });
  expect((await through(small.decryptStream({ context }), [file])).plaintext).toHaveLength(200_000);
});

test('a header without end is refused before it fills the memory', async () => {
  const starts = ['age-encryption.org/v1\n-> X25519 ', '\0\0\0\u0001\0\0\0\u0002\0\0\0\0\0\0\0\u0001\0\u0001\0\0'];
  for (const start of starts) {
    let written = 0;
    const endless = function* () {
      yield Buffer.from(start, 'latin1');
      for (; written < 100 * chunk; written += 1_000) yield Buffer.alloc(1_000, 'a');
    };
    const failed = pipeline(
      Readable.from(endless()),
      envelope.decryptStream({ context }),
      new Writable({ write: (_p, _e, done) => done() }),
    );
    await expect(failed).rejects.toBeInstanceOf(KmsEnvelopeError);
    expect(written).toBeLessThan(4 * chunk);
  }
});

test('streams of the web', async () => {
  const data = randomBytes(3 * chunk + 5);
  const source = () => Readable.toWeb(Readable.from(cut(data, [7, 100_000]), { objectMode: false }));
  const sealed = source().pipeThrough(envelope.encryptWebStream({ context }));
  const parts: Uint8Array[] = [];
  for await (const part of sealed.pipeThrough(envelope.decryptWebStream({ context }))) parts.push(part);
  expect(Buffer.concat(parts).equals(data)).toBe(true);
  const other = source().pipeThrough(envelope.encryptWebStream({ context }));
  const reader = other.pipeThrough(envelope.decryptWebStream({ context: {} })).getReader();
  await expect(reader.read()).rejects.toMatchObject({ code: 'Envelope.ContextMismatch' });
});

test('a consumer that is slow or goes away leaves nothing behind', async () => {
  const stream = envelope.encryptStream({ context });
  let asked = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(chunk);
      }
    })(),
  );
  const running = pipeline(endless, stream).catch((error: unknown) => error);
  const iterator = stream[Symbol.asyncIterator]();
  await iterator.next();
  for (let i = 0; i < 50; i++) await turn();
  // Backpressure: nobody reads, so the source is not asked for more than the buffers hold.
  expect(asked).toBeLessThan(40);
  await iterator.return?.();
  await running;
  expect([endless.destroyed, stream.destroyed]).toEqual([true, true]);
});

test('a stream that is destroyed while KMS is asked ends, and nothing comes after', async () => {
  for (const make of [() => envelope.encryptStream({ context }), () => envelope.decryptStream({ context })]) {
    const stream = make();
    const given: unknown[] = [];
    stream.on('data', (part) => given.push(part));
    const closed = new Promise((resolve) => stream.on('close', resolve));
    stream.write(await envelope.encrypt('x', { context, format: 'age' }));
    stream.destroy();
    await closed;
    for (let i = 0; i < 50; i++) await turn();
    expect(given).toEqual([]);
  }
});

test('a caller may use its buffer again once it was taken', async () => {
  const stream = envelope.encryptStream({ context });
  const sealed = buffer(stream);
  const shared = Buffer.alloc(chunk / 2);
  for (const fill of [1, 2, 3]) {
    shared.fill(fill);
    await new Promise<void>((resolve) => stream.write(shared, () => resolve()));
  }
  stream.end();
  const { plaintext } = await envelope.decrypt(await sealed, { context });
  expect([0, chunk / 2, chunk].map((at) => plaintext[at])).toEqual([1, 2, 3]);
});
