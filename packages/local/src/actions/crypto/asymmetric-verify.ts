import { verify } from '../../keys/signatures.js';
import { base64, text } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { asymmetricKeyVersion } from './asymmetric-key-version.js';

export const asymmetricVerify: OpenApiAction = async (parameters, { kms }) => {
  const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricVerify', 'SIGN/VERIFY');
  const { valid } = await verify(material, {
    algorithm: text(parameters, 'Algorithm'),
    message: base64(parameters, 'Digest'),
    messageType: 'DIGEST',
    signature: base64(parameters, 'Value'),
  });
  return { ...names, Value: valid };
};
