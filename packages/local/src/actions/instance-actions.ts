import { advanceDecrypt } from './instance/advance-decrypt.js';
import { advanceEncrypt } from './instance/advance-encrypt.js';
import { advanceGenerateDataKey } from './instance/advance-generate-data-key.js';
import {
  advanceGenerateDataKeyPair,
  advanceGenerateDataKeyPairWithoutPlaintext,
} from './instance/advance-generate-data-key-pair.js';
import { decrypt } from './instance/decrypt.js';
import { encrypt } from './instance/encrypt.js';
import { generateDataKey } from './instance/generate-data-key.js';
import { generateDataKeyPair, generateDataKeyPairWithoutPlaintext } from './instance/generate-data-key-pair.js';
import { generateRandom } from './instance/generate-random.js';
import { getPublicKey } from './instance/get-public-key.js';
import { getSecretValue } from './instance/get-secret-value.js';
import { hmac } from './instance/hmac.js';
import { sign } from './instance/sign.js';
import { verify } from './instance/verify.js';
import type { InstanceAction } from './types.js';

/** The APIs of the instance gateway, by name. */
export const instanceActions: Readonly<Record<string, InstanceAction>> = {
  AdvanceDecrypt: advanceDecrypt,
  AdvanceEncrypt: advanceEncrypt,
  AdvanceGenerateDataKey: advanceGenerateDataKey,
  AdvanceGenerateDataKeyPair: advanceGenerateDataKeyPair,
  AdvanceGenerateDataKeyPairWithoutPlaintext: advanceGenerateDataKeyPairWithoutPlaintext,
  Decrypt: decrypt,
  Encrypt: encrypt,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyPair: generateDataKeyPair,
  GenerateDataKeyPairWithoutPlaintext: generateDataKeyPairWithoutPlaintext,
  GenerateRandom: generateRandom,
  GetPublicKey: getPublicKey,
  GetSecretValue: getSecretValue,
  Hmac: hmac,
  Sign: sign,
  Verify: verify,
};
