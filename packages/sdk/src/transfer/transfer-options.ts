import type { AccessKeyOptions } from '../credentials/access-key.js';
import type { ClientKeyOptions } from '../credentials/client-key.js';
import type { RegionOptions } from '../public/region-endpoint.js';
import type { TransportOptions } from '../transport/options.js';
import type { EncryptionContextBinding } from '../wire/encryption-context.js';
import type { ApiGeneration } from './api-generation.js';

/**
 * How to reach the public gateway: the `Config` of the KMS 1.0 client (any generation), unchanged, or a plain object with
 * its fields or those of this SDK.
 *
 * Supports the official fields for endpoint, credentials, proxy and timeouts; `protocol` must be https; `bearerToken`,
 * `globalParameters` and `tlsMinVersion` are refused; all others are ignored, because they have no meaning here
 * (docs/transfer.md has the table).
 */
export interface TransferConfig
  extends Omit<RegionOptions, 'network'>,
    Omit<AccessKeyOptions, 'credential'>,
    TransportOptions {
  /** `vpc`: the region's host inside a VPC. Default `public`. */
  network?: string | undefined;
  /** A credential of this SDK, or a client of any version of `@alicloud/credentials`. */
  credential?: AccessKeyOptions['credential'] | LegacyCredential | undefined;
  /** Milliseconds; 0: the default. Alias of `readTimeoutMs`. */
  readTimeout?: number | undefined;
  /** Milliseconds; 0: the default. Alias of `connectTimeoutMs`. */
  connectTimeout?: number | undefined;
  /** Alias of `maxSockets`. */
  maxIdleConns?: number | undefined;
  /** `https`. */
  protocol?: string | undefined;
  /** Not needed: implied by the other fields. */
  type?: string | undefined;
  /** `v4`: sign with ACS4. Default: ACS3. */
  signatureVersion?: string | undefined;
  /** `ACS3-HMAC-SHA256`, `ACS3-HMAC-SM3`, `ACS4-HMAC-SHA256` or `ACS4-HMAC-SM3`. Default: the first of its version. */
  signatureAlgorithm?: string | undefined;
}

/** A client of older versions of `@alicloud/credentials`. */
export interface LegacyCredential {
  /** Called before every request, like the other two methods. */
  getAccessKeyId(): Promise<string> | string;
  /** The secret of that AccessKey. */
  getAccessKeySecret(): Promise<string> | string;
  /** The token of a temporary AccessKey. */
  getSecurityToken?(): Promise<string> | string;
}

/** How to reach the gateway of the KMS instance, and how to convert calls of KMS 1.0. */
export interface KmsConfig extends Omit<ClientKeyOptions, 'accessKeyId'>, TransportOptions {
  /** Host of the instance, `kst-….cryptoservice.kms.aliyuncs.com`, with `:port` where it is not 443. */
  endpoint: string;
  /** Id of the client key (`KAAP.…`), with `privateKey`. */
  clientKeyId?: string | undefined;
  /**
   * Id of the instance, `kst-…`. Default: the first label of `endpoint` if it looks like an instance id. With `config` and
   * without `caFilePath`, `ca` and `ignoreSsl`, the client fetches the CA of this instance (GetKmsInstance).
   */
  instanceId?: string | undefined;
  /** Actions that always go to the public gateway: `['GetSecretValue']`. Default none. */
  defaultKmsApiNames?: readonly string[] | undefined;
  /** Encoding of plaintext text. Default utf-8. */
  encoding?: string | undefined;
  /**
   * How new ciphertexts of the instance are bound to an EncryptionContext: `raw`, the bytes of its hash, like the clients
   * for Java and Go, and most likely KMS 1.0; `hex`, the text of that hash, like the `TransferClient` of Python's
   * `alibabacloud-kms-python-sdk` and of PHP; `json`, the context's JSON text, like that of Python in its low-version mode.
   * Decrypt tries all of them. Default `raw`.
   */
  encryptionContextBinding?: EncryptionContextBinding | undefined;
  /**
   * Uses the instance's Encrypt, Decrypt and GenerateDataKey instead of AdvanceEncrypt, AdvanceDecrypt and
   * AdvanceGenerateDataKey, for instances without those. Default false.
   */
  forceLowVersionCryptoTransfer?: boolean | undefined;
  /** Accepted without effect, as in the official clients. Default true. */
  advanceSwitch?: boolean | undefined;
  /** Milliseconds; 0: the default. Alias of `readTimeoutMs`. */
  readTimeout?: number | undefined;
  /** Milliseconds; 0: the default. Alias of `connectTimeoutMs`. */
  connectTimeout?: number | undefined;
  /** Alias of `maxSockets`. */
  maxIdleConns?: number | undefined;
  /** Alias of `ignoreSsl`. */
  ignoreSSL?: boolean | undefined;
  /** `https`. */
  protocol?: string | undefined;
  /** Not needed: an instance is in one region. */
  regionId?: string | undefined;
}

/** Options of a `TransferClient`: `config`, `kmsConfig`, or both. */
export interface TransferClientOptions<G extends ApiGeneration = ApiGeneration> {
  /** The public gateway. On its own: every call goes there. */
  config?: TransferConfig | undefined;
  /** The gateway of the KMS instance. On its own: cryptography and GetSecretValue only. */
  kmsConfig?: KmsConfig | undefined;
  /** Sends every call to the public gateway, unless the options of the call decide otherwise. Default false. */
  isUseKmsShareGateway?: boolean | undefined;
  /** Shape of responses and errors: 3 like version 2 of `@alicloud/kms20160120`, 1 like its versions 1.x. Default 3. */
  apiGeneration?: G | undefined;
}
