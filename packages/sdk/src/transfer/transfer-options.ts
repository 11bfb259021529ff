import type { AccessKeyOptions } from '../credentials/access-key.js';
import type { ClientKeyOptions } from '../credentials/client-key.js';
import type { RegionOptions } from '../public/region-endpoint.js';
import type { TransportOptions } from '../transport/options.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import type { ApiGeneration } from './api-generation.js';

/**
 * How to reach the public gateway: the `Config` that the KMS 1.0 client was made with, as it is (of any generation), or
 * a plain object with its fields, or with those of this SDK.
 *
 * Of the official fields, those that say what to call, with which credential, through which proxy and with which
 * timeouts are taken; `protocol` must be https; `bearerToken`, `globalParameters` and `tlsMinVersion` are refused; the
 * rest is ignored, as it has no meaning here (docs/transfer.md has the table).
 */
export interface TransferConfig
  extends Omit<RegionOptions, 'network'>,
    Omit<AccessKeyOptions, 'credential'>,
    TransportOptions {
  /** `vpc`: the region's host inside of a VPC. Default `public`. */
  network?: string | undefined;
  /** As in this SDK, or a client of any version of `@alicloud/credentials`. */
  credential?: AccessKeyOptions['credential'] | LegacyCredential | undefined;
  /** Milliseconds; 0: the default. Another name of `readTimeoutMs`. */
  readTimeout?: number | undefined;
  /** Milliseconds; 0: the default. Another name of `connectTimeoutMs`. */
  connectTimeout?: number | undefined;
  /** Another name of `maxSockets`. */
  maxIdleConns?: number | undefined;
  /** `https`. */
  protocol?: string | undefined;
  /** Not needed: the fields that are given say it. */
  type?: string | undefined;
  /** `v4`: signs with ACS4. Default: with ACS3. */
  signatureVersion?: string | undefined;
  /** `ACS3-HMAC-SHA256`, `ACS3-HMAC-SM3`, `ACS4-HMAC-SHA256` or `ACS4-HMAC-SM3`. Default: the first of its version. */
  signatureAlgorithm?: string | undefined;
}

/** A client of older versions of `@alicloud/credentials`. */
export interface LegacyCredential {
  /** Asked before every request, as the other two are. */
  getAccessKeyId(): Promise<string> | string;
  /** The secret that belongs to the id. */
  getAccessKeySecret(): Promise<string> | string;
  /** The token of a temporary AccessKey. */
  getSecurityToken?(): Promise<string> | string;
}

/** How to reach the gateway of the KMS instance, and how calls of KMS 1.0 become calls to it. */
export interface KmsConfig extends Omit<ClientKeyOptions, 'accessKeyId'>, TransportOptions {
  /** Host of the instance, `kst-….cryptoservice.kms.aliyuncs.com`, with `:port` where it is not 443. */
  endpoint: string;
  /** Id of the client key (`KAAP.…`), when the key comes as `privateKey`. */
  clientKeyId?: string | undefined;
  /**
   * Id of the instance, `kst-…`. Default: the first part of `endpoint`, when it looks like one. When `config` is given
   * and neither `caFilePath` nor `ca` nor `ignoreSsl`, the client fetches the CA of this instance (GetKmsInstance).
   */
  instanceId?: string | undefined;
  /** Actions that go to the public gateway all the same: `['GetSecretValue']`. Default none. */
  defaultKmsApiNames?: readonly string[] | undefined;
  /** How the text of a plaintext becomes bytes and back. Default utf-8. */
  encoding?: string | undefined;
  /**
   * How the instance's ciphertexts are bound to an EncryptionContext: `raw`, the bytes of a hash of it, as the clients of
   * Java and Go do and as KMS 1.0 most likely does; `hex`, the text of that hash, for the `TransferClient` of Python's
   * `alibabacloud-kms-python-sdk` and of PHP; `json`, the context's JSON text, for that of Python in its low-version mode.
   * Decrypt tries the others too. Default `raw`.
   */
  encryptionContextBinding?: EncryptionContextBinding | undefined;
  /**
   * Uses the instance's Encrypt, Decrypt and GenerateDataKey in place of AdvanceEncrypt, AdvanceDecrypt and
   * AdvanceGenerateDataKey, for instances that do not have those. Default false.
   */
  forceLowVersionCryptoTransfer?: boolean | undefined;
  /** The official clients have it, and none of them looks at it: accepted, without effect. Default true. */
  advanceSwitch?: boolean | undefined;
  /** Milliseconds; 0: the default. Another name of `readTimeoutMs`. */
  readTimeout?: number | undefined;
  /** Milliseconds; 0: the default. Another name of `connectTimeoutMs`. */
  connectTimeout?: number | undefined;
  /** Another name of `maxSockets`. */
  maxIdleConns?: number | undefined;
  /** Another name of `ignoreSsl`. */
  ignoreSSL?: boolean | undefined;
  /** `https`. */
  protocol?: string | undefined;
  /** The instance is in one region: not needed. */
  regionId?: string | undefined;
}

/** What a `TransferClient` is made of: `config`, `kmsConfig`, or both. */
export interface TransferClientOptions<G extends ApiGeneration = ApiGeneration> {
  /** The public gateway. Alone: every call goes there. */
  config?: TransferConfig | undefined;
  /** The gateway of the KMS instance. Alone: cryptography and GetSecretValue only. */
  kmsConfig?: KmsConfig | undefined;
  /** Sends every call to the public gateway, unless the call says otherwise. Default false. */
  isUseKmsShareGateway?: boolean | undefined;
  /** How answers and errors look: 3 as of version 2 of `@alicloud/kms20160120`, 1 as of its versions 1.x. Default 3. */
  apiGeneration?: G | undefined;
}
