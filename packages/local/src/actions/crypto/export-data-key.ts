import { decodeBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { exportedDataKey } from './exported-data-key.js';
import { openText } from './public-ciphertexts.js';

export const exportDataKey: OpenApiAction = async (parameters, { kms }) => {
  const { key, keyVersionId, text } = await openText(kms, parameters, 'ExportDataKey');
  const dataKey = decodeBase64('CiphertextBlob', text);
  return { KeyId: key.id, KeyVersionId: keyVersionId, ExportedDataKey: await exportedDataKey(parameters, dataKey) };
};
