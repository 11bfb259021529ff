import { generateKeyPairSync } from 'node:crypto';
import {
  type ActionName,
  actions,
  decodeInstanceError,
  decodeOpenApiError,
  type FieldFacts,
  instanceMessages,
  type MessageName,
  type ServiceErrorCode,
  serviceErrors,
} from 'alibabacloud-kms-sdk/internal';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstClientKey } from '../src/access/first-client-key.js';
import type { AppRequest } from '../src/gateways/http.js';
import { instanceHandlers } from '../src/handlers/instance-handlers.js';
import { publicHandlers } from '../src/handlers/public-handlers.js';
import { type TestApp, testApp } from './support/server.js';
import { acs3Request, instanceRequest, openClientKey, rpcRequest } from './support/signed-requests.js';

const remoteAddress = '127.0.0.1';
const numRuns = 500;

let parts: TestApp;
let clientKey: ReturnType<typeof openClientKey>;
/** What exists, so that requests get further than to their first check. */
let known: string[];
let knownBlobs: Uint8Array[];

beforeAll(async () => {
  parts = await testApp();
  const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { content, password } = await parts.store.transaction((db) =>
    firstClientKey(parts.kms.access, db, async () => keyPair),
  );
  clientKey = openClientKey({ clientKeyContent: content, clientKeyPassword: password });

  const call = async (action: string, parameters: Record<string, string> = {}) => {
    const { status, body } = await handle(acs3Request(parts, action, parameters));
    expect([action, status]).toEqual([action, 200]);
    return JSON.parse(Buffer.from(body).toString());
  };
  const DKMSInstanceId = parts.kms.identity.instanceId;
  const create = async (spec: Record<string, string>) =>
    (await call('CreateKey', { DKMSInstanceId, ...spec })).KeyMetadata;
  const aes = await create({});
  const keys = [
    aes,
    await create({ KeySpec: 'Aliyun_SM4' }),
    await create({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT/DECRYPT' }),
    await create({ KeySpec: 'EC_SM2', KeyUsage: 'ENCRYPT/DECRYPT' }),
    await create({ KeySpec: 'EC_P256' }),
    await create({ KeySpec: 'HMAC_SHA_256' }),
    await create({ Origin: 'EXTERNAL' }),
  ];
  await call('CreateAlias', { KeyId: aes.KeyId, AliasName: 'alias/known' });
  const secret = { EncryptionKeyId: aes.KeyId, SecretData: 's', VersionId: 'v1' };
  await call('CreateSecret', { ...secret, SecretName: 'known' });
  const { CiphertextBlob } = await call('Encrypt', { KeyId: aes.KeyId, Plaintext: 'aGVsbG8=' });
  const ids = keys.flatMap(({ KeyId, PrimaryKeyVersion }) => [KeyId, PrimaryKeyVersion]);
  known = [...ids, aes.Arn, 'alias/known', 'known', 'v1', 'ACSCurrent', DKMSInstanceId, CiphertextBlob, 'local'];
  const blob = Buffer.from(CiphertextBlob, 'base64');
  knownBlobs = [
    blob,
    Buffer.concat([Buffer.from([0x24, 0, 2]), blob]),
    Buffer.alloc(12),
    Buffer.alloc(16),
    Buffer.alloc(32),
  ];
});
afterAll(() => parts.store.close());

const handle = (request: Omit<AppRequest, 'remoteAddress'>) => parts.app.handle({ ...request, remoteAddress });

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '0', '-1', '1', '7', '30', '1e3', '999999999999999', 'true', 'false', '\0', '__proto__', '7d'),
  fc.json({ maxDepth: 3 }),
  fc.base64String({ maxLength: 100 }),
  fc.nat().map((index) => known[index % known.length] as string),
);

/** A text for a parameter: half of the time one that the table would let through. */
const textFor = ({ values, range }: FieldFacts): Arbitrary<string> => {
  if (values) return fc.oneof(anyText, fc.constantFrom(...values));
  return range ? fc.oneof(anyText, fc.nat(range.max ?? 100).map(String)) : anyText;
};

const algorithms = ['AES_GCM', 'AES_CBC', 'SM4_ECB', 'RSAES_OAEP_SHA_256', 'SM2PKE', 'ECDSA_SHA_256', 'HMAC_SHA_256'];

/** The flat parameters by which one travels, or some that look like them. */
function entries(name: string, facts: FieldFacts): Arbitrary<[string, string][]> {
  const suffixes = { json: [''], numbered: ['.1', '.2', '.1.Key', '.1.Value', '.0', ''], dotted: ['.CustomData', ''] };
  const names = suffixes[facts.encoding ?? 'json'].map((suffix) => name + suffix);
  const text = name.includes('Algorithm') ? fc.oneof(fc.constantFrom(...algorithms), anyText) : textFor(facts);
  return fc.array(fc.tuple(fc.constantFrom(...names), text), { minLength: 1, maxLength: facts.encoding ? 3 : 1 });
}

const parametersOf = (api: ActionName): Arbitrary<Record<string, string>> => {
  const fields = Object.entries(actions[api].parameters).map(([name, facts]) =>
    facts.required ? entries(name, facts) : fc.oneof(fc.constant([]), entries(name, facts)),
  );
  return fc.tuple(...fields).map((all) => Object.fromEntries(all.flat()));
};

const publicCall = fc
  .constantFrom(...(Object.keys(publicHandlers) as ActionName[]))
  .chain((api) => fc.tuple(fc.constant(api), parametersOf(api)));

const instanceCall = fc.constantFrom(...Object.keys(instanceHandlers)).chain((api) => {
  const values = {
    string: fc.oneof(anyText, fc.constantFrom(...algorithms, 'RAW', 'DIGEST', 'PEM', 'EC_P256', 'NO_PADDING')),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat().map((index) => knownBlobs[index % knownBlobs.length] as Uint8Array),
    ),
    int32: fc.oneof(fc.integer(), fc.integer({ min: 0, max: 1025 })),
    bool: fc.boolean(),
    'repeated string': fc.array(anyText),
  };
  const fields = instanceMessages[`${api}Request` as MessageName].map(([, name, type]) =>
    fc.tuple(fc.constant(name), fc.option<unknown>(values[type], { nil: undefined })),
  );
  return fc.tuple(
    fc.constant(api),
    fc.tuple(...fields).map((all) => Object.fromEntries(all)),
  );
});

/** Success, or a code of the table with its status; never a failure of ours. */
function expectDocumented(status: number, code: string | undefined): void {
  expect(parts.log).toEqual([]);
  if (status === 200) return;
  expect([code, status]).toEqual([code, serviceErrors[code as ServiceErrorCode]?.status]);
  expect(status).toBeLessThan(500);
}

test('whatever the parameters of an API are, the public gateway answers with a documented code', async () => {
  const property = fc.asyncProperty(publicCall, fc.constantFrom('query', 'form', 'rpc'), async ([api, flat], where) => {
    const request =
      where === 'rpc'
        ? rpcRequest(parts, api, {}, { form: flat })
        : acs3Request(parts, api, where === 'query' ? flat : {}, {
            ...(where === 'form' && { body: new URLSearchParams(flat).toString() }),
          });
    const { status, body } = await handle(request);
    expectDocumented(status, decodeOpenApiError(body)?.code);
  });
  await fc.assert(property, { numRuns });
});

test('whatever the fields of a message are, the instance gateway answers with a documented code', async () => {
  const property = fc.asyncProperty(instanceCall, async ([api, message]) => {
    const { status, body } = await handle(instanceRequest(clientKey, api, message));
    expectDocumented(status, decodeInstanceError(body)?.code);
  });
  await fc.assert(property, { numRuns });
});

test('whatever the bytes of a message are, the instance gateway answers with a documented code', async () => {
  const api = fc.constantFrom(...Object.keys(instanceHandlers));
  const property = fc.asyncProperty(api, fc.uint8Array({ maxLength: 300 }), async (name, body) => {
    const { status, body: answer } = await handle(instanceRequest(clientKey, name, {}, { body }));
    expectDocumented(status, decodeInstanceError(answer)?.code);
  });
  await fc.assert(property, { numRuns: numRuns / 2 });
});

test('whatever the headers, path and body of a request are, it is refused with a documented code', async () => {
  const names = ['x-kms-apiname', 'x-kms-apiversion', 'x-kms-acccesskeyid', 'x-kms-signaturemethod', 'content-sha256'];
  const acs3 = ['x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-content-sha256', 'host'];
  const name = fc.constantFrom(...names, ...acs3, 'authorization', 'date', 'content-type');
  const value = fc.oneof(
    anyText,
    fc.constantFrom(
      'application/json',
      'Bearer AAAA',
      'Encrypt',
      'dkms-gcs-0.2',
      'RSA_PKCS1_SHA_256',
      new Date().toUTCString(),
    ),
    fc.constant(`ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=${'0'.repeat(64)}`),
  );
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD'),
    path: fc.oneof(
      fc.constant('/'),
      fc.webPath(),
      anyText.map((text) => `/?${text}`),
    ),
    headers: fc.dictionary(name, value),
    body: fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => Buffer.from(text)),
    ),
  });
  const property = fc.asyncProperty(request, async (sent) => {
    const { status, body } = await handle(sent);
    expect(status).toBeGreaterThanOrEqual(400);
    expectDocumented(status, (decodeOpenApiError(body) ?? decodeInstanceError(body))?.code);
  });
  await fc.assert(property, { numRuns });
});
