import { limits, parseBoundedJson, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { Page } from '../store/page.js';
import type { Tag } from '../store/tags.js';
import { decodeBase64 } from '../text-checks.js';
import type { Parameters } from './types.js';

/** Text of a parameter; undefined when it is absent or empty. */
export function optionalText(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw invalidParameter(name, 'it must be one text');
  return value;
}

export function text(parameters: Parameters, name: string): string {
  const value = optionalText(parameters, name);
  if (value === undefined) throw new ServiceError('MissingParameter', { subject: name });
  return value;
}

export interface Bounds {
  min: number;
  max: number;
}

export function optionalInteger(parameters: Parameters, name: string, { min, max }: Bounds): number | undefined {
  const value = optionalText(parameters, name);
  if (value === undefined) return undefined;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw invalidParameter(name, `it must be a whole number from ${min} to ${max}`);
}

export function integer(parameters: Parameters, name: string, bounds: Bounds): number {
  const value = optionalInteger(parameters, name, bounds);
  if (value === undefined) throw new ServiceError('MissingParameter', { subject: name });
  return value;
}

export function optionalFlag(parameters: Parameters, name: string): boolean | undefined {
  const value = optionalText(parameters, name)?.toLowerCase();
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalidParameter(name, 'it must be true or false');
}

export const flag = (parameters: Parameters, name: string): boolean => optionalFlag(parameters, name) ?? false;

export const base64 = (parameters: Parameters, name: string): Uint8Array => decodeBase64(name, text(parameters, name));

/** JSON object in one parameter. */
export function optionalJsonObject(parameters: Parameters, name: string): Record<string, unknown> | undefined {
  const value = optionalText(parameters, name);
  if (value === undefined) return undefined;
  const parsed = parseJson(name, value);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw invalidParameter(name, 'it must be a JSON object');
}

/** JSON array in one parameter, each entry checked by `isEntry`. */
export function optionalJsonArray<T>(
  parameters: Parameters,
  name: string,
  entries: string,
  isEntry: (entry: unknown) => entry is T,
): T[] | undefined {
  const value = optionalText(parameters, name);
  if (value === undefined) return undefined;
  const parsed = parseJson(name, value);
  if (Array.isArray(parsed) && parsed.every(isEntry)) return parsed;
  throw invalidParameter(name, `it must be a JSON array of ${entries}`);
}

const parseJson = (name: string, value: string): unknown => unpack(name, () => parseBoundedJson(value));

export const isText = (value: unknown): value is string => typeof value === 'string';

export const hasTexts = <Name extends string>(...names: Name[]) => {
  return (value: unknown): value is Record<Name, string> =>
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => isText((value as Record<string, unknown>)[name]));
};

/** `[{"TagKey":"…","TagValue":"…"}]` */
export function jsonTags(parameters: Parameters, name: string): Tag[] {
  const shape = '{"TagKey":"…","TagValue":"…"}';
  const tags = optionalJsonArray(parameters, name, shape, hasTexts('TagKey', 'TagValue')) ?? [];
  return tags.map(({ TagKey, TagValue }) => ({ key: TagKey, value: TagValue }));
}

/** `Tag.1.Key=…&Tag.1.Value=…` */
export function numberedTags(parameters: Parameters, name: string): Tag[] {
  const entries = parameters[name] ?? [];
  if (!Array.isArray(entries) || !entries.every((entry) => hasTexts('Key')(entry))) {
    throw invalidParameter(name, 'each tag has a Key');
  }
  return entries.map(({ Key, Value }: { Key: string; Value?: string }) => ({ key: Key, value: Value ?? '' }));
}

/** `ResourceId.1=…&ResourceId.2=…` */
export function numberedTexts(parameters: Parameters, name: string): string[] {
  const entries = parameters[name] ?? [];
  if (Array.isArray(entries) && entries.every(isText)) return entries;
  throw invalidParameter(name, 'it must be a numbered list of texts');
}

/** A JSON object of texts, as EncryptionContext is one. */
export function optionalTextMap(parameters: Parameters, name: string): Record<string, string> | undefined {
  const value = parameters[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)) {
    return value as Record<string, string>;
  }
  throw invalidParameter(name, 'it must be a JSON object whose values are texts');
}

const pageNumbers = { min: 1, max: 2 ** 31 - 1 };

export const page = (parameters: Parameters): Page => ({
  number: optionalInteger(parameters, 'PageNumber', pageNumbers) ?? 1,
  size: optionalInteger(parameters, 'PageSize', limits.pageSize) ?? limits.pageSize.default,
});

/** `[{"Key":"KeyState","Values":["Enabled"]}]` as values by key; only keys of `known`. */
export function filters<Key extends string>(
  parameters: Parameters,
  known: readonly Key[],
): Partial<Record<Key, string[]>> {
  const isFilter = (entry: unknown): entry is { Key: Key; Values: string[] } => {
    const { Key, Values } = (entry ?? {}) as { Key?: unknown; Values?: unknown };
    return isText(Key) && Array.isArray(Values) && Values.every(isText);
  };
  const entries = optionalJsonArray(parameters, 'Filters', '{"Key":"…","Values":["…"]}', isFilter) ?? [];
  if (entries.length > limits.filterKeysMax) {
    throw invalidParameter('Filters', `at most ${limits.filterKeysMax} keys are possible`);
  }
  for (const { Key, Values } of entries) {
    if (!known.includes(Key)) throw invalidParameter('Filters', `the keys are ${known.join(', ')}`);
    if (Values.length < 1 || Values.length > limits.filterValuesMax) {
      throw invalidParameter('Filters', `each key has 1 to ${limits.filterValuesMax} values`);
    }
  }
  return Object.fromEntries(entries.map(({ Key, Values }) => [Key, Values])) as Partial<Record<Key, string[]>>;
}

/** Reads a layout out of a parameter: bytes, JSON. */
export function unpack<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireFormatError) throw invalidParameter(name, error.message);
    throw error;
  }
}

/** Recipient asks for an answer that an attested enclave alone can open: there is none here. */
export function refuseRecipient(parameters: Parameters): void {
  if (parameters.Recipient) {
    throw new ServiceError('UnsupportedOperation', { message: 'Recipient: enclaves are not supported.' });
  }
}
