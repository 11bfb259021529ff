// Generated from model/: do not edit; run npm run generate.

/** Requests of the instance gateway, checked. */
export interface InstanceRequests {
  Encrypt: {
    KeyId: string;
    Plaintext: Uint8Array;
    Algorithm?: string | undefined;
    Aad?: Uint8Array | undefined;
    Iv?: Uint8Array | undefined;
    PaddingMode?: string | undefined;
  };
  Decrypt: {
    CiphertextBlob: Uint8Array;
    KeyId?: string | undefined;
    Algorithm?: string | undefined;
    Aad?: Uint8Array | undefined;
    Iv?: Uint8Array | undefined;
    PaddingMode?: string | undefined;
  };
  Sign: {
    KeyId: string;
    Algorithm?: string | undefined;
    Message: Uint8Array;
    MessageType?: string | undefined;
  };
  Verify: {
    KeyId: string;
    Signature: Uint8Array;
    Algorithm?: string | undefined;
    Message: Uint8Array;
    MessageType?: string | undefined;
  };
  GenerateRandom: {
    Length: number;
  };
  GenerateDataKey: {
    KeyId: string;
    Algorithm?: string | undefined;
    NumberOfBytes: number;
    Aad?: Uint8Array | undefined;
  };
  GetPublicKey: {
    KeyId: string;
  };
  GetSecretValue: {
    SecretName: string;
    VersionStage?: string | undefined;
    VersionId?: string | undefined;
    FetchExtendedConfig?: boolean | undefined;
  };
  AdvanceEncrypt: {
    KeyId: string;
    Plaintext: Uint8Array;
    Algorithm?: string | undefined;
    Aad?: Uint8Array | undefined;
    Iv?: Uint8Array | undefined;
    PaddingMode?: string | undefined;
  };
  AdvanceDecrypt: {
    CiphertextBlob: Uint8Array;
    KeyId?: string | undefined;
    Algorithm?: string | undefined;
    Aad?: Uint8Array | undefined;
    Iv?: Uint8Array | undefined;
    PaddingMode?: string | undefined;
  };
  AdvanceGenerateDataKey: {
    KeyId: string;
    NumberOfBytes: number;
    Aad?: Uint8Array | undefined;
  };
  GenerateDataKeyPair: {
    KeyId: string;
    Algorithm?: string | undefined;
    KeyPairSpec: string;
    KeyFormat?: string | undefined;
    Aad?: Uint8Array | undefined;
  };
  GenerateDataKeyPairWithoutPlaintext: {
    KeyId: string;
    Algorithm?: string | undefined;
    KeyPairSpec: string;
    KeyFormat?: string | undefined;
    Aad?: Uint8Array | undefined;
  };
  AdvanceGenerateDataKeyPair: {
    KeyId: string;
    KeyPairSpec: string;
    KeyFormat?: string | undefined;
    Aad?: Uint8Array | undefined;
  };
  AdvanceGenerateDataKeyPairWithoutPlaintext: {
    KeyId: string;
    KeyPairSpec: string;
    KeyFormat?: string | undefined;
    Aad?: Uint8Array | undefined;
  };
  Hmac: {
    KeyId: string;
    Message: Uint8Array;
  };
}

/** Its responses, without RequestId. */
export interface InstanceResponses {
  Encrypt: {
    KeyId: string;
    CiphertextBlob: Uint8Array;
    Iv?: Uint8Array | undefined;
    Algorithm: string;
    PaddingMode?: string | undefined;
  };
  Decrypt: {
    KeyId: string;
    Plaintext: Uint8Array;
    Algorithm: string;
    PaddingMode?: string | undefined;
  };
  Sign: {
    KeyId: string;
    Signature: Uint8Array;
    Algorithm: string;
    MessageType?: string | undefined;
  };
  Verify: {
    KeyId: string;
    Value: boolean;
    Algorithm: string;
    MessageType?: string | undefined;
  };
  GenerateRandom: {
    Random: Uint8Array;
  };
  GenerateDataKey: {
    KeyId: string;
    Iv?: Uint8Array | undefined;
    Plaintext: Uint8Array;
    CiphertextBlob: Uint8Array;
    Algorithm: string;
  };
  GetPublicKey: {
    KeyId: string;
    PublicKey: string;
  };
  GetSecretValue: {
    SecretName: string;
    SecretType: string;
    SecretData: string;
    SecretDataType: string;
    VersionStages: readonly string[];
    VersionId: string;
    CreateTime: string;
    LastRotationDate?: string | undefined;
    NextRotationDate?: string | undefined;
    ExtendedConfig?: string | undefined;
    AutomaticRotation?: string | undefined;
    RotationInterval?: string | undefined;
  };
  AdvanceEncrypt: {
    KeyId: string;
    CiphertextBlob: Uint8Array;
    Iv?: Uint8Array | undefined;
    Algorithm: string;
    PaddingMode?: string | undefined;
    KeyVersionId: string;
  };
  AdvanceDecrypt: {
    KeyId: string;
    Plaintext: Uint8Array;
    Algorithm: string;
    PaddingMode?: string | undefined;
    KeyVersionId: string;
  };
  AdvanceGenerateDataKey: {
    KeyId: string;
    Iv?: Uint8Array | undefined;
    Plaintext: Uint8Array;
    CiphertextBlob: Uint8Array;
    Algorithm: string;
    KeyVersionId: string;
  };
  GenerateDataKeyPair: {
    KeyId: string;
    Iv?: Uint8Array | undefined;
    KeyPairSpec: string;
    PrivateKeyPlaintext: Uint8Array;
    PrivateKeyCiphertextBlob: Uint8Array;
    PublicKey: Uint8Array;
    Algorithm: string;
  };
  GenerateDataKeyPairWithoutPlaintext: {
    KeyId: string;
    Iv?: Uint8Array | undefined;
    KeyPairSpec: string;
    PrivateKeyCiphertextBlob: Uint8Array;
    PublicKey: Uint8Array;
    Algorithm: string;
  };
  AdvanceGenerateDataKeyPair: {
    KeyId: string;
    Iv?: Uint8Array | undefined;
    KeyPairSpec: string;
    PrivateKeyPlaintext: Uint8Array;
    PrivateKeyCiphertextBlob: Uint8Array;
    PublicKey: Uint8Array;
    Algorithm: string;
    KeyVersionId: string;
  };
  AdvanceGenerateDataKeyPairWithoutPlaintext: {
    KeyId: string;
    Iv?: Uint8Array | undefined;
    KeyPairSpec: string;
    PrivateKeyCiphertextBlob: Uint8Array;
    PublicKey: Uint8Array;
    Algorithm: string;
    KeyVersionId: string;
  };
  Hmac: {
    KeyId: string;
    Signature: Uint8Array;
  };
}
