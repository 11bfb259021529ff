import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Envelope, inspectMessage, KmsIntegrityError } from 'alibabacloud-kms-sdk/envelope';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AlgorithmFacts, algorithms } from '../../src/envelope/algorithms.js';
import { headerTagOf, loadLibrary, sealBody } from '../../src/envelope/body-cipher.js';
import { checkContext } from '../../src/envelope/context.js';
import { encodeHeader, encodeMessage, parseMessage } from '../../src/envelope/formats/asn1.js';
import { encodeStreamHeader, encodeStreamIv } from '../../src/envelope/formats/java-stream.js';
import { authenticatedBytes, type MessageHeader, sealHeader } from '../../src/envelope/formats/message-header.js';
import {
  base64Bytes,
  hexBytes,
  legacyVectors,
  type MessageVector,
  messageVectors,
  negativeVectors,
  plaintextOf,
  sha256,
  vectorKms,
} from './support/envelope-vectors.js';

beforeAll(loadLibrary);

const algorithmOf = ({ algorithm }: Pick<MessageVector, 'algorithm'>) => algorithms.get(algorithm) as AlgorithmFacts;
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function headerOf(vector: MessageVector, ivHex = vector.headerIvHex) {
  return sealHeader(hexBytes(vector.dataKeyHex), {
    algorithm: algorithmOf(vector),
    context: checkContext(vector.encryptionContext),
    wrappedKeys: vector.encryptedDataKeys.map(({ keyArn, ciphertextBlob }) => ({
      keyArn,
      ciphertextBlob: base64Bytes(ciphertextBlob),
    })),
    iv: hexBytes(ivHex),
  });
}

/** The message, made of the same key and IVs. */
function rebuilt(vector: MessageVector): Uint8Array {
  const iv = hexBytes(vector.bodyIvHex);
  const { bytes: aad } = checkContext(vector.encryptionContext);
  const body = sealBody(algorithmOf(vector), hexBytes(vector.dataKeyHex), iv, aad, plaintextOf(vector));
  const headerDer = encodeHeader(headerOf(vector));
  if (vector.format === 'asn1') return encodeMessage(headerDer, { iv, ...body });
  if (vector.format === 'asn1-body') return encodeMessage(undefined, { iv, ...body });
  const header = vector.format === 'java-stream' ? [encodeStreamHeader(headerOf(vector))] : [];
  return Buffer.concat([...header, encodeStreamIv(iv), body.ciphertext, body.tag]);
}

const messageOf = (vector: MessageVector) =>
  vector.messageBase64 === undefined ? rebuilt(vector) : base64Bytes(vector.messageBase64);

function envelopeOf(vector: MessageVector, keyArn = vector.encryptedDataKeys[0]?.keyArn ?? ''): Envelope {
  const kms = vectorKms([vector]);
  const headerSecret = vector.secretName;
  return new Envelope({ kms: { [keyArn.split(':')[2] as string]: kms }, keys: [keyArn], headerSecret });
}

describe.each(messageVectors)('$name of the Encryption SDK', (vector) => {
  const options = { context: vector.encryptionContext, allowUnauthenticated: true };

  test('is written byte for byte', () => {
    const header = headerOf(vector);
    expect(toHex(checkContext(vector.encryptionContext).bytes)).toBe(vector.encryptionContextBytesHex);
    expect(toHex(authenticatedBytes(header))).toBe(vector.headerAuthenticatedBytesHex);
    expect(toHex(header.tag)).toBe(vector.headerAuthTagHex);
    const message = rebuilt(vector);
    if (vector.messageBase64 === undefined) expect(sha256(message)).toBe(vector.messageSha256);
    else expect(Buffer.from(message).toString('base64')).toBe(vector.messageBase64);
    if (vector.storedSecretDataBase64) {
      const stored = encodeHeader(headerOf(vector, vector.storedHeaderIvHex));
      expect(Buffer.from(stored).toString('base64')).toBe(vector.storedSecretDataBase64);
    }
  });

  test('is read, with each of its keys alone', async () => {
    for (const { keyArn } of vector.encryptedDataKeys) {
      const opened = await envelopeOf(vector, keyArn).decrypt(messageOf(vector), options);
      expect(Buffer.from(opened.plaintext)).toEqual(Buffer.from(plaintextOf(vector)));
      expect(opened).toMatchObject({ keyArn, algorithm: vector.algorithm, format: vector.format });
    }
  });

  test('is read as a stream', async () => {
    const message = Buffer.from(messageOf(vector));
    for (const releaseUnverified of [false, true]) {
      const stream = envelopeOf(vector).decryptStream({ ...options, releaseUnverified });
      const plaintext = await buffer(Readable.from([message.subarray(0, 5), message.subarray(5)]).pipe(stream));
      expect(plaintext).toEqual(Buffer.from(plaintextOf(vector)));
    }
  });

  test('says offline what it is', () => {
    const described = inspectMessage(messageOf(vector));
    expect(described.format).toBe(vector.format);
    if (vector.format.endsWith('-body')) return;
    expect(described).toMatchObject({ algorithm: vector.algorithm, context: vector.encryptionContext });
    expect(new Set(described.keyArns)).toEqual(new Set(vector.encryptedDataKeys.map(({ keyArn }) => keyArn)));
  });
});

test('all twelve algorithms are among the vectors', () => {
  expect(new Set(messageVectors.map(({ algorithm }) => algorithm))).toEqual(new Set(algorithms.keys()));
});

describe.each(messageVectors.filter((vector) => algorithmOf(vector).mode !== 'gcm'))(
  '$name, which shows no changes',
  (vector) => {
    test('is not read unless that was asked for, and KMS is not asked', async () => {
      const kms = vectorKms([vector]);
      const { keyArn = '' } = vector.encryptedDataKeys[0] ?? {};
      const envelope = new Envelope({ kms, keys: [keyArn] });
      const opened = envelope.decrypt(messageOf(vector), { context: vector.encryptionContext });
      await expect(opened).rejects.toMatchObject({ code: 'Envelope.NotAllowed' });
      expect(kms.decrypts).toBe(0);
    });
  },
);

describe.each(legacyVectors)('$name', (vector) => {
  const envelope = new Envelope({ kms: vectorKms([vector]), keys: [vector.keyArn] });
  const context = vector.encryptionContext;
  const message = base64Bytes(vector.messageBase64);

  test('is read when that was asked for', async () => {
    const opened = await envelope.decrypt(message, { context, allowLegacy: true, allowUnauthenticated: true });
    expect(Buffer.from(opened.plaintext).toString('base64')).toBe(vector.plaintextBase64);
  });

  test('is not read otherwise', async () => {
    const opened = envelope.decrypt(message, { context, allowUnauthenticated: true });
    await expect(opened).rejects.toMatchObject({ code: /^Envelope\.(IntegrityFailed|Malformed)$/ });
  });

  test('is not read when its tag was changed', async () => {
    const changed = Buffer.from(message);
    const at = changed.indexOf(Buffer.from(vector.headerAuthTagHex, 'hex'));
    if (vector.headerAuthTagHex === '') return;
    changed[at] = (changed[at] as number) ^ 1;
    const opened = envelope.decrypt(changed, { context, allowLegacy: true, allowUnauthenticated: true });
    await expect(opened).rejects.toBeInstanceOf(KmsIntegrityError);
  });

  test('is read as releases up to 1.0.3 wrote it: base64 text as data key, an IV of zeros', async () => {
    const algorithm = algorithmOf(vector);
    const iv = new Uint8Array(12);
    const tag = headerTagOf(algorithm, hexBytes(vector.dataKeyHex), iv, hexBytes(vector.headerAuthenticatedBytesHex));
    const wrappedKeys = [{ keyArn: vector.keyArn, ciphertextBlob: Buffer.from(vector.ciphertextBlob, 'latin1') }];
    const header = encodeHeader({ algorithm, context: checkContext(context), wrappedKeys, iv, tag });
    const older = encodeMessage(header, parseMessage(message).body);
    const opened = await envelope.decrypt(older, { context, allowLegacy: true, allowUnauthenticated: true });
    expect(Buffer.from(opened.plaintext).toString('base64')).toBe(vector.plaintextBase64);
  });
});

describe('a header that is too large or says things twice is refused before KMS is asked', () => {
  const base = messageVectors.find(({ name }) => name === 'worked-example') as MessageVector;
  const [{ keyArn, ciphertextBlob }] = base.encryptedDataKeys as [MessageVector['encryptedDataKeys'][0]];
  const wrapped = (i: number) => ({ keyArn: `${keyArn}${i}`, ciphertextBlob: base64Bytes(ciphertextBlob) });
  const own = { keyArn, ciphertextBlob: base64Bytes(ciphertextBlob) };
  const many = Array.from({ length: 33 }, (_, i) => wrapped(i));
  const header = headerOf(base);
  const long = { entries: { n: 'x'.repeat(9_000) }, bytes: new Uint8Array() };
  const cases: [what: string, header: MessageHeader][] = [
    ['33 data keys', { ...header, wrappedKeys: many }],
    ['no data key', { ...header, wrappedKeys: [] }],
    ['two data keys of one key', { ...header, wrappedKeys: [own, { ...own, ciphertextBlob: new Uint8Array(1) }] }],
    ['a data key of 70 KB', { ...header, wrappedKeys: [{ keyArn, ciphertextBlob: new Uint8Array(70_000) }] }],
    ['a context of 9 KB', { ...header, context: long }],
    ['a tag of 4 bytes', { ...header, tag: header.tag.subarray(0, 4) }],
    ['an IV of 16 bytes', { ...header, iv: new Uint8Array(16) }],
  ];
  test.each(cases)('%s', async (_what, unusual) => {
    const { body } = parseMessage(messageOf(base));
    const kms = vectorKms([base]);
    const envelope = new Envelope({ kms, keys: [keyArn] });
    const message = encodeMessage(encodeHeader(unusual), body);
    const opened = envelope.decrypt(message, { context: base.encryptionContext });
    await expect(opened).rejects.toMatchObject({ code: 'Envelope.Malformed' });
    expect(kms.decrypts).toBe(0);
  });

  test('a body whose tag was shortened is refused', async () => {
    const { headerDer, body } = parseMessage(messageOf(base));
    const message = encodeMessage(headerDer, { ...body, tag: body.tag.subarray(0, 4) });
    const opened = envelopeOf(base).decrypt(message, { context: base.encryptionContext });
    await expect(opened).rejects.toMatchObject({ code: 'Envelope.Malformed' });
  });
});

/** What has to come of each; what the original SDKs make of it is in the file. */
const refusals: Record<string, string> = {
  'tampered-body-tag': 'Envelope.IntegrityFailed',
  'tampered-header-tag': 'Envelope.IntegrityFailed',
  'tampered-ciphertext': 'Envelope.IntegrityFailed',
  'tampered-context': 'Envelope.ContextMismatch',
  'algorithm-downgrade-128': 'Envelope.NoUsableKey',
  'algorithm-swap-ctr256': 'Envelope.NotAllowed',
  'unknown-algorithm': 'Envelope.Unsupported',
  'unknown-version': 'Envelope.Unsupported',
  'trailing-garbage': 'Envelope.Malformed',
  truncated: 'Envelope.Malformed',
  'wrong-key': 'Envelope.NoUsableKey',
  empty: 'Envelope.Malformed',
  'ctr-bitflip-undetected': 'Envelope.NotAllowed',
};

test.each(negativeVectors)('$name is refused: $why', async ({ name, messageBase64 }) => {
  const base = messageVectors.find((vector) => vector.name === 'worked-example') as MessageVector;
  const other = 'acs:kms:cn-hangzhou:1234567890120000:key/other';
  const keyArn = name === 'wrong-key' ? other : (base.encryptedDataKeys[0]?.keyArn as string);
  const kms = vectorKms([base]);
  const envelope = new Envelope({ kms, keys: [keyArn] });
  const context = name === 'ctr-bitflip-undetected' ? {} : base.encryptionContext;
  await expect(envelope.decrypt(base64Bytes(messageBase64), { context })).rejects.toMatchObject({
    code: refusals[name],
  });
  // What can be seen without a key is seen before KMS is asked.
  const needsKey = ['tampered-body-tag', 'tampered-header-tag', 'tampered-ciphertext', 'algorithm-downgrade-128'];
  expect(kms.decrypts).toBe(needsKey.includes(name) ? 1 : 0);
});

test('errors of a changed message are all the same, whatever was changed', async () => {
  const base = messageVectors.find(({ name }) => name === 'worked-example') as MessageVector;
  const envelope = envelopeOf(base);
  const failures = negativeVectors
    .filter(({ name }) => refusals[name] === 'Envelope.IntegrityFailed')
    .map(({ messageBase64 }) => envelope.decrypt(base64Bytes(messageBase64), { context: base.encryptionContext }));
  const reasons = (await Promise.allSettled(failures)).map((result) => (result as PromiseRejectedResult).reason);
  expect(reasons).toHaveLength(3);
  expect(reasons.every((reason) => reason instanceof KmsIntegrityError && reason.cause === undefined)).toBe(true);
  expect(new Set(reasons.map(({ message }) => message)).size).toBe(1);
});
