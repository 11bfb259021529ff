import { limits } from 'alibabacloud-kms-sdk/internal';
import { withoutArn } from '../../keys/key-ids.js';
import { invalidParameter } from '../../service-error.js';
import { text } from '../parameters.js';
import type { Identity, Parameters } from '../types.js';

/** AliasName, in full or as the end of an ARN. */
export function aliasName(parameters: Parameters, identity: Identity): string {
  const name = withoutArn(identity, text(parameters, 'AliasName'));
  checkAliasName(name);
  return name;
}

/** @throws ServiceError InvalidParameter AliasName */
export function checkAliasName(name: string): void {
  if (!/^alias\/[A-Za-z0-9_/-]+$/.test(name) || name.length > limits.aliasMaxChars) {
    const shape = `alias/ and letters, digits, _, - or /, at most ${limits.aliasMaxChars} characters in all`;
    throw invalidParameter('AliasName', `it must be ${shape}`);
  }
  if (name.startsWith('alias/acs'))
    throw invalidParameter('AliasName', 'names from alias/acs on belong to the service');
}
