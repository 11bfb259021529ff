// Generated from model/apis.json: do not edit; run npm run generate.

import type { FutureValue } from '../../model/future-value.js';

/** Algorithm of an encryption; which ones a key can do is in its spec. */
export type EncryptionAlgorithm = 'AES_GCM' | 'AES_CBC' | 'AES_ECB' | 'SM4_GCM' | 'SM4_CBC' | 'SM4_ECB' | 'RSAES_OAEP_SHA_256' | 'RSAES_OAEP_SHA_1' | 'SM2PKE' | FutureValue;

/** What fills up the last block in the modes CBC and ECB. */
export type PaddingMode = 'PKCS7_PADDING' | 'NO_PADDING' | FutureValue;

/** `RAW`: KMS hashes the message. `DIGEST`: the message is its hash already. */
export type MessageType = 'RAW' | 'DIGEST' | FutureValue;

/** How a generated key is written: PEM text, or DER. */
export type KeyFormat = 'PEM' | 'DER' | FutureValue;

/** Where a key is in its life; only an Enabled one can be used. */
export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | FutureValue;

/** What a key is for. */
export type KeyUsage = 'ENCRYPT/DECRYPT' | 'SIGN/VERIFY' | 'GENERATE/VERIFY_MAC' | FutureValue;

/** Who made the material of a key: KMS, or you. */
export type KeyOrigin = 'Aliyun_KMS' | 'EXTERNAL' | FutureValue;

/** Whether a key lives in software or in a hardware module. */
export type ProtectionLevel = 'SOFTWARE' | 'HSM' | FutureValue;

/** Whether KMS rotates a key or secret by itself; `Suspended` while a key is not Enabled. */
export type RotationStatus = 'Enabled' | 'Disabled' | 'Suspended' | 'Invalid' | FutureValue;

/** Generic, or the kind of account that KMS manages. */
export type SecretType = 'Generic' | 'Rds' | 'Redis' | 'RAMCredentials' | 'ECS' | 'PolarDB' | FutureValue;

/** Whether the value of a secret is text, or bytes as base64. */
export type SecretDataType = 'text' | 'binary' | FutureValue;

/** How material is encrypted on its way. */
export type WrappingAlgorithm = 'RSAES_OAEP_SHA_256' | 'RSAES_OAEP_SHA_1' | 'RSAES_PKCS1_V1_5' | 'SM2PKE' | FutureValue;

/** Kind of key that encrypts material on its way. */
export type WrappingKeySpec = 'RSA_2048' | 'EC_SM2' | FutureValue;

/** Algorithm of an encryption with a public key. */
export type AsymmetricEncryptionAlgorithm = 'RSAES_OAEP_SHA_256' | 'RSAES_OAEP_SHA_1' | 'SM2PKE' | FutureValue;

/** Algorithm of a signature. */
export type SigningAlgorithm = 'RSA_PSS_SHA_256' | 'RSA_PKCS1_SHA_256' | 'ECDSA_SHA_256' | 'SM2DSA' | FutureValue;

/** Algorithm of a MAC. */
export type MacAlgorithm = 'HMAC_SHA_256' | 'HMAC_SHA_224' | 'HMAC_SHA_384' | 'HMAC_SHA_512' | 'HMAC_SM3' | FutureValue;

/** Length of a data key by name: 32 or 16 bytes. */
export type DataKeySpec = 'AES_256' | 'AES_128' | FutureValue;

/** Kind of resource that has tags. */
export type ResourceType = 'key' | 'secret' | FutureValue;

/** What a policy allows: using keys, or reading secrets. */
export type Permission = 'RbacPermission/Template/CryptoServiceKeyUser' | 'RbacPermission/Template/CryptoServiceSecretUser' | FutureValue;

/** What a quota counts. */
export type QuotaResource = 'key' | 'secret' | 'qps' | 'vpc' | FutureValue;

/** On or off. */
export type Switch = 'Enabled' | 'Disabled' | FutureValue;
