import type { RotationStatus, SecretDataType, SecretType } from './generated/enumerations.js';
import type { KmsResponse } from './response.js';

/** Request of `getSecretValue`. */
export interface GetSecretValueRequest {
  /** Name of the secret. */
  secretName: string;
  /** Which version. Default: the one that has `versionStage`. */
  versionId?: string;
  /** Stage label of the version. Default ACSCurrent. */
  versionStage?: string;
  /** Whether the answer has `extendedConfig`. Default false. */
  fetchExtendedConfig?: boolean;
  /** OpenAPI only: checks the call without doing it, and always fails. */
  dryRun?: boolean;
  /** OpenAPI only: attestation of an enclave to answer to, in `ciphertextForRecipient`. */
  recipient?: string;
}

/** Response of `getSecretValue`. */
export interface GetSecretValueResponse extends KmsResponse {
  secretName: string;
  secretType: SecretType;
  /** The value as text; of a `binary` secret its base64: see `secretBytes`. Not shown by `util.inspect`. */
  secretData: string;
  /** The value as bytes, whichever type it has. Not shown by `util.inspect`. */
  secretBytes: Uint8Array;
  secretDataType: SecretDataType;
  versionId: string;
  /** Stage labels of this version. */
  versionStages: string[];
  createTime: Date;
  /** Managed secrets only. */
  automaticRotation?: RotationStatus;
  /** Managed secrets only: time between rotations with its unit, e.g. `604800s`. */
  rotationInterval?: string;
  /** Managed secrets only. */
  lastRotationDate?: Date;
  /** Managed secrets only. */
  nextRotationDate?: Date;
  /** Managed secrets only: their settings. */
  extendedConfig?: Record<string, unknown>;
  /** The value for the enclave of `recipient`. */
  ciphertextForRecipient?: Uint8Array;
}
