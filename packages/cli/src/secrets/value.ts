import { configurationError } from '../failures.js';

/** What is taken of a secret here: that of the cache, and an answer of KMS. */
export interface SecretValue {
  readonly name: string;
  readonly dataType: 'text' | 'binary';
  readonly text: string;
}

/**
 * The text of a secret, as something that ends at a NUL can hold it: a variable of an environment.
 *
 * @throws CliError, which does not quote the secret
 */
export function variableText(secret: SecretValue): string {
  if (secret.dataType === 'text' && !secret.text.includes('\0')) return secret.text;
  throw configurationError(`secret ${secret.name} is no text, and cannot be an environment variable`);
}

/**
 * One field of a secret that is a JSON object: its text, or the JSON of what it is otherwise.
 *
 * @throws CliError, which does not quote the secret
 */
export function fieldText(secret: SecretValue, field: string): string {
  const { name } = secret;
  if (secret.dataType === 'binary') throw configurationError(`secret ${name} is binary, so it has no field ${field}`);
  let content: unknown;
  try {
    content = JSON.parse(secret.text);
  } catch {
    throw configurationError(`secret ${name} is no JSON, so it has no field ${field}`);
  }
  const isObject = typeof content === 'object' && content !== null && Object.hasOwn(content, field);
  const value = isObject ? (content as Record<string, unknown>)[field] : undefined;
  if (value === undefined || value === null) throw configurationError(`secret ${name} has no field ${field}`);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
