import { randomBytes } from 'node:crypto';
import { limits } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../../service-error.js';
import { optionalInteger, optionalText } from '../parameters.js';
import type { Parameters } from '../types.js';

const bytesOfSpec: Readonly<Record<string, number>> = { AES_256: 32, AES_128: 16 };

/** As long as NumberOfBytes says, else KeySpec, else 32 bytes. */
export function newDataKey(parameters: Parameters): Uint8Array {
  const asked = optionalInteger(parameters, 'NumberOfBytes', { min: 1, max: limits.dataKeyMaxBytes });
  const spec = optionalText(parameters, 'KeySpec') ?? 'AES_256';
  const length = asked ?? bytesOfSpec[spec];
  if (length === undefined) throw invalidParameter('KeySpec', `it must be ${Object.keys(bytesOfSpec).join(' or ')}`);
  return randomBytes(length);
}
