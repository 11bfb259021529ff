import {
  defaultKeySpec,
  defaultKeyUsage,
  type KeySpec,
  type KeyUsage,
  keySpecFacts,
  keySpecs,
  limits,
} from 'alibabacloud-kms-sdk/internal';
import { keyArn } from '../../keys/key-ids.js';
import { automaticRotation, type Key, updateKey } from '../../keys/key-record.js';
import { checkOrigin, checkUsageOfSpec } from '../../keys/key-rules.js';
import { dayMs, skipMissed } from '../../keys/rotation.js';
import type { Identity } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { KeyOrigin, KeyTable } from '../../store/schema.js';
import { checkTag } from '../../store/tags.js';
import { boundedText } from '../../text-checks.js';
import { filters, flag, integer, jsonTags, optionalText, page, text } from '../parameters.js';
import { optionalWireDate, pageResponse, wireDate } from '../responses.js';
import type { Parameters, PublicHandlers } from '../types.js';
import { instanceArn } from './instances.js';
import { rotationIntervalMs } from './key-versions.js';
import { optionalPolicyDocument } from './resource-policies.js';

const filterColumns = {
  KeyState: 'state',
  KeySpec: 'spec',
  KeyUsage: 'usage',
  ProtectionLevel: 'protection_level',
  DKMSInstanceId: 'instance_id',
} as const satisfies Record<string, keyof KeyTable>;

type FilterName = keyof typeof filterColumns;

export const keyHandlers = {
  CreateKey: async (parameters, { kms }) => {
    const { spec, usage } = specAndUsage(parameters);
    const origin = (optionalText(parameters, 'Origin') ?? 'Aliyun_KMS') as KeyOrigin;
    checkOrigin(spec, origin);
    const tags = jsonTags(parameters, 'Tags');
    for (const tag of tags) checkTag('Tags', tag);
    const instanceId = optionalText(parameters, 'DKMSInstanceId') ?? null;
    if (instanceId !== null) await kms.instances.find(instanceId);
    const key = await kms.keys.create({
      spec,
      usage,
      origin,
      protectionLevel: optionalText(parameters, 'ProtectionLevel') ?? 'SOFTWARE',
      description: boundedText(
        'Description',
        optionalText(parameters, 'Description') ?? '',
        limits.descriptionMaxChars,
      ),
      creator: kms.identity.accountId,
      instanceId,
      rotationIntervalMs: flag(parameters, 'EnableAutomaticRotation')
        ? rotationIntervalMs(parameters, { spec, origin })
        : undefined,
      policy: optionalPolicyDocument(parameters),
      tags,
    });
    return { KeyMetadata: keyMetadata(key, kms.identity) };
  },

  DescribeKey: async (parameters, { kms }) => {
    const key = await kms.keys.find(text(parameters, 'KeyId'), 'DescribeKey');
    return {
      KeyMetadata: {
        ...keyMetadata(key, kms.identity),
        DeletionProtection: key.deletion_protection === 1 ? 'Enabled' : 'Disabled',
        DeletionProtectionDescription: key.deletion_protection_description || undefined,
      },
    };
  },

  ListKeys: async (parameters, { kms }) => {
    const asked = page(parameters);
    const wanted = filters(parameters, [...(Object.keys(filterColumns) as FilterName[]), 'CreatorType']);
    await kms.keys.settleAll();
    let query = kms.store.db.selectFrom('keys').select('id');
    for (const [name, column] of Object.entries(filterColumns)) {
      const values = wanted[name as FilterName];
      if (values) query = query.where(column, 'in', values);
    }
    // Cloud services make keys of their own in an account; nothing here does.
    if (wanted.CreatorType && !wanted.CreatorType.includes('User')) query = query.where((eb) => eb.lit(false));
    const { rows, total } = await readPage(query, asked);
    const keys = rows.map(({ id }) => ({ KeyId: id, KeyArn: keyArn(kms.identity, id) }));
    return { Keys: { Key: keys }, ...pageResponse(asked, total) };
  },

  UpdateKeyDescription: async (parameters, { kms }) => {
    const given = optionalText(parameters, 'Description') ?? '';
    const description = boundedText('Description', given, limits.descriptionMaxChars);
    await kms.keys.change(text(parameters, 'KeyId'), 'UpdateKeyDescription', (key, db) =>
      updateKey(db, key, { description }),
    );
    return {};
  },

  EnableKey: async (parameters, { kms }) => {
    await kms.keys.change(text(parameters, 'KeyId'), 'EnableKey', (key, db) =>
      updateKey(db, key, { state: 'Enabled', ...skipMissed(key, kms.clock.now()) }),
    );
    return {};
  },

  DisableKey: async (parameters, { kms }) => {
    await kms.keys.change(text(parameters, 'KeyId'), 'DisableKey', (key, db) =>
      updateKey(db, key, { state: 'Disabled' }),
    );
    return {};
  },

  SetDeletionProtection: async (parameters, { kms }) => {
    const enable = flag(parameters, 'EnableDeletionProtection');
    const name = 'DeletionProtectionDescription';
    const description = boundedText(name, optionalText(parameters, name) ?? '', limits.descriptionMaxChars);
    const changes = {
      deletion_protection: enable ? 1 : 0,
      deletion_protection_description: enable ? description : '',
    };
    const resourceArn = optionalText(parameters, 'ProtectedResourceArn');
    const instanceId = resourceArn
      ? protectedInstance(kms.identity, resourceArn)
      : optionalText(parameters, 'KmsInstanceId');
    if (instanceId !== undefined) {
      await kms.instances.update(instanceId, changes);
    } else {
      const keyId = resourceArn ?? text(parameters, 'KeyId');
      await kms.keys.change(keyId, 'SetDeletionProtection', (key, db) => updateKey(db, key, changes));
    }
    return {};
  },

  ScheduleKeyDeletion: async (parameters, { kms }) => {
    const days = integer(parameters, 'PendingWindowInDays', limits.pendingWindowDays);
    await kms.keys.change(text(parameters, 'KeyId'), 'ScheduleKeyDeletion', (key, db) => {
      if (key.deletion_protection === 1) throw new ServiceError('Rejected.DeletionProtection');
      return updateKey(db, key, { state: 'PendingDeletion', delete_at: kms.clock.now() + days * dayMs });
    });
    return {};
  },

  CancelKeyDeletion: async (parameters, { kms }) => {
    await kms.keys.change(text(parameters, 'KeyId'), 'CancelKeyDeletion', async (key, db) => {
      const hasMaterial = await kms.keys.hasMaterial(db, key);
      const state = hasMaterial ? 'Enabled' : 'PendingImport';
      return updateKey(db, key, { state, delete_at: null, ...skipMissed(key, kms.clock.now()) });
    });
    return {};
  },
} satisfies Partial<PublicHandlers>;

function specAndUsage(parameters: Parameters): { spec: KeySpec; usage: KeyUsage } {
  const spec = optionalText(parameters, 'KeySpec') ?? defaultKeySpec;
  const facts = keySpecFacts(spec);
  if (!facts) throw invalidParameter('KeySpec', `there is no ${spec}; known are ${Object.keys(keySpecs).join(', ')}`);
  const usage = (optionalText(parameters, 'KeyUsage') ?? defaultKeyUsage(facts)) as KeyUsage;
  checkUsageOfSpec(spec as KeySpec, usage);
  return { spec: spec as KeySpec, usage };
}

/** The id in an instance's ARN. */
function protectedInstance(identity: Identity, resourceArn: string): string | undefined {
  const prefix = instanceArn(identity, '');
  return resourceArn.startsWith(prefix) ? resourceArn.slice(prefix.length) : undefined;
}

/** KeyMetadata as CreateKey and DescribeKey answer it. */
const keyMetadata = (key: Key, identity: Identity) => ({
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
