import { encryptionContextAad } from '../wire/ciphertext.js';
import type { InstanceCall } from './instance-call.js';
import { invalidParameter } from './refusals.js';

const name = 'EncryptionContext';

/** The context as JSON text, as it travels to the public gateway. */
function contextText(call: InstanceCall): string | undefined {
  const given = call.raw(name);
  if (given === undefined) return undefined;
  return typeof given === 'string' ? given : JSON.stringify(given);
}

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

/** The hash of the context, which the ciphertexts of KMS 1.0 are bound to. */
export const contextHash = (call: InstanceCall): Uint8Array | undefined =>
  encryptionContextAad(contextOf(call), (text) => call.encode(name, text));

/** The context itself, which the ciphertexts of the low-version mode are bound to. */
export function contextBytes(call: InstanceCall): Uint8Array | undefined {
  const text = contextText(call);
  return text === undefined || Object.keys(contextOf(call) ?? {}).length === 0 ? undefined : call.encode(name, text);
}

function parse(call: InstanceCall, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter(call.action, name);
  }
}
