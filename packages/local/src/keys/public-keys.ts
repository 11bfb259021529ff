import { sm2Spki, toPem } from 'alibabacloud-kms-sdk/internal';
import { ServiceError } from '../service-error.js';
import type { KeyMaterial } from './material.js';

/** SubjectPublicKeyInfo in DER. @throws ServiceError UnsupportedOperation for keys without a public half */
export async function publicKeySpki(material: KeyMaterial): Promise<Uint8Array> {
  switch (material.facts.family) {
    case 'rsa':
    case 'ec':
      return material.publicKey.export({ type: 'spki', format: 'der' });
    case 'sm2':
      return sm2Spki((await material.sm2Key()).publicKey);
    default:
      throw new ServiceError('UnsupportedOperation', {
        message: `This action is not supported. A key of spec ${material.spec} has no public key.`,
      });
  }
}

export const publicKeyPem = async (material: KeyMaterial): Promise<string> =>
  toPem('PUBLIC KEY', await publicKeySpki(material));
