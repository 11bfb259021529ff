import { expect } from 'vitest';
import { type Cases, call, type World } from './cases.js';

const sourcePrivateIp = ['127.0.0.1', '10.0.0.0/8'];
const SourcePrivateIp = '["127.0.0.1","10.0.0.0/8"]';
const keyUser = 'RbacPermission/Template/CryptoServiceKeyUser';
const secretUser = 'RbacPermission/Template/CryptoServiceSecretUser';
const password = 'one-two-3';

async function networkRule(world: World): Promise<string> {
  const rule = world.name('rule');
  await world.client.createNetworkRule({ name: rule, type: 'Private', sourcePrivateIp });
  return rule;
}

async function accessPolicy(world: World): Promise<string> {
  const policy = world.name('policy');
  const accessControlRules = { networkRules: [await networkRule(world)] };
  await world.client.createPolicy({ name: policy, permissions: [keyUser], resources: ['key/*'], accessControlRules });
  return policy;
}

async function accessPoint(world: World): Promise<string> {
  const point = world.name('aap');
  await world.client.createApplicationAccessPoint({ name: point, policies: [await accessPolicy(world)] });
  return point;
}

async function clientKey(world: World): Promise<{ aapName: string; clientKeyId: string }> {
  const aapName = await accessPoint(world);
  const { clientKeyId } = await world.client.createClientKey({ aapName, password });
  return { aapName, clientKeyId };
}

/** The account may do everything. */
export const policyOf = (world: World) => ({
  Version: '1',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { RAM: [`acs:ram::${world.kms.accountId}:*`] },
      Action: ['kms:*'],
      Resource: ['*'],
    },
  ],
});

export const accessCases: Cases = {
  CreateNetworkRule: (world) => {
    const name = world.name('rule');
    return call(
      'createNetworkRule',
      { name, type: 'Private', description: 'd', sourcePrivateIp },
      { Name: name, Type: 'Private', Description: 'd', SourcePrivateIp },
      { answers: { name, sourcePrivateIp } },
    );
  },
  DescribeNetworkRule: async (world) => {
    const name = await networkRule(world);
    return call('describeNetworkRule', { name }, { Name: name }, { answers: { type: 'Private', sourcePrivateIp } });
  },
  ListNetworkRules: async (world) => {
    await networkRule(world);
    const networkRules = [{ name: expect.any(String) }];
    return call(
      'listNetworkRules',
      { pageNumber: 1, pageSize: 1 },
      { PageNumber: '1', PageSize: '1' },
      { answers: { networkRules } },
    );
  },
  UpdateNetworkRule: async (world) => {
    const name = await networkRule(world);
    return call(
      'updateNetworkRule',
      { name, description: 'new', sourcePrivateIp: ['127.0.0.1'] },
      { Name: name, Description: 'new', SourcePrivateIp: '["127.0.0.1"]' },
    );
  },
  DeleteNetworkRule: async (world) => {
    const name = await networkRule(world);
    return call('deleteNetworkRule', { name }, { Name: name });
  },

  CreatePolicy: async (world) => {
    const [name, rule] = [world.name('policy'), await networkRule(world)];
    const { instanceId } = world.kms;
    return call(
      'createPolicy',
      {
        name,
        description: 'd',
        kmsInstance: instanceId,
        permissions: [keyUser, secretUser],
        resources: ['key/*', 'secret/*'],
        accessControlRules: { networkRules: [rule] },
      },
      {
        Name: name,
        Description: 'd',
        KmsInstance: instanceId,
        Permissions: JSON.stringify([keyUser, secretUser]),
        Resources: '["key/*","secret/*"]',
        AccessControlRules: `{"NetworkRules":["${rule}"]}`,
      },
      { answers: { name, kmsInstance: instanceId, resources: ['key/*', 'secret/*'] } },
    );
  },
  DescribePolicy: async (world) => {
    const name = await accessPolicy(world);
    return call('describePolicy', { name }, { Name: name }, { answers: { name, permissions: [keyUser] } });
  },
  ListPolicies: async (world) => {
    await accessPolicy(world);
    const policies = [{ name: expect.any(String) }];
    return call(
      'listPolicies',
      { pageNumber: 1, pageSize: 1 },
      { PageNumber: '1', PageSize: '1' },
      { answers: { policies } },
    );
  },
  UpdatePolicy: async (world) => {
    const [name, rule] = [await accessPolicy(world), await networkRule(world)];
    return call(
      'updatePolicy',
      {
        name,
        description: 'new',
        permissions: [secretUser],
        resources: ['secret/a'],
        accessControlRules: { networkRules: [rule] },
      },
      {
        Name: name,
        Description: 'new',
        Permissions: JSON.stringify([secretUser]),
        Resources: '["secret/a"]',
        AccessControlRules: `{"NetworkRules":["${rule}"]}`,
      },
    );
  },
  DeletePolicy: async (world) => {
    const name = await accessPolicy(world);
    return call('deletePolicy', { name }, { Name: name });
  },

  CreateApplicationAccessPoint: async (world) => {
    const [name, policy] = [world.name('aap'), await accessPolicy(world)];
    return call(
      'createApplicationAccessPoint',
      { name, description: 'd', authenticationMethod: 'ClientKey', policies: [policy] },
      { Name: name, Description: 'd', AuthenticationMethod: 'ClientKey', Policies: `["${policy}"]` },
      { answers: { name, policies: [policy] } },
    );
  },
  DescribeApplicationAccessPoint: async (world) => {
    const name = await accessPoint(world);
    const answers = { name, authenticationMethod: 'ClientKey' };
    return call('describeApplicationAccessPoint', { name }, { Name: name }, { answers });
  },
  ListApplicationAccessPoints: async (world) => {
    await accessPoint(world);
    return call(
      'listApplicationAccessPoints',
      { pageNumber: 1, pageSize: 1 },
      { PageNumber: '1', PageSize: '1' },
      { answers: { applicationAccessPoints: [{ name: expect.any(String) }] } },
    );
  },
  UpdateApplicationAccessPoint: async (world) => {
    const [name, policy] = [await accessPoint(world), await accessPolicy(world)];
    return call(
      'updateApplicationAccessPoint',
      { name, description: 'new', policies: [policy] },
      { Name: name, Description: 'new', Policies: `["${policy}"]` },
    );
  },
  DeleteApplicationAccessPoint: async (world) => {
    const name = await accessPoint(world);
    return call('deleteApplicationAccessPoint', { name }, { Name: name });
  },

  CreateClientKey: async (world) => {
    const aapName = await accessPoint(world);
    const [notBefore, notAfter] = [new Date('2026-01-01T00:00:00Z'), new Date('2036-01-01T00:00:00Z')];
    return call(
      'createClientKey',
      { aapName, password, notBefore, notAfter },
      { AapName: aapName, Password: password, NotBefore: '2026-01-01T00:00:00Z', NotAfter: '2036-01-01T00:00:00Z' },
      { answers: { notBefore, notAfter, privateKeyData: expect.any(String) } },
    );
  },
  GetClientKey: async (world) => {
    const { aapName, clientKeyId } = await clientKey(world);
    return call('getClientKey', { clientKeyId }, { ClientKeyId: clientKeyId }, { answers: { aapName, clientKeyId } });
  },
  ListClientKeys: async (world) => {
    const { aapName, clientKeyId } = await clientKey(world);
    return call('listClientKeys', { aapName }, { AapName: aapName }, { answers: { clientKeys: [{ clientKeyId }] } });
  },
  DeleteClientKey: async (world) => {
    const { clientKeyId } = await clientKey(world);
    return call('deleteClientKey', { clientKeyId }, { ClientKeyId: clientKeyId });
  },

  SetKeyPolicy: async (world) => {
    const [{ keyId }, policy] = [await world.key(), policyOf(world)];
    return call(
      'setKeyPolicy',
      { keyId, policy, policyName: 'default' },
      { KeyId: keyId, Policy: JSON.stringify(policy), PolicyName: 'default' },
    );
  },
  GetKeyPolicy: async (world) => {
    const { keyId } = await world.key();
    return call(
      'getKeyPolicy',
      { keyId, policyName: 'default' },
      { KeyId: keyId, PolicyName: 'default' },
      { answers: { policy: { Version: '1' } } },
    );
  },
  SetSecretPolicy: async (world) => {
    const [secretName, policy] = [await world.secret(), policyOf(world)];
    return call(
      'setSecretPolicy',
      { secretName, policy, policyName: 'default' },
      { SecretName: secretName, Policy: JSON.stringify(policy), PolicyName: 'default' },
    );
  },
  GetSecretPolicy: async (world) => {
    const secretName = await world.secret();
    return call(
      'getSecretPolicy',
      { secretName, policyName: 'default' },
      { SecretName: secretName, PolicyName: 'default' },
      { answers: { policy: { Version: '1' } } },
    );
  },
};
