/** Limits on messages, checked before any key is used; a message beyond them is refused. */
export const envelopeLimits = {
  /** Header of a message, including everything in it. */
  headerMaxBytes: 65_536,
  /** Encrypted data keys in one message. */
  wrappedKeysMax: 32,
  /** The context, serialised. KMS takes 8,192 characters of JSON. */
  contextMaxBytes: 8_192,
  /** One AES-GCM or SM4-GCM message: 2^36 - 32 (NIST SP 800-38D, 5.2.1.1). */
  gcmMaxBytes: 2 ** 36 - 32,
  /** Most that one call of OpenSSL takes; longer data needs a stream. */
  messageMaxBytes: 2 ** 31 - 1,
  /** Messages under one data key, with random 96-bit IVs (NIST SP 800-38D, 8.3). */
  messagesMax: 2 ** 32,
  /** Default for the data buffered in memory until its tag is verified. */
  bufferedDefaultBytes: 64 * 1024 * 1024,
} as const;
