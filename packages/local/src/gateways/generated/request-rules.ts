// Generated from model/: do not edit; run npm run generate.

import { limits } from 'alibabacloud-kms-sdk/internal';
import type { InstanceRequests } from '../../handlers/generated/instance-types.js';
import type { InstanceRules, ParameterRules } from '../request-rules.js';

/** Rules of individual parameters of the public gateway: `Api.Name`, or `Name` for all APIs. */
export const parameterRules: Readonly<Record<string, ParameterRules>> = {
  'Encrypt.Plaintext': { asText: true, anyCharacter: true },
  'SecretData': { anyCharacter: true },
  'EncryptionContext': { anyCharacter: true },
  'Policy': { asText: true },
  'Description': { mayBeEmpty: true },
  'VpcOwnerId': { orNumber: true },
  'KeyFormat': { optional: true },
  'Decrypt.KeyId': { optional: true },
  'NetworkRules': { optional: true },
  'CreateApplicationAccessPoint.AuthenticationMethod': { only: 'ClientKey' },
  'CreateNetworkRule.Type': { only: 'Private' },
  'ConnectKmsInstance.KMProvider': { only: 'Aliyun' },
  'Recipient': { refused: 'enclaves are not supported' },
  'CertificateId': { refused: 'there are no certificates here' },
};

/** Required fields of messages of the instance gateway. */
export const instanceRules: Readonly<Record<keyof InstanceRequests, InstanceRules>> = {
  Encrypt: { required: ['KeyId', 'Plaintext'] },
  Decrypt: { required: ['CiphertextBlob'] },
  Sign: { required: ['KeyId', 'Message'] },
  Verify: { required: ['KeyId', 'Message', 'Signature'] },
  GenerateRandom: { required: ['Length'], ranges: { Length: { min: 1, max: limits.randomMaxBytes } } },
  GenerateDataKey: { required: ['KeyId', 'NumberOfBytes'], ranges: { NumberOfBytes: { min: 1, max: limits.dataKeyMaxBytes } } },
  GetPublicKey: { required: ['KeyId'] },
  GetSecretValue: { required: ['SecretName'] },
  AdvanceEncrypt: { required: ['KeyId', 'Plaintext'] },
  AdvanceDecrypt: { required: ['CiphertextBlob'] },
  AdvanceGenerateDataKey: { required: ['KeyId', 'NumberOfBytes'], ranges: { NumberOfBytes: { min: 1, max: limits.dataKeyMaxBytes } } },
  GenerateDataKeyPair: { required: ['KeyId', 'KeyPairSpec'] },
  GenerateDataKeyPairWithoutPlaintext: { required: ['KeyId', 'KeyPairSpec'] },
  AdvanceGenerateDataKeyPair: { required: ['KeyId', 'KeyPairSpec'] },
  AdvanceGenerateDataKeyPairWithoutPlaintext: { required: ['KeyId', 'KeyPairSpec'] },
  Hmac: { required: ['KeyId', 'Message'] },
};
