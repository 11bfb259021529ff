import { acsAlgorithms, acsDigest, formatTimestamp, limits } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalKms, startLocalKms } from '../src/start.js';
import { type Received, type Sent, send } from './support/send.js';
import { type Acs3Changes, acs3Request, type RpcChanges, rpcRequest } from './support/signed-requests.js';

let kms: LocalKms;
beforeAll(async () => {
  kms = await startLocalKms({ names: ['kms.local'] });
});
afterAll(() => kms.close());

const listKeys = (changes?: Acs3Changes) => acs3Request(kms, 'ListKeys', {}, changes);
const listKeysByRpc = (changes?: RpcChanges) => rpcRequest(kms, 'ListKeys', {}, changes);
const tooOld = () => formatTimestamp(new Date(Date.now() - limits.clockSkewMs - 5_000));
const tooNew = () => formatTimestamp(new Date(Date.now() + limits.clockSkewMs + 5_000));

const jsonOf = ({ body }: Received) => JSON.parse(body.toString());

async function expectRefusal(request: Sent, status: number, code: string, message: string): Promise<void> {
  const answer = await send(kms, request);
  expect(jsonOf(answer)).toEqual({
    HttpStatus: status,
    Code: code,
    Message: expect.stringContaining(message),
    RequestId: answer.headers['x-acs-request-id'],
    HostId: 'kms.local',
    Recommend: expect.stringContaining(`q=${code}`),
  });
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect((await send(kms, listKeys())).status).toBe(200);
}

/** The x-acs- headers of a request. */
const names = ['x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version'];

describe.each(acsAlgorithms)('a request signed with %s', (algorithm) => {
  const request = async (changes: Acs3Changes = {}, parameters: Record<string, string> = { PageSize: '7' }) =>
    acs3Request(kms, 'ListKeys', parameters, { ...changes, by: { algorithm, digest: await acsDigest(algorithm) } });

  test.each(['GET', 'POST'])('is answered when it comes by %s with everything in the query', async (method) => {
    expect(jsonOf(await send(kms, await request({ method })))).toMatchObject({ PageSize: 7 });
  });

  test('may carry its parameters in a form and as JSON', async () => {
    const bodies = [
      { body: 'PageSize=7' },
      { body: '{"PageSize":7}', signed: { 'content-type': 'application/json; charset=utf-8' } },
    ];
    for (const body of bodies) {
      expect(jsonOf(await send(kms, await request(body, {})))).toMatchObject({ PageSize: 7 });
    }
  });

  test('is refused with another body, and the second time', async () => {
    const sent = await request();
    await expectRefusal({ ...sent, body: Buffer.from('PageNumber=2') }, 400, 'SignatureDoesNotMatch', 'x-acs-content-');
    expect((await send(kms, sent)).status).toBe(200);
    await expectRefusal(sent, 400, 'SignatureNonceUsed', 'nonce');
  });
});

describe('a request signed with ACS3', () => {
  test.each(['GET', 'POST'])('is answered when it comes by %s', async (method) => {
    const answer = await send(kms, listKeys({ method }));
    expect(answer.status).toBe(200);
    expect(jsonOf(answer)).toMatchObject({ TotalCount: 0, RequestId: answer.headers['x-acs-request-id'] });
    expect(Date.parse(answer.headers.date as string)).not.toBeNaN();
  });

  test('may carry its parameters in query, form and JSON body', async () => {
    const jsonType = { signed: { 'content-type': 'application/json; charset=utf-8' } };
    const requests = [
      acs3Request(kms, 'ListKeys', { PageNumber: '2', PageSize: '7' }),
      acs3Request(kms, 'ListKeys', {}, { body: 'PageNumber=2&PageSize=7' }),
      acs3Request(kms, 'ListKeys', { PageNumber: '2' }, { body: 'PageSize=7' }),
      acs3Request(kms, 'ListKeys', {}, { body: '{"PageNumber":2,"PageSize":"7"}', ...jsonType }),
    ];
    for (const request of requests) {
      expect(jsonOf(await send(kms, request))).toMatchObject({ PageNumber: 2, PageSize: 7 });
    }
  });

  const cases: [why: string, status: number, code: string, message: string, changes: () => Acs3Changes][] = [
    [
      'whose API was changed',
      400,
      'SignatureDoesNotMatch',
      'server string to sign is:ACS3-HMAC-SHA256\n',
      () => ({ sent: { 'x-acs-action': 'CreateKey' } }),
    ],
    [
      'whose authorization is something else',
      400,
      'IncompleteSignature',
      'authorization',
      () => ({ sent: { authorization: 'Bearer x' } }),
    ],
    [
      'of another algorithm',
      400,
      'IncompleteSignature',
      'ACS3-HMAC-SHA256, ACS3-HMAC-SM3, ACS4-HMAC-SHA256, ACS4-HMAC-SM3',
      () => ({
        sent: { authorization: `ACS3-RSA-SHA256 Credential=x,SignedHeaders=host,Signature=${'0'.repeat(64)}` },
      }),
    ],
    [
      'that does not sign the host',
      400,
      'IncompleteSignature',
      'header host',
      () => ({
        signedHeaders: names,
      }),
    ],
    [
      'that does not sign an x-acs header',
      400,
      'IncompleteSignature',
      'header x-acs-added',
      () => ({ sent: { 'x-acs-added': 'later' } }),
    ],
    ['without date', 400, 'IllegalTimestamp', 'Timestamp', () => ({ signed: { 'x-acs-date': undefined } })],
    [
      'with a date of another format',
      400,
      'IllegalTimestamp',
      'Timestamp',
      () => ({ signed: { 'x-acs-date': new Date().toUTCString() } }),
    ],
    ['with an old date', 400, 'InvalidTimeStamp.Expired', 'expired', () => ({ signed: { 'x-acs-date': tooOld() } })],
    [
      'with a date in the future',
      400,
      'InvalidTimeStamp.Expired',
      'expired',
      () => ({ signed: { 'x-acs-date': tooNew() } }),
    ],
    [
      'without nonce',
      400,
      'MissingParameter',
      'x-acs-signature-nonce',
      () => ({ signed: { 'x-acs-signature-nonce': undefined } }),
    ],
    [
      'without content hash',
      400,
      'MissingParameter',
      'x-acs-content-sha256',
      () => ({ signed: { 'x-acs-content-sha256': undefined } }),
    ],
    [
      'with the hash of another body',
      400,
      'SignatureDoesNotMatch',
      'x-acs-content-sha256',
      () => ({ signed: { 'x-acs-content-sha256': '0'.repeat(64) } }),
    ],
    [
      'with a security token',
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
      'SecurityToken',
      () => ({ signed: { 'x-acs-security-token': 'token' } }),
    ],
    ['without API', 400, 'MissingParameter', 'x-acs-action', () => ({ signed: { 'x-acs-action': undefined } })],
    [
      'of an unknown API',
      404,
      'InvalidAction.NotFound',
      'api is not found',
      () => ({ signed: { 'x-acs-action': 'Nope' } }),
    ],
    [
      'of an API that only objects have',
      404,
      'InvalidAction.NotFound',
      'api is not found',
      () => ({ signed: { 'x-acs-action': 'toString' } }),
    ],
    ['without version', 400, 'MissingParameter', 'x-acs-version', () => ({ signed: { 'x-acs-version': undefined } })],
    [
      'of another version',
      400,
      'InvalidParameter',
      'x-acs-version',
      () => ({ signed: { 'x-acs-version': '2014-01-01' } }),
    ],
    ['by another method', 404, 'InvalidAction.NotFound', 'api is not found', () => ({ method: 'PUT' })],
    [
      'with a body of another type',
      400,
      'InvalidParameter',
      'Content-Type',
      () => ({ body: '<x/>', signed: { 'content-type': 'text/xml' } }),
    ],
    [
      'with broken JSON',
      400,
      'InvalidParameter',
      'body',
      () => ({ body: '{"a":', signed: { 'content-type': 'application/json' } }),
    ],
    [
      'with JSON that is no object',
      400,
      'InvalidParameter',
      'body',
      () => ({ body: '[1]', signed: { 'content-type': 'application/json' } }),
    ],
    ['with a broken form', 400, 'InvalidParameter', 'body', () => ({ body: 'PageSize=%zz' })],
  ];
  test.each(cases)('%s is refused', (_why, status, code, message, changes) =>
    expectRefusal(listKeys(changes()), status, code, message),
  );

  test('with an unknown AccessKey is refused', () =>
    expectRefusal(
      acs3Request({ accessKeyId: 'LTAInobody', accessKeySecret: 'x' }, 'ListKeys', {}),
      404,
      'InvalidAccessKeyId.NotFound',
      'does not exist',
    ));

  test('with another secret is refused, and the refusal shows neither secret nor parameters', async () => {
    const owner = { accessKeyId: kms.accessKeyId, accessKeySecret: 'not-the-secret' };
    const request = acs3Request(owner, 'CreateSecret', { SecretName: 's', SecretData: 'very-secret', VersionId: 'v' });
    const { body } = await send(kms, request);
    expect(body.toString()).toContain('SignatureDoesNotMatch');
    expect(body.toString()).not.toMatch(/very-secret|not-the-secret/);
    expect(body.toString()).not.toContain(kms.accessKeySecret);
  });

  test('is refused the second time', async () => {
    const request = listKeys();
    expect((await send(kms, request)).status).toBe(200);
    await expectRefusal(request, 400, 'SignatureNonceUsed', 'nonce');
  });

  test('is not refused because somebody without the secret used its nonce', async () => {
    const nonce = { 'x-acs-signature-nonce': 'chosen' };
    const owner = { accessKeyId: kms.accessKeyId, accessKeySecret: 'guessed' };
    await send(kms, acs3Request(owner, 'ListKeys', {}, { signed: nonce }));
    expect((await send(kms, listKeys({ signed: nonce }))).status).toBe(200);
  });

  test('whose query was changed is refused', async () => {
    const request = acs3Request(kms, 'ListKeys', { PageSize: '7' });
    await expectRefusal({ ...request, path: '/?PageSize=8' }, 400, 'SignatureDoesNotMatch', 'server string to sign');
  });

  test('for another path is refused', () =>
    expectRefusal({ ...listKeys(), path: '/other' }, 404, 'InvalidAction.NotFound', 'api is not found'));

  test('that gives a parameter twice in a JSON body is refused, as in a form', () =>
    expectRefusal(
      listKeys({ body: '{"PageSize":7,"PageSize":8}', signed: { 'content-type': 'application/json' } }),
      400,
      'InvalidParameter',
      'PageSize: must not be given twice',
    ));

  describe('without its content-type', () => {
    const signedHeaders = ['host', ...names];

    test('is read as the form that its body is without one', async () => {
      const request = listKeys({ body: 'PageSize=7', signedHeaders });
      expect(jsonOf(await send(kms, request))).toMatchObject({ PageSize: 7 });
    });

    test('is answered when there is no body, whatever an HTTP library says of it', async () => {
      const sent = { 'content-type': 'application/octet-stream' };
      expect((await send(kms, listKeys({ signedHeaders, sent }))).status).toBe(200);
    });

    test('is refused when it says what the signature does not cover', () =>
      expectRefusal(
        listKeys({ body: '{"PageSize":7}', signedHeaders, signed: { 'content-type': 'application/json' } }),
        400,
        'IncompleteSignature',
        'header content-type is not signed',
      ));
  });

  test('that gives a parameter twice is refused', () =>
    expectRefusal(
      acs3Request(kms, 'ListKeys', { PageSize: '7' }, { body: 'PageSize=8' }),
      400,
      'InvalidParameter',
      'PageSize',
    ));
});

describe('a request with signature version 1.0', () => {
  test.each(['GET', 'POST'])('is answered when it comes by %s', async (method) => {
    const answer = await send(kms, rpcRequest(kms, 'ListKeys', { PageSize: '7' }, { method }));
    expect(answer.status).toBe(200);
    expect(jsonOf(answer)).toMatchObject({ PageSize: 7, RequestId: answer.headers['x-acs-request-id'] });
  });

  test('may carry parameters in a form body', async () => {
    const answer = await send(kms, rpcRequest(kms, 'ListKeys', { PageNumber: '2' }, { form: { PageSize: '7' } }));
    expect(jsonOf(answer)).toMatchObject({ PageNumber: 2, PageSize: 7 });
  });

  const cases: [why: string, status: number, code: string, message: string, changes: () => RpcChanges][] = [
    [
      'whose parameters were changed',
      400,
      'SignatureDoesNotMatch',
      'server string to sign is:POST&%2F&',
      () => ({ sent: { Action: 'CreateKey' } }),
    ],
    ['without AccessKey', 400, 'MissingParameter', 'AccessKeyId', () => ({ signed: { AccessKeyId: undefined } })],
    ['without signature', 400, 'MissingParameter', 'Signature', () => ({ sent: { Signature: undefined } })],
    ['without nonce', 400, 'MissingParameter', 'SignatureNonce', () => ({ signed: { SignatureNonce: undefined } })],
    [
      'without signature version',
      400,
      'InvalidParameter',
      'SignatureVersion',
      () => ({ signed: { SignatureVersion: undefined } }),
    ],
    [
      'with another signature method',
      400,
      'InvalidParameter',
      'SignatureMethod',
      () => ({ signed: { SignatureMethod: 'HMAC-MD5' } }),
    ],
    ['without timestamp', 400, 'IllegalTimestamp', 'Timestamp', () => ({ signed: { Timestamp: undefined } })],
    ['with an old timestamp', 400, 'InvalidTimeStamp.Expired', 'expired', () => ({ signed: { Timestamp: tooOld() } })],
    [
      'with a timestamp in the future',
      400,
      'InvalidTimeStamp.Expired',
      'expired',
      () => ({ signed: { Timestamp: tooNew() } }),
    ],
    [
      'with an unknown AccessKey',
      404,
      'InvalidAccessKeyId.NotFound',
      'does not exist',
      () => ({ signed: { AccessKeyId: 'LTAInobody' } }),
    ],
    [
      'with a security token',
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
      'SecurityToken',
      () => ({ signed: { SecurityToken: 'token' } }),
    ],
    ['of an unknown API', 404, 'InvalidAction.NotFound', 'api is not found', () => ({ signed: { Action: 'Nope' } })],
    ['without version', 400, 'MissingParameter', 'Version', () => ({ signed: { Version: undefined } })],
  ];
  test.each(cases)('%s is refused', (_why, status, code, message, changes) =>
    expectRefusal(listKeysByRpc(changes()), status, code, message),
  );

  test('is refused the second time', async () => {
    const request = listKeysByRpc();
    expect((await send(kms, request)).status).toBe(200);
    await expectRefusal(request, 400, 'SignatureNonceUsed', 'nonce');
  });

  test('with a body that the signature does not cover is refused', async () => {
    const request = listKeysByRpc();
    const headers = { ...request.headers, 'content-type': 'application/json' };
    await expectRefusal({ ...request, headers, body: Buffer.from('{}') }, 400, 'InvalidParameter', 'Content-Type');
  });

  test('and a wrong secret is refused, and the refusal shows no value of the API’s own parameters', async () => {
    const owner = { accessKeyId: kms.accessKeyId, accessKeySecret: 'not-the-secret' };
    const request = rpcRequest(
      owner,
      'CreateSecret',
      { SecretName: 's', VersionId: 'v' },
      { form: { SecretData: 'very-secret' } },
    );
    const { body } = await send(kms, request);
    expect(body.toString()).toContain('SecretData%3D%252A%252A%252A');
    expect(body.toString()).not.toMatch(/very-secret|not-the-secret/);
    expect(body.toString()).not.toContain(kms.accessKeySecret);
  });
});

test('a request without any signature is refused', () =>
  expectRefusal(
    { method: 'GET', path: '/', headers: { host: 'kms.local' }, body: Buffer.alloc(0) },
    400,
    'MissingParameter',
    'AccessKeyId',
  ));

describe('parameters of an API are checked:', () => {
  const cases: [why: string, code: string, message: string, action: string, parameters: Record<string, string>][] = [
    ['required ones are there', 'MissingParameter', 'The parameter KeyId needed but no provided.', 'DescribeKey', {}],
    ['numbers are numbers', 'InvalidParameter', 'PageSize', 'ListKeys', { PageSize: 'ten' }],
    ['numbers keep their bounds', 'InvalidParameter', 'PageSize', 'ListKeys', { PageSize: '101' }],
    [
      'booleans are booleans',
      'InvalidParameter',
      'EnableAutomaticRotation',
      'CreateKey',
      { EnableAutomaticRotation: 'maybe' },
    ],
    ['values are known ones', 'InvalidParameter', 'Origin', 'CreateKey', { Origin: 'moon' }],
    [
      'JSON is JSON',
      'InvalidParameter',
      'EncryptionContext',
      'Encrypt',
      { KeyId: 'k', Plaintext: 'eA==', EncryptionContext: '{' },
    ],
    [
      'lists are numbered',
      'InvalidParameter',
      'Tag',
      'TagResources',
      { RegionId: 'r', ResourceType: 'key', 'ResourceId.1': 'k', 'Tag.x.Key': 'a' },
    ],
    ['texts keep their length', 'InvalidParameter', 'SecretName', 'DescribeSecret', { SecretName: 's'.repeat(193) }],
  ];
  test.each(cases)('%s', (_why, code, message, action, parameters) =>
    expectRefusal(acs3Request(kms, action, parameters), 400, code, message),
  );

  test('an empty text stands for a parameter that is not given', async () => {
    const answer = await send(kms, acs3Request(kms, 'ListKeys', { PageSize: '', Filters: '' }));
    expect(jsonOf(answer)).toMatchObject({ PageSize: limits.pageSize.default });
  });
});

test('the largest secret comes through in a query, percent-encoded three times its size', async () => {
  const SecretData = '~'.repeat(100) + '&'.repeat(limits.secretDataMaxBytes - 100);
  const created = await send(
    kms,
    rpcRequest(kms, 'CreateSecret', { SecretName: 'large', VersionId: 'v1', SecretData }),
  );
  expect(created.status).toBe(200);
  const read = await send(kms, acs3Request(kms, 'GetSecretValue', { SecretName: 'large' }));
  expect(jsonOf(read).SecretData).toBe(SecretData);
});
