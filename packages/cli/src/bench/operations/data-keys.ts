import type {
  GenerateDataKeyPairResponse,
  GenerateDataKeyPairWithoutPlaintextResponse,
  OperationOptions,
} from 'alibabacloud-kms-sdk';
import { type Operation, operation, type Subject, sameBytes } from './operation.js';

type Pair = GenerateDataKeyPairWithoutPlaintextResponse;
type Opened = { keyId: string; ciphertextBlob: Uint8Array } & Pick<Pair, 'iv' | 'algorithm' | 'keyVersionId'>;

/** Decrypts the private key in a response with KMS, and compares it with the plaintext one; without one, only parses it. */
const pairProof =
  (open: (request: Opened) => Promise<{ plaintext: Uint8Array }>) =>
  async (pair: Pair & Partial<Pick<GenerateDataKeyPairResponse, 'privateKeyPlaintext'>>) => {
    const { keyId, privateKeyCiphertextBlob: ciphertextBlob, iv, algorithm, keyVersionId } = pair;
    const { plaintext } = await open({ keyId, ciphertextBlob, iv, algorithm, keyVersionId });
    if (pair.privateKeyPlaintext) return sameBytes(plaintext, pair.privateKeyPlaintext);
    return Buffer.from(plaintext).includes('PRIVATE KEY-----');
  };

const isPair = ({ publicKey, privateKeyCiphertextBlob }: Pair) =>
  privateKeyCiphertextBlob.length > 0 && Buffer.from(publicKey).includes('PUBLIC KEY-----');

type PairRequest = { keyId: string; keyPairSpec: string; keyFormat: 'PEM' };

const pairs = (
  call: (subject: Subject, request: PairRequest, options: OperationOptions) => Promise<Pair>,
  kind: 'plain' | 'advance',
) =>
  operation('keyId', (subject) => {
    const { client, keyId, keyPairSpec } = subject;
    return {
      call: (options) => call(subject, { keyId, keyPairSpec, keyFormat: 'PEM' }, options),
      isRight: isPair,
      prove: pairProof((request) =>
        kind === 'plain' ? client.decrypt(request) : client.advanceDecrypt({ ciphertextBlob: request.ciphertextBlob }),
      ),
    };
  });

export const dataKeys = {
  generate_random: operation(undefined, ({ client, dataSize }) => ({
    call: (options) => client.generateRandom({ length: dataSize }, options),
    isRight: ({ random }) => random.length === dataSize,
  })),
  generate_data_key: operation('keyId', ({ client, keyId, dataSize }) => ({
    call: (options) => client.generateDataKey({ keyId, numberOfBytes: dataSize }, options),
    isRight: ({ plaintext }) => plaintext.length === dataSize,
    prove: async ({ plaintext, ciphertextBlob, iv, algorithm, keyVersionId }) => {
      const opened = await client.decrypt({ keyId, ciphertextBlob, iv, algorithm, keyVersionId });
      return sameBytes(opened.plaintext, plaintext);
    },
  })),
  advance_generate_data_key: operation('keyId', ({ client, keyId, dataSize }) => ({
    call: (options) => client.advanceGenerateDataKey({ keyId, numberOfBytes: dataSize }, options),
    isRight: ({ plaintext }) => plaintext.length === dataSize,
    prove: async ({ plaintext, ciphertextBlob }) =>
      sameBytes((await client.advanceDecrypt({ ciphertextBlob })).plaintext, plaintext),
  })),
  generate_data_key_pair: pairs(
    ({ client }, request, options) => client.generateDataKeyPair(request, options),
    'plain',
  ),
  generate_data_key_pair_without_plaintext: pairs(
    ({ client }, request, options) => client.generateDataKeyPairWithoutPlaintext(request, options),
    'plain',
  ),
  advance_generate_data_key_pair: pairs(
    ({ client }, request, options) => client.advanceGenerateDataKeyPair(request, options),
    'advance',
  ),
  advance_generate_data_key_pair_without_plaintext: pairs(
    ({ client }, request, options) => client.advanceGenerateDataKeyPairWithoutPlaintext(request, options),
    'advance',
  ),
} satisfies Record<string, Operation>;
