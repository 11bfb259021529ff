import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { wholeNumber } from '../../io/option-values.js';
import { addCommand, firstOf, option, repeated } from '../command.js';
import { filtersOf } from '../key/lists.js';

export function registerSecretLists(secret: Command, context: CliContext): void {
  addCommand<{ filter?: string[]; limit?: string }>(
    context,
    secret,
    {
      usage: 'list',
      summary: 'list the secrets of the region',
      options: [
        repeated('--filter <NAME=VALUE,VALUE>', 'only matching secrets, e.g. SecretName=app'),
        option('--limit <N>', 'at most this many'),
      ],
    },
    async (session, { filter, limit }) => {
      const client = await session.client();
      const secrets = client.secrets({ filters: filtersOf(filter), pageSize: 100 }, await session.callOptions());
      await session.print(await firstOf(secrets, wholeNumber('--limit', limit)), {
        columns: [
          ['secret', ({ secretName }) => secretName],
          ['type', ({ secretType }) => secretType],
          ['created', ({ createTime }) => createTime],
          ['deleted on', ({ plannedDeleteTime }) => plannedDeleteTime],
        ],
      });
    },
  );

  addCommand<object>(
    context,
    secret,
    { usage: 'describe <secret>', summary: 'show everything about a secret but its value' },
    async (session, _options, secretName) => {
      const client = await session.client();
      await session.print(await client.describeSecret({ secretName, fetchTags: true }, await session.callOptions()));
    },
  );

  addCommand<{ all?: boolean }>(
    context,
    secret,
    {
      usage: 'versions <secret>',
      summary: 'list the versions of a secret',
      options: [option('--all', 'include versions without a stage label')],
    },
    async (session, { all }, secretName) => {
      const client = await session.client();
      const request = { secretName, includeDeprecated: all === true, pageSize: 100 };
      await session.print(await firstOf(client.secretVersions(request, await session.callOptions())), {
        columns: [
          ['version', ({ versionId }) => versionId],
          ['stages', ({ versionStages }) => versionStages.join(', ')],
          ['created', ({ createTime }) => createTime],
        ],
      });
    },
  );
}
