import { text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { exportedDataKey } from './exported-data-key.js';
import { newDataKey } from './new-data-key.js';
import { sealText } from './public-ciphertexts.js';

export const generateAndExportDataKey: OpenApiAction = async (parameters, { kms }) => {
  const dataKey = newDataKey(parameters);
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'GenerateAndExportDataKey');
  const sealed = await sealText(kms, key, toBase64(dataKey), parameters);
  return { ...sealed, ExportedDataKey: await exportedDataKey(parameters, dataKey) };
};
