import { isAddressOrBlock, limits } from 'alibabacloud-kms-sdk/internal';
import { arn } from '../../keys/key-ids.js';
import { invalidParameter } from '../../service-error.js';
import { boundedText, isText, optionalJsonArray, optionalText, text } from '../parameters.js';
import type { Identity, Parameters } from '../types.js';

const nameCharacters = /^[A-Za-z0-9_/+=.@-]+$/;

/** Name of what is to be made: it becomes part of an ARN. */
export function newName(parameters: Parameters): string {
  const name = text(parameters, 'Name');
  checkAccessName(name);
  return name;
}

/** @throws ServiceError InvalidParameter Name */
export function checkAccessName(name: string): void {
  boundedText('Name', name, limits.accessNameMaxChars);
  if (!nameCharacters.test(name)) throw invalidParameter('Name', 'it has letters, digits and _ / + = . - @');
}

export const newDescription = (parameters: Parameters): string =>
  boundedText('Description', optionalText(parameters, 'Description') ?? '', limits.descriptionMaxChars);

/** Undefined: it stays as it is. Here an empty text is a value: it takes the description away. */
export const changedDescription = (parameters: Parameters): string | undefined =>
  parameters.Description === undefined ? undefined : newDescription(parameters);

/** Undefined when the parameter is absent. */
export function sourcePrivateIp(parameters: Parameters): string[] | undefined {
  const name = 'SourcePrivateIp';
  const entries = optionalJsonArray(parameters, name, 'addresses', isText);
  if (entries) checkAddresses(name, entries);
  return entries;
}

/** @throws ServiceError InvalidParameter that names `parameter` */
export function checkAddresses(parameter: string, entries: readonly string[]): void {
  const wrong = entries.find((entry) => !isAddressOrBlock(entry));
  if (wrong === undefined) return;
  throw invalidParameter(parameter, `${JSON.stringify(wrong)} is neither an IP address nor a CIDR block`);
}

/** Names, each once. Undefined when the parameter is absent. */
export function optionalNames(parameters: Parameters, name: string): string[] | undefined {
  const names = optionalJsonArray(parameters, name, 'names', isText);
  return names && [...new Set(names)];
}

export const networkRuleArn = (identity: Identity, name: string): string => arn(identity, `network/${name}`);
export const policyArn = (identity: Identity, name: string): string => arn(identity, `policy/${name}`);
export const accessPointArn = (identity: Identity, name: string): string =>
  arn(identity, `applicationaccesspoint/${name}`);
