import { keyArn } from '../../keys/key-ids.js';
import { automaticRotation, type Key } from '../../keys/key-record.js';
import { optionalWireDate, wireDate } from '../answers.js';
import type { Identity } from '../types.js';

/** KeyMetadata as CreateKey and DescribeKey answer it. */
export const keyMetadata = (key: Key, identity: Identity) => ({
  KeyId: key.id,
  Arn: keyArn(identity, key.id),
  KeyState: key.state,
  KeySpec: key.spec,
  KeyUsage: key.usage,
  Origin: key.origin,
  ProtectionLevel: key.protection_level,
  Description: key.description,
  Creator: key.creator,
  CreationDate: wireDate(key.created_at),
  DKMSInstanceId: key.instance_id ?? undefined,
  PrimaryKeyVersion: key.primary_version_id ?? undefined,
  AutomaticRotation: automaticRotation(key),
  RotationInterval: key.rotation_interval ?? undefined,
  LastRotationDate: optionalWireDate(key.last_rotated_at),
  NextRotationDate: automaticRotation(key) === 'Enabled' ? optionalWireDate(key.next_rotation_at) : undefined,
  MaterialExpireTime: optionalWireDate(key.material_expires_at),
  DeleteDate: optionalWireDate(key.delete_at),
});
