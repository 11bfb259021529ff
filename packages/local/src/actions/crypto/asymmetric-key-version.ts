import { isSymmetric, type KeyUsage, keySpecs } from 'alibabacloud-kms-sdk/internal';
import type { KeyAction } from '../../keys/key-states.js';
import { checkUsage } from '../../keys/key-usage.js';
import { ServiceError } from '../../service-error.js';
import { text } from '../parameters.js';
import type { Kms, Parameters } from '../types.js';

/** The version of an asymmetric key that KeyId and KeyVersionId name, ready for use. */
export async function asymmetricKeyVersion(kms: Kms, parameters: Parameters, action: KeyAction, usage: KeyUsage) {
  const key = checkUsage(await kms.keys.find(text(parameters, 'KeyId'), action), usage);
  if (isSymmetric(keySpecs[key.spec])) {
    throw new ServiceError('UnsupportedOperation', {
      message: `This action is not supported. It takes an asymmetric key, not one of ${key.spec}.`,
    });
  }
  const versionId = text(parameters, 'KeyVersionId');
  const material = await kms.keys.material(key, versionId);
  return { material, names: { KeyId: key.id, KeyVersionId: versionId } };
}
