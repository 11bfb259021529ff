import type { KeySpec, KeyUsage } from 'alibabacloud-kms-sdk/internal';
import type { KeyOrigin, KeyState, SecretType } from '../store/kinds.js';

/**
 * ISO 8601 with a zone, `2026-01-31T00:00:00Z`, or relative to the KMS's clock when the seed is loaded: a sign, a number
 * and one of `d`, `h`, `m`, `s`, as in `+7d` and `-90m`.
 */
export type SeedTime = string;

/**
 * Content of a local KMS, in a seed file or an export. All fields are optional.
 * An export contains all key material and secret values in plaintext: that is its purpose.
 */
export interface Seed {
  keys?: SeedKey[] | undefined;
  secrets?: SeedSecret[] | undefined;
  dataKeys?: SeedDataKey[] | undefined;
  accessKeys?: SeedAccessKey[] | undefined;
  access?: SeedAccess | undefined;
  instances?: SeedInstance[] | undefined;
}

export interface SeedKey {
  /** 1 to 64 letters, digits, `-`, `_` and `.`, starting with a letter or digit. */
  id: string;
  /** Default `Aliyun_AES_256`. */
  spec?: KeySpec | undefined;
  /** Default: `ENCRYPT/DECRYPT` if the spec supports it, otherwise the usage that it supports. */
  usage?: KeyUsage | undefined;
  /** Default `Aliyun_KMS`. */
  origin?: KeyOrigin | undefined;
  /** Id of its instance; null: outside instances. Default: this KMS's instance. */
  instance?: string | null | undefined;
  /** Stored and returned only. Default `SOFTWARE`. */
  protectionLevel?: 'SOFTWARE' | 'HSM' | undefined;
  /** At most 8192 characters. Default: empty. */
  description?: string | undefined;
  /** Default: `PendingDeletion` with `deleteAt`, `PendingImport` for EXTERNAL without material, else `Enabled`. */
  state?: KeyState | undefined;
  /** When it will be deleted; required for, and only for, state `PendingDeletion`. */
  deleteAt?: SeedTime | undefined;
  /** Default false. */
  deletionProtection?: boolean | undefined;
  deletionProtectionDescription?: string | undefined;
  /** For symmetric keys whose material KMS generated. */
  rotation?: SeedKeyRotation | undefined;
  /** A RAM policy. Default: the account may do everything. */
  policy?: Record<string, unknown> | undefined;
  /** Including the prefix `alias/`. */
  aliases?: string[] | undefined;
  /** Values by key, at most 20. */
  tags?: Record<string, string> | undefined;
  /** Default: now. */
  createdAt?: SeedTime | undefined;
  /** When imported material expires; for EXTERNAL with material. Default: never. */
  materialExpiresAt?: SeedTime | undefined;
  /** Oldest first; the last one is the primary. Default: one version with new material. */
  versions?: SeedKeyVersion[] | undefined;
}

export interface SeedKeyVersion {
  /** 36 letters, digits and `-`, as in ciphertexts. Default: a new UUID. */
  id?: string | undefined;
  /**
   * Base64 for symmetric and HMAC keys; for asymmetric keys a private key in PEM: PKCS#8, and for RSA and EC also
   * PKCS#1 and SEC1. Default: new material; none for EXTERNAL, whose material must be imported.
   */
  material?: string | undefined;
  /** Hexadecimal SHA-256 of material that was imported and then deleted: only the same can be imported again. */
  materialSha256?: string | undefined;
  /** Default: when the key was created. */
  createdAt?: SeedTime | undefined;
}

export interface SeedKeyRotation {
  /** `30d`; 7 to 730 days, in d, h, m or s. */
  interval: string;
  /** Default true. */
  enabled?: boolean | undefined;
  /** Default: one interval from now. */
  nextAt?: SeedTime | undefined;
}

export interface SeedSecret {
  /** 1 to 192 letters, digits and `_ / + = . - @`. */
  name: string;
  /** Default `Generic`. */
  type?: SecretType | undefined;
  /** At most 8192 characters. Default: empty. */
  description?: string | undefined;
  /** Id or alias of a symmetric key. Default: none. */
  encryptionKey?: string | undefined;
  /** Whether the encryption key was deleted: the secret can then be described but not read. Default false. */
  encryptionKeyDeleted?: boolean | undefined;
  /** Id of its instance; null: outside instances. Default: that of its encryption key, otherwise the KMS's instance. */
  instance?: string | null | undefined;
  extendedConfig?: Record<string, unknown> | undefined;
  /** A RAM policy. Default: the account may do everything. */
  policy?: Record<string, unknown> | undefined;
  /** Values by key, at most 20. */
  tags?: Record<string, string> | undefined;
  /** For managed secrets: every type except `Generic`. */
  rotation?: SeedSecretRotation | undefined;
  /** When it will be deleted; until then it can be restored. */
  deleteAt?: SeedTime | undefined;
  /** Default: now. */
  createdAt?: SeedTime | undefined;
  /** Default: when it was created. */
  updatedAt?: SeedTime | undefined;
  /** 1 to 10, oldest first. */
  versions: SeedSecretVersion[];
}

export interface SeedSecretVersion {
  /** 1 to 64 characters. */
  id: string;
  /** Text, at most 30720 bytes. Each version has this or `dataBase64`. */
  data?: string | undefined;
  /** Binary data in base64, at most 30720 characters. */
  dataBase64?: string | undefined;
  /**
   * Each stage is on one version, `ACSCurrent` on exactly one. Default, if no version of the secret has stages: the
   * last version is `ACSCurrent`, the one before it `ACSPrevious`.
   */
  stages?: string[] | undefined;
  /** Default: when the secret was created. */
  createdAt?: SeedTime | undefined;
}

export interface SeedSecretRotation {
  /** `7d`; 6 hours to 365 days, in d, h, m or s. Required if enabled. */
  interval?: string | undefined;
  /** Default: true if there is an interval. */
  enabled?: boolean | undefined;
  /** Default: one interval from now. */
  nextAt?: SeedTime | undefined;
  /** When it was last rotated. Default: never. */
  lastAt?: SeedTime | undefined;
}

/** A data key that KMS stores and rotates, see GetManagedDataKey. */
export interface SeedDataKey {
  /** 1 to 255 letters, digits and `_ / + = . - @`. */
  name: string;
  /** Oldest first, at least one. */
  versions: SeedDataKeyVersion[];
}

export interface SeedDataKeyVersion {
  /** 1 to 64 letters and digits. Default: 8 random ones. */
  id?: string | undefined;
  /** 32 bytes in base64. Default: new ones. */
  material?: string | undefined;
  /** Default: now. */
  createdAt?: SeedTime | undefined;
}

export interface SeedAccessKey {
  /** 1 to 128 letters, digits, `-`, `_` and `.`. */
  id: string;
  /** 1 to 128 ASCII characters without spaces. */
  secret: string;
  /** Default: now. */
  createdAt?: SeedTime | undefined;
}

/** Access through the instance gateway. */
export interface SeedAccess {
  networkRules?: SeedNetworkRule[] | undefined;
  policies?: SeedPolicy[] | undefined;
  accessPoints?: SeedAccessPoint[] | undefined;
  clientKeys?: SeedClientKey[] | undefined;
}

export interface SeedNetworkRule {
  name: string;
  description?: string | undefined;
  /** IP addresses and CIDR blocks. Default: none, which matches no caller. */
  addresses?: string[] | undefined;
}

export interface SeedPolicy {
  name: string;
  description?: string | undefined;
  /** Id of the instance that it applies to. Default: every instance. */
  instance?: string | undefined;
  /** `RbacPermission/Template/CryptoServiceKeyUser` and `RbacPermission/Template/CryptoServiceSecretUser`. Default: both. */
  permissions?: string[] | undefined;
  /** `key/<id>`, `secret/<name>`, `key/*` and `secret/*`. */
  resources: string[];
  /** Names of network rules. Default: any address. */
  networkRules?: string[] | undefined;
}

export interface SeedAccessPoint {
  name: string;
  description?: string | undefined;
  /** Names of policies, at most 3. Default: none, which allows nothing. */
  policies?: string[] | undefined;
}

/** KMS's part of a client key; its owner has the file with the private key. */
export interface SeedClientKey {
  /** `KAAP.…`: 1 to 128 letters, digits, `-`, `_` and `.`. */
  id: string;
  /** Name of an access point. */
  accessPoint: string;
  /** X.509 certificate of an RSA key, in PEM. */
  certificate: string;
  /** Default: from the certificate. */
  notBefore?: SeedTime | undefined;
  /** Default: from the certificate. */
  notAfter?: SeedTime | undefined;
  /** Default: now. */
  createdAt?: SeedTime | undefined;
}

/**
 * A KMS instance. `{{instanceId}}` is the initial instance of the KMS: the seed applies to it unless somebody has changed
 * it.
 */
export interface SeedInstance {
  /** 1 to 64 letters, digits, `-` and `_`, or `{{instanceId}}`. */
  id: string;
  /** Default: now. */
  createdAt?: SeedTime | undefined;
  /** Its VPC. Default: none. */
  connection?: { vpcId: string; vSwitchIds: string[]; zoneIds: string[] } | undefined;
  /** Additional VPCs. Default: none. */
  bindVpcs?: { vpcId: string; vSwitchId: string; regionId: string; vpcOwnerId: string }[] | undefined;
  /** Default false. */
  deletionProtection?: boolean | undefined;
  deletionProtectionDescription?: string | undefined;
  /** A released instance is empty, and its id is not used again. */
  releasedAt?: SeedTime | undefined;
}

/** Ids and names by kind of resource. */
export interface SeedNames {
  instances: string[];
  accessKeys: string[];
  networkRules: string[];
  policies: string[];
  accessPoints: string[];
  clientKeys: string[];
  keys: string[];
  aliases: string[];
  secrets: string[];
  dataKeys: string[];
}

/** Result of loading a seed. */
export interface SeedReport {
  /** Added from the seed. */
  added: SeedNames;
  /** Already existed, and unchanged. */
  left: SeedNames;
}
