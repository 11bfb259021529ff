import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { addCommand, addGroup, firstOf, keyOption, option } from './command.js';

export function register(program: Command, context: CliContext): void {
  const alias = addGroup(program, 'alias', 'names of keys: create, update, delete, list');

  addCommand<{ key: string }>(
    context,
    alias,
    { usage: 'create <alias>', summary: 'name a key, alias/…', options: [keyOption()] },
    async (session, { key: keyId }, aliasName) => {
      const client = await session.client();
      const answer = await client.createAlias({ aliasName, keyId }, await session.callOptions());
      await session.print(answer, { text: `${aliasName} names ${keyId}` });
    },
  );

  addCommand<{ key: string }>(
    context,
    alias,
    { usage: 'update <alias>', summary: 'let it name another key', options: [keyOption()] },
    async (session, { key: keyId }, aliasName) => {
      const client = await session.client();
      const answer = await client.updateAlias({ aliasName, keyId }, await session.callOptions());
      await session.print(answer, { text: `${aliasName} names ${keyId}` });
    },
  );

  addCommand<object>(
    context,
    alias,
    { usage: 'delete <alias>', summary: 'take the name away; the key stays' },
    async (session, _options, aliasName) => {
      const client = await session.client();
      const answer = await client.deleteAlias({ aliasName }, await session.callOptions());
      await session.print(answer, { text: `${aliasName} is gone` });
    },
  );

  addCommand<{ key?: string }>(
    context,
    alias,
    { usage: 'list', summary: 'all of them', options: [option('-k, --key <KEY>', 'only those of this key')] },
    async (session, { key: keyId }) => {
      const client = await session.client();
      const call = await session.callOptions();
      const entries =
        keyId === undefined
          ? client.aliases({ pageSize: 100 }, call)
          : client.aliasesByKeyId({ keyId, pageSize: 100 }, call);
      await session.print(await firstOf(entries), {
        columns: [
          ['alias', (entry) => entry.aliasName],
          ['key', (entry) => entry.keyId],
        ],
      });
    },
  );
}
