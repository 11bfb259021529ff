import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { wholeNumber } from '../io/option-values.js';
import { addCommand, addGroup, option, required } from './command.js';
import { registerPolicy } from './policy.js';
import { registerSecretFiles } from './secret-files.js';
import { registerSecretLists } from './secret-lists.js';
import { registerSecretValues } from './secret-values.js';

export function register(program: Command, context: CliContext): void {
  const secret = addGroup(program, 'secret', 'secrets: get, put, list, versions, rotate, delete …');
  registerSecretValues(secret, context);
  registerSecretLists(secret, context);
  registerSecretFiles(secret, context);

  addCommand<{ description: string }>(
    context,
    secret,
    {
      usage: 'update <secret>',
      summary: 'change its description',
      options: [required('--description <TEXT>', 'what it is for')],
    },
    async (session, { description }, secretName) => {
      const client = await session.client();
      const answer = await client.updateSecret({ secretName, description }, await session.callOptions());
      await session.print(answer, { text: `${secretName} is described anew` });
    },
  );

  addCommand<{ stage: string; to?: string; from?: string }>(
    context,
    secret,
    {
      usage: 'move-stage <secret>',
      summary: 'move a stage label to another version, e.g. ACSCurrent back to an older one',
      options: [
        required('--stage <LABEL>', 'ACSCurrent, ACSPrevious or one of your own'),
        option('--to <VERSION>', 'version that gets it'),
        option('--from <VERSION>', 'version that loses it'),
      ],
    },
    async (session, { stage, to, from }, secretName) => {
      const client = await session.client();
      const request = { secretName, versionStage: stage, moveToVersion: to, removeFromVersion: from };
      const answer = await client.updateSecretVersionStage(request, await session.callOptions());
      await session.print(answer, {
        text: `${stage} of ${secretName} is ${to === undefined ? `taken from ${from}` : `on ${to}`}`,
      });
    },
  );

  addCommand<{ versionId?: string }>(
    context,
    secret,
    {
      usage: 'rotate <secret>',
      summary: 'let KMS make a new value of a managed secret',
      options: [option('--version-id <ID>', 'id of the version that it makes (default random)')],
    },
    async (session, { versionId = crypto.randomUUID() }, secretName) => {
      const client = await session.client();
      const answer = await client.rotateSecret({ secretName, versionId }, await session.callOptions());
      await session.print(answer, { text: `${secretName} is being rotated; the new version is ${answer.versionId}` });
    },
  );

  addCommand<{ every?: string; off?: boolean }>(
    context,
    secret,
    {
      usage: 'rotation <secret>',
      summary: 'let KMS rotate a managed secret by itself',
      options: [option('--every <INTERVAL>', 'e.g. 7d or 604800s'), option('--off', 'do not rotate it')],
    },
    async (session, { every, off }, secretName) => {
      const request = { secretName, enableAutomaticRotation: !off, ...(!off && { rotationInterval: every ?? '7d' }) };
      const client = await session.client();
      const answer = await client.updateSecretRotationPolicy(request, await session.callOptions());
      await session.print(answer, {
        text: `${secretName} is ${off ? 'not rotated' : `rotated every ${every ?? '7d'}`}`,
      });
    },
  );

  addCommand<{ days?: string; forever?: boolean }>(
    context,
    secret,
    {
      usage: 'delete <secret>',
      summary: 'delete it; until its days are over it can be restored',
      options: [
        option('--days <N>', 'days in which it can be restored, 7 to 30 (default 30)'),
        option('--forever', 'at once, and for good'),
      ],
    },
    async (session, { days, forever }, secretName) => {
      const recoveryWindowInDays = wholeNumber('--days', days) ?? 30;
      if (forever) await session.confirm(`delete secret ${secretName} with all of its versions, for good`, secretName);
      const client = await session.client();
      const how = forever ? { forceDeleteWithoutRecovery: true } : { recoveryWindowInDays };
      const answer = await client.deleteSecret({ secretName, ...how }, await session.callOptions());
      const undo = `will be gone in ${recoveryWindowInDays} days; until then: kms secret restore ${secretName}`;
      await session.print(answer, { text: `${secretName} ${forever ? 'is gone' : undo}` });
    },
  );

  addCommand<object>(
    context,
    secret,
    { usage: 'restore <secret>', summary: 'keep one after all that was deleted' },
    async (session, _options, secretName) => {
      const client = await session.client();
      const answer = await client.restoreSecret({ secretName }, await session.callOptions());
      await session.print(answer, { text: `${secretName} is restored` });
    },
  );

  registerPolicy(secret, context, 'secret', {
    get: async (client, secretName, options) => (await client.getSecretPolicy({ secretName }, options)).policy,
    set: (client, secretName, policy, options) => client.setSecretPolicy({ secretName, policy }, options),
  });
}
