import { KmsEnvelopeError } from '../../errors.js';
import { type Context, readContextBytes } from '../context.js';
import { checkWrappedKeys, type WrappedKey } from '../formats/message-header.js';
import { malformed } from '../malformed.js';
import type { AgeHeader, Stanza } from './age-header.js';
import { decodeRawBase64, encodeRawBase64 } from './encodings.js';

// File keys wrapped by KMS, one stanza for each key:
//
//   -> alibabacloud-kms/v1 acs:kms:cn-hangzhou:123…:key/key-hzz… AAAAAQAAAAZ0ZW5hbnQAAAACNDI
//   <CiphertextBlob of KMS>
//
// The arguments are the key's ARN and the context (in the serialised form of the Encryption SDK), which is omitted if
// empty. The body is the result of Encrypt for the 16 bytes of the file key, with the context and one more entry as
// EncryptionContext: that entry separates wrapped file keys from everything else encrypted under the same key.
// The header's MAC covers all of it.

export const kmsStanzaType = 'alibabacloud-kms/v1';
const purpose = { name: 'age-encryption.org', value: 'v1' } as const;

/** The EncryptionContext for the file key. @throws KmsEnvelopeError `Envelope.NotAllowed` if the context uses that name itself */
export function wrappingContext({ entries }: Context): Readonly<Record<string, string>> {
  if (Object.hasOwn(entries, purpose.name)) {
    const problem = `the context has the name ${purpose.name}, which files of age keep for themselves: take another one`;
    throw new KmsEnvelopeError('Envelope.NotAllowed', problem);
  }
  return { ...entries, [purpose.name]: purpose.value };
}

export const encodeKmsStanza = ({ keyArn, ciphertextBlob }: WrappedKey, context: Context): Stanza => ({
  type: kmsStanzaType,
  args: [keyArn, ...(context.bytes.length > 0 ? [encodeRawBase64(context.bytes)] : [])],
  body: ciphertextBlob,
});

/** The wrapped file keys in a header, and the context that they share; undefined if KMS wrapped none. */
export function readKmsStanzas({ stanzas }: AgeHeader): { wrappedKeys: WrappedKey[]; context: Context } | undefined {
  const own = stanzas.filter(({ type }) => type === kmsStanzaType).map(readKmsStanza);
  const [first] = own;
  if (first === undefined) return undefined;
  if (!own.every(({ context }) => Buffer.compare(context.bytes, first.context.bytes) === 0)) {
    throw malformed('its keys have different contexts');
  }
  const wrappedKeys = own.map(({ wrappedKey }) => wrappedKey);
  checkWrappedKeys(wrappedKeys);
  return { wrappedKeys, context: first.context };
}

function readKmsStanza({ args, body }: Stanza): { wrappedKey: WrappedKey; context: Context } {
  const [keyArn, contextText = '', ...more] = args;
  const contextBytes = decodeRawBase64(contextText);
  if (keyArn === undefined || contextBytes === undefined || more.length > 0)
    throw malformed('a key in its header is wrong');
  return { wrappedKey: { keyArn, ciphertextBlob: body }, context: readContextBytes(contextBytes) };
}
