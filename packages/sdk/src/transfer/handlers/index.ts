import type { ActionName } from '../../model/generated/actions.js';
import { asymmetricDecrypt } from './asymmetric-decrypt.js';
import { asymmetricEncrypt } from './asymmetric-encrypt.js';
import { asymmetricSign } from './asymmetric-sign.js';
import { asymmetricVerify } from './asymmetric-verify.js';
import { decrypt } from './decrypt.js';
import { encrypt } from './encrypt.js';
import { generateDataKey } from './generate-data-key.js';
import { generateDataKeyWithoutPlaintext } from './generate-data-key-without-plaintext.js';
import { getPublicKey } from './get-public-key.js';
import { getSecretValue } from './get-secret-value.js';
import type { Handler } from './handler.js';

/** The actions of KMS 1.0 that an instance serves. */
export const handlers: Readonly<Partial<Record<ActionName, Handler>>> = {
  AsymmetricDecrypt: asymmetricDecrypt,
  AsymmetricEncrypt: asymmetricEncrypt,
  AsymmetricSign: asymmetricSign,
  AsymmetricVerify: asymmetricVerify,
  Decrypt: decrypt,
  Encrypt: encrypt,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GetPublicKey: getPublicKey,
  GetSecretValue: getSecretValue,
};
