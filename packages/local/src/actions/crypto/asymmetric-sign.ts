import { sign } from '../../keys/signatures.js';
import { base64, text, toBase64 } from '../parameters.js';
import type { OpenApiAction } from '../types.js';
import { asymmetricKeyVersion } from './asymmetric-key-version.js';

export const asymmetricSign: OpenApiAction = async (parameters, { kms }) => {
  const { material, names } = await asymmetricKeyVersion(kms, parameters, 'AsymmetricSign', 'SIGN/VERIFY');
  const { signature } = await sign(material, {
    algorithm: text(parameters, 'Algorithm'),
    message: base64(parameters, 'Digest'),
    messageType: 'DIGEST',
  });
  return { ...names, Value: toBase64(signature) };
};
