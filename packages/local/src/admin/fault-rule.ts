import {
  actions,
  instanceMessages,
  nearestName,
  rejectUnknownNames,
  type ServiceErrorCode,
} from 'alibabacloud-kms-sdk/internal';
import { OperatorError } from '../operator-error.js';

/**
 * What goes wrong on purpose, for which calls, and when. Calls that are not signed rightly are refused before any rule
 * is asked. It has exactly one of `code`, `qps`, `hang` and `reset`, or only `delayMs`, which may go with any of them.
 */
export interface FaultRule {
  /** Only calls of this API, or of these. Default: all. */
  api?: string | readonly string[] | undefined;
  /** Only calls to this gateway: the KMS instance's, or the public one. Default: both. */
  gateway?: 'instance' | 'public' | undefined;
  /** Only calls that name the key like this: id, alias or ARN. */
  keyId?: string | undefined;
  /** Only calls that name this secret. */
  secretName?: string | undefined;
  /** How many such calls go well before it can strike. Default 0. */
  after?: number | undefined;
  /** How often it strikes at most; 0: without end. Default 0. */
  times?: number | undefined;
  /** How likely it is to strike a call, above 0 and up to 1. Default 1. Not with `qps`. */
  probability?: number | undefined;
  /** The call fails with this error code: one of the service's, or any other; with `qps`: in place of `Rejected.Throttling`. */
  code?: ServiceErrorCode | (string & {}) | undefined;
  /** Words of the error. Default: the service's. */
  message?: string | undefined;
  /** HTTP status of the error, 400 to 599. Default: the service's. */
  status?: number | undefined;
  /** The answer, or what is in its place, comes so much later, up to 600,000. */
  delayMs?: number | undefined;
  /** The call is never answered; its connection ends when the client gives up, or with this KMS. */
  hang?: boolean | undefined;
  /** The connection is reset. */
  reset?: boolean | undefined;
  /** More than so many calls in a second, by the clock of this KMS, fail with `Rejected.Throttling`. */
  qps?: number | undefined;
}

/** A fault that cannot be added. */
export class FaultError extends OperatorError<'Fault.Invalid'> {
  override readonly name = 'FaultError';

  constructor(message: string) {
    super('Fault.Invalid', message);
  }
}

const wrong = (name: string, why: string, value: unknown): FaultError =>
  new FaultError(`fault.${name} ${why}, not ${JSON.stringify(value)}`);

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isNumber = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'number' && value >= min && value <= max;
const isWhole = (value: unknown, min: number, max = 1_000_000_000): boolean =>
  Number.isInteger(value) && isNumber(value, min, max);

/** Check and rule of every field. */
const fields: Record<keyof FaultRule, [isRight: (value: unknown) => boolean, rule: string]> = {
  api: [(value) => [value].flat().length > 0 && [value].flat().every(isText), 'must be the name of an API, or several'],
  gateway: [(value) => value === 'instance' || value === 'public', 'must be instance or public'],
  keyId: [isText, 'must be the id, alias or ARN of a key'],
  secretName: [isText, 'must be the name of a secret'],
  after: [(value) => isWhole(value, 0), 'must be a whole number from 0'],
  times: [(value) => isWhole(value, 0), 'must be a whole number from 0'],
  probability: [(value) => isNumber(value, Number.MIN_VALUE, 1), 'must be above 0 and at most 1'],
  code: [(value) => isText(value) && /^[\w.]{1,100}$/.test(value as string), 'must be an error code'],
  message: [isText, 'must be text'],
  status: [(value) => isWhole(value, 400, 599), 'must be 400 to 599'],
  delayMs: [(value) => isNumber(value, 0, 600_000), 'must be 0 to 600000'],
  hang: [(value) => typeof value === 'boolean', 'must be true or false'],
  reset: [(value) => typeof value === 'boolean', 'must be true or false'],
  qps: [(value) => isNumber(value, Number.MIN_VALUE, 1_000_000), 'must be above 0 and at most 1000000'],
};

/** @throws FaultError */
export function checkFaultRule(rule: FaultRule): void {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule))
    throw new FaultError('a fault must be an object');
  rejectUnknownNames(
    rule,
    Object.keys(fields),
    (name, suggestion) => new FaultError(`fault.${name} is unknown${suggestion}`),
  );
  for (const [name, value] of Object.entries(rule)) {
    const [isRight, must] = fields[name as keyof FaultRule];
    if (value !== undefined && !isRight(value)) throw wrong(name, must, value);
  }
  for (const api of [rule.api ?? []].flat()) {
    if (knownApis.has(api)) continue;
    const meant = nearestName(api, [...knownApis]);
    throw new FaultError(`fault.api ${api} is unknown${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  }
  checkEffect(rule);
}

function checkEffect({ code, qps, hang, reset, delayMs, probability, message, status }: FaultRule): void {
  const ends = [code !== undefined || qps !== undefined, hang === true, reset === true].filter(Boolean).length;
  if (ends > 1) throw new FaultError('a fault has only one of code, hang and reset');
  if (ends === 0 && delayMs === undefined)
    throw new FaultError('a fault has one of code, qps, hang, reset and delayMs');
  if (qps !== undefined && probability !== undefined) throw new FaultError('a fault with qps has no probability');
  if ((message ?? status) !== undefined && code === undefined) throw new FaultError('message and status need a code');
}

const requestMessage = /^(.+)Request$/;
const stsApis = ['AssumeRole', 'AssumeRoleWithOIDC', 'GetCallerIdentity'];
const instanceApis = Object.keys(instanceMessages).flatMap((name) => requestMessage.exec(name)?.[1] ?? []);

/** Names of all APIs, of either gateway and of STS. */
export const knownApis: ReadonlySet<string> = new Set([...Object.keys(actions), ...instanceApis, ...stsApis]);
