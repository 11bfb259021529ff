import { arn } from '../../keys/key-ids.js';
import type { Secret } from '../../secrets/secret-record.js';
import { automaticSecretRotation } from '../../secrets/secret-rotation.js';
import { readTags } from '../../store/tags.js';
import { optionalWireDate, tagsAnswer, wireDate } from '../answers.js';
import type { Identity, Kms } from '../types.js';

export const secretArn = (identity: Identity, name: string): string => arn(identity, `secret/${name}`);

export const rotationAnswer = (secret: Secret) => ({
  AutomaticRotation: automaticSecretRotation(secret),
  RotationInterval: secret.rotation_interval ?? undefined,
  LastRotationDate: optionalWireDate(secret.last_rotated_at),
  NextRotationDate:
    automaticSecretRotation(secret) === 'Enabled' ? optionalWireDate(secret.next_rotation_at) : undefined,
});

/** What DescribeSecret and ListSecrets both tell of a secret. */
export const secretAnswer = (secret: Secret) => ({
  SecretName: secret.name,
  SecretType: secret.type,
  CreateTime: wireDate(secret.created_at),
  UpdateTime: wireDate(secret.updated_at),
  PlannedDeleteTime: optionalWireDate(secret.delete_at),
});

export const secretTagsAnswer = async (kms: Kms, secretName: string) =>
  tagsAnswer(await readTags(kms.store.db, { type: 'secret', id: secretName }));
