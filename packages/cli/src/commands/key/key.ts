import type { DescribeKeyResponse } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { usageError } from '../../failures.js';
import { wholeNumber } from '../../io/option-values.js';
import { details } from '../../io/table.js';
import { catalog } from '../catalog.js';
import { addCall, addCommand, addGroup, option, required } from '../command.js';
import { registerPolicy } from '../policy.js';
import { registerKeyCreate, registerKeyImport } from './create.js';
import { registerKeyLists } from './lists.js';

export function register(program: Command, context: CliContext): void {
  const key = addGroup(program, 'key', catalog.key.summary);
  registerKeyCreate(key, context);
  registerKeyLists(key, context);

  addCall(context, key, {
    usage: 'enable <key>',
    summary: 'enable a key',
    call: 'enableKey',
    request: ([keyId = '']) => ({ keyId }),
    text: ([keyId]) => `Enabled ${keyId}`,
  });

  addCall(context, key, {
    usage: 'disable <key>',
    summary: 'disable a key: nobody can use it until it is enabled again',
    call: 'disableKey',
    request: ([keyId = '']) => ({ keyId }),
    text: ([keyId]) => `Disabled ${keyId}`,
  });

  addCall<'updateKeyDescription', { description: string }>(context, key, {
    usage: 'update <key>',
    summary: 'change the description of a key',
    options: [required('--description <TEXT>', 'what the key is for')],
    call: 'updateKeyDescription',
    request: ([keyId = ''], { description }) => ({ keyId, description }),
    text: ([keyId]) => `Changed the description of ${keyId}`,
  });

  addCall<'scheduleKeyDeletion', { days?: string }>(context, key, {
    usage: 'schedule-deletion <key>',
    summary: 'delete a key after some days; what it encrypted is lost then',
    options: [option('--days <N>', 'days until the key is deleted, 7 to 366 (default 30)')],
    call: 'scheduleKeyDeletion',
    request: ([keyId = ''], options) => ({ keyId, pendingWindowInDays: daysOf(options) }),
    confirm: ([keyId = ''], options) => [
      `delete key ${keyId} in ${daysOf(options)} days, and with it everything that it encrypted`,
      keyId,
    ],
    text: ([keyId], _response, options) =>
      `${keyId} will be deleted in ${daysOf(options)} days; until then: kms key cancel-deletion ${keyId}`,
  });

  addCall(context, key, {
    usage: 'cancel-deletion <key>',
    summary: 'cancel the deletion of a key; it is Enabled again, or PendingImport if it has no material',
    call: 'cancelKeyDeletion',
    request: ([keyId = '']) => ({ keyId }),
    text: ([keyId]) => `Canceled the deletion of ${keyId}; it is Enabled again, or PendingImport if it has no material`,
  });

  addCall(context, key, {
    usage: 'rotate <key>',
    summary: 'create a new version of an asymmetric key; KMS rotates symmetric ones: kms key rotation',
    call: 'createKeyVersion',
    request: ([keyId = '']) => ({ keyId }),
    text: ([keyId], { keyVersion }) => `Created version ${keyVersion.keyVersionId} of ${keyId}`,
  });

  addCommand<{ every?: string; off?: boolean }>(
    context,
    key,
    {
      usage: 'rotation <key>',
      summary: 'show the automatic rotation of a key, or turn it on (--every) or off (--off)',
      options: [
        option('--every <INTERVAL>', 'turn rotation on, e.g. 365d or 7776000s'),
        option('--off', 'turn rotation off'),
      ],
    },
    async (session, { every, off }, keyId) => {
      if (every !== undefined && off)
        throw usageError('--every turns rotation on, --off turns it off: give one of them');
      if (every === undefined && !off) return session.call('describeKey', { keyId }, rotationInWords);
      await session.call(
        'updateRotationPolicy',
        { keyId, enableAutomaticRotation: !off, ...(!off && { rotationInterval: every }) },
        () => (off ? `Turned off the rotation of ${keyId}` : `${keyId} is rotated every ${every}`),
      );
    },
  );

  addCommand<{ off?: boolean; reason?: string }>(
    context,
    key,
    {
      usage: 'protect <key>',
      summary: 'protect a key from deletion',
      options: [option('--off', 'allow its deletion again'), option('--reason <TEXT>', 'why it is protected')],
    },
    async (session, { off, reason }, keyId) => {
      const client = await session.client();
      const protectedResourceArn = session.isDryRun
        ? '<ARN of the key>'
        : (await client.describeKey({ keyId }, await session.callOptions())).keyMetadata.arn;
      await session.call(
        'setDeletionProtection',
        { protectedResourceArn, enableDeletionProtection: !off, deletionProtectionDescription: reason },
        () => (off ? `${keyId} can be deleted again` : `Protected ${keyId} from deletion`),
      );
    },
  );

  registerKeyImport(key, context);
  addCall(context, key, {
    usage: 'delete-material <key>',
    summary: 'delete the imported material of a key; only the same material can be imported again',
    call: 'deleteKeyMaterial',
    request: ([keyId = '']) => ({ keyId }),
    confirm: ([keyId = '']) => [`delete the material of key ${keyId}, which only you can import again`, keyId],
    text: ([keyId]) => `Deleted the material of ${keyId}`,
  });

  registerPolicy(key, context, 'key', {
    get: async (client, keyId, options) => (await client.getKeyPolicy({ keyId }, options)).policy,
    set: (client, keyId, policy, options) => client.setKeyPolicy({ keyId, policy }, options),
  });
}

function rotationInWords({ keyMetadata }: DescribeKeyResponse): string {
  const { keyId, automaticRotation, rotationInterval, nextRotationDate, lastRotationDate } = keyMetadata;
  const rows = {
    keyId,
    automaticRotation: automaticRotation ?? 'not for this kind of key',
    ...(rotationInterval && { rotationInterval }),
    ...(lastRotationDate && { lastRotationDate }),
    ...(nextRotationDate && { nextRotationDate }),
  };
  return details(rows);
}

const daysOf = ({ days }: { days?: string }): number => wholeNumber('--days', days) ?? 30;
