import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { invalidOption, mustBe } from '../../checks.js';
import { malformed } from '../malformed.js';
import { fileKeyBytes, type Stanza } from './age-header.js';
import { decodeBech32, decodeRawBase64, encodeBech32, encodeRawBase64 } from './encodings.js';

// The X25519 recipient of age: https://c2sp.org/age#the-x25519-recipient-type

const x25519Type = 'X25519';
const keyBytes = 32;
const wrappedBytes = fileKeyBytes + 16;
const recipientPrefix = 'age';
const identityPrefix = 'age-secret-key-';
/** DER that precedes the bytes of a key (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');
const noNonce = Buffer.alloc(12);
const aead = { authTagLength: 16 } as const;

const publicKeyOf = (bytes: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiHead, bytes]), format: 'der', type: 'spki' });
const publicBytes = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(-keyBytes);

/** A recipient in the sense of age: can open a file without KMS. */
export interface AgeRecipient {
  readonly bytes: Uint8Array;
}

export interface AgeIdentity extends AgeRecipient {
  readonly privateKey: KeyObject;
}

/** @throws KmsConfigurationError `Config.Invalid` */
export function readRecipient(path: string, text: unknown): AgeRecipient {
  const bytes = typeof text === 'string' ? decodeBech32(recipientPrefix, text) : undefined;
  if (bytes?.length !== keyBytes)
    throw invalidOption(mustBe(path, 'an X25519 recipient as age-keygen prints it: age1…'));
  return { bytes };
}

/** @throws KmsConfigurationError `Config.Invalid`; no message contains the text */
export function readIdentity(path: string, text: unknown): AgeIdentity {
  const secret = typeof text === 'string' ? decodeBech32(identityPrefix, text) : undefined;
  if (secret?.length !== keyBytes) {
    throw invalidOption(mustBe(path, 'an X25519 identity as age-keygen writes it: AGE-SECRET-KEY-1…'));
  }
  const key = Buffer.concat([pkcs8Head, secret]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  for (const bytes of [secret, key]) bytes.fill(0);
  return { privateKey, bytes: publicBytes(createPublicKey(privateKey)) };
}

/** A new identity, like those of `age-keygen`. */
export function newIdentity(): { identity: string; recipient: string } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-keyBytes);
  return {
    identity: encodeBech32(identityPrefix, secret).toUpperCase(),
    recipient: encodeBech32(recipientPrefix, publicBytes(publicKey)),
  };
}

const wrapKeyOf = (privateKey: KeyObject, publicKey: Uint8Array, share: Uint8Array, recipient: Uint8Array): Buffer => {
  const shared = sharedSecret(privateKey, publicKey);
  const salt = Buffer.concat([share, recipient]);
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'age-encryption.org/v1/X25519', 32));
  shared.fill(0);
  return key;
};

function sharedSecret(privateKey: KeyObject, publicKey: Uint8Array): Uint8Array {
  try {
    return diffieHellman({ privateKey, publicKey: publicKeyOf(publicKey) });
  } catch {
    // "If the shared secret is all 0x00 bytes, the identity implementation MUST abort." OpenSSL refuses it.
    throw malformed('its X25519 recipient is a point of low order');
  }
}

/** Wraps the file key for a recipient. */
export function wrapForRecipient(fileKey: Uint8Array, { bytes: recipient }: AgeRecipient): Stanza {
  const ephemeral = generateKeyPairSync('x25519');
  const share = publicBytes(ephemeral.publicKey);
  const wrapKey = wrapKeyOf(ephemeral.privateKey, recipient, share, recipient);
  const cipher = createCipheriv('chacha20-poly1305', wrapKey, noNonce, aead);
  const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  wrapKey.fill(0);
  return { type: x25519Type, args: [encodeRawBase64(share)], body };
}

/**
 * The file key, if this stanza is for the identity.
 *
 * @throws KmsEnvelopeError `Envelope.Malformed`
 */
export function unwrapWithIdentity({ type, args, body }: Stanza, identity: AgeIdentity): Uint8Array | undefined {
  if (type !== x25519Type) return undefined;
  const share = args[0] === undefined ? undefined : decodeRawBase64(args[0]);
  if (args.length !== 1 || share?.length !== keyBytes) throw malformed('its X25519 recipient is wrong');
  // "It MUST check that the body length is exactly 32 bytes, to mitigate partitioning oracle attacks."
  if (body.length !== wrappedBytes) throw malformed('its X25519 recipient has a file key of another length');
  const wrapKey = wrapKeyOf(identity.privateKey, share, share, identity.bytes);
  try {
    const decipher = createDecipheriv('chacha20-poly1305', wrapKey, noNonce, aead);
    decipher.setAuthTag(body.subarray(fileKeyBytes));
    return Buffer.concat([decipher.update(body.subarray(0, fileKeyBytes)), decipher.final()]);
  } catch {
    return undefined;
  } finally {
    wrapKey.fill(0);
  }
}
