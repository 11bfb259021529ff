import { publicKeyPem } from '../../keys/public-keys.js';
import { text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';

export const getPublicKey: OpenApiAction = async (parameters, { kms }) => {
  const key = await kms.keys.find(text(parameters, 'KeyId'), 'GetPublicKey');
  const versionId = text(parameters, 'KeyVersionId');
  const publicKey = await publicKeyPem(await kms.keys.material(key, versionId));
  return { KeyId: key.id, KeyVersionId: versionId, PublicKey: publicKey };
};
