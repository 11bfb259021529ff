import { checkUsage } from '../../keys/key-usage.js';
import { mac } from '../../keys/macs.js';
import { base64, text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const generateMac: OpenApiAction = async (parameters, { kms }) => {
  const key = checkUsage(await kms.keys.find(text(parameters, 'KeyId'), 'GenerateMac'), 'GENERATE/VERIFY_MAC');
  const made = await mac(await kms.keys.material(key), {
    algorithm: text(parameters, 'Algorithm'),
    message: base64(parameters, 'Message'),
  });
  return { KeyId: key.id, Algorithm: made.algorithm, Mac: toBase64(made.mac) };
};
