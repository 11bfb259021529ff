import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodeAgeHeader, readAgeHeader } from '../../src/envelope/age/age-header.js';
import { PayloadSealer, payloadKeyOf } from '../../src/envelope/age/age-payload.js';
import { readIdentity } from '../../src/envelope/age/x25519.js';
import { type AlgorithmFacts, algorithms, defaultAlgorithm } from '../../src/envelope/algorithms.js';
import { checkContext } from '../../src/envelope/context.js';
import { MessageKeys } from '../../src/envelope/keys/message-keys.js';
import { WrappingKeys } from '../../src/envelope/keys/wrapping-keys.js';
import { MessageCodec } from '../../src/envelope/message-codec.js';
import { Beginning } from '../../src/envelope/streams/beginning.js';
import { vectorKms } from './support/envelope-vectors.js';

const folder = new URL('../../../../vectors/age/', import.meta.url);

/** A file of vectors/age; its README tells what it consists of. */
function readVector(name: string) {
  const bytes = readFileSync(new URL(name, folder));
  const end = bytes.indexOf('\n\n');
  const facts = bytes
    .subarray(0, end)
    .toString()
    .split('\n')
    .map((line) => line.split(': ') as [string, string]);
  const only = (key: string) => facts.find(([found]) => found === key)?.[1];
  const rest = bytes.subarray(end + 2);
  return {
    name,
    expected: only('expect') as string,
    payload: only('payload'),
    fileKey: Buffer.from(only('file key') ?? '', 'hex'),
    identities: facts
      .filter(([key, value]) => key === 'identity' && value.startsWith('AGE-SECRET-KEY-1'))
      .map(([, value]) => value),
    // A passphrase or an identity of another kind is needed to get to what the vector is about.
    needsMore: facts.some(([key, value]) => key === 'passphrase' || (key === 'identity' && value.includes('-PQ-'))),
    file: only('compressed') === 'zlib' ? inflateSync(rest) : rest,
  };
}

const vectors = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .map(readVector);

const wrapping = new WrappingKeys(vectorKms([]), ['acs:kms:cn-hangzhou:1:key/none']);
const keys = new MessageKeys(wrapping, { algorithm: algorithms.get(defaultAlgorithm) as AlgorithmFacts });
const codec = new MessageCodec(wrapping, keys, []);
const plan = { maxBufferedBytes: 1, releaseUnverified: false };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** All that was given before it ended, and how it ended. */
async function decrypted(file: Uint8Array, identities: readonly string[]) {
  const read = identities.map((identity) => readIdentity('identity', identity));
  const rules = { context: checkContext({}), allowUnauthenticated: false, allowLegacy: false, identities: read };
  const opening = new Beginning(codec.opening(rules, plan));
  const released: Uint8Array[] = [];
  let error: unknown;
  try {
    for (const part of await opening.update(file)) released.push(part);
    for (const part of await opening.final()) released.push(part);
  } catch (reason) {
    error = reason;
  }
  return { error, plaintext: Buffer.concat(released) };
}

const codes: Record<string, string> = {
  'no match': 'Envelope.NoUsableKey',
  'HMAC failure': 'Envelope.IntegrityFailed',
  'header failure': 'Envelope.Malformed',
  'payload failure': 'Envelope.IntegrityFailed',
};

test('the vectors are all there', () => {
  expect(vectors).toHaveLength(110);
  expect(vectors.filter(({ needsMore }) => !needsMore).length).toBeGreaterThan(60);
});

describe.each(vectors.filter(({ needsMore }) => !needsMore))('$name ($expected)', (vector) => {
  test('ends as expected, and gives no more than it may', async () => {
    const { error, plaintext } = await decrypted(vector.file, vector.identities);
    if (vector.expected === 'success') expect(error).toBeUndefined();
    else
      expect(error).toMatchObject({
        code: vector.name === 'version_unsupported' ? 'Envelope.Unsupported' : codes[vector.expected],
      });
    if (vector.payload) expect(sha256(plaintext)).toBe(vector.payload);
  });
});

const readable = vectors.filter(({ expected }) => expected !== 'header failure');

test.each(readable)('the header of $name is written as it was read', ({ file, fileKey, expected }) => {
  const header = readAgeHeader(file);
  if (!header) throw new Error('the header ends early');
  const written = Buffer.from(encodeAgeHeader(header.stanzas, fileKey));
  const asRead = Buffer.from(file.subarray(0, header.length));
  // Without the MAC, which is wrong where that is what the vector is about.
  expect(written.subarray(0, -44)).toEqual(asRead.subarray(0, -44));
  if (expected === 'success') expect(written).toEqual(asRead);
});

test.each(readable.filter(({ expected, needsMore }) => expected === 'success' && !needsMore))(
  'the payload of $name is written as it was read',
  async ({ file, fileKey, identities }) => {
    const { plaintext } = await decrypted(file, identities);
    const start = readAgeHeader(file)?.length ?? 0;
    const nonce = file.subarray(start, start + 16);
    const sealer = new PayloadSealer(payloadKeyOf(fileKey, nonce));
    const sealed = Buffer.concat([...sealer.update(plaintext), ...sealer.final()]);
    expect(sealed.equals(file.subarray(start + 16))).toBe(true);
  },
);
