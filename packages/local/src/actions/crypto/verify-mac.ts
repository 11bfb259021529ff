import { checkUsage } from '../../keys/key-usage.js';
import { verifyMac as verify } from '../../keys/macs.js';
import { base64, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const verifyMac: OpenApiAction = async (parameters, { kms }) => {
  const key = checkUsage(await kms.keys.find(text(parameters, 'KeyId'), 'VerifyMac'), 'GENERATE/VERIFY_MAC');
  const { valid, algorithm } = await verify(await kms.keys.material(key), {
    algorithm: text(parameters, 'Algorithm'),
    message: base64(parameters, 'Message'),
    mac: base64(parameters, 'Mac'),
  });
  return { KeyId: key.id, Algorithm: algorithm, Value: valid };
};
