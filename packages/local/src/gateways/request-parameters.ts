import { decodeForm, messageBounds, parseBoundedJson, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import type { AppRequest } from './http.js';

export type Pair = [name: string, value: string];

/** The parameters of a request to the public gateway, by where they were found. */
export interface RequestParameters {
  pathname: string;
  query: Pair[];
  body: Pair[];
}

export const formType = 'application/x-www-form-urlencoded';
const jsonType = 'application/json';

/** @throws ServiceError InvalidParameter */
export function readRequest({ path, headers, body }: AppRequest): RequestParameters {
  const questionMark = path.indexOf('?');
  const pathname = questionMark === -1 ? path : path.slice(0, questionMark);
  const query = questionMark === -1 ? '' : path.slice(questionMark + 1);
  return { pathname, query: form('query', query), body: readBody(contentType(headers), body) };
}

/**
 * Requires unique names: of two values for a name, nobody can say which is meant.
 *
 * @throws ServiceError InvalidParameter
 */
export function flatten({ query, body }: RequestParameters): Record<string, string> {
  const flat = new Map<string, string>();
  for (const [name, value] of [...query, ...body]) {
    checkDepth(name);
    if (flat.has(name)) throw invalidParameter(name, 'must not be given twice');
    flat.set(name, value);
  }
  return Object.fromEntries(flat);
}

/** Entries of entries have names with dots. */
function checkDepth(name: string): void {
  const { depthMax } = messageBounds;
  const [first = '', ...inner] = name.split('.', depthMax + 1);
  if (inner.length >= depthMax) throw invalidParameter(`${first}.…`, `is nested deeper than ${depthMax} levels`);
}

/** Media type of the body without its parameters; a form if the request does not say. */
export const contentType = (headers: AppRequest['headers']): string =>
  (headers['content-type'] ?? formType).split(';', 1).join('').trim().toLowerCase();

function readBody(type: string, body: Uint8Array): Pair[] {
  if (body.length === 0) return [];
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
  if (type === formType) return form('body', text);
  if (type === jsonType) return read('body', () => json(text));
  throw invalidParameter('Content-Type', `must be ${formType} or ${jsonType}`);
}

const form = (where: string, text: string): Pair[] => read(where, () => decodeForm(text));

function read(where: string, reader: () => Pair[]): Pair[] {
  try {
    return reader();
  } catch (error) {
    throw error instanceof WireFormatError ? invalidParameter(where, error.message) : error;
  }
}

/** Parameters from the members of a JSON object: values that are not text become the text that a form would contain. */
function json(text: string): Pair[] {
  const value = parseBoundedJson(text, messageBounds.parametersMax);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidParameter('body', 'must be a JSON object');
  }
  const members = value as Record<string, unknown>;
  return memberNames(text).map((name) => {
    const member = members[name];
    return [name, typeof member === 'string' ? member : JSON.stringify(member)];
  });
}

/**
 * Names of the members of a JSON object, including duplicates: `JSON.parse` silently keeps the last one.
 *
 * @param text an object that `JSON.parse` has accepted
 */
export function memberNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let last = '';
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token !== ':') last = token;
    else if (depth === 1) names.push(JSON.parse(last));
  }
  return names;
}
