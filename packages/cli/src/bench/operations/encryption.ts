import { type Operation, operation, sameBytes } from './operation.js';

export const encryption = {
  encrypt: operation('keyId', ({ client, keyId, data }) => ({
    call: (options) => client.encrypt({ keyId, plaintext: data }, options),
    isRight: ({ ciphertextBlob }) => ciphertextBlob.length > 0,
    prove: async ({ ciphertextBlob, iv, algorithm, paddingMode, keyVersionId }) => {
      const request = { keyId, ciphertextBlob, iv, algorithm, paddingMode, keyVersionId };
      return sameBytes((await client.decrypt(request)).plaintext, data);
    },
  })),
  decrypt: operation('keyId', async ({ client, keyId, data }) => {
    const encrypted = await client.encrypt({ keyId, plaintext: data });
    const { ciphertextBlob, iv, algorithm, paddingMode, keyVersionId } = encrypted;
    const request = { keyId, ciphertextBlob, iv, algorithm, paddingMode, keyVersionId };
    return {
      call: (options) => client.decrypt(request, options),
      isRight: ({ plaintext }) => sameBytes(plaintext, data),
    };
  }),
  advance_encrypt: operation('keyId', ({ client, keyId, data }) => ({
    call: (options) => client.advanceEncrypt({ keyId, plaintext: data }, options),
    isRight: ({ ciphertextBlob }) => ciphertextBlob.length > 0,
    prove: async ({ ciphertextBlob }) => sameBytes((await client.advanceDecrypt({ ciphertextBlob })).plaintext, data),
  })),
  advance_decrypt: operation('keyId', async ({ client, keyId, data }) => {
    const { ciphertextBlob } = await client.advanceEncrypt({ keyId, plaintext: data });
    return {
      call: (options) => client.advanceDecrypt({ ciphertextBlob }, options),
      isRight: ({ plaintext }) => sameBytes(plaintext, data),
    };
  }),
} satisfies Record<string, Operation>;
