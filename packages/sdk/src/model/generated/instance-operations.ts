// Generated from model/instance-messages.json, model/instance-apis.json and model/apis.json: do not edit; run npm run generate.

import type { OperationFacts } from '../action-facts.js';
import { limits } from '../limits.js';
import type { ActionName } from './actions.js';
import type { InstanceApi } from './instance-messages.js';

/** Requests and responses of the instance gateway with their SDK names and types. Bytes travel raw. */
export const instanceOperations: Readonly<Record<InstanceApi, OperationFacts<ActionName>>> = {
  Encrypt: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'utf8', required: true, secret: true, maxBytes: limits.plaintextMaxBytes },
      Algorithm: { field: 'algorithm', shape: 'string' },
      Aad: { field: 'aad', shape: 'utf8' },
      Iv: { field: 'iv', shape: 'bytes' },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      Iv: { field: 'iv', shape: 'bytes', essential: 'filled by mode' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
    },
    public: [{ api: 'Encrypt' }, { api: 'AsymmetricEncrypt' }],
  },
  Decrypt: {
    request: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true },
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string' },
      Aad: { field: 'aad', shape: 'utf8' },
      Iv: { field: 'iv', shape: 'bytes' },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'given', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
    },
    public: [{ api: 'Decrypt', ignored: ['keyId', 'keyVersionId'] }, { api: 'AsymmetricDecrypt' }],
  },
  Sign: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string' },
      Message: { field: 'message', shape: 'utf8', required: true },
      MessageType: { field: 'messageType', shape: 'string' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Signature: { field: 'signature', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      MessageType: { field: 'messageType', shape: 'string' },
    },
    public: [{ api: 'AsymmetricSign', renamed: { message: 'digest' } }],
  },
  Verify: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Signature: { field: 'signature', shape: 'bytes', required: true },
      Algorithm: { field: 'algorithm', shape: 'string' },
      Message: { field: 'message', shape: 'utf8', required: true },
      MessageType: { field: 'messageType', shape: 'string' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Value: { field: 'value', shape: 'boolean', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      MessageType: { field: 'messageType', shape: 'string' },
    },
    public: [{ api: 'AsymmetricVerify', renamed: { message: 'digest', signature: 'value' } }],
  },
  GenerateRandom: {
    request: {
      Length: { field: 'length', shape: 'number', required: true, range: { min: 1, max: limits.randomMaxBytes } },
    },
    answer: {
      Random: { field: 'random', shape: 'bytes', required: true, essential: 'filled', lengthAsked: 'Length', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
    public: [],
  },
  GenerateDataKey: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string' },
      NumberOfBytes: { field: 'numberOfBytes', shape: 'number', required: true, range: { min: 1, max: limits.dataKeyMaxBytes } },
      Aad: { field: 'aad', shape: 'utf8' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Iv: { field: 'iv', shape: 'bytes', essential: 'filled by mode' },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'filled', lengthAsked: 'NumberOfBytes', secret: true },
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
    },
    defaults: { numberOfBytes: limits.dataKeyDefaultBytes },
    public: [{ api: 'GenerateDataKey' }],
  },
  GetPublicKey: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      PublicKey: { field: 'publicKey', shape: 'string', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
    },
    public: [{ api: 'GetPublicKey' }],
  },
  GetSecretValue: {
    request: {
      SecretName: { field: 'secretName', shape: 'string', required: true, maxChars: limits.secretNameMaxChars },
      VersionStage: { field: 'versionStage', shape: 'string', maxChars: limits.secretStageMaxChars },
      VersionId: { field: 'versionId', shape: 'string', maxChars: limits.secretVersionIdMaxChars },
      FetchExtendedConfig: { field: 'fetchExtendedConfig', shape: 'boolean' },
    },
    answer: {
      SecretName: { field: 'secretName', shape: 'string', required: true },
      SecretType: { field: 'secretType', shape: 'string', required: true },
      SecretData: { field: 'secretData', shape: 'secretData', required: true, essential: 'given', secret: true },
      SecretDataType: { field: 'secretDataType', shape: 'string', required: true },
      VersionStages: { field: 'versionStages', shape: { list: 'string' }, required: true },
      VersionId: { field: 'versionId', shape: 'string', required: true },
      CreateTime: { field: 'createTime', shape: 'date', required: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      LastRotationDate: { field: 'lastRotationDate', shape: 'date' },
      NextRotationDate: { field: 'nextRotationDate', shape: 'date' },
      ExtendedConfig: { field: 'extendedConfig', shape: { json: 'map' } },
      AutomaticRotation: { field: 'automaticRotation', shape: 'string' },
      RotationInterval: { field: 'rotationInterval', shape: 'string' },
    },
    public: [{ api: 'GetSecretValue' }],
  },
  AdvanceEncrypt: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'utf8', required: true, secret: true, maxBytes: limits.plaintextMaxBytes },
      Algorithm: { field: 'algorithm', shape: 'string' },
      Aad: { field: 'aad', shape: 'utf8' },
      Iv: { field: 'iv', shape: 'bytes' },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      Iv: { field: 'iv', shape: 'bytes' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    public: [],
  },
  AdvanceDecrypt: {
    request: {
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true },
      KeyId: { field: 'keyId', shape: 'string' },
      Algorithm: { field: 'algorithm', shape: 'string' },
      Aad: { field: 'aad', shape: 'utf8' },
      Iv: { field: 'iv', shape: 'bytes' },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'given', secret: true },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      PaddingMode: { field: 'paddingMode', shape: 'string' },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    public: [],
  },
  AdvanceGenerateDataKey: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      NumberOfBytes: { field: 'numberOfBytes', shape: 'number', required: true, range: { min: 1, max: limits.dataKeyMaxBytes } },
      Aad: { field: 'aad', shape: 'utf8' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Iv: { field: 'iv', shape: 'bytes' },
      Plaintext: { field: 'plaintext', shape: 'bytes', required: true, essential: 'filled', lengthAsked: 'NumberOfBytes', secret: true },
      CiphertextBlob: { field: 'ciphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    defaults: { numberOfBytes: limits.dataKeyDefaultBytes },
    public: [],
  },
  GenerateDataKeyPair: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string' },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      KeyFormat: { field: 'keyFormat', shape: 'string', required: true },
      Aad: { field: 'aad', shape: 'utf8' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Iv: { field: 'iv', shape: 'bytes', essential: 'filled by mode' },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      PrivateKeyPlaintext: { field: 'privateKeyPlaintext', shape: 'bytes', required: true, essential: 'filled', secret: true },
      PrivateKeyCiphertextBlob: { field: 'privateKeyCiphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      PublicKey: { field: 'publicKey', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
    },
    public: [],
  },
  GenerateDataKeyPairWithoutPlaintext: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string' },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      KeyFormat: { field: 'keyFormat', shape: 'string', required: true },
      Aad: { field: 'aad', shape: 'utf8' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Iv: { field: 'iv', shape: 'bytes', essential: 'filled by mode' },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      PrivateKeyCiphertextBlob: { field: 'privateKeyCiphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      PublicKey: { field: 'publicKey', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
    },
    public: [],
  },
  AdvanceGenerateDataKeyPair: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      KeyFormat: { field: 'keyFormat', shape: 'string', required: true },
      Aad: { field: 'aad', shape: 'utf8' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Iv: { field: 'iv', shape: 'bytes' },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      PrivateKeyPlaintext: { field: 'privateKeyPlaintext', shape: 'bytes', required: true, essential: 'filled', secret: true },
      PrivateKeyCiphertextBlob: { field: 'privateKeyCiphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      PublicKey: { field: 'publicKey', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    public: [],
  },
  AdvanceGenerateDataKeyPairWithoutPlaintext: {
    request: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      KeyFormat: { field: 'keyFormat', shape: 'string', required: true },
      Aad: { field: 'aad', shape: 'utf8' },
    },
    answer: {
      KeyId: { field: 'keyId', shape: 'string', required: true },
      Iv: { field: 'iv', shape: 'bytes' },
      KeyPairSpec: { field: 'keyPairSpec', shape: 'string', required: true },
      PrivateKeyCiphertextBlob: { field: 'privateKeyCiphertextBlob', shape: 'bytes', required: true, essential: 'filled' },
      PublicKey: { field: 'publicKey', shape: 'bytes', required: true, essential: 'filled' },
      RequestId: { field: 'requestId', shape: 'string', required: true },
      Algorithm: { field: 'algorithm', shape: 'string', required: true },
      KeyVersionId: { field: 'keyVersionId', shape: 'string', required: true },
    },
    public: [],
  },
};
