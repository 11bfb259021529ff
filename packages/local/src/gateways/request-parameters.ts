import { decodeForm, messageBounds, parseBoundedJson, WireFormatError } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import type { AppRequest } from './http.js';

export type Pair = [name: string, value: string];

/** The parameters of a request of the public gateway, where they were found. */
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
 * Each name once: which of two values was meant, nobody can say.
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

/** Entries of entries are named with dots. */
function checkDepth(name: string): void {
  const { depthMax } = messageBounds;
  const [first = '', ...inner] = name.split('.', depthMax + 1);
  if (inner.length >= depthMax) throw invalidParameter(`${first}.…`, `is nested deeper than ${depthMax} levels`);
}

/** Media type of the body without its parameters; a form when the request does not say. */
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

/** An object whose members are parameters: what is no text becomes the text that a form would have carried. */
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
 * Names of the members of a JSON object, one that is there twice twice: `JSON.parse` keeps the last of them in silence.
 *
 * @param text that `JSON.parse` has read as an object
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
