import {
  actions,
  instanceMessages,
  nearestName,
  rejectUnknownNames,
  type ServiceErrorCode,
} from 'alibabacloud-kms-sdk/internal';
import { OperatorError } from '../operator-error.js';

/**
 * A fault to inject: what happens, to which calls, and when. Calls with an invalid signature are refused before any rule
 * applies. A rule has exactly one of `code`, `qps`, `hang` and `reset`, or only `delayMs`, which can go with any of them.
 */
export interface FaultRule {
  /** Only calls of this API, or of these APIs. Default: all. */
  api?: string | readonly string[] | undefined;
  /** Only calls to this gateway: the KMS instance's, or the public one. Default: both. */
  gateway?: 'instance' | 'public' | undefined;
  /** Only calls that refer to the key in this way: id, alias or ARN. */
  keyId?: string | undefined;
  /** Only calls for this secret. */
  secretName?: string | undefined;
  /** How many matching calls succeed before the first fault. Default 0. */
  after?: number | undefined;
  /** How many faults to inject at most; 0: no limit. Default 0. */
  times?: number | undefined;
  /** Probability of a fault for each call, above 0 and up to 1. Default 1. Not with `qps`. */
  probability?: number | undefined;
  /** Error code of the fault: one of the service's, or any other; with `qps`: instead of `Rejected.Throttling`. */
  code?: ServiceErrorCode | (string & {}) | undefined;
  /** Message of the error. Default: the service's. */
  message?: string | undefined;
  /** HTTP status of the error, 400 to 599. Default: the service's. */
  status?: number | undefined;
  /** Delays the response, or the fault, by this time, up to 600,000. */
  delayMs?: number | undefined;
  /** Never responds to the call; its connection ends when the client gives up, or with this KMS. */
  hang?: boolean | undefined;
  /** Resets the connection. */
  reset?: boolean | undefined;
  /** Calls above this rate per second, by the clock of this KMS, fail with `Rejected.Throttling`. */
  qps?: number | undefined;
}

/** An invalid fault rule. */
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

/** Check and rule of each field. */
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

/** Names of all APIs of both gateways and STS. */
export const knownApis: ReadonlySet<string> = new Set([...Object.keys(actions), ...instanceApis, ...stsApis]);
