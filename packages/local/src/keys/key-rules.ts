import { type KeySpec, type KeySpecFacts, type KeyUsage, keySpecs } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { KeyOrigin } from '../store/schema.js';

/** @throws ServiceError InvalidParameter KeyUsage when no key of this spec is for it */
export function checkUsageOfSpec(spec: KeySpec, usage: KeyUsage): void {
  const { algorithms }: KeySpecFacts = keySpecs[spec];
  if (!algorithms[usage]) {
    throw invalidParameter('KeyUsage', `${spec} is for ${Object.keys(algorithms).join(' or ')}`);
  }
}

/** @throws ServiceError UnsupportedOperation when no key of this spec has its material from there */
export function checkOrigin(spec: KeySpec, origin: KeyOrigin): void {
  // Nothing that wraps material for an import holds a private RSA key.
  if (origin === 'EXTERNAL' && keySpecs[spec].family === 'rsa') {
    throw new ServiceError('UnsupportedOperation', { message: `Material of ${spec} cannot be imported.` });
  }
}
