import { decodeMessage, isBytes, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import type { InstanceRequests } from '../handlers/generated/instance-types.js';
import { invalidParameter, ServiceError } from '../service-error.js';
import { instanceRules } from './generated/request-rules.js';

type Api = keyof InstanceRequests;
type Message = Readonly<Record<string, unknown>>;

/** The message of a request without what is empty, which proto3 does not tell from what is absent. */
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

/** Digest is the older way to say Message with MessageType DIGEST. */
function withoutDigest({ Digest, ...message }: Message): Message {
  if (Digest === undefined || message.Message !== undefined) return message;
  return { ...message, Message: Digest, MessageType: 'DIGEST' };
}

/**
 * The request of an API: what is required is there, and bounds are kept.
 *
 * @throws ServiceError MissingParameter or InvalidParameter, naming the field
 */
export function checkRequest<Name extends Api>(api: Name, message: Message): InstanceRequests[Name] {
  const { required, ranges = {} } = instanceRules[api];
  // A number that is missing arrives as 0 and is out of its range: only its range can refuse it.
  const missing = required.find((name) => message[name] === undefined && !(name in ranges));
  if (missing !== undefined) throw new ServiceError('MissingParameter', { subject: missing });
  for (const [name, { min, max }] of Object.entries(ranges)) {
    const value = Number(message[name] ?? 0);
    if (value < min || value > max) throw invalidParameter(name, `must be ${min} to ${max}, not ${value}`);
  }
  return message as unknown as InstanceRequests[Name];
}
