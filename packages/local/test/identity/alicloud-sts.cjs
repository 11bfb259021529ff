// A program written with Alibaba Cloud's generic OpenAPI client, which signs with ACS3-HMAC-SHA256: it assumes a role with
// an AccessKey and with an OIDC token, and calls KMS as that role. Prints what it saw as JSON.
const OpenApi = require('@alicloud/openapi-client');
const { default: OpenApiUtil } = require('@alicloud/openapi-util');
const { RuntimeOptions } = require('@alicloud/tea-util');

const { ENDPOINT, ACCESS_KEY_ID, ACCESS_KEY_SECRET, ROLE_ARN, OIDC_PROVIDER_ARN, OIDC_TOKEN } = process.env;

const client = (key) =>
  new OpenApi.default(new OpenApi.Config({ ...key, regionId: 'cn-hangzhou', endpoint: ENDPOINT }));

async function call(by, version, action, query = {}, authType = 'AK') {
  const params = new OpenApi.Params({
    action,
    version,
    authType,
    protocol: 'HTTPS',
    method: 'POST',
    style: 'RPC',
    pathname: '/',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const request = new OpenApi.OpenApiRequest({ query: OpenApiUtil.query(query) });
  return (await by.callApi(params, request, new RuntimeOptions({}))).body;
}

const roleClient = ({ AccessKeyId, AccessKeySecret, SecurityToken }) =>
  client({
    type: 'sts',
    accessKeyId: AccessKeyId,
    accessKeySecret: AccessKeySecret,
    securityToken: SecurityToken,
  });

async function main() {
  const sts = '2015-04-01';
  const account = client({ accessKeyId: ACCESS_KEY_ID, accessKeySecret: ACCESS_KEY_SECRET });
  const role = { RoleArn: ROLE_ARN, RoleSessionName: 'by-openapi' };
  const assumed = await call(account, sts, 'AssumeRole', role);
  const oidc = { OIDCProviderArn: OIDC_PROVIDER_ARN, OIDCToken: OIDC_TOKEN };
  const byOidc = await call(account, sts, 'AssumeRoleWithOIDC', { ...role, ...oidc }, 'Anonymous');
  const seen = [];
  for (const { Credentials } of [assumed, byOidc]) {
    const { Arn } = await call(roleClient(Credentials), sts, 'GetCallerIdentity');
    const { TotalCount } = await call(roleClient(Credentials), '2016-01-20', 'ListKeys');
    seen.push({ Arn, TotalCount: typeof TotalCount });
  }
  const refused = await call(account, sts, 'AssumeRole', { ...role, DurationSeconds: 1 }).catch(({ code }) => code);
  console.log(JSON.stringify({ seen, refused }));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
