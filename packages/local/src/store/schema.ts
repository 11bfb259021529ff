import type { KeySpec, KeyUsage } from 'alibabacloud-kms-sdk/internal';
import type { Generated, Kysely } from 'kysely';
import type { KeyOrigin, KeyState, ResourceType, SecretDataType, SecretType } from './kinds.js';

export type { KeyOrigin, KeyState, ResourceType, SecretDataType, SecretType };

/** Runs queries: either the store itself, or a transaction in it. */
export type Database = Kysely<Schema>;

/** Tables of both engines. Times are milliseconds since the epoch; `sealed_` columns are encrypted under the root key. */
export interface Schema {
  settings: SettingsTable;
  access_keys: AccessKeyTable;
  network_rules: NetworkRuleTable;
  policies: PolicyTable;
  policy_network_rules: PolicyNetworkRuleTable;
  access_points: AccessPointTable;
  access_point_policies: AccessPointPolicyTable;
  client_keys: ClientKeyTable;
  instances: InstanceTable;
  keys: KeyTable;
  key_versions: KeyVersionTable;
  aliases: AliasTable;
  tags: TagTable;
  secrets: SecretTable;
  secret_versions: SecretVersionTable;
  secret_stages: SecretStageTable;
  data_key_versions: DataKeyVersionTable;
  used_nonces: UsedNonceTable;
}

/** Facts about this KMS itself: account id, instance id, certificates. */
export interface SettingsTable {
  name: string;
  /** Text, or base64 of a sealed value if it is confidential. */
  value: string;
}

export interface AccessKeyTable {
  id: string;
  sealed_secret: Uint8Array;
  created_at: number;
}

export interface NetworkRuleTable {
  seq: Generated<number>;
  name: string;
  type: string;
  description: string;
  /** JSON array of addresses and CIDR blocks. */
  source_private_ip: string;
}

export interface PolicyTable {
  seq: Generated<number>;
  name: string;
  description: string;
  /** Null: every instance. */
  instance_id: string | null;
  /** JSON array. */
  permissions: string;
  /** JSON array of `key/<id>` and `secret/<name>`. */
  resources: string;
}

export interface PolicyNetworkRuleTable {
  seq: Generated<number>;
  policy: string;
  network_rule: string;
}

export interface AccessPointTable {
  seq: Generated<number>;
  name: string;
  authentication_method: string;
  description: string;
}

export interface AccessPointPolicyTable {
  seq: Generated<number>;
  access_point: string;
  policy: string;
}

export interface ClientKeyTable {
  seq: Generated<number>;
  id: string;
  access_point: string;
  certificate_pem: string;
  not_before: number;
  not_after: number;
  created_at: number;
}

export interface InstanceTable {
  seq: Generated<number>;
  id: string;
  created_at: number;
  /** JSON array of the VPCs that may reach it. */
  bind_vpcs: string;
  /** JSON; null until the instance is connected to a VPC. */
  connection: string | null;
  deletion_protection: number;
  deletion_protection_description: string;
  /** A released instance stays on record, so that nothing creates it again. */
  released_at: number | null;
}

export interface KeyTable {
  /** Order of creation, which is the order of lists. */
  seq: Generated<number>;
  id: string;
  spec: KeySpec;
  usage: KeyUsage;
  origin: KeyOrigin;
  protection_level: string;
  state: KeyState;
  description: string;
  creator: string;
  created_at: number;
  instance_id: string | null;
  primary_version_id: string | null;
  delete_at: number | null;
  deletion_protection: number;
  deletion_protection_description: string;
  /** JSON; null: the default policy. */
  policy: string | null;
  /** In the service's format, `604800s`; null without a rotation policy. */
  rotation_interval: string | null;
  automatic_rotation: number;
  last_rotated_at: number | null;
  next_rotation_at: number | null;
  material_expires_at: number | null;
}

export interface KeyVersionTable {
  seq: Generated<number>;
  id: string;
  key_id: string;
  /** Raw bytes of a symmetric or HMAC key, PKCS#8 DER of an asymmetric one; null until material is imported. */
  sealed_material: Uint8Array | null;
  /** Digest of imported material: only the same material can be imported again. */
  sealed_fingerprint: Uint8Array | null;
  created_at: number;
}

export interface AliasTable {
  seq: Generated<number>;
  name: string;
  key_id: string;
}

export interface TagTable {
  resource_type: ResourceType;
  resource_id: string;
  tag_key: string;
  tag_value: string;
}

export interface SecretTable {
  seq: Generated<number>;
  name: string;
  type: SecretType;
  description: string;
  encryption_key_id: string | null;
  instance_id: string | null;
  extended_config: string | null;
  /** JSON; null: the default policy. */
  policy: string | null;
  created_at: number;
  updated_at: number;
  delete_at: number | null;
  rotation_interval: string | null;
  automatic_rotation: number;
  last_rotated_at: number | null;
  next_rotation_at: number | null;
}

export interface SecretVersionTable {
  seq: Generated<number>;
  secret_name: string;
  version_id: string;
  data_type: SecretDataType;
  sealed_data: Uint8Array;
  created_at: number;
}

/** A stage is on one version of a secret; a version may have several. */
export interface SecretStageTable {
  secret_name: string;
  stage: string;
  version_id: string;
}

/** A version of a managed data key. */
export interface DataKeyVersionTable {
  seq: Generated<number>;
  data_key_name: string;
  id: string;
  sealed_material: Uint8Array;
  created_at: number;
}

/** In a database that several processes share: a nonce that one of them has accepted, the others refuse. */
export interface UsedNonceTable {
  /** Hash of the AccessKey id and the nonce. */
  id: string;
  /** By the machine's clock, which clients use to date their requests. */
  expires_at: number;
}
