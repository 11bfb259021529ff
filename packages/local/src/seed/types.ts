import type { KeySpec, KeyUsage } from 'alibabacloud-kms-sdk/internal';
import type { KeyOrigin, KeyState, SecretType } from '../store/kinds.js';

/**
 * ISO 8601 with a zone, `2026-01-31T00:00:00Z`, or relative to the KMS's clock when the seed is loaded: a sign, a count
 * and one of `d`, `h`, `m`, `s`, as in `+7d` and `-90m`.
 */
export type SeedTime = string;

/**
 * What a local KMS holds, as a seed file says it and an export writes it. Everything may be left out.
 * An export holds all key material and secret values in clear: that is what it is for.
 */
export interface Seed {
  keys?: SeedKey[];
  secrets?: SeedSecret[];
  dataKeys?: SeedDataKey[];
  accessKeys?: SeedAccessKey[];
  access?: SeedAccess;
  instances?: SeedInstance[];
}

export interface SeedKey {
  /** 1 to 64 letters, digits, `-`, `_` and `.`, beginning with a letter or digit. */
  id: string;
  /** Default `Aliyun_AES_256`. */
  spec?: KeySpec;
  /** Default: `ENCRYPT/DECRYPT` where the spec can do it, else the one that it can do. */
  usage?: KeyUsage;
  /** Default `Aliyun_KMS`. */
  origin?: KeyOrigin;
  /** Id of the instance that it is in; null: one of the account's own. Default: this KMS's instance. */
  instance?: string | null;
  /** Stored and told. Default `SOFTWARE`. */
  protectionLevel?: 'SOFTWARE' | 'HSM';
  /** At most 8192 characters. Default: empty. */
  description?: string;
  /** Default: `PendingDeletion` with `deleteAt`, `PendingImport` for EXTERNAL without material, else `Enabled`. */
  state?: KeyState;
  /** When it is deleted; for state `PendingDeletion`, which needs it. */
  deleteAt?: SeedTime;
  /** Default false. */
  deletionProtection?: boolean;
  deletionProtectionDescription?: string;
  /** For symmetric keys whose material KMS made. */
  rotation?: SeedKeyRotation;
  /** In the language of RAM. Default: the account may do everything. */
  policy?: Record<string, unknown>;
  /** Names with `alias/`. */
  aliases?: string[];
  /** Values by key, at most 20. */
  tags?: Record<string, string>;
  /** Default: now. */
  createdAt?: SeedTime;
  /** When imported material goes; for EXTERNAL with material. Default: never. */
  materialExpiresAt?: SeedTime;
  /** Oldest first, the last is the primary one. Default: one version with new material. */
  versions?: SeedKeyVersion[];
}

export interface SeedKeyVersion {
  /** 36 letters, digits and `-`, as ciphertexts carry it. Default: a new UUID. */
  id?: string;
  /**
   * Base64 for symmetric and HMAC keys; for asymmetric ones a private key in PEM: PKCS#8, and for RSA and EC also
   * PKCS#1 and SEC1. Default: new material; none for EXTERNAL, whose material is to be imported.
   */
  material?: string;
  /** Hexadecimal SHA-256 of material that was imported and then deleted: only the same can be imported again. */
  materialSha256?: string;
  /** Default: when the key was made. */
  createdAt?: SeedTime;
}

export interface SeedKeyRotation {
  /** `30d`; 7 to 730 days, in d, h, m or s. */
  interval: string;
  /** Default true. */
  enabled?: boolean;
  /** Default: one interval from now. */
  nextAt?: SeedTime;
}

export interface SeedSecret {
  /** 1 to 192 letters, digits and `_ / + = . - @`. */
  name: string;
  /** Default `Generic`. */
  type?: SecretType;
  /** At most 8192 characters. Default: empty. */
  description?: string;
  /** Id or alias of a symmetric key. Default: none. */
  encryptionKey?: string;
  /** Says that the encryption key is gone for good: the secret can be described, not read. Default false. */
  encryptionKeyDeleted?: boolean;
  /** Id of its instance; null: of the account's shared service. Default: where its encryption key is, else the KMS's instance. */
  instance?: string | null;
  extendedConfig?: Record<string, unknown>;
  /** In the language of RAM. Default: the account may do everything. */
  policy?: Record<string, unknown>;
  /** Values by key, at most 20. */
  tags?: Record<string, string>;
  /** For managed secrets, those of another type than `Generic`. */
  rotation?: SeedSecretRotation;
  /** When it is deleted; until then it can be restored. */
  deleteAt?: SeedTime;
  /** Default: now. */
  createdAt?: SeedTime;
  /** Default: when it was made. */
  updatedAt?: SeedTime;
  /** 1 to 10, oldest first. */
  versions: SeedSecretVersion[];
}

export interface SeedSecretVersion {
  /** 1 to 64 characters. */
  id: string;
  /** Text, at most 30720 bytes. Each version has this or `dataBase64`. */
  data?: string;
  /** Binary data in base64, at most 30720 characters. */
  dataBase64?: string;
  /**
   * Each stage is on one version, `ACSCurrent` on exactly one. Default, when no version of the secret says any: the
   * last version is `ACSCurrent`, the one before it `ACSPrevious`.
   */
  stages?: string[];
  /** Default: when the secret was made. */
  createdAt?: SeedTime;
}

export interface SeedSecretRotation {
  /** `7d`; 6 hours to 365 days, in d, h, m or s. Needed when enabled. */
  interval?: string;
  /** Default: true with an interval. */
  enabled?: boolean;
  /** Default: one interval from now. */
  nextAt?: SeedTime;
  /** When it was last rotated. Default: never. */
  lastAt?: SeedTime;
}

/** A data key that KMS keeps and rotates, as GetManagedDataKey hands it out. */
export interface SeedDataKey {
  /** 1 to 255 letters, digits and `_ / + = . - @`. */
  name: string;
  /** Oldest first, at least one. */
  versions: SeedDataKeyVersion[];
}

export interface SeedDataKeyVersion {
  /** 1 to 64 letters and digits. Default: 8 random ones. */
  id?: string;
  /** 32 bytes in base64. Default: new ones. */
  material?: string;
  /** Default: now. */
  createdAt?: SeedTime;
}

export interface SeedAccessKey {
  /** 1 to 128 letters, digits, `-`, `_` and `.`. */
  id: string;
  /** 1 to 128 ASCII characters without spaces. */
  secret: string;
  /** Default: now. */
  createdAt?: SeedTime;
}

/** Who may use what through the instance gateway. */
export interface SeedAccess {
  networkRules?: SeedNetworkRule[];
  policies?: SeedPolicy[];
  accessPoints?: SeedAccessPoint[];
  clientKeys?: SeedClientKey[];
}

export interface SeedNetworkRule {
  name: string;
  description?: string;
  /** IP addresses and CIDR blocks. Default: none, which fits no caller. */
  addresses?: string[];
}

export interface SeedPolicy {
  name: string;
  description?: string;
  /** Id of the instance that it holds for. Default: every instance. */
  instance?: string;
  /** `RbacPermission/Template/CryptoServiceKeyUser` and `RbacPermission/Template/CryptoServiceSecretUser`. Default: both. */
  permissions?: string[];
  /** `key/<id>`, `secret/<name>`, `key/*` and `secret/*`. */
  resources: string[];
  /** Names of network rules. Default: from anywhere. */
  networkRules?: string[];
}

export interface SeedAccessPoint {
  name: string;
  description?: string;
  /** Names of policies, at most 3. Default: none, which allows nothing. */
  policies?: string[];
}

/** The half of a client key that KMS keeps; its owner holds the file with the private key. */
export interface SeedClientKey {
  /** `KAAP.…`: 1 to 128 letters, digits, `-`, `_` and `.`. */
  id: string;
  /** Name of an access point. */
  accessPoint: string;
  /** X.509 in PEM, of an RSA key. */
  certificate: string;
  /** Default: as the certificate says. */
  notBefore?: SeedTime;
  /** Default: as the certificate says. */
  notAfter?: SeedTime;
  /** Default: now. */
  createdAt?: SeedTime;
}

/**
 * A KMS instance. `{{instanceId}}` is the one that this KMS has from its start: it takes what the seed says about it as
 * long as nobody has changed it.
 */
export interface SeedInstance {
  /** 1 to 64 letters, digits, `-` and `_`, or `{{instanceId}}`. */
  id: string;
  /** Default: now. */
  createdAt?: SeedTime;
  /** The VPC that it was connected to. Default: none. */
  connection?: { vpcId: string; vSwitchIds: string[]; zoneIds: string[] };
  /** Further VPCs. Default: none. */
  bindVpcs?: { vpcId: string; vSwitchId: string; regionId: string; vpcOwnerId: string }[];
  /** Default false. */
  deletionProtection?: boolean;
  deletionProtectionDescription?: string;
  /** A released instance holds nothing, and its id is not given again. */
  releasedAt?: SeedTime;
}

/** Ids and names, by what they are of. */
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

/** What became of a seed. */
export interface SeedReport {
  /** What the seed brought. */
  added: SeedNames;
  /** What was there already, and stayed as it was. */
  left: SeedNames;
}
