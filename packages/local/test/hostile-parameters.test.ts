import { generateKeyPairSync } from 'node:crypto';
import { actions, decodeInstanceError, type FieldFacts, messageBounds } from 'alibabacloud-kms-sdk/internal';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { firstClientKey } from '../src/access/first-client-key.js';
import type { AppRequest } from '../src/gateways/http.js';
import { type TestApp, testApp } from './support/server.js';
import { acs3Request, instanceRequest, openClientKey, rpcRequest } from './support/signed-requests.js';

const { parametersMax, depthMax } = messageBounds;
const jsonType = 'application/json';
const formType = 'application/x-www-form-urlencoded';
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

let parts: TestApp;
beforeAll(async () => {
  parts = await testApp();
});
afterEach(() => expect(parts.log).toEqual([]));
afterAll(() => parts.store.close());

const handle = (request: Omit<AppRequest, 'remoteAddress'>) =>
  parts.app.handle({ ...request, remoteAddress: '127.0.0.1' });
const answerOf = async (request: Omit<AppRequest, 'remoteAddress'>) => {
  const { status, body } = await handle(request);
  return { status, ...JSON.parse(Buffer.from(body).toString()) };
};
const call = (api: string, parameters: Record<string, string>) => answerOf(acs3Request(parts, api, parameters));

/** Without a signature: what is refused for its bounds is refused before anybody asks who sent it. */
const unsigned = (type: string, body: string, path = '/') =>
  answerOf({ method: 'POST', path, headers: { host: 'kms.local', 'content-type': type }, body: Buffer.from(body) });

const pairs = (count: number) => Array.from({ length: count }, (_, index) => `p${index}=x`).join('&');
const members = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, 'x'])));

describe('who has not signed anything gets InvalidParameter, not 500, for', () => {
  test.each([
    ['a JSON body nested 5,000 levels deep', jsonType, `{"a":${nested(5_000)}}`, 'nested deeper than 100 levels'],
    ['a JSON body that is brackets only', jsonType, '['.repeat(1_000_000), 'nested deeper than 100 levels'],
    ['a JSON body of 90,000 parameters', jsonType, members(90_000), 'has more than 1000 values'],
    ['a JSON body of 300,000 values', jsonType, `{"a":[${'1,'.repeat(300_000)}1]}`, 'has more than 1000 values'],
    ['a form of 90,000 parameters', formType, pairs(90_000), 'has more than 1000 parameters'],
    ['a form of nothing but &', formType, '&'.repeat(1_000_000), 'has more than 1000 parameters'],
    ['a name with 400,000 dots in a form', formType, `a${'.a'.repeat(400_000)}=1`, 'nested deeper than 100 levels'],
    ['a name with 400,000 dots in JSON', jsonType, `{"a${'.a'.repeat(400_000)}":1}`, 'nested deeper than 100 levels'],
  ])('%s', async (_what, type, body, message) => {
    const answer = await unsigned(type, body);
    expect(answer).toMatchObject({ status: 400, Code: 'InvalidParameter', Message: expect.stringContaining(message) });
    expect(answer.Message.length).toBeLessThan(200);
  });

  test('a query of 10,000 parameters', async () => {
    const answer = await unsigned(formType, '', `/?${pairs(10_000)}`);
    expect(answer).toMatchObject({ status: 400, Code: 'InvalidParameter' });
    expect(answer.Message).toContain('query: has more than 1000 parameters');
  });
});

test.each([
  ['a long header 4,000 times', Array(4_000).fill('x'), 'more than 1000 headers are signed'],
  ['a header twice', ['x', 'x'], 'a header is signed twice'],
])(
  'whose signature covers %s gets IncompleteSignature, before a text to sign is made of it',
  async (_what, names, why) => {
    const signed = { x: 'y'.repeat(50_000) };
    const own = [
      'host',
      'x-acs-action',
      'x-acs-content-sha256',
      'x-acs-date',
      'x-acs-signature-nonce',
      'x-acs-version',
    ];
    const request = acs3Request(parts, 'ListKeys', {}, { signed, signedHeaders: [...own, 'x'] });
    expect((await answerOf(request)).status).toBe(200);
    const authorization = request.headers.authorization?.replace(';x;', `;${names.join(';')};`) ?? '';
    const refused = await answerOf({ ...request, headers: { ...request.headers, authorization } });
    expect(refused).toMatchObject({ status: 400, Code: 'IncompleteSignature', Message: expect.stringContaining(why) });
  },
);

test('as many parameters as are possible are read: what is wrong with them then is the signature', async () => {
  expect((await unsigned(formType, pairs(parametersMax))).Code).toBe('MissingParameter');
  expect((await unsigned(jsonType, members(parametersMax))).Code).toBe('MissingParameter');
  const dots = (depth: number) => `ExtendedConfig.CustomData${'.a'.repeat(depth - 2)}`;
  const secret = { SecretName: 'deep', SecretData: 's', VersionId: 'v1' };
  expect(await call('CreateSecret', { ...secret, [dots(depthMax)]: 'x' })).toMatchObject({ status: 200 });
  expect((await call('CreateSecret', { ...secret, [dots(depthMax + 1)]: 'x' })).Code).toBe('InvalidParameter');
});

const isJson = ({ shape, encoding }: FieldFacts) =>
  (encoding !== undefined && encoding !== 'numbered') || (typeof shape === 'object' && 'json' in shape);
const jsonParameters = Object.entries(actions).flatMap(([api, { parameters }]) =>
  Object.entries(parameters)
    .filter(([, facts]) => isJson(facts))
    .map(([name, facts]) => [api, facts.encoding === 'dotted' ? `${name}.CustomData` : name] as const),
);

test.each(jsonParameters)('%s refuses 20,000 brackets as its %s', async (api, name) => {
  const required = Object.entries(actions[api as keyof typeof actions].parameters)
    .filter(([, facts]) => facts.required)
    .map(([other, facts]) => [other, isJson(facts) ? '[]' : (facts.values?.[0] ?? String(facts.range?.min ?? 'x'))]);
  for (const deep of [nested(20_000), `{"a":${nested(20_000)}}`]) {
    for (const request of [acs3Request, rpcRequest]) {
      const answer = await answerOf(request(parts, api, { ...Object.fromEntries(required), [name]: deep }));
      expect([answer.status, answer.Code]).toEqual([400, 'InvalidParameter']);
      expect(answer.Message).toContain('is nested deeper than 100 levels');
    }
  }
});

test.each([
  [{ SecretName: 'a', FetchExtendedConfig: { toString: 1 } }, 'SecretsList: must be a JSON array of {"Fetch'],
  [{ SecretName: 'a', VersionId: { toString: null } }, 'SecretsList: must be a JSON array of {"Fetch'],
  [{ SecretName: 'a', FetchExtendedConfig: 'maybe' }, 'SecretsList.FetchExtendedConfig: must be true or false'],
  [{ SecretName: 'a', VersionStage: null }, 'SecretsList: must be a JSON array of {"Fetch'],
])('BatchGetSecretValue of %j is refused', async (entry, message) => {
  const answer = await call('BatchGetSecretValue', { SecretsList: JSON.stringify([{ SecretName: 'b' }, entry]) });
  expect(answer).toMatchObject({ status: 400, Code: 'InvalidParameter', Message: expect.stringContaining(message) });
});

test('an entry of SecretsList may have FetchExtendedConfig as JSON has booleans', async () => {
  await call('CreateSecret', { SecretName: 'b', SecretData: 'b', VersionId: 'v1' });
  const entries = [{ SecretName: 'b', FetchExtendedConfig: true }];
  const { SecretValues } = await call('BatchGetSecretValue', { SecretsList: JSON.stringify(entries) });
  expect(SecretValues).toMatchObject([{ SecretName: 'b', SecretData: 'b' }]);
});

test.each(['=', 'A=', ' ', 'A', '/'])('a megabyte of "%s" is no base64 that anybody has to wait for', async (text) => {
  const { KeyMetadata } = await call('CreateKey', { DKMSInstanceId: parts.kms.identity.instanceId });
  const body = new URLSearchParams({ CiphertextBlob: `${text.repeat(300_000)}x` }).toString();
  const refused = await answerOf(acs3Request(parts, 'Decrypt', {}, { body }));
  expect(refused.status).toBe(400);
  const plaintext = new URLSearchParams({ Plaintext: `${text.repeat(300_000)}x` }).toString();
  const other = await answerOf(acs3Request(parts, 'Encrypt', { KeyId: KeyMetadata.KeyId }, { body: plaintext }));
  expect([other.status, other.Code]).toEqual([400, 'InvalidParameter']);
});

test('a managed secret of which a rotation could not be written is refused when it is created', async () => {
  const value = `{"UserName":"u","Password":"p","more":${nested(14_000)}}`;
  const parameters = { SecretName: 'ecs', SecretType: 'ECS', VersionId: 'v1' };
  const refused = await answerOf(acs3Request(parts, 'CreateSecret', parameters, { body: `SecretData=${value}` }));
  expect([refused.status, refused.Code]).toEqual([400, 'InvalidParameter']);
  const plain = await call('CreateSecret', { SecretName: 'plain', VersionId: 'v1', SecretData: nested(14_000) });
  expect(plain.status).toBe(200);
});

test('a message of more fields than the instance gateway has anywhere is refused', async () => {
  const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grant = await parts.store.transaction((db) => firstClientKey(parts.kms.access, db, async () => keyPair));
  const clientKey = openClientKey({ clientKeyContent: grant.content, clientKeyPassword: grant.password });
  // Field 99, a varint, 450,000 times.
  const body = Buffer.alloc(1_350_000).fill(Uint8Array.of(0x98, 0x06, 0x01));
  const { status, body: answer } = await handle(instanceRequest(clientKey, 'GenerateRandom', {}, { body }));
  expect([status, decodeInstanceError(answer)?.code]).toEqual([400, 'InvalidParameter']);
});
