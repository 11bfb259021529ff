import { randomBytes } from 'node:crypto';
import { limits, toBase64 } from 'alibabacloud-kms-sdk/internal';
import { wrapKey } from '../../keys/key-wrapping.js';
import { invalidParameter } from '../../service-error.js';
import { decodeBase64 } from '../../text-checks.js';
import { base64, optionalInteger, optionalText, refuseRecipient, text } from '../parameters.js';
import type { Parameters, PublicHandlers } from '../types.js';
import { openText, sealText } from './symmetric-cryptography.js';

const bytesOfSpec: Readonly<Record<string, number>> = { AES_256: 32, AES_128: 16 };

export const dataKeyHandlers = {
  GenerateDataKey: async (parameters, { kms }) => {
    refuseRecipient(parameters);
    const plaintext = toBase64(newDataKey(parameters));
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'GenerateDataKey');
    return { ...(await sealText(kms, key, plaintext, parameters)), Plaintext: plaintext };
  },

  GenerateDataKeyWithoutPlaintext: async (parameters, { kms }) => {
    const plaintext = toBase64(newDataKey(parameters));
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'GenerateDataKeyWithoutPlaintext');
    return sealText(kms, key, plaintext, parameters);
  },

  GenerateAndExportDataKey: async (parameters, { kms }) => {
    const dataKey = newDataKey(parameters);
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'GenerateAndExportDataKey');
    const sealed = await sealText(kms, key, toBase64(dataKey), parameters);
    return { ...sealed, ExportedDataKey: await exportedDataKey(parameters, dataKey) };
  },

  ExportDataKey: async (parameters, { kms }) => {
    const { key, keyVersionId, text } = await openText(kms, parameters, 'ExportDataKey');
    const dataKey = decodeBase64('CiphertextBlob', text);
    return { KeyId: key.id, KeyVersionId: keyVersionId, ExportedDataKey: await exportedDataKey(parameters, dataKey) };
  },
} satisfies Partial<PublicHandlers>;

/** As long as NumberOfBytes says, else KeySpec, else 32 bytes. */
function newDataKey(parameters: Parameters): Uint8Array {
  const asked = optionalInteger(parameters, 'NumberOfBytes', { min: 1, max: limits.dataKeyMaxBytes });
  const spec = optionalText(parameters, 'KeySpec') ?? 'AES_256';
  const length = asked ?? bytesOfSpec[spec];
  if (length === undefined) throw invalidParameter('KeySpec', `it must be ${Object.keys(bytesOfSpec).join(' or ')}`);
  return randomBytes(length);
}

/** A data key for the owner of PublicKeyBlob, in base64. */
async function exportedDataKey(parameters: Parameters, dataKey: Uint8Array): Promise<string> {
  const wrapped = await wrapKey({
    publicKey: base64(parameters, 'PublicKeyBlob'),
    wrappingKeySpec: text(parameters, 'WrappingKeySpec'),
    wrappingAlgorithm: text(parameters, 'WrappingAlgorithm'),
    plaintext: dataKey,
  });
  return toBase64(wrapped);
}
