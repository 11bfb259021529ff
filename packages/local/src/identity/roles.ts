import { createHash } from 'node:crypto';
import { ServiceError } from '../service-error.js';

/** Valid names of RAM roles. */
const roleName = /^[A-Za-z0-9.\-_]{1,64}$/;

export const isRoleName = (name: unknown): name is string => typeof name === 'string' && roleName.test(name);

export const roleArn = (accountId: string, name: string): string => `acs:ram::${accountId}:role/${name}`;

export const roleNameOf = (arn: string): string => arn.slice(arn.indexOf('/') + 1);

/** A role's id: 18 digits, always the same for the same role, like those of RAM. */
export function roleId(arn: string): string {
  const number = createHash('sha256').update(arn).digest().readBigUInt64BE() % 10n ** 17n;
  return `3${number.toString().padStart(17, '0')}`;
}

/**
 * The ARN of a role of this account, as RAM writes it. A local KMS has no RAM: a role with any name exists, and trusts
 * every caller.
 *
 * @throws ServiceError InvalidParameter.RoleArn, EntityNotExist.Role
 */
export function checkRoleArn(accountId: string, arn: string): string {
  const [, account, name] = /^acs:ram::(\d{1,20}):role\/(.+)$/i.exec(arn) ?? [];
  if (account === undefined || !isRoleName(name)) {
    throw new ServiceError('InvalidParameter.RoleArn', { message: 'The parameter RoleArn is wrongly formed.' });
  }
  if (account !== accountId) {
    throw new ServiceError('EntityNotExist.Role', {
      status: 404,
      message: `The specified Role not exists. This local KMS has the roles of account ${accountId} only.`,
    });
  }
  return roleArn(accountId, name);
}
