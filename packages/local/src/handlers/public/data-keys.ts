import { randomBytes } from 'node:crypto';
import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { wrapKey } from '../../keys/key-wrapping.js';
import { decodeBase64 } from '../../text-checks.js';
import type { PublicRequests } from '../generated/public-types.js';
import type { PublicHandlers } from '../types.js';
import { openText, sealText } from './symmetric-cryptography.js';

const bytesOfSpec = { AES_256: 32, AES_128: 16 };

export const dataKeyHandlers = {
  GenerateDataKey: async (request, { kms }) => {
    const plaintext = toBase64(newDataKey(request));
    const key = await kms.keys.find(request.KeyId, 'GenerateDataKey');
    return { ...(await sealText(kms, key, plaintext, request.EncryptionContext)), Plaintext: plaintext };
  },

  GenerateDataKeyWithoutPlaintext: async (request, { kms }) => {
    const plaintext = toBase64(newDataKey(request));
    const key = await kms.keys.find(request.KeyId, 'GenerateDataKeyWithoutPlaintext');
    return sealText(kms, key, plaintext, request.EncryptionContext);
  },

  GenerateAndExportDataKey: async (request, { kms }) => {
    const dataKey = newDataKey(request);
    const key = await kms.keys.find(request.KeyId, 'GenerateAndExportDataKey');
    const sealed = await sealText(kms, key, toBase64(dataKey), request.EncryptionContext);
    return { ...sealed, ExportedDataKey: await exportedDataKey(request, dataKey) };
  },

  ExportDataKey: async (request, { kms }) => {
    const { key, keyVersionId, text } = await openText(
      kms,
      request.CiphertextBlob,
      'ExportDataKey',
      request.EncryptionContext,
    );
    const dataKey = decodeBase64('CiphertextBlob', text);
    return { KeyId: key.id, KeyVersionId: keyVersionId, ExportedDataKey: await exportedDataKey(request, dataKey) };
  },
} satisfies Partial<PublicHandlers>;

/** As long as NumberOfBytes says, else KeySpec, else 32 bytes. */
const newDataKey = ({ NumberOfBytes, KeySpec = 'AES_256' }: PublicRequests['GenerateDataKeyWithoutPlaintext']) =>
  randomBytes(NumberOfBytes ?? bytesOfSpec[KeySpec]);

type Wrapping = Pick<PublicRequests['ExportDataKey'], 'PublicKeyBlob' | 'WrappingKeySpec' | 'WrappingAlgorithm'>;

/** A data key for the owner of PublicKeyBlob, in base64. */
async function exportedDataKey(request: Wrapping, dataKey: Uint8Array): Promise<string> {
  const wrapped = await wrapKey({
    publicKey: request.PublicKeyBlob,
    wrappingKeySpec: request.WrappingKeySpec,
    wrappingAlgorithm: request.WrappingAlgorithm,
    plaintext: dataKey,
  });
  return toBase64(wrapped);
}
