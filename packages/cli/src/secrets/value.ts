import { configurationError } from '../failures.js';

/** The common part of a secret from the cache and a GetSecretValue response. */
export interface SecretValue {
  readonly name: string;
  readonly dataType: 'text' | 'binary';
  readonly text: string;
}

/**
 * The text of a secret for an environment variable, which ends at a NUL.
 *
 * @throws CliError, which does not quote the secret
 */
export function variableText(secret: SecretValue): string {
  if (secret.dataType === 'text' && !secret.text.includes('\0')) return secret.text;
  throw configurationError(`secret ${secret.name} is no text, and cannot be an environment variable`);
}

/**
 * One field of a secret that is a JSON object: its text, or its JSON if it is not text.
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
