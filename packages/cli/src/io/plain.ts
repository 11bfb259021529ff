import { types } from 'node:util';

/** A response for JSON and YAML: bytes become base64, dates ISO 8601; omits call metadata. */
export function plain(value: unknown): unknown {
  if (types.isDate(value)) return value.toISOString();
  if (types.isUint8Array(value)) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name, member]) => name !== '$metadata' && member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
}

/**
 * One field by its path, `keyMetadata.keyState`, case-insensitive. For a list, the field of each entry. Undefined: there is
 * no such field.
 */
export function fieldOf(value: unknown, path: string): unknown {
  if (Array.isArray(value)) {
    const found = value.map((entry) => fieldOf(entry, path)).filter((entry) => entry !== undefined);
    return found.length > 0 || value.length === 0 ? found : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const whole = memberOf(value, path);
  if (whole !== undefined) return whole;
  const dot = path.indexOf('.');
  return dot < 0 ? undefined : fieldOf(memberOf(value, path.slice(0, dot)), path.slice(dot + 1));
}

function memberOf(value: object, wanted: string): unknown {
  const name = Object.keys(value).find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  return name === undefined ? undefined : (value as Record<string, unknown>)[name];
}

/** Every valid path, for messages. */
export function fieldPaths(value: unknown): string[] {
  const sample = Array.isArray(value) ? value[0] : value;
  if (typeof sample !== 'object' || sample === null) return [];
  return Object.entries(sample).flatMap(([name, member]) => {
    const inner = fieldPaths(member);
    return inner.length > 0 ? inner.map((path) => `${name}.${path}`) : [name];
  });
}

/** Response fields with secrets, by SDK name; wire names differ in the first letter. */
const secretNames: readonly string[] = [
  ...['plaintext', 'random', 'privatekeyplaintext', 'privatekeydata', 'secretdata', 'secretbytes', 'randompassword'],
  ...['clientkeycontent', 'password', 'accesskeysecret', 'clientkeypassword'],
];

/** The part of a response that a terminal may show. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null || types.isDate(value) || types.isUint8Array(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const isSecret = secretNames.includes(name.toLowerCase()) && member !== undefined && member !== null;
      return [name, isSecret ? '<not shown: give --show>' : withoutSecrets(member)];
    }),
  );
}
