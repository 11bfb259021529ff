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
  /** What a request of this SDK has it as; `list` and `object` may be given to `doAction` as JSON text. */
  type: 'string' | 'number' | 'boolean' | 'bytes' | 'date' | 'list' | 'object';
  required: boolean;
  /** Not to be shown. */
  secret: boolean;
  /** The values known today; undefined: any. */
  values?: readonly string[];
}

/** What RAM must allow a caller with an AccessKey. */
export interface PermissionDescription {
  /** Action of a policy: `kms:GenerateDataKey`. */
  action: string;
  /**
   * Kind of resource. `any`: RAM is asked about all resources, `*`. `ResourceType`: the parameter of that name says whether
   * it is a key or a secret.
   */
  resource: 'key' | 'secret' | 'alias' | 'any' | 'ResourceType';
  /**
   * Names on the wire of the parameters that name the resource; the first that is given counts. Undefined: RAM is asked
   * about the container, `acs:kms:<region>:<account>:key`.
   */
  parameters?: readonly string[];
  /** The parameter does not name the key itself: it is the one of this alias, ciphertext or secret. */
  behind?: 'alias' | 'ciphertext' | 'secret';
  /** With one of these parameters RAM is asked about `*`. */
  anyBeside?: readonly string[];
}

/** What an API is called with, and what its caller must be allowed. */
export interface ApiDescription {
  name: ActionName | InstanceApi;
  /** The client's method. */
  method: string;
  /** Where an AccessKey can call it; nowhere: only a client key can. */
  gateways: GatewayName[];
  /** What it takes through OpenAPI; none when it cannot be called so. */
  parameters: ParameterDescription[];
  /** What it takes with a client key; undefined when it cannot be called so. */
  clientKeyParameters?: ParameterDescription[];
  /**
   * What a caller with an AccessKey must be allowed; none when RAM is not asked, or when OpenAPI does not have it. A
   * permission for the key behind a secret is needed only if the secret is a generic one and has a key of yours.
   *
   * @see https://www.alibabacloud.com/help/en/kms/key-management-service/security-and-compliance/authorization-information
   */
  permissions: PermissionDescription[];
  /** What the policies of a client key's access point must allow; undefined when it cannot be called so. */
  clientKeyPermission?: (typeof permissions)['key' | 'secret'];
}

/** The name of every API: those of OpenAPI, and those of the instance gateway. Sorted. */
export const apiNames: readonly (ActionName | InstanceApi)[] = [
  ...new Set([...(Object.keys(actions) as ActionName[]), ...instanceApis]),
].sort();

/**
 * What an API is called with; undefined for a name that is none.
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
