import { invalidRequest } from '../checks.js';
import type { FieldsFacts } from '../model/action-facts.js';
import { type ActionName, actionFacts, actions } from '../model/generated/actions.js';
import { type InstanceApi, instanceApis } from '../model/generated/instance-messages.js';
import { instanceOperations } from '../model/generated/instance-operations.js';
import { toBase64 } from '../util/encodings.js';
import { lowerFirst } from '../util/text.js';
import { rejectUnknownNames } from '../util/unknown-names.js';
import { isBytes } from '../util/value-kinds.js';
import type { GatewayName } from './call-options.js';
import { operationMessage } from './client-key-call.js';

/** A method of `Client` that makes exactly one call. */
export type CallMethod = Uncapitalize<ActionName | InstanceApi>;

/** A call as `Client` would make it. */
export interface CallDescription {
  /** The API: `CreateKey`. With an AccessKey some methods call an API of another name: `sign` calls `AsymmetricSign`. */
  api: string;
  /** The gateway that it goes to. */
  gateway: GatewayName;
  /** Host, with its port where that is not 443. */
  endpoint: string;
  /** What signs it. The policies of its access point hold the permissions of a client key, RAM those of an AccessKey. */
  credential: 'clientKey' | 'accessKey';
  /** Parameters by their name on the wire, as text; bytes as base64. */
  parameters: Record<string, string>;
  /** Names of the parameters that must not be shown. */
  secrets: string[];
}

const operations = new Map<string, InstanceApi>(instanceApis.map((api) => [lowerFirst(api), api]));

/** What a method calls: the operation of the instance gateway if there is one of that name, otherwise the action. */
export function targetOf(method: CallMethod): { operation?: InstanceApi; action?: ActionName } {
  const operation = operations.get(method);
  if (operation) return { operation };
  const names = new Map(Object.entries(actions).map(([name, facts]) => [facts.method, name as ActionName]));
  rejectUnknownNames({ [method]: true }, [...names.keys(), ...operations.keys()], (name, suggestion) =>
    invalidRequest('describeCall', `${name} is not a method that makes one call${suggestion}`),
  );
  return { action: names.get(method) };
}

type Target = Pick<CallDescription, 'gateway' | 'endpoint' | 'credential'>;

/** A call with a client key. */
export function describedMessage(target: Target, api: InstanceApi, request: Record<string, unknown>): CallDescription {
  const { message, keyVersionId } = operationMessage(api, request);
  const texts = Object.entries(message).map(([name, value]) => [name, textOf(value)]);
  const parameters = {
    ...Object.fromEntries(texts),
    ...(keyVersionId !== undefined && { KeyVersionId: keyVersionId }),
  };
  return { api, ...target, parameters, secrets: secretsIn(instanceOperations[api].request, parameters) };
}

/** A call with an AccessKey. */
export function describedParameters(target: Target, api: string, parameters: Record<string, string>): CallDescription {
  return { api, ...target, parameters, secrets: secretsIn(actionFacts(api)?.parameters ?? {}, parameters) };
}

const secretsIn = (facts: FieldsFacts, parameters: object): string[] =>
  Object.keys(parameters).filter((name) => facts[name]?.secret);

const textOf = (value: unknown): string => (isBytes(value) ? toBase64(value) : String(value));
