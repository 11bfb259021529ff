// A program written with Alibaba Cloud's generic OpenAPI client (callApi, ACS3-HMAC-SHA256), unaware of being tested. It
// trusts the local KMS through NODE_EXTRA_CA_CERTS, and prints what it saw as JSON.
const OpenApi = require('@alicloud/openapi-client');
const { default: OpenApiUtil } = require('@alicloud/openapi-util');
const { RuntimeOptions } = require('@alicloud/tea-util');

const { ENDPOINT, ACCESS_KEY_ID, ACCESS_KEY_SECRET, REGION_ID, INSTANCE_ID } = process.env;

const client = new OpenApi.default(
  new OpenApi.Config({
    accessKeyId: ACCESS_KEY_ID,
    accessKeySecret: ACCESS_KEY_SECRET,
    regionId: REGION_ID,
    endpoint: ENDPOINT,
  }),
);

const params = (action) =>
  new OpenApi.Params({
    action,
    version: '2016-01-20',
    protocol: 'HTTPS',
    method: 'POST',
    authType: 'AK',
    style: 'RPC',
    pathname: '/',
    reqBodyType: 'json',
    bodyType: 'json',
  });

/** @param where `query`, as the generated clients of this family send parameters, or `body` for a form */
async function call(action, parameters = {}, where = 'query') {
  const request = new OpenApi.OpenApiRequest({ [where]: OpenApiUtil.query(parameters) });
  const withForm = where === 'body' ? Object.assign(params(action), { reqBodyType: 'formData' }) : params(action);
  return (await client.callApi(withForm, request, new RuntimeOptions({}))).body;
}

const refusal = (action, parameters) =>
  call(action, parameters).then(
    () => ({ code: 'none' }),
    ({ code, message }) => ({ code, message }),
  );

/** @returns what the program saw */
async function main() {
  const created = await call('CreateKey', {
    DKMSInstanceId: INSTANCE_ID,
    Description: "from a stranger & 密钥 *~'()",
    Tags: '[{"TagKey":"team","TagValue":"orders"}]',
  });
  const { KeyId, Description } = created.KeyMetadata;
  const EncryptionContext = '{"tenant":"42","app":"a&b=c"}';
  const Plaintext = Buffer.from('hello through callApi').toString('base64');
  const { CiphertextBlob } = await call('Encrypt', { KeyId, Plaintext, EncryptionContext }, 'body');
  const decrypted = await call('Decrypt', { CiphertextBlob, EncryptionContext });
  const listed = await call('ListKeys', { PageNumber: 1, PageSize: 100 });
  const numbered = { RegionId: REGION_ID, ResourceType: 'key', ResourceId: [KeyId], Tag: [{ Key: 'a', Value: 'b c' }] };
  const tagged = await call('TagResources', { ...numbered, Tag: [{ Key: 'a', Value: 'b+c' }] });
  const tags = await call('ListTagResources', { RegionId: REGION_ID, ResourceType: 'key', ResourceId: [KeyId] });
  const secret = { SecretName: 'from/callApi', SecretData: 'value & 密', VersionId: 'v1' };
  await call('CreateSecret', { ...secret, EncryptionKeyId: KeyId, DKMSInstanceId: INSTANCE_ID }, 'body');
  const batch = await call('BatchGetSecretValue', {
    SecretsList: '[{"SecretName":"from/callApi"},{"SecretName":"none"}]',
  });
  return {
    Description,
    decrypted: Buffer.from(decrypted.Plaintext, 'base64').toString(),
    listed: listed.Keys.Key.some((key) => key.KeyId === KeyId),
    requestId: typeof tagged.RequestId,
    tags: tags.TagResources.TagResource.map(({ TagKey, TagValue }) => [TagKey, TagValue]),
    wrongTag: (await refusal('TagResources', numbered)).code,
    read: batch.SecretValues.map(({ SecretData }) => SecretData),
    errors: batch.Errors.map(({ Code }) => Code),
    unknownKey: await refusal('DescribeKey', { KeyId: 'no-such-key' }),
    missing: await refusal('DescribeKey'),
    unknownApi: (await refusal('NoSuchApi')).code,
  };
}

if (require.main === module)
  main().then(
    (result) => console.log(JSON.stringify(result)),
    (error) => {
      console.error(error);
      process.exitCode = 1;
    },
  );

module.exports = { call, main };
