import { decodeMessage, isBytes, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import type { InstanceRequests } from '../handlers/generated/instance-types.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import { instanceRules } from './generated/request-rules.js';

type Api = keyof InstanceRequests;
type Message = Readonly<Record<string, unknown>>;

/** Decodes a request without empty fields, which proto3 does not distinguish from absent ones. */
export function decodeRequest(api: Api, body: Uint8Array): Message {
  try {
    const fields = Object.entries(decodeMessage(`${api}Request`, body)).filter(([, value]) => !isEmpty(value));
    return withoutDigest(Object.fromEntries(fields));
  } catch (error) {
    throw error instanceof WireFormatError ? new ServiceError('InvalidParameter') : error;
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (isBytes(value) && value.length === 0);

/** Digest is the older form of Message with MessageType DIGEST. */
function withoutDigest({ Digest, ...message }: Message): Message {
  if (Digest === undefined || message.Message !== undefined) return message;
  return { ...message, Message: Digest, MessageType: 'DIGEST' };
}

/**
 * Checks a request: required fields are present, and values are in range.
 *
 * @throws ServiceError MissingParameter or InvalidParameter, naming the field
 */
export function checkRequest<Name extends Api>(api: Name, message: Message): InstanceRequests[Name] {
  const { required, ranges = {} } = instanceRules[api];
  // A missing number arrives as 0, out of range, so the range check refuses it.
  const missing = required.find((name) => message[name] === undefined && !(name in ranges));
  if (missing !== undefined) throw new ServiceError('MissingParameter', { subject: missing });
  for (const [name, { min, max }] of Object.entries(ranges)) {
    const value = Number(message[name] ?? 0);
    if (value < min || value > max) throw invalidParameter(name, `must be ${min} to ${max}, not ${value}`);
  }
  return message as unknown as InstanceRequests[Name];
}
