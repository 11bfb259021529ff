import { invalidParameter, ServiceError } from '../../service-error.js';
import type { Bounds } from '../parameters.js';
import type { Message } from '../types.js';

/** Text of a field; undefined when it is absent or empty, which proto3 does not tell apart. */
export const optionalText = (message: Message, name: string): string | undefined =>
  (message[name] as string | undefined) || undefined;

export function text(message: Message, name: string): string {
  const value = optionalText(message, name);
  if (value === undefined) throw new ServiceError('MissingParameter', { subject: name });
  return value;
}

export function optionalBytes(message: Message, name: string): Uint8Array | undefined {
  const value = message[name] as Uint8Array | undefined;
  return value && value.length > 0 ? value : undefined;
}

export function bytes(message: Message, name: string): Uint8Array {
  const value = optionalBytes(message, name);
  if (value === undefined) throw new ServiceError('MissingParameter', { subject: name });
  return value;
}

export function boundedNumber(message: Message, name: string, { min, max }: Bounds): number {
  const value = (message[name] as number | undefined) ?? 0;
  if (value >= min && value <= max) return value;
  throw invalidParameter(name, `it must be from ${min} to ${max}, not ${value}`);
}
