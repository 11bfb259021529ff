import { randomBytes } from 'node:crypto';
import { checkSignal, invalidRequest, mustBe } from '../checks.js';
import { clientKeyPasswordRule, isClientKeyPassword, permissions } from '../model/access.js';
import { isAddressOrBlock } from '../util/address-block.js';
import { looksLikeContent } from '../util/file-paths.js';
import { hideSecrets } from '../util/hide-secrets.js';
import { isValidDate } from '../util/value-kinds.js';
import type { OperationOptions } from './call-options.js';
import { checkFields } from './encode-fields.js';
import type { CreateClientKeyResponse } from './generated/access.js';
import type { Permission } from './generated/enumerations.js';
import type { Operations } from './generated/operations.js';
import { NewFile } from './new-file.js';
import { type Step, Steps } from './undo.js';

/** Request of `createAccess`. */
export interface CreateAccessRequest {
  /** Name of the network rule, the policy and the access point; none of them may exist yet. */
  name: string;
  /** The resources to allow: `key/<id>`, `secret/<name>`, `key/*`, `secret/*`; at least one. */
  resources: readonly string[];
  /** Default: what `resources` need: using keys, reading secrets, or both. */
  permissions?: readonly Permission[] | undefined;
  /** Private addresses and CIDR blocks that may call, e.g. `10.0.0.0/24`. Default: any address, without a network rule. */
  networks?: readonly string[] | undefined;
  /** The instance (`kst-…`). Default: that of the client's `instanceConfig`; otherwise the policy names none. */
  kmsInstance?: string | undefined;
  /** Description of rule, policy and access point. */
  description?: string | undefined;
  /** Path for the client key file, which must not exist yet. Default: the response has `clientKeyContent`. */
  clientKeyFile?: string | undefined;
  /**
   * Protects the client key: 8 to 64 ASCII characters with two of letters, digits and special ones. Default: random, in the
   * response.
   */
  password?: string | undefined;
  /** Start of the client key's validity. Default: now. */
  notBefore?: Date | undefined;
  /** End of the client key's validity. Default: five years after its start. */
  notAfter?: Date | undefined;
}

/** What `createAccess` created. */
export interface CreateAccessResponse {
  /** Id of the client key, `KAAP.…`. */
  clientKeyId: string;
  /** Path of the client key file, if you gave one; readable by its owner only (mode 0600). */
  clientKeyFile?: string;
  /** The client key, if you gave no path: the value for `clientKeyContent` of `instanceConfig`. Not shown by `util.inspect`. */
  clientKeyContent?: string;
  /** The random password, if you gave none; it cannot be retrieved again. Not shown by `util.inspect`. */
  password?: string;
  /** Start of the client key's validity. */
  notBefore: Date;
  /** End of the client key's validity. */
  notAfter: Date;
  /** Name of the access point. */
  accessPoint: string;
  /** Name of the policy. */
  policy: string;
  /** Name of the network rule, if you gave `networks`. */
  networkRule?: string;
}

type Calls = Pick<
  Operations,
  | 'createNetworkRule'
  | 'createPolicy'
  | 'createApplicationAccessPoint'
  | 'createClientKey'
  | 'listClientKeys'
  | 'deleteClientKey'
  | 'deleteApplicationAccessPoint'
  | 'deletePolicy'
  | 'deleteNetworkRule'
>;

const api = 'createAccess';

export async function createAccess(
  client: Calls,
  request: CreateAccessRequest,
  { signal, ...options }: OperationOptions = {},
): Promise<CreateAccessResponse> {
  checkCreateAccess(request);
  if (signal !== undefined) checkSignal('options.signal', signal);
  const { name, networks, clientKeyFile, notBefore, notAfter, password = newClientKeyPassword() } = request;
  const steps = new Steps();
  // Never abort a step halfway: nobody would know whether there is something to delete.
  const run = <T>(step: Step<T>): Promise<T> => {
    signal?.throwIfAborted();
    return steps.run(step);
  };
  try {
    const file = clientKeyFile === undefined ? undefined : await run(fileStep(clientKeyFile));
    if (networks) await run(networkRuleStep(client, request, options));
    await run(policyStep(client, request, options));
    await run(accessPointStep(client, request, options));
    signal?.throwIfAborted();
    const made = await client.createClientKey({ aapName: name, password, notBefore, notAfter }, options);
    const clientKeyContent = contentOf(made);
    await file?.write(clientKeyContent);
    const answer: CreateAccessResponse = {
      clientKeyId: made.clientKeyId,
      ...(file ? { clientKeyFile } : { clientKeyContent }),
      ...(request.password === undefined && { password }),
      notBefore: made.notBefore,
      notAfter: made.notAfter,
      accessPoint: name,
      policy: name,
      ...(networks && { networkRule: name }),
    };
    return hideSecrets(answer, ['clientKeyContent', 'password']);
  } catch (cause) {
    return await steps.undo(api, cause);
  }
}

const fileStep = (path: string): Step<NewFile> => ({
  what: `file ${path}`,
  removedBy: 'rm',
  make: () => NewFile.make(path),
  remove: (file) => file.remove(),
});

const networkRuleStep = (
  client: Calls,
  { name, networks, description }: CreateAccessRequest,
  options: OperationOptions,
): Step<unknown> => ({
  what: `network rule ${name}`,
  removedBy: 'DeleteNetworkRule',
  make: () => client.createNetworkRule({ name, type: 'Private', sourcePrivateIp: networks, description }, options),
  remove: () => client.deleteNetworkRule({ name }, options),
});

const policyStep = (client: Calls, request: CreateAccessRequest, options: OperationOptions): Step<unknown> => {
  const { name, resources, networks, description, kmsInstance } = request;
  const accessControlRules = networks && { networkRules: [name] };
  const policy = { name, permissions: permissionsOf(request), resources, accessControlRules, description, kmsInstance };
  return {
    what: `policy ${name}`,
    removedBy: 'DeletePolicy',
    make: () => client.createPolicy(policy, options),
    remove: () => client.deletePolicy({ name }, options),
  };
};

const accessPointStep = (
  client: Calls,
  { name, description }: CreateAccessRequest,
  options: OperationOptions,
): Step<unknown> => ({
  what: `access point ${name}`,
  removedBy: 'DeleteApplicationAccessPoint',
  make: () => client.createApplicationAccessPoint({ name, policies: [name], description }, options),
  async remove() {
    // Includes a client key whose response was lost, so that its id is unknown.
    const { clientKeys } = await client.listClientKeys({ aapName: name }, options);
    for (const { clientKeyId } of clientKeys) await client.deleteClientKey({ clientKeyId }, options);
    await client.deleteApplicationAccessPoint({ name }, options);
  },
});

/** In the format that the console hands out. */
const contentOf = ({ clientKeyId, privateKeyData }: CreateClientKeyResponse): string =>
  JSON.stringify({ KeyId: clientKeyId, PrivateKeyData: privateKeyData });

type ResourceKind = keyof typeof permissions;
const kinds = Object.keys(permissions) as ResourceKind[];

/** Undefined if it is not a resource. */
const kindOf = (resource: unknown): ResourceKind | undefined =>
  kinds.find((kind) => typeof resource === 'string' && resource.startsWith(`${kind}/`) && resource !== `${kind}/`);

function permissionsOf({ resources, permissions: given }: CreateAccessRequest): readonly Permission[] {
  if (given) return given;
  const needed = resources.map(kindOf);
  return kinds.filter((kind) => needed.includes(kind)).map((kind) => permissions[kind]);
}

/** Finds every error that can be known before anything is created. @throws KmsConfigurationError `Request.Invalid` */
function checkCreateAccess(request: CreateAccessRequest): void {
  checkFields(api, request, [
    ...['name', 'resources', 'permissions', 'networks', 'kmsInstance', 'description'],
    ...['clientKeyFile', 'password', 'notBefore', 'notAfter'],
  ]);
  const { name, resources, permissions: given, networks, clientKeyFile, password, notBefore, notAfter } = request;
  const wrong = (field: string, expected: string) => invalidRequest(api, mustBe(field, expected));
  if (!isText(name)) throw wrong('name', 'a text that is not empty');
  if (!isListOf(resources, (resource) => kindOf(resource) !== undefined)) {
    throw wrong('resources', 'a list of key/<id>, secret/<name>, key/* or secret/*, with at least one');
  }
  if (given !== undefined && !isListOf(given, isText)) throw wrong('permissions', 'a list with at least one');
  if (networks !== undefined && !isListOf(networks, (network) => isText(network) && isAddressOrBlock(network))) {
    throw wrong('networks', 'a list of IP addresses or CIDR blocks, with at least one; leave it out for anywhere');
  }
  if (clientKeyFile !== undefined && !isText(clientKeyFile)) throw wrong('clientKeyFile', 'a path');
  if (clientKeyFile !== undefined && looksLikeContent(clientKeyFile)) {
    throw wrong('clientKeyFile', 'the path of a new file, not the content of one');
  }
  if (password !== undefined && !isClientKeyPassword(password)) throw wrong('password', clientKeyPasswordRule);
  if (notBefore !== undefined && !isValidDate(notBefore)) throw wrong('notBefore', 'a valid Date');
  if (notAfter === undefined) return;
  const earliest = Math.max(Date.now(), notBefore?.getTime() ?? 0);
  if (!isValidDate(notAfter) || notAfter.getTime() <= earliest)
    throw wrong('notAfter', 'a Date after notBefore and now');
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isListOf = (value: unknown, isEntry: (entry: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isEntry);

/** 192 random bits, in characters that need no quoting. */
export function newClientKeyPassword(): string {
  const password = randomBytes(24).toString('hex');
  // Almost always valid; digits alone would be refused.
  return isClientKeyPassword(password) ? password : newClientKeyPassword();
}
