import { limits } from 'alibabacloud-kms-sdk/internal';
import { checkAccessName } from '../../access/access-checks.js';
import { boundedText } from '../../text-checks.js';
import { isText, optionalJsonArray, optionalText, text } from '../parameters.js';
import type { Parameters } from '../types.js';

/** Name of what is to be made: it becomes part of an ARN. */
export function newName(parameters: Parameters): string {
  const name = text(parameters, 'Name');
  checkAccessName(name);
  return name;
}

export const newDescription = (parameters: Parameters): string =>
  boundedText('Description', optionalText(parameters, 'Description') ?? '', limits.descriptionMaxChars);

/** Undefined: it stays as it is. Here an empty text is a value: it takes the description away. */
export const changedDescription = (parameters: Parameters): string | undefined =>
  parameters.Description === undefined ? undefined : newDescription(parameters);

/** Names, each once. Undefined when the parameter is absent. */
export function optionalNames(parameters: Parameters, name: string): string[] | undefined {
  const names = optionalJsonArray(parameters, name, 'names', isText);
  return names && [...new Set(names)];
}
