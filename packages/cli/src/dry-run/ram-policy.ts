import type { CallDescription } from 'alibabacloud-kms-sdk';
import type { DescribedCall } from './dry-run.js';

export interface RamStatement {
  Effect: 'Allow';
  Action: string[];
  Resource: string[];
}

export interface RamPolicy {
  Version: '1';
  Statement: RamStatement[];
}

type Parameters = CallDescription['parameters'];

/** Parameters that name keys and secrets. */
const keyParameters = ['KeyId', 'DestinationKeyId', 'SourceKeyId', 'EncryptionKeyId'];

/** APIs about all keys, secrets or aliases of the account. */
const collections: Readonly<Record<string, string>> = {
  CreateKey: 'key',
  CreateSecret: 'secret',
  ListKeys: 'key',
  ListSecrets: 'secret',
  GetRandomPassword: 'secret',
  ListAliases: 'alias',
};

/**
 * What RAM must allow for these calls, in the language of its policies. `*` stands for the account, for a region that is
 * not known, and for the key behind an alias or a ciphertext, which is not known here.
 */
export function ramPolicy(calls: readonly DescribedCall[], region = '*'): RamPolicy {
  const byResources = new Map<string, RamStatement>();
  for (const { api, parameters, keyArn } of calls) {
    const Resource = resourcesOf(api, parameters, keyArn).map((name) => (name === '*' ? name : withArn(name, region)));
    const known = byResources.get(Resource.join());
    if (!known) byResources.set(Resource.join(), { Effect: 'Allow', Action: [`kms:${api}`], Resource });
    else if (!known.Action.includes(`kms:${api}`)) known.Action.push(`kms:${api}`);
  }
  return { Version: '1', Statement: [...byResources.values()] };
}

/** What the policies of a client key's access point must allow: permission, and resources. */
export function accessPolicy(calls: readonly DescribedCall[]): { permissions: string[]; resources: string[] } {
  const all = calls.flatMap(({ parameters, keyArn }) => resourcesOf('', parameters, keyArn));
  // An access point's policies name what is in its instance, by kind and id.
  const resources = [...new Set(all.map((name) => name.replace(/^acs:kms:[^:]*:[^:]*:/, '')))].filter(
    (name) => name !== '*',
  );
  const kinds = [...new Set(resources.map((name) => name.split('/')[0]))];
  const permission = { key: 'CryptoServiceKeyUser', secret: 'CryptoServiceSecretUser' };
  return {
    permissions: kinds.map((kind) => `RbacPermission/Template/${permission[kind as 'key' | 'secret']}`),
    resources: resources.length > 0 ? resources : ['key/*'],
  };
}

function resourcesOf(api: string, parameters: Parameters, keyArn?: string): string[] {
  if (keyArn !== undefined) return [keyArn];
  const collection = Object.hasOwn(collections, api) ? collections[api] : undefined;
  const keys = keyParameters.flatMap((name) => (parameters[name] ? [keyResource(parameters[name])] : []));
  if (collection !== undefined) return [collection, ...keys];
  // The key that an alias names is asked about too, and not known here.
  if (/Alias$/.test(api) && parameters.AliasName)
    return [parameters.AliasName, ...(keys.length > 0 ? keys : ['key/*'])];
  const resources = [
    ...keys,
    ...(parameters.SecretName ? [`secret/${parameters.SecretName}`] : []),
    ...taggedResources(parameters),
  ];
  // The key that it is under is asked about too, and not known here.
  if (parameters.CiphertextBlob && !parameters.KeyId && !parameters.SourceKeyId) return [...resources, 'key/*'];
  return resources.length > 0 ? resources : ['*'];
}

const keyResource = (keyId: string): string => {
  if (keyId.startsWith('acs:')) return keyId.includes(':alias/') ? 'key/*' : keyId;
  return keyId.startsWith('alias/') || keyId.startsWith('<') ? 'key/*' : `key/${keyId}`;
};

/** TagResources and its like name kind and ids apart: `ResourceId.1`. */
const taggedResources = (parameters: Parameters): string[] =>
  Object.entries(parameters)
    .filter(([name]) => /^ResourceId\.\d+$/.test(name))
    .map(([, id]) => `${parameters.ResourceType}/${id}`);

const withArn = (resource: string, region: string): string =>
  resource.startsWith('acs:') ? resource : `acs:kms:${region}:*:${resource}`;
