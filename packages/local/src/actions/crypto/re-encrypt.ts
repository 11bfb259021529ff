import { decrypt } from '../../keys/ciphers.js';
import { checkUsage } from '../../keys/key-usage.js';
import { base64, optionalText, text, toBase64 } from '../parameters.js';
import type { Kms, OpenApiAction, Parameters } from '../types.js';
import { openText, sealText } from './public-ciphertexts.js';

export const reEncrypt: OpenApiAction = async (parameters, { kms }) => {
  const destination = await kms.keys.find(text(parameters, 'DestinationKeyId'), 'ReEncrypt');
  const source = optionalText(parameters, 'SourceEncryptionAlgorithm')
    ? await openAsymmetric(kms, parameters)
    : (await openText(kms, parameters, 'ReEncrypt', 'SourceEncryptionContext')).text;
  return sealText(kms, destination, source, parameters, 'DestinationEncryptionContext');
};

/** What AsymmetricEncrypt encrypted; Decrypt will answer it in base64, as AsymmetricDecrypt would. */
async function openAsymmetric(kms: Kms, parameters: Parameters): Promise<string> {
  const key = checkUsage(await kms.keys.find(text(parameters, 'SourceKeyId'), 'ReEncrypt'), 'ENCRYPT/DECRYPT');
  const material = await kms.keys.material(key, text(parameters, 'SourceKeyVersionId'));
  const { plaintext } = await decrypt(material, {
    algorithm: text(parameters, 'SourceEncryptionAlgorithm'),
    ciphertext: base64(parameters, 'CiphertextBlob'),
  });
  return toBase64(plaintext);
}
