// Generated from model/management-api.json and model/apis.json: do not edit; run npm run generate.

import type { FutureValue } from '../../model/future-value.js';
import type { KeySpec } from '../../model/key-specs.js';
import type {
  KeyOrigin,
  KeyState,
  KeyUsage,
  ProtectionLevel,
  QuotaResource,
  ResourceType,
  RotationStatus,
  SecretDataType,
  SecretType,
  Switch,
} from './enumerations.js';

/** Which network rules a caller must come from. */
export interface AccessControlRules {
  /** Names of network rules. */
  networkRules: readonly string[];
}

/** An application access point in a list. */
export interface AccessPointEntry {
  authenticationMethod: string;
  name: string;
}

/** An alias and the key that it names. */
export interface AliasEntry {
  aliasArn: string;
  aliasName: string;
  /** Id of the key. */
  keyId: string;
}

/** A VPC that can reach a KMS instance. */
export interface BoundVpc {
  regionId: string;
  vSwitchId: string;
  vpcId: string;
  vpcOwnerId: string;
}

/** A client key, without its private key. */
export interface ClientKeyEntry {
  clientKeyId: string;
  createTime: Date;
  keyAlgorithm: string;
  notAfter: Date;
  notBefore: Date;
  aapName?: string;
  keyOrigin?: string;
  /** The public key. */
  publicKeyData?: string;
}

/** Lists only what has one of the values: filters are joined by and, the values of one by or. */
export interface Filter {
  /** Field to compare, e.g. `KeyState` or `SecretName`; for a tag, its name. */
  key: string;
  /** Values to match, up to 10. */
  values: readonly string[];
}

/** A key in a list; describeKey tells more. */
export interface KeyEntry {
  keyArn: string;
  /** Id of the key. */
  keyId: string;
}

/** Everything about a key but its material. */
export interface KeyMetadata {
  /** Its resource name. */
  arn: string;
  creationDate: Date;
  /** Creator of the key: an account, or the cloud product. */
  creator: string;
  /** Id of the key. */
  keyId: string;
  keySpec: KeySpec | FutureValue;
  keyState: KeyState;
  keyUsage: KeyUsage;
  origin: KeyOrigin;
  protectionLevel: ProtectionLevel;
  /** Whether KMS rotates it; `Suspended` while a key is not Enabled. */
  automaticRotation?: RotationStatus;
  /** The instance that contains it. */
  dkmsInstanceId?: string;
  /** When a PendingDeletion key will be deleted. */
  deleteDate?: Date;
  description?: string;
  lastRotationDate?: Date;
  /** When imported material expires; absent if never. */
  materialExpireTime?: Date;
  nextRotationDate?: Date;
  /** The version that encrypts and signs. */
  primaryKeyVersion?: string;
  /** Time between rotations with its unit, e.g. `31536000s`. */
  rotationInterval?: string;
  deletionProtection?: Switch;
  deletionProtectionDescription?: string;
}

/** A tag and the key that it is on. */
export interface KeyTag {
  /** Id of the key. */
  keyId: string;
  tagKey: string;
  tagValue: string;
}

/** One version of a key's material. */
export interface KeyVersion {
  creationDate: Date;
  /** Id of the key. */
  keyId: string;
  /** Version of the key that was used. */
  keyVersionId: string;
}

/** A KMS instance. */
export interface KmsInstance {
  bindVpcs: BoundVpc[];
  createTime: Date;
  instanceId: string;
  status: string;
  vswitchIds: string[];
  zoneIds: string[];
  /** The CA that signs the certificate of the instance's gateway. */
  caCertificateChainPem?: string;
  chargeType?: string;
  deletionProtection?: boolean;
  deletionProtectionDescription?: string;
  endDate?: Date;
  instanceName?: string;
  keyNum?: number;
  log?: number;
  logStorage?: number;
  productType?: string;
  productVersion?: string;
  saleStatus?: string;
  secretNum?: number;
  spec?: number;
  startDate?: Date;
  vpcId?: string;
  vpcNum?: number;
}

/** A KMS instance in a list. */
export interface KmsInstanceEntry {
  kmsInstanceArn: string;
  kmsInstanceId: string;
}

/** One version of a managed data key. */
export interface ManagedDataKeyVersion {
  dataKeyVersionId: string;
  dataKeyVersionName: string;
}

/** A network rule in a list. */
export interface NetworkRuleEntry {
  name: string;
  type: string;
}

/** A policy in a list. */
export interface PolicyEntry {
  name: string;
}

/** How much of a quota is used. */
export interface QuotaInfo {
  resourceQuota: number;
  resourceType: QuotaResource;
  usedQuantity: number;
}

/** A region that has KMS. */
export interface RegionEntry {
  regionId: string;
}

/** A label as the APIs for several resources spell it. */
export interface ResourceTag {
  /** Field to compare, e.g. `KeyState` or `SecretName`; for a tag, its name. */
  key: string;
  value?: string | undefined;
}

/** Own data kept beside a managed secret. */
export interface SecretCustomData {
  /** Your own names and values. */
  customData: Readonly<Record<string, unknown>>;
}

/** A secret in a list. */
export interface SecretEntry {
  createTime: Date;
  secretName: string;
  secretType: SecretType;
  tags: Tag[];
  /** The cloud product that manages it. */
  owingService?: string;
  /** When it will be permanently deleted; absent if it already is, or is not being deleted. */
  plannedDeleteTime?: Date;
  updateTime?: Date;
}

/** A secret that could not be read, and why. */
export interface SecretFailure {
  code: string;
  httpStatus: number;
  message: string;
  secretName: string;
}

/** Which secret, and which version of it. */
export interface SecretToGet {
  /** Name of the secret: up to 192 letters, digits and `_/+=.-@`. */
  secretName: string;
  /** Whether to return `extendedConfig`. Default false. */
  fetchExtendedConfig?: boolean | undefined;
  /** Version to read. Default: the one that has `versionStage`. */
  versionId?: string | undefined;
  /** Stage label. Default ACSCurrent. */
  versionStage?: string | undefined;
}

/** One secret of several with its value. */
export interface SecretValueEntry {
  createTime: Date;
  requestId: string;
  /** The value as text; of a `binary` secret its base64: see `secretBytes`. */
  secretData: string;
  /** The value as bytes, whichever type it has. */
  secretBytes: Uint8Array;
  secretDataType: SecretDataType;
  secretName: string;
  secretType: SecretType;
  versionId: string;
  versionStages: string[];
  /** Whether KMS rotates it; `Suspended` while a key is not Enabled. */
  automaticRotation?: RotationStatus;
  /** Settings of a managed secret. */
  extendedConfig?: Record<string, unknown>;
  lastRotationDate?: Date;
  nextRotationDate?: Date;
  /** Time between rotations with its unit, e.g. `31536000s`. */
  rotationInterval?: string;
}

/** A version of a secret in a list, without its value. */
export interface SecretVersionEntry {
  createTime: Date;
  versionId: string;
  versionStages: string[];
}

/** A label of a key or secret: key and value of up to 128 characters each. */
export interface Tag {
  /** Keys of the tags to remove; without them, `all` decides. */
  tagKey: string;
  tagValue: string;
}

/** One tag on one resource. */
export interface TaggedResource {
  resourceId: string;
  resourceType: ResourceType;
  tagKey: string;
  tagValue: string;
}
