import type { KeyUsage } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { KeyMaterial } from './material.js';

/**
 * The requested algorithm, by default the first of the key's spec.
 * @throws ServiceError UnsupportedOperation if the spec does not support this usage, InvalidParameter if it does not have the
 * algorithm
 */
export function chooseAlgorithm(material: KeyMaterial, usage: KeyUsage, algorithm: string | undefined): string {
  const { spec, facts } = material;
  const [first, ...others] = facts.algorithms[usage] ?? [];
  if (first === undefined)
    throw new ServiceError('UnsupportedOperation', {
      message: `This action is not supported. A key of spec ${spec} is not for ${usage}.`,
    });
  if (!algorithm || algorithm === first) return first;
  if (others.includes(algorithm)) return algorithm;
  throw invalidParameter('Algorithm', `a key of spec ${spec} has ${[first, ...others].join(', ')}, not ${algorithm}`);
}
