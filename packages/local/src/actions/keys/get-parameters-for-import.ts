import { importParameters } from '../../keys/key-import.js';
import { wireDate } from '../answers.js';
import { text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const getParametersForImport: OpenApiAction = async (parameters, { kms }) => {
  const { key, publicKeySpki, importToken, expiresAt } = await importParameters(kms, text(parameters, 'KeyId'), {
    wrappingAlgorithm: text(parameters, 'WrappingAlgorithm'),
    wrappingKeySpec: text(parameters, 'WrappingKeySpec'),
  });
  return {
    KeyId: key.id,
    PublicKey: toBase64(publicKeySpki),
    ImportToken: toBase64(importToken),
    TokenExpireTime: wireDate(expiresAt),
  };
};
