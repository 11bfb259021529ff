import { isObject, limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { type ConditionValues, holds, matchesWildcards, wrongCondition } from './ram-conditions.js';

type Effect = 'Allow' | 'Deny';

interface Statement {
  Sid?: string;
  Effect: Effect;
  Principal: Record<string, string | string[]>;
  Action: string | string[];
  Resource: string | string[];
  Condition?: object;
}

/** A policy of a key or a secret, in RAM's policy language. */
export interface RamPolicy {
  Version: string;
  Statement: Statement[];
}

export interface RamRequest {
  /** `acs:ram::<account>:root` */
  principal: string;
  /** `kms:Encrypt` */
  action: string;
  /** ARN */
  resource: string;
  /** Values for conditions; default: no values. */
  valuesOf?: ConditionValues;
}

/** Result of evaluating a policy. */
export type Decision = 'Allow' | 'ImplicitDeny' | 'ExplicitDeny';

/** The policy of a key or secret if nobody has set one: its account may do everything. */
export const defaultPolicy = (accountId: string, type: 'key' | 'secret'): RamPolicy => ({
  Version: '1',
  Statement: [
    {
      Sid: `kms default ${type} policy`,
      Effect: 'Allow',
      Principal: { RAM: [`acs:ram::${accountId}:*`] },
      Action: ['kms:*'],
      Resource: ['*'],
    },
  ],
});

/**
 * Checks the form of a policy.
 *
 * @throws ServiceError InvalidParameter that names `parameter` and the invalid part
 */
export function checkPolicy(parameter: string, text: string): void {
  const refuse = (why: string) => invalidParameter(parameter, why);
  if (Buffer.byteLength(text) > limits.ramPolicyMaxBytes) {
    throw refuse(`at most ${limits.ramPolicyMaxBytes} bytes are possible`);
  }
  const policy = parse(text);
  if (!isObject(policy)) throw refuse('it must be a JSON object');
  if (policy.Version !== '1') throw refuse('Version must be "1"');
  const statements = policy.Statement;
  if (!Array.isArray(statements) || statements.length === 0) throw refuse('Statement must be an array of statements');
  for (const [index, statement] of statements.entries()) {
    const wrong = wrongMember(statement);
    if (wrong) throw refuse(`Statement ${index + 1}: ${wrong}`);
  }
}

/**
 * A matching Deny forbids a request; otherwise it needs a matching Allow. A condition that cannot be evaluated, as older
 * versions stored them, never allows and always denies.
 */
export function decide({ Statement: statements }: RamPolicy, request: RamRequest): Decision {
  const { principal, action, resource, valuesOf = () => [] } = request;
  const effects = statements
    .filter(
      ({ Effect, Principal, Action, Resource, Condition }) =>
        fits(Principal.RAM ?? [], principal) &&
        fits([Action].flat().map(lowerCase), lowerCase(action)) &&
        fits(Resource, resource) &&
        (holds(Condition, valuesOf) ?? Effect === 'Deny'),
    )
    .map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'ExplicitDeny';
  return effects.includes('Allow') ? 'Allow' : 'ImplicitDeny';
}

/** Checks of the members of a statement. */
const members: Readonly<
  Record<keyof Statement, [required: boolean, check: (value: unknown) => boolean, rule: string]>
> = {
  Sid: [false, (value) => typeof value === 'string', 'must be text'],
  Effect: [true, (value) => value === 'Allow' || value === 'Deny', 'must be Allow or Deny'],
  Principal: [
    true,
    (value) => isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isTexts),
    'must be an object such as {"RAM":["acs:ram::<account>:*"]}',
  ],
  Action: [true, (value) => isTexts(value) && [value].flat().every(isAction), 'must be actions such as kms:Encrypt'],
  Resource: [true, isTexts, 'must be "*" or ARNs'],
  Condition: [false, isObject, 'must be an object'],
};

function wrongMember(statement: unknown): string | undefined {
  if (!isObject(statement)) return 'it must be an object';
  const unknown = Object.keys(statement).find((name) => !Object.hasOwn(members, name));
  if (unknown !== undefined) return `there is no member ${unknown}; known are ${Object.keys(members).join(', ')}`;
  for (const [name, [required, check, rule]] of Object.entries(members)) {
    const value = statement[name];
    if (value === undefined ? required : !check(value)) return `${name} ${rule}`;
  }
  return statement.Condition === undefined ? undefined : wrongCondition(statement.Condition);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One text, or several. */
function isTexts(value: unknown): value is string | string[] {
  const texts = [value].flat();
  return texts.length > 0 && texts.every((text) => typeof text === 'string' && text !== '');
}

const isAction = (text: string): boolean => /^(\*|kms:[A-Za-z*?]+)$/i.test(text);

const lowerCase = (text: string): string => text.toLowerCase();

const fits = (patterns: string | string[], value: string): boolean =>
  [patterns].flat().some((pattern) => matchesWildcards(pattern, value));
