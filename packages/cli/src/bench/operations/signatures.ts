import { createHash } from 'node:crypto';
import { type Operation, operation } from './operation.js';

/** Signs the digest, so that a call costs the same for any amount of data. */
const digestOf = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

export const signatures = {
  sign: operation('signingKeyId', ({ client, signingKeyId: keyId, data }) => {
    const request = { keyId, message: digestOf(data), messageType: 'DIGEST' };
    return {
      call: (options) => client.sign(request, options),
      isRight: ({ signature }) => signature.length > 0,
      prove: async ({ signature }) => (await client.verify({ ...request, signature })).value,
    };
  }),
  verify: operation('signingKeyId', async ({ client, signingKeyId: keyId, data }) => {
    const request = { keyId, message: digestOf(data), messageType: 'DIGEST' };
    const { signature } = await client.sign(request);
    return {
      call: (options) => client.verify({ ...request, signature }, options),
      isRight: ({ value }) => value,
    };
  }),
  get_public_key: operation('signingKeyId', ({ client, signingKeyId: keyId }) => ({
    call: (options) => client.getPublicKey({ keyId }, options),
    isRight: ({ publicKey }) => publicKey.startsWith('-----BEGIN PUBLIC KEY-----'),
  })),
} satisfies Record<string, Operation>;
