import { conditionAlgorithms } from 'alibabacloud-kms-sdk/internal';
import type { ConditionValues } from './ram-conditions.js';

/** The parts of a request to the public gateway that policies can refer to. */
export interface PolicyRequest {
  api: string;
  /** Its parameters as sent. */
  parameters: Readonly<Record<string, string>>;
  /** As reported by the socket. */
  remoteAddress: string;
  /** By the clock of the KMS. */
  now: number;
}

const contexts = ['EncryptionContext', 'SourceEncryptionContext', 'DestinationEncryptionContext'];
const contextPrefix = 'kms:EncryptionContext:';

/** Values of the condition keys about requests; `acs:SourceVpc` never has one, because there is no VPC here. */
export function requestValues({ api, parameters, remoteAddress, now }: PolicyRequest): ConditionValues {
  return (key) => {
    if (key === 'acs:SourceIp') return [plainAddress(remoteAddress)];
    if (key === 'acs:CurrentTime') return [`${new Date(now).toISOString().slice(0, 19)}Z`];
    if (key === 'kms:EncryptionAlgorithm') return algorithms(api, parameters);
    if (!key.startsWith(contextPrefix)) return [];
    const name = key.slice(contextPrefix.length);
    return contexts.flatMap((context) => member(parameters[context], name));
  };
}

/** A dual-stack socket reports IPv4 addresses as `::ffff:10.0.0.1`. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');

function algorithms(api: string, { Algorithm, SourceEncryptionAlgorithm }: PolicyRequest['parameters']): string[] {
  if (conditionAlgorithms[api] === 'asymmetric') return Algorithm ? [Algorithm] : [];
  if (conditionAlgorithms[api] === undefined) return [];
  return [...new Set([SourceEncryptionAlgorithm || 'SYMMETRIC_DEFAULT', 'SYMMETRIC_DEFAULT'])];
}

/** If the context is not a JSON object, the API refuses it later. */
function member(text: string | undefined, name: string): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    const own = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    const found = own ? (value as Record<string, unknown>)[name] : undefined;
    return typeof found === 'string' ? [found] : [];
  } catch {
    return [];
  }
}
