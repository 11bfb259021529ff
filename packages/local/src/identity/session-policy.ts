import { isObject } from 'alibabacloud-kms-sdk/internal';
import { type Decision, decide, type RamPolicy } from '../access/ram-policy.js';
import { ServiceError } from '../service-error.js';

const policyMaxChars = 2048;
const statementMembers = ['Sid', 'Effect', 'Action', 'Resource'];
/** A session policy has no principal: it applies to its own session. */
const anybody = { RAM: ['*'] };

/**
 * Parses the parameter `Policy` of AssumeRole. Refuses what a local KMS cannot evaluate (conditions, `NotAction`), because a
 * session that may do more than its policy says would make tests worthless.
 *
 * @throws ServiceError InvalidParameter.PolicySize, InvalidParameter.PolicyGrammar
 */
export function parseSessionPolicy(text: string): RamPolicy {
  if (text.length > policyMaxChars) {
    throw new ServiceError('InvalidParameter.PolicySize', {
      message: `The size of Policy must be smaller than ${policyMaxChars} bytes.`,
    });
  }
  const policy = parse(text);
  if (policy?.Version !== '1') throw wrong('Version must be "1"');
  const { Statement: statements } = policy;
  if (!Array.isArray(statements) || statements.length === 0) throw wrong('Statement must be an array of statements');
  return { Version: '1', Statement: statements.map(readStatement) };
}

/** @param action such as `kms:Encrypt` */
export const sessionDecision = (policy: RamPolicy, action: string, resource: string): Decision =>
  decide(policy, { principal: '', action, resource });

function readStatement(statement: unknown, index: number): RamPolicy['Statement'][number] {
  const refuse = (why: string) => wrong(`Statement ${index + 1}: ${why}`);
  if (!isObject(statement)) throw refuse('it must be an object');
  const other = Object.keys(statement).find((name) => !statementMembers.includes(name));
  if (other !== undefined) throw refuse(`a local KMS knows ${statementMembers.join(', ')} only, not ${other}`);
  const { Effect, Action, Resource } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw refuse('Effect must be Allow or Deny');
  if (!isTexts(Action)) throw refuse('Action must be actions such as kms:Decrypt');
  if (!isTexts(Resource)) throw refuse('Resource must be "*" or ARNs');
  return { Effect, Action, Resource, Principal: anybody };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is string | string[] {
  const texts = [value].flat();
  return texts.length > 0 && texts.every((text) => typeof text === 'string' && text !== '');
}

const wrong = (why: string): ServiceError =>
  new ServiceError('InvalidParameter.PolicyGrammar', {
    message: `The parameter Policy has not passed grammar check. ${why}.`,
  });
