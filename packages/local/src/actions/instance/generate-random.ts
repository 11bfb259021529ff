import { randomBytes } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import type { InstanceAction } from '../types.js';
import { boundedNumber } from './message-fields.js';

export const generateRandom: InstanceAction = async (message) => {
  const length = boundedNumber(message, 'Length', { min: 1, max: limits.randomMaxBytes });
  return { message: { Random: randomBytes(length) } };
};
