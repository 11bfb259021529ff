import { KmsServiceError } from '../errors.js';
import { encryptionContextAad, possibleContexts } from '../wire/encryption-context.js';
import type { InstanceCall, InstanceResponse } from './instance-call.js';
import { invalidParameter } from './refusals.js';

const name = 'EncryptionContext';

/** The `aad` of a new ciphertext. */
export const contextAad = (call: InstanceCall): Uint8Array | undefined =>
  encryptionContextAad(contextOf(call), call.contextBinding, textOf(call));

/**
 * Tries each way to bind a ciphertext to its context until one opens it; the metadata of the response says which.
 *
 * @throws the error of the first attempt, if all failed
 */
export async function openBound(
  call: InstanceCall,
  decrypt: (aad: Uint8Array | undefined) => Promise<InstanceResponse>,
): Promise<InstanceResponse> {
  let refused: unknown;
  for (const { aad, binding } of possibleContexts(contextOf(call), textOf(call), call.contextBinding)) {
    try {
      const answered = await decrypt(aad);
      const metadata = { ...answered.metadata, ...(binding && { encryptionContextBinding: binding }) };
      return { ...answered, metadata };
    } catch (error) {
      // Only a refusal of the ciphertext justifies the next attempt.
      if (!isWrongCiphertext(error)) throw error;
      refused ??= error;
    }
  }
  throw refused;
}

/** An invalid request, not a missing permission or a missing key. */
const isWrongCiphertext = (error: unknown): boolean => error instanceof KmsServiceError && error.status === 400;

/** The context: an object of texts, or its JSON. Null members count as absent. */
function contextOf(call: InstanceCall): Record<string, string> | undefined {
  const given = call.raw(name);
  if (given === undefined) return undefined;
  const value = typeof given === 'string' ? parse(call, given) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParameter(call.action, name);
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  if (!entries.every(([, member]) => typeof member === 'string')) throw invalidParameter(call.action, name);
  return Object.fromEntries(entries);
}

/** The context as JSON text, and how this call encodes text. */
function textOf(call: InstanceCall) {
  const given = call.raw(name);
  const json = typeof given === 'string' ? given : JSON.stringify(given);
  return { json, encode: (text: string) => call.encode(name, text) };
}

function parse(call: InstanceCall, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter(call.action, name);
  }
}
