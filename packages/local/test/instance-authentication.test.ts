import { generateKeyPairSync } from 'node:crypto';
import { decodeInstanceError, decodeMessage, formatHttpDate, limits } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../src/start.js';
import { send } from './support/send.js';
import { type InstanceChanges, instanceRequest, openClientKey } from './support/signed-requests.js';

let kms: LocalKms;
let clientKey: ReturnType<typeof openClientKey>;

beforeAll(async () => {
  kms = await startLocalKms();
  clientKey = openClientKey(kms);
});
afterAll(() => kms.close());

const call = (changes?: InstanceChanges, api = 'GenerateRandom', message: Record<string, unknown> = { Length: 16 }) =>
  send(kms, instanceRequest(clientKey, api, message, changes));

/** What a request that must work answers. */
async function expectRandom(changes?: InstanceChanges): Promise<void> {
  const { status, body } = await call(changes);
  expect(status).toBe(200);
  expect(decodeMessage('GenerateRandomResponse', body).Random).toHaveLength(16);
}

test('a signed request is answered with a request id, a date and protobuf', async () => {
  const { status, headers, body } = await call();
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/x-protobuf');
  expect(Date.parse(headers.date as string)).not.toBeNaN();
  const answer = decodeMessage('GenerateRandomResponse', body);
  expect(answer.RequestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['x-acs-request-id']).toBe(answer.RequestId);
});

const tooOld = () => formatHttpDate(new Date(Date.now() - limits.clockSkewMs - 5_000));
const tooNew = () => formatHttpDate(new Date(Date.now() + limits.clockSkewMs + 5_000));
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('a request is refused', () => {
  const missingKeyId = 'Parameter x-kms-acccesskeyid does not exist in http header or body.';
  const skewed = 'Request time exceeds server time more than 15 minutes.';
  const cases: [why: string, status: number, code: string, message: string, changes: () => InstanceChanges][] = [
    [
      'with an unknown API',
      400,
      'InvalidApiName',
      'The ApiName "Nope" is invalid.',
      () => ({ signed: { 'x-kms-apiname': 'Nope' } }),
    ],
    [
      'with an API that only objects have',
      400,
      'InvalidApiName',
      'The ApiName "constructor" is invalid.',
      () => ({ signed: { 'x-kms-apiname': 'constructor' } }),
    ],
    [
      'without API version',
      400,
      'InvalidApiVersion',
      'The ApiVersion "" is invalid.',
      () => ({ signed: { 'x-kms-apiversion': undefined } }),
    ],
    [
      'with another API version',
      400,
      'InvalidApiVersion',
      'The ApiVersion "dkms-gcs-9" is invalid.',
      () => ({ signed: { 'x-kms-apiversion': 'dkms-gcs-9' } }),
    ],
    ['without date', 400, 'InvalidParam', 'The Param Date is invalid.', () => ({ signed: { date: undefined } })],
    [
      'with a date of another format',
      400,
      'InvalidParam',
      'The Param Date is invalid.',
      () => ({ signed: { date: new Date().toISOString() } }),
    ],
    [
      'without authorization',
      400,
      'InvalidParam',
      'The Param Authorization is invalid.',
      () => ({ sent: { authorization: undefined } }),
    ],
    [
      'with another authorization',
      400,
      'InvalidParam',
      'The Param Authorization is invalid.',
      () => ({ sent: { authorization: 'Basic eDp5' } }),
    ],
    [
      'without signature method',
      400,
      'InvalidParam',
      'The Param x-kms-signaturemethod is invalid.',
      () => ({ signed: { 'x-kms-signaturemethod': undefined } }),
    ],
    [
      'with another signature method',
      400,
      'InvalidParam',
      'The Param x-kms-signaturemethod is invalid.',
      () => ({ signed: { 'x-kms-signaturemethod': 'NONE' } }),
    ],
    [
      'without client key id',
      400,
      'MissingParameter',
      missingKeyId,
      () => ({ signed: { 'x-kms-acccesskeyid': undefined } }),
    ],
    ['with an old date', 400, 'RequestTimeTooSkewed', skewed, () => ({ signed: { date: tooOld() } })],
    ['with a date in the future', 400, 'RequestTimeTooSkewed', skewed, () => ({ signed: { date: tooNew() } })],
    [
      'with an unknown client key',
      401,
      'Unauthorized',
      'The client key is unknown.',
      () => ({ signed: { 'x-kms-acccesskeyid': 'KAAP.nobody' } }),
    ],
    [
      'whose content-sha256 is of another body',
      400,
      'InvalidParam',
      'The Param Content-SHA256 is invalid.',
      () => ({ signed: { 'content-sha256': 'AB'.repeat(32) } }),
    ],
    [
      'without content-sha256',
      400,
      'InvalidParam',
      'The Param Content-SHA256 is invalid.',
      () => ({ signed: { 'content-sha256': undefined } }),
    ],
    [
      'whose signed header was changed',
      401,
      'SignatureNotMatch',
      'Signature is not matched.',
      () => ({ sent: { 'x-kms-added': 'later' } }),
    ],
    [
      'whose date was changed',
      401,
      'SignatureNotMatch',
      'Signature is not matched.',
      () => ({ sent: { date: formatHttpDate(new Date(Date.now() - 60_000)) } }),
    ],
    [
      'with a body that is no protobuf',
      400,
      'InvalidParameter',
      'The specified parameter is not valid.',
      () => ({ body: Buffer.from('ffffffff', 'hex') }),
    ],
  ];
  test.each(cases)('%s', async (_why, expectedStatus, code, message, changes) => {
    const { status, headers, body } = await call(changes());
    expect(headers['content-type']).toBe('application/x-protobuf');
    expect(decodeInstanceError(body)).toEqual({
      status: expectedStatus,
      code,
      message,
      requestId: headers['x-acs-request-id'],
    });
    expect(status).toBe(expectedStatus);
    await expectRandom();
  });

  test('that a client’s HTTP library sent again without its body, in the words on which the client sends it anew', async () => {
    const request = instanceRequest(clientKey, 'GenerateRandom', { Length: 16 });
    const emptied = { ...request, headers: { ...request.headers, 'content-length': '0' }, body: Buffer.alloc(0) };
    const { status, body } = await send(kms, emptied);
    const { code, message } = decodeInstanceError(body) ?? {};
    expect([status, code, message]).toEqual([400, 'InvalidParam', 'The Param Content-SHA256 is invalid.']);
    expect((await send(kms, request)).status).toBe(200);
  });

  test('that another private key signed', async () => {
    const request = instanceRequest({ ...clientKey, privateKey: other }, 'GenerateRandom', { Length: 16 });
    const { status, body } = await send(kms, request);
    expect([status, decodeInstanceError(body)?.code]).toEqual([401, 'SignatureNotMatch']);
  });

  test.each([
    ['GET', '/'],
    ['POST', '/other'],
    ['POST', '/?x=1'],
  ])('that is signed for POST / and sent as %s %s', async (method, path) => {
    const { status, body } = await send(kms, {
      ...instanceRequest(clientKey, 'GenerateRandom', { Length: 16 }),
      method,
      path,
    });
    expect([status, decodeInstanceError(body)?.code]).toEqual([401, 'SignatureNotMatch']);
  });

  test('when the client key has expired', async () => {
    await kms.clock.advance({ days: limits.clientKeyValidityDays + 1 });
    try {
      const { status, body } = await call();
      expect([status, decodeInstanceError(body)?.code]).toEqual([403, 'Forbidden.NoPermission']);
    } finally {
      await kms.clock.reset();
    }
  });
});

test('a KMS whose clock was moved dates its answers, and wants calls dated, by the clock of this machine', async () => {
  await kms.clock.advance({ days: 8 });
  try {
    const { status, headers } = await call();
    expect(status).toBe(200);
    expect(Math.abs(Date.parse(headers.date as string) - Date.now())).toBeLessThan(60_000);
  } finally {
    await kms.clock.reset();
  }
});

test('a date within 15 minutes is accepted', async () => {
  await expectRandom({ now: Date.now() - limits.clockSkewMs + 60_000 });
  await expectRandom({ now: Date.now() + limits.clockSkewMs - 60_000 });
});

test('errors of an API are answered in the words of the instance gateway', async () => {
  const { status, headers, body } = await call({}, 'AdvanceEncrypt', { KeyId: 'nope', Plaintext: Buffer.from('x') });
  expect(status).toBe(404);
  expect(decodeInstanceError(body)).toEqual({
    status: 404,
    code: 'Forbidden.KeyNotFound',
    message: 'The specified Key is not found.',
    requestId: headers['x-acs-request-id'],
  });
});
