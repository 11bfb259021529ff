import { KmsServiceError } from '../errors.js';
import { encryptionContextAad, possibleContexts } from '../wire/encryption-context.js';
import type { InstanceCall, InstanceResponse } from './instance-call.js';
import { invalidParameter } from './refusals.js';

const name = 'EncryptionContext';

/** What a new ciphertext is bound to. */
export const contextAad = (call: InstanceCall): Uint8Array | undefined =>
  encryptionContextAad(contextOf(call), call.contextBinding, textOf(call));

/**
 * Decrypts with each of the contexts that a ciphertext can be bound to, until one of them opens it; the answer's metadata
 * says which.
 *
 * @throws what the first of them was refused with, when all were tried
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
      // What keeps a try from being made is no answer to it.
      if (!isWrongCiphertext(error)) throw error;
      refused ??= error;
    }
  }
  throw refused;
}

/** A request that is not right as it is; neither a permission, nor a key that is not there. */
const isWrongCiphertext = (error: unknown): boolean => error instanceof KmsServiceError && error.status === 400;

/** The context: an object of texts, or JSON of one. Members that are null are not there. */
function contextOf(call: InstanceCall): Record<string, string> | undefined {
  const given = call.raw(name);
  if (given === undefined) return undefined;
  const value = typeof given === 'string' ? parse(call, given) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParameter(call.action, name);
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  if (!entries.every(([, member]) => typeof member === 'string')) throw invalidParameter(call.action, name);
  return Object.fromEntries(entries);
}

/** The context as it was given, as JSON text, and how text becomes bytes in this call. */
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
