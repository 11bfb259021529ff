import { toBase64 } from 'alibabacloud-kms-sdk/internal';
import { checkUsage } from '../../keys/key-usage.js';
import { mac, verifyMac } from '../../keys/macs.js';
import type { PublicHandlers } from '../types.js';

export const macHandlers = {
  GenerateMac: async (request, { kms }) => {
    const key = checkUsage(await kms.keys.find(request.KeyId, 'GenerateMac'), 'GENERATE/VERIFY_MAC');
    const made = await mac(await kms.keys.material(key), {
      algorithm: request.Algorithm,
      message: request.Message,
    });
    return { KeyId: key.id, Algorithm: made.algorithm, Mac: toBase64(made.mac) };
  },

  VerifyMac: async (request, { kms }) => {
    const key = checkUsage(await kms.keys.find(request.KeyId, 'VerifyMac'), 'GENERATE/VERIFY_MAC');
    const { valid, algorithm } = await verifyMac(await kms.keys.material(key), {
      algorithm: request.Algorithm,
      message: request.Message,
      mac: request.Mac,
    });
    return { KeyId: key.id, Algorithm: algorithm, Value: valid };
  },
} satisfies Partial<PublicHandlers>;
