import { type CallDescription, describeApi, type PermissionDescription } from 'alibabacloud-kms-sdk';
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

/**
 * The RAM policy that allows these calls. `*` stands for the account, for an unknown region, and for the key behind an
 * alias, a ciphertext or a secret, which is unknown here.
 */
export function ramPolicy(calls: readonly DescribedCall[], region = '*'): RamPolicy {
  const byResources = new Map<string, RamStatement>();
  for (const call of calls) {
    for (const [action, resources] of actionsOf(call)) {
      const Resource = resources.map((name) => (name === '*' ? name : withArn(name, region)));
      const known = byResources.get(Resource.join());
      if (!known) byResources.set(Resource.join(), { Effect: 'Allow', Action: [action], Resource });
      else if (!known.Action.includes(action)) known.Action.push(action);
    }
  }
  return { Version: '1', Statement: [...byResources.values()] };
}

/** What the policies of a client key's access point must allow: permissions and resources. */
export function accessPolicy(calls: readonly DescribedCall[]): { permissions: string[]; resources: string[] } {
  const permissions = new Set<string>();
  const resources = new Set<string>();
  for (const { api, parameters, keyArn } of calls) {
    const { clientKeyPermission } = describeApi(api) ?? {};
    if (clientKeyPermission === undefined) continue;
    permissions.add(clientKeyPermission);
    // Policies of access points name the resources in their instance by kind and id.
    const key = keyArn ?? keyResource(parameters.KeyId);
    const resource = parameters.SecretName ? `secret/${parameters.SecretName}` : key;
    resources.add(resource.replace(/^acs:kms:[^:]*:[^:]*:/, ''));
  }
  return { permissions: [...permissions], resources: [...resources] };
}

/** RAM actions and their resources; actions of one API on the same resources are not merged yet. */
function actionsOf({ api, parameters, keyArn }: DescribedCall): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const permission of describeApi(api)?.permissions ?? []) {
    const resources = found.get(permission.action) ?? [];
    found.set(permission.action, [...new Set([...resources, ...resourcesOf(permission, parameters, keyArn)])]);
  }
  return new Map([...found].filter(([, resources]) => resources.length > 0));
}

/** Empty if the request names no such resource. */
function resourcesOf(permission: PermissionDescription, given: Parameters, keyArn?: string): string[] {
  const { resource, parameters, behind, anyBeside = [] } = permission;
  if (resource === 'any' || anyBeside.some((name) => given[name])) return ['*'];
  if (parameters === undefined) return [resource];
  const parameter = parameters.find((name) => namesIn(given, name).length > 0);
  if (parameter === undefined) return [];
  const names = namesIn(given, parameter);
  if (resource === 'alias') return names;
  if (resource !== 'key') return names.map((name) => `${given[resource] ?? resource}/${name}`);
  if (behind !== undefined && parameter === parameters.at(-1)) return [keyResource(keyArn)];
  return names.map((name) => keyResource(name));
}

/** A parameter has a single name, or is numbered: `ResourceId.1`; several secrets are named in JSON. */
function namesIn(given: Parameters, parameter: string): string[] {
  const value = given[parameter];
  if (parameter === 'SecretsList') return value ? secretNames(value) : [];
  if (value) return [value];
  return Object.entries(given)
    .filter(([name]) => name.startsWith(`${parameter}.`))
    .map(([, id]) => id);
}

function secretNames(json: string): string[] {
  try {
    const list: unknown = JSON.parse(json);
    return (Array.isArray(list) ? list : []).map((entry) => String(entry?.SecretName ?? '*'));
  } catch {
    return ['*'];
  }
}

/** A key by its id or ARN; any key for an alias, or if it is unknown. */
function keyResource(keyId = 'alias/'): string {
  if (keyId.startsWith('acs:')) return keyId.includes(':alias/') ? 'key/*' : keyId;
  return keyId.startsWith('alias/') || keyId.startsWith('<') ? 'key/*' : `key/${keyId}`;
}

const withArn = (resource: string, region: string): string =>
  resource.startsWith('acs:') ? resource : `acs:kms:${region}:*:${resource}`;
