import { keyPairSpecs, toPem } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter } from '../service-error.js';
import { generateMaterial, openMaterial } from './material.js';
import { publicKeySpki } from './public-keys.js';

const keyFormats = ['PEM', 'DER'] as const;

/** Both halves, as PEM bytes or as DER. */
export interface GeneratedKeyPair {
  privateKeyPkcs8: Uint8Array;
  publicKeySpki: Uint8Array;
}

/**
 * @param keyPairSpec one of {@link keyPairSpecs}
 * @param keyFormat `PEM` (default) or `DER`
 * @throws ServiceError InvalidParameter
 */
export async function generateKeyPair(keyPairSpec: string, keyFormat?: string): Promise<GeneratedKeyPair> {
  const spec = oneOf('KeyPairSpec', keyPairSpecs, keyPairSpec);
  const format = oneOf('KeyFormat', keyFormats, keyFormat || keyFormats[0]);
  const privateKeyPkcs8 = await generateMaterial(spec);
  const spki = await publicKeySpki(openMaterial(spec, privateKeyPkcs8));
  if (format === 'DER') return { privateKeyPkcs8, publicKeySpki: spki };
  return {
    privateKeyPkcs8: Buffer.from(toPem('PRIVATE KEY', privateKeyPkcs8)),
    publicKeySpki: Buffer.from(toPem('PUBLIC KEY', spki)),
  };
}

function oneOf<T extends string>(name: string, values: readonly T[], value: string): T {
  const known = values.find((candidate) => candidate === value);
  if (!known) throw invalidParameter(name, `one of ${values.join(', ')}, not ${value}`);
  return known;
}
