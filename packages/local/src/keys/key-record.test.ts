import { describe, expect, test } from 'vitest';
import { automaticRotation, dueChange, type Key } from './key-record.js';
import { dayMs, formatInterval } from './rotation.js';

const key: Key = {
  seq: 1,
  id: 'key-test',
  spec: 'Aliyun_AES_256',
  usage: 'ENCRYPT/DECRYPT',
  origin: 'Aliyun_KMS',
  protection_level: 'SOFTWARE',
  state: 'Enabled',
  description: '',
  creator: '1',
  created_at: 0,
  instance_id: null,
  primary_version_id: 'v',
  delete_at: null,
  deletion_protection: 0,
  deletion_protection_description: '',
  policy: null,
  rotation_interval: null,
  automatic_rotation: 0,
  last_rotated_at: 0,
  next_rotation_at: null,
  material_expires_at: null,
};
const rotating: Key = {
  ...key,
  rotation_interval: formatInterval(7 * dayMs),
  automatic_rotation: 1,
  next_rotation_at: 7 * dayMs,
};

describe('what time brings about', () => {
  test('is due at its very moment', () => {
    expect(dueChange({ ...key, delete_at: 10 }, 9)).toBeUndefined();
    expect(dueChange({ ...key, delete_at: 10 }, 10)).toBe('deletion');
    expect(dueChange({ ...key, material_expires_at: 10 }, 10)).toBe('expiry');
    expect(dueChange(rotating, 7 * dayMs - 1)).toBeUndefined();
    expect(dueChange(rotating, 7 * dayMs)).toBe('rotation');
  });

  test('is the deletion when everything is due', () => {
    const all = { ...rotating, delete_at: 1, material_expires_at: 1 };
    expect(dueChange(all, 7 * dayMs)).toBe('deletion');
  });

  test('is no rotation without a policy or for a key that is not Enabled', () => {
    expect(dueChange({ ...rotating, automatic_rotation: 0 }, 9 * dayMs)).toBeUndefined();
    expect(dueChange({ ...rotating, state: 'Disabled' }, 9 * dayMs)).toBeUndefined();
  });
});

test('automatic rotation is suspended while the key is not Enabled', () => {
  expect(automaticRotation(key)).toBe('Disabled');
  expect(automaticRotation(rotating)).toBe('Enabled');
  expect(automaticRotation({ ...rotating, state: 'PendingDeletion' })).toBe('Suspended');
});
