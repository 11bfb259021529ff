import {
  type ActionName,
  actions,
  type FieldsFacts,
  instanceMessages,
  type Shape,
} from 'alibabacloud-kms-sdk/internal';
import { expect } from 'vitest';

/** An answer has the fields of the table and no others, each as the table says; the gateway adds RequestId. */
export function checkPublicResponse(api: string, answer: object): void {
  checkFields(api, actions[api as ActionName].answer, { RequestId: '', ...answer });
}

/** The same for a message of the instance gateway. */
export function checkInstanceResponse(api: string, message: object): void {
  const fields = instanceMessages[`${api}Response` as keyof typeof instanceMessages];
  const types = new Map<string, string>(fields.map(([, name, type]) => [name, type]));
  for (const [name, value] of Object.entries(message)) {
    const type = types.get(name);
    expect(type, `${api} answers ${name}`).toBeDefined();
    if (value !== undefined) expect([name, wireType(value)]).toEqual([name, type]);
  }
}

function wireType(value: unknown): string {
  if (value instanceof Uint8Array) return 'bytes';
  if (Array.isArray(value)) return 'repeated string';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function checkFields(path: string, facts: FieldsFacts, value: Record<string, unknown>): void {
  expect(Object.keys(facts), path).toEqual(expect.arrayContaining(Object.keys(value)));
  for (const [name, { shape, required }] of Object.entries(facts)) {
    if (value[name] !== undefined) checkValue(`${path}.${name}`, shape, value[name]);
    // A list that is not there reads as an empty one.
    else if (!isList(shape)) expect(required, `${path}.${name} is missing`).toBeUndefined();
  }
}

const isList = (shape: Shape): boolean => typeof shape === 'object' && 'list' in shape;

function checkValue(path: string, shape: Shape, value: unknown): void {
  if (typeof shape === 'object' && 'fields' in shape) {
    checkFields(path, shape.fields, value as Record<string, unknown>);
  } else if (typeof shape === 'object' && 'list' in shape) {
    const items = shape.wrapper ? (value as Record<string, unknown>)[shape.wrapper] : value;
    expect(items, path).toBeInstanceOf(Array);
    for (const item of items as unknown[]) checkValue(path, shape.list, item);
  } else if (shape === 'date') {
    expect(value, path).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  } else {
    expect(typeof value, path).toBe(shape === 'number' || shape === 'boolean' ? shape : 'string');
  }
}
