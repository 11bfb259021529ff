import { type ActionName, actions } from 'alibabacloud-kms-sdk/internal';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readParameters } from '../../src/gateways/parameters.js';
import { ServiceError } from '../../src/service-error.js';
import { ActionHarness, codeOf } from './harness.js';

let kms: ActionHarness;
let keyId: string;
beforeAll(async () => {
  kms = await ActionHarness.open();
  keyId = await kms.newKey();
  await kms.call('CreateSecret', { SecretName: 's', SecretData: 'x', VersionId: 'v1' });
});
afterAll(() => kms.close());

/** Refused before anybody looks at them. */
const notStored = ['Recipient', 'CertificateId'];

const textsByApi = Object.entries(actions)
  .map(([api, { parameters }]) => ({ api, texts: Object.entries(parameters).filter(([, f]) => f.shape === 'string') }))
  .filter(({ texts }) => texts.length > 0);

describe.each(textsByApi)('$api', ({ api, texts }) => {
  test('refuses U+0000 in a text by the name of the parameter', () => {
    for (const [name] of texts.filter(([name]) => !notStored.includes(name))) {
      const reading = () => readParameters(api as ActionName, { [name]: 'a\0b' });
      expect(reading).toThrow(expect.objectContaining({ code: 'InvalidParameter' }));
      expect(reading).toThrow(name);
    }
  });

  test('never fails in the database for it', async () => {
    const known: Record<string, string> = { KeyId: keyId, SecretName: 's', AliasName: 'alias/x', VersionId: 'v1' };
    for (const [name] of texts) {
      const others = Object.fromEntries(texts.map(([other]) => [other, known[other] ?? 'x']));
      // Throws whatever is no error of the service.
      await codeOf(kms.call(api, { ...others, [name]: 'alias/a\0b' }));
    }
  });
});

const nul = '\\u0000';
test.each<[string, Record<string, unknown>]>([
  ['PutSecretValue', { SecretName: 's', SecretData: 'y', VersionId: 'v2', VersionStages: `["a${nul}b"]` }],
  ['ListSecrets', { Filters: `[{"Key":"SecretName","Values":["${nul}"]}]` }],
  ['ListSecrets', { Filters: `[{"Key":"TagKey","Values":["${nul}"]}]` }],
  ['ListKeys', { Filters: `[{"Key":"DKMSInstanceId","Values":["${nul}"]}]` }],
  ['UntagResource', { SecretName: 's', TagKeys: `["${nul}"]` }],
  ['ListTagResources', { ResourceType: 'key', ResourceId: ['\0'] }],
  [
    'ListTagResources',
    { RegionId: 'cn-hangzhou', ResourceType: 'key', NextToken: Buffer.from(`["${nul}","a"]`).toString('base64url') },
  ],
  ['CreateApplicationAccessPoint', { Name: 'a', Policies: `["${nul}"]` }],
])('U+0000 within JSON and lists of %s is refused: %j', async (api, parameters) => {
  expect(await kms.code(api, parameters)).toBe('InvalidParameter');
});

test('messages of the instance gateway with it are refused', async () => {
  const refused = { code: 'InvalidParameter' };
  await expect(kms.instance('Encrypt', { KeyId: '\0', Plaintext: Buffer.from('x') })).rejects.toMatchObject(refused);
  await expect(kms.instance('GetSecretValue', { SecretName: 'a\0' })).rejects.toMatchObject(refused);
  const decrypting = kms.instance('Decrypt', { KeyId: keyId, CiphertextBlob: Buffer.alloc(60) }, 'a\0');
  await expect(decrypting).rejects.toBeInstanceOf(ServiceError);
});

test('a secret may hold it', async () => {
  const SecretData = 'before\0after';
  await kms.call('CreateSecret', { SecretName: 'nul', SecretData, VersionId: 'v1' });
  expect((await kms.call('GetSecretValue', { SecretName: 'nul' })).SecretData).toBe(SecretData);
  const read = readParameters('CreateSecret', { SecretName: 'nul', SecretData, VersionId: 'v1' });
  expect(read.SecretData).toBe(SecretData);
});
