import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { checkUsage } from '../../keys/key-usage.js';
import { mac, verifyMac } from '../../keys/macs.js';
import { base64, text } from '../parameters.js';
import type { PublicHandlers } from '../types.js';

export const macHandlers = {
  GenerateMac: async (parameters, { kms }) => {
    const key = checkUsage(await kms.keys.find(text(parameters, 'KeyId'), 'GenerateMac'), 'GENERATE/VERIFY_MAC');
    const made = await mac(await kms.keys.material(key), {
      algorithm: text(parameters, 'Algorithm'),
      message: base64(parameters, 'Message'),
    });
    return { KeyId: key.id, Algorithm: made.algorithm, Mac: toBase64(made.mac) };
  },

  VerifyMac: async (parameters, { kms }) => {
    const key = checkUsage(await kms.keys.find(text(parameters, 'KeyId'), 'VerifyMac'), 'GENERATE/VERIFY_MAC');
    const { valid, algorithm } = await verifyMac(await kms.keys.material(key), {
      algorithm: text(parameters, 'Algorithm'),
      message: base64(parameters, 'Message'),
      mac: base64(parameters, 'Mac'),
    });
    return { KeyId: key.id, Algorithm: algorithm, Value: valid };
  },
} satisfies Partial<PublicHandlers>;
