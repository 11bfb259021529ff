import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { wholeNumber } from '../io/option-values.js';
import { addCommand, addGroup, option, required } from './command.js';
import { registerKeyCreate, registerKeyImport } from './key-create.js';
import { registerKeyLists } from './key-lists.js';
import { registerPolicy } from './policy.js';

export function register(program: Command, context: CliContext): void {
  const key = addGroup(program, 'key', 'keys: create, list, describe, enable, disable, rotate, import, delete …');
  registerKeyCreate(key, context);
  registerKeyLists(key, context);

  addCommand<object>(
    context,
    key,
    { usage: 'enable <key>', summary: 'let it be used' },
    async (session, _options, keyId) => {
      const client = await session.client();
      await session.print(await client.enableKey({ keyId }, await session.callOptions()), {
        text: `${keyId} is enabled`,
      });
    },
  );

  addCommand<object>(
    context,
    key,
    { usage: 'disable <key>', summary: 'let nobody use it, until it is enabled' },
    async (session, _options, keyId) => {
      const client = await session.client();
      await session.print(await client.disableKey({ keyId }, await session.callOptions()), {
        text: `${keyId} is disabled`,
      });
    },
  );

  addCommand<{ description: string }>(
    context,
    key,
    {
      usage: 'update <key>',
      summary: 'change its description',
      options: [required('--description <TEXT>', 'what it is for')],
    },
    async (session, { description }, keyId) => {
      const client = await session.client();
      const answer = await client.updateKeyDescription({ keyId, description }, await session.callOptions());
      await session.print(answer, { text: `${keyId} is described anew` });
    },
  );

  addCommand<{ days?: string }>(
    context,
    key,
    {
      usage: 'schedule-deletion <key>',
      summary: 'delete it after some days; what it encrypted is lost then',
      options: [option('--days <N>', 'days until it is gone, 7 to 366 (default 30)')],
    },
    async (session, { days }, keyId) => {
      const pendingWindowInDays = wholeNumber('--days', days) ?? 30;
      await session.confirm(
        `delete key ${keyId} in ${pendingWindowInDays} days, and with it all that it encrypted`,
        keyId,
      );
      const client = await session.client();
      const answer = await client.scheduleKeyDeletion({ keyId, pendingWindowInDays }, await session.callOptions());
      const undo = `until then: kms key cancel-deletion ${keyId}`;
      await session.print(answer, { text: `${keyId} will be deleted in ${pendingWindowInDays} days; ${undo}` });
    },
  );

  addCommand<object>(
    context,
    key,
    {
      usage: 'cancel-deletion <key>',
      summary: 'keep it after all; it is Enabled then, or PendingImport when it has no material',
    },
    async (session, _options, keyId) => {
      const client = await session.client();
      const answer = await client.cancelKeyDeletion({ keyId }, await session.callOptions());
      await session.print(answer, {
        text: `${keyId} will not be deleted; it is Enabled again, or PendingImport when it has no material`,
      });
    },
  );

  addCommand<object>(
    context,
    key,
    {
      usage: 'rotate <key>',
      summary: 'make a new version of an asymmetric key; KMS rotates symmetric ones: kms key rotation',
    },
    async (session, _options, keyId) => {
      const client = await session.client();
      const answer = await client.createKeyVersion({ keyId }, await session.callOptions());
      await session.print(answer, { text: `${keyId} has the version ${answer.keyVersion.keyVersionId}` });
    },
  );

  addCommand<{ every?: string; off?: boolean }>(
    context,
    key,
    {
      usage: 'rotation <key>',
      summary: 'let KMS rotate it',
      options: [option('--every <INTERVAL>', 'e.g. 90d or 7776000s'), option('--off', 'do not rotate it')],
    },
    async (session, { every, off }, keyId) => {
      const request = { keyId, enableAutomaticRotation: !off, ...(!off && { rotationInterval: every ?? '365d' }) };
      const client = await session.client();
      const answer = await client.updateRotationPolicy(request, await session.callOptions());
      await session.print(answer, { text: `${keyId} is ${off ? 'not rotated' : `rotated every ${every ?? '365d'}`}` });
    },
  );

  addCommand<{ off?: boolean; reason?: string }>(
    context,
    key,
    {
      usage: 'protect <key>',
      summary: 'let nobody delete it',
      options: [option('--off', 'let it be deleted again'), option('--reason <TEXT>', 'why')],
    },
    async (session, { off, reason }, keyId) => {
      const client = await session.client();
      const options = await session.callOptions();
      const protectedResourceArn = session.isDryRun
        ? '<ARN of the key>'
        : (await client.describeKey({ keyId }, options)).keyMetadata.arn;
      const request = { protectedResourceArn, enableDeletionProtection: !off, deletionProtectionDescription: reason };
      const answer = await client.setDeletionProtection(request, options);
      await session.print(answer, {
        text: `${keyId} is ${off ? 'not protected any more' : 'protected from deletion'}`,
      });
    },
  );

  registerKeyImport(key, context);
  addCommand<object>(
    context,
    key,
    { usage: 'delete-material <key>', summary: 'take the imported material away; only the same can be imported again' },
    async (session, _options, keyId) => {
      await session.confirm(`take away the material of key ${keyId}, which only you can give back`, keyId);
      const client = await session.client();
      const answer = await client.deleteKeyMaterial({ keyId }, await session.callOptions());
      await session.print(answer, { text: `the material of ${keyId} is gone` });
    },
  );

  registerPolicy(key, context, 'key', {
    get: async (client, keyId, options) => (await client.getKeyPolicy({ keyId }, options)).policy,
    set: (client, keyId, policy, options) => client.setKeyPolicy({ keyId, policy }, options),
  });
}
