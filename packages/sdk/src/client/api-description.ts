import { permissions } from '../model/access.js';
import type { FieldFacts, FieldsFacts, Shape } from '../model/action-facts.js';
import { type ActionName, actions } from '../model/generated/actions.js';
import { clientKeyPermissions, ramFacts } from '../model/generated/api-rules.js';
import { type InstanceApi, instanceApis } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import { lowerFirst } from '../util/text.js';
import type { GatewayName } from './call-options.js';

/** One parameter of an API. */
export interface ParameterDescription {
  /** Name on the wire: `KeySpec`. */
  name: string;
  /** Name in a request of this SDK: `keySpec`. */
  field: string;
  /** Its type in a request of this SDK; `doAction` also takes `list` and `object` as JSON text. */
  type: 'string' | 'number' | 'boolean' | 'bytes' | 'date' | 'list' | 'object';
  required: boolean;
  /** Must not be shown. */
  secret: boolean;
  /** The values known today; undefined: any value. */
  values?: readonly string[];
}

/** What RAM must allow a caller with an AccessKey to do. */
export interface PermissionDescription {
  /** Action of a policy: `kms:GenerateDataKey`. */
  action: string;
  /**
   * Kind of resource. `any`: RAM checks all resources, `*`. `ResourceType`: the parameter of that name decides between key
   * and secret.
   */
  resource: 'key' | 'secret' | 'alias' | 'any' | 'ResourceType';
  /**
   * Wire names of the parameters that name the resource; the first one present counts. Undefined: RAM checks the
   * container, `acs:kms:<region>:<account>:key`.
   */
  parameters?: readonly string[];
  /** The parameter names the key indirectly: by its alias, a ciphertext or a secret. */
  behind?: 'alias' | 'ciphertext' | 'secret';
  /** If the request has one of these parameters, RAM checks `*`. */
  anyBeside?: readonly string[];
}

/** Parameters and permissions of an API. */
export interface ApiDescription {
  name: ActionName | InstanceApi;
  /** The client's method. */
  method: string;
  /** The gateways on which an AccessKey can call it; empty: only a client key can. */
  gateways: GatewayName[];
  /** Its parameters with an AccessKey; empty if only a client key can call it. */
  parameters: ParameterDescription[];
  /** Its parameters with a client key; undefined if a client key cannot call it. */
  clientKeyParameters?: ParameterDescription[];
  /**
   * What RAM must allow a caller with an AccessKey; empty if RAM does not check the API, or if only a client key can call
   * it. The permission for the key behind a secret is needed only for a generic secret with a key of yours.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/security-and-compliance/authorization-information
   */
  permissions: PermissionDescription[];
  /** What the policies of a client key's access point must allow; undefined if a client key cannot call it. */
  clientKeyPermission?: (typeof permissions)['key' | 'secret'];
}

/** The names of all APIs of both gateways, sorted. */
export const apiNames: readonly (ActionName | InstanceApi)[] = [
  ...new Set([...(Object.keys(actions) as ActionName[]), ...instanceApis]),
].sort();

/**
 * Describes an API: its parameters, gateways and permissions; undefined for an unknown name.
 *
 * @param name e.g. `CreateKey`
 * @example
 * ```ts
 * describeApi('EnableKey')?.parameters; // [{ name: 'KeyId', field: 'keyId', type: 'string', required: true, … }]
 * ```
 */
export function describeApi(name: string): ApiDescription | undefined {
  const known = apiNames.find((api) => api === name);
  if (known === undefined) return undefined;
  const action = Object.hasOwn(actions, known) ? actions[known as ActionName] : undefined;
  const operation = Object.hasOwn(instanceOperations, known) ? instanceOperations[known as InstanceApi] : undefined;
  return {
    name: known,
    method: action?.method ?? lowerFirst(known),
    gateways: (['instance', 'public'] as const).filter((gateway) => action?.gateways.includes(gateway)),
    parameters: describeAll(action?.parameters),
    permissions: permissionsOf(known),
    ...(operation && {
      clientKeyParameters: describeAll(operation.request),
      clientKeyPermission: permissions[clientKeyPermissions[known as InstanceApi]],
    }),
  };
}

function permissionsOf(api: ActionName | InstanceApi): PermissionDescription[] {
  const facts = Object.hasOwn(ramFacts, api) ? ramFacts[api as ActionName] : undefined;
  if (facts === undefined || facts.permissions === 'none') return [];
  if (facts.permissions.length === 0) return [{ action: `kms:${api}`, resource: 'any' }];
  return facts.permissions.map(({ action = api, type, by, behind }) => ({
    action: `kms:${action}`,
    resource: type,
    ...(by && { parameters: by }),
    ...(behind && { behind }),
    ...(facts.allBeside && { anyBeside: facts.allBeside }),
  }));
}

const describeAll = (facts: FieldsFacts = {}): ParameterDescription[] => Object.entries(facts).map(describe);

function describe([name, { field, shape, required, secret, values }]: [string, FieldFacts]): ParameterDescription {
  return {
    name,
    field,
    type: typeOf(shape),
    required: required === true,
    secret: secret === true,
    ...(values && { values }),
  };
}

function typeOf(shape: Shape): ParameterDescription['type'] {
  if (typeof shape === 'object') {
    if ('json' in shape) return typeOf(shape.json);
    return 'fields' in shape ? 'object' : 'list';
  }
  const types = {
    utf8: 'bytes',
    numberText: 'number',
    booleanText: 'boolean',
    secretData: 'string',
    map: 'object',
  } as const;
  return Object.hasOwn(types, shape) ? types[shape as keyof typeof types] : (shape as ParameterDescription['type']);
}
