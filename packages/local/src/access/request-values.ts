import { conditionAlgorithms } from 'alibabacloud-kms-sdk/internal';
import type { ConditionValues } from './ram-conditions.js';

/** As much of a request of the public gateway as policies ask about. */
export interface PolicyRequest {
  api: string;
  /** Its parameters as they travelled. */
  parameters: Readonly<Record<string, string>>;
  /** As the socket tells it. */
  remoteAddress: string;
  /** By the clock of the KMS. */
  now: number;
}

const contexts = ['EncryptionContext', 'SourceEncryptionContext', 'DestinationEncryptionContext'];
const contextPrefix = 'kms:EncryptionContext:';

/** What a request has under the condition keys that are about requests; `acs:SourceVpc` never, as here there is no VPC. */
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

/** A socket for IPv4 and IPv6 tells IPv4 addresses as `::ffff:10.0.0.1`. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');

function algorithms(api: string, { Algorithm, SourceEncryptionAlgorithm }: PolicyRequest['parameters']): string[] {
  if (conditionAlgorithms[api] === 'asymmetric') return Algorithm ? [Algorithm] : [];
  if (conditionAlgorithms[api] === undefined) return [];
  return [...new Set([SourceEncryptionAlgorithm || 'SYMMETRIC_DEFAULT', 'SYMMETRIC_DEFAULT'])];
}

/** A context that is no JSON object is refused later, by the API. */
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
