/** Separate from the schema, so that public types do not depend on the SQL library. */
export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport';
export type KeyOrigin = 'Aliyun_KMS' | 'EXTERNAL';
export type ResourceType = 'key' | 'secret';
export type SecretType = 'Generic' | 'Rds' | 'Redis' | 'RAMCredentials' | 'ECS' | 'PolarDB';
export type SecretDataType = 'text' | 'binary';
