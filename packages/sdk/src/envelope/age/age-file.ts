import { randomBytes } from 'node:crypto';
import { KmsIntegrityError, KmsUnwrapError } from '../../errors.js';
import { type Context, requireContext } from '../context.js';
import { DataKey } from '../keys/material.js';
import type { OpenRules } from '../keys/message-keys.js';
import type { WrappingKeys } from '../keys/wrapping-keys.js';
import { malformed } from '../malformed.js';
import type { Begun } from '../streams/beginning.js';
import {
  type AgeHeader,
  encodeAgeHeader,
  fileKeyBytes,
  readAgeHeader,
  type Stanza,
  verifyAgeHeader,
} from './age-header.js';
import { PayloadOpener, PayloadSealer, payloadKeyOf, payloadNonceBytes } from './age-payload.js';
import { encodeKmsStanza, kmsStanzaType, readKmsStanzas, wrappingContext } from './kms-stanza.js';
import { type AgeIdentity, type AgeRecipient, unwrapWithIdentity, wrapForRecipient } from './x25519.js';

/** Starts a new file with its own file key, wrapped under all keys and for all recipients. */
export async function sealAgeFile(
  keys: WrappingKeys,
  recipients: readonly AgeRecipient[],
  context: Context,
  signal: AbortSignal | undefined,
): Promise<Begun> {
  const fileKey = new DataKey(randomBytes(fileKeyBytes));
  try {
    const stanzas = await kmsStanzas(keys, fileKey, context, signal);
    const others = recipients.map((recipient) => wrapForRecipient(fileKey.bytes, recipient));
    const nonce = randomBytes(payloadNonceBytes);
    const rest = new PayloadSealer(payloadKeyOf(fileKey.bytes, nonce));
    return { head: [encodeAgeHeader([...stanzas, ...others], fileKey.bytes), nonce], used: 0, rest };
  } finally {
    fileKey.release();
  }
}

async function kmsStanzas(
  keys: WrappingKeys,
  fileKey: DataKey,
  context: Context,
  signal: AbortSignal | undefined,
): Promise<Stanza[]> {
  const wrapped = await keys.wrap(fileKey, wrappingContext(context), { signal });
  return wrapped.map((one) => encodeKmsStanza(one, context));
}

/** What can open files of age. */
export interface AgeOpeners {
  keys: WrappingKeys;
  identities: readonly AgeIdentity[];
}

/** Opens a file once its header and the nonce after it have arrived. */
export async function openAgeFile(
  openers: AgeOpeners,
  bytes: Uint8Array,
  ended: boolean,
  rules: OpenRules,
): Promise<(Begun & { keyArn?: string }) | undefined> {
  const header = wholeHeader(bytes, ended);
  if (!header) return undefined;
  const end = header.length + payloadNonceBytes;
  if (bytes.length < end) {
    if (ended) throw malformed('it ends after its header');
    return undefined;
  }
  const { key: fileKey, keyArn } = await fileKeyOf(openers, header, rules);
  try {
    const nonce = bytes.subarray(header.length, end);
    return { used: end, rest: new PayloadOpener(payloadKeyOf(fileKey.bytes, nonce)), keyArn };
  } finally {
    fileKey.release();
  }
}

/** Replaces the KMS stanzas of a header; other recipients and the payload stay as they are. */
export async function rewrapAgeFile(
  openers: AgeOpeners,
  bytes: Uint8Array,
  ended: boolean,
  rules: OpenRules,
): Promise<Omit<Begun, 'rest'> | undefined> {
  const header = wholeHeader(bytes, ended);
  if (!header) return undefined;
  const { key: fileKey } = await fileKeyOf(openers, header, rules);
  try {
    const own = await kmsStanzas(openers.keys, fileKey, rules.context, rules.signal);
    const others = header.stanzas.filter(({ type }) => type !== kmsStanzaType);
    return { head: [encodeAgeHeader([...own, ...others], fileKey.bytes)], used: header.length };
  } finally {
    fileKey.release();
  }
}

function wholeHeader(bytes: Uint8Array, ended: boolean): AgeHeader | undefined {
  const header = readAgeHeader(bytes);
  if (!header && ended) throw malformed('it ends within its header');
  return header;
}

/** The file key, after verifying the header's MAC with it. */
async function fileKeyOf(
  { keys, identities }: AgeOpeners,
  header: AgeHeader,
  rules: OpenRules,
): Promise<{ key: DataKey; keyArn?: string }> {
  const own = readKmsStanzas(header);
  requireContext(own?.context ?? { entries: {}, bytes: new Uint8Array() }, rules.context);
  const opened = withIdentities(header, identities) ?? (own && (await withKms(keys, own, rules)));
  if (!opened)
    throw new KmsUnwrapError(`no key of KMS and no identity given can open it: it is for ${typesOf(header)}`);
  if (verifyAgeHeader(opened.key.bytes, header)) return opened;
  opened.key.release();
  throw new KmsIntegrityError();
}

const withKms = (
  keys: WrappingKeys,
  own: NonNullable<ReturnType<typeof readKmsStanzas>>,
  { more, signal }: OpenRules,
) => keys.unwrap(own.wrappedKeys, fileKeyBytes, wrappingContext(own.context), { more, signal });

function withIdentities({ stanzas }: AgeHeader, identities: readonly AgeIdentity[]): { key: DataKey } | undefined {
  for (const stanza of stanzas) {
    for (const identity of identities) {
      const fileKey = unwrapWithIdentity(stanza, identity);
      if (fileKey) return { key: new DataKey(fileKey) };
    }
  }
  return undefined;
}

const typesOf = ({ stanzas }: AgeHeader) => [...new Set(stanzas.map(({ type }) => type))].join(', ');
