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
import { checkOrigin, checkUsageOfSpec, rotationIntervalMs } from '../../keys/key-rules.js';
import { dayMs, skipMissed } from '../../keys/rotation.js';
import type { Identity } from '../../kms.js';
import { invalidParameter, ServiceError } from '../../service-error.js';
import { readPage } from '../../store/page.js';
import type { KeyTable } from '../../store/schema.js';
import { checkTag } from '../../store/tags.js';
import { boundedText } from '../../text-checks.js';
import { filtersOf, optionalWireDate, pageOf, pageResponse, tagsOf, wireDate } from '../fields.js';
import type { PublicRequests } from '../generated/public-types.js';
import type { PublicHandlers } from '../types.js';
import { instanceArn } from './instances.js';
import { policyDocument } from './resource-policies.js';

const filterColumns = {
  KeyState: 'state',
  KeySpec: 'spec',
  KeyUsage: 'usage',
  ProtectionLevel: 'protection_level',
  DKMSInstanceId: 'instance_id',
} as const satisfies Record<string, keyof KeyTable>;

type FilterName = keyof typeof filterColumns;

export const keyHandlers = {
  CreateKey: async (request, { kms }) => {
    const { spec, usage } = specAndUsage(request);
    const origin = request.Origin ?? 'Aliyun_KMS';
    checkOrigin(spec, origin);
    const tags = tagsOf(request.Tags);
    for (const tag of tags) checkTag('Tags', tag);
    const instanceId = request.DKMSInstanceId ?? null;
    if (instanceId !== null) await kms.instances.find(instanceId);
    const key = await kms.keys.create({
      spec,
      usage,
      origin,
      protectionLevel: request.ProtectionLevel ?? 'SOFTWARE',
      description: request.Description ?? '',
      creator: kms.identity.accountId,
      instanceId,
      rotationIntervalMs:
        request.EnableAutomaticRotation === true
          ? rotationIntervalMs({ spec, origin }, request.RotationInterval)
          : undefined,
      policy: policyDocument(request.Policy),
      tags,
    });
    return { KeyMetadata: keyMetadata(key, kms.identity) };
  },

  DescribeKey: async (request, { kms }) => {
    const key = await kms.keys.find(request.KeyId, 'DescribeKey');
    return {
      KeyMetadata: {
        ...keyMetadata(key, kms.identity),
        DeletionProtection: key.deletion_protection === 1 ? 'Enabled' : 'Disabled',
        DeletionProtectionDescription: key.deletion_protection_description || undefined,
      },
    };
  },

  ListKeys: async (request, { kms }) => {
    const asked = pageOf(request);
    const wanted = filtersOf(request.Filters, [...(Object.keys(filterColumns) as FilterName[]), 'CreatorType']);
    await kms.keys.settleAll();
    let query = kms.store.db.selectFrom('keys').select('id');
    for (const [name, column] of Object.entries(filterColumns)) {
      const values = wanted[name as FilterName];
      if (values) query = query.where(column, 'in', values);
    }
    // Cloud services create their own keys in an account; here nothing does.
    if (wanted.CreatorType && !wanted.CreatorType.includes('User')) query = query.where((eb) => eb.lit(false));
    const { rows, total } = await readPage(query, asked);
    const keys = rows.map(({ id }) => ({ KeyId: id, KeyArn: keyArn(kms.identity, id) }));
    return { Keys: { Key: keys }, ...pageResponse(asked, total) };
  },

  UpdateKeyDescription: async (request, { kms }) => {
    await kms.keys.change(request.KeyId, 'UpdateKeyDescription', (key, db) =>
      updateKey(db, key, { description: request.Description }),
    );
    return {};
  },

  EnableKey: async (request, { kms }) => {
    await kms.keys.change(request.KeyId, 'EnableKey', (key, db) =>
      updateKey(db, key, { state: 'Enabled', ...skipMissed(key, kms.clock.now()) }),
    );
    return {};
  },

  DisableKey: async (request, { kms }) => {
    await kms.keys.change(request.KeyId, 'DisableKey', (key, db) => updateKey(db, key, { state: 'Disabled' }));
    return {};
  },

  SetDeletionProtection: async (request, { kms }) => {
    const enable = request.EnableDeletionProtection;
    const name = 'DeletionProtectionDescription';
    const description = boundedText(name, request.DeletionProtectionDescription ?? '', limits.descriptionMaxChars);
    const changes = {
      deletion_protection: enable ? 1 : 0,
      deletion_protection_description: enable ? description : '',
    };
    const resourceArn = request.ProtectedResourceArn;
    const instanceId = resourceArn ? protectedInstance(kms.identity, resourceArn) : request.KmsInstanceId;
    if (instanceId !== undefined) {
      await kms.instances.update(instanceId, changes);
    } else {
      const keyId = resourceArn ?? request.KeyId;
      if (keyId === undefined) throw new ServiceError('MissingParameter', { subject: 'KeyId' });
      await kms.keys.change(keyId, 'SetDeletionProtection', (key, db) => updateKey(db, key, changes));
    }
    return {};
  },

  ScheduleKeyDeletion: async (request, { kms }) => {
    const days = request.PendingWindowInDays;
    await kms.keys.change(request.KeyId, 'ScheduleKeyDeletion', (key, db) => {
      if (key.deletion_protection === 1) throw new ServiceError('Rejected.DeletionProtection');
      return updateKey(db, key, { state: 'PendingDeletion', delete_at: kms.clock.now() + days * dayMs });
    });
    return {};
  },

  CancelKeyDeletion: async (request, { kms }) => {
    await kms.keys.change(request.KeyId, 'CancelKeyDeletion', async (key, db) => {
      const hasMaterial = await kms.keys.hasMaterial(db, key);
      const state = hasMaterial ? 'Enabled' : 'PendingImport';
      return updateKey(db, key, { state, delete_at: null, ...skipMissed(key, kms.clock.now()) });
    });
    return {};
  },
} satisfies Partial<PublicHandlers>;

function specAndUsage(request: PublicRequests['CreateKey']): { spec: KeySpec; usage: KeyUsage } {
  const spec = request.KeySpec ?? defaultKeySpec;
  const facts = keySpecFacts(spec);
  if (!facts) throw invalidParameter('KeySpec', `there is no ${spec}; known are ${Object.keys(keySpecs).join(', ')}`);
  const usage = request.KeyUsage ?? defaultKeyUsage(facts);
  checkUsageOfSpec(spec as KeySpec, usage);
  return { spec: spec as KeySpec, usage };
}

/** The id in the ARN of an instance. */
function protectedInstance(identity: Identity, resourceArn: string): string | undefined {
  const prefix = instanceArn(identity, '');
  return resourceArn.startsWith(prefix) ? resourceArn.slice(prefix.length) : undefined;
}

/** KeyMetadata in CreateKey and DescribeKey. */
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
