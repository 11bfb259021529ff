import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { catalog } from './catalog.js';
import { addCall, addCommand, addGroup, firstOf, keyOption, option } from './command.js';

export function register(program: Command, context: CliContext): void {
  const alias = addGroup(program, 'alias', catalog.alias.summary);

  addCall<'createAlias', { key: string }>(context, alias, {
    usage: 'create <alias>',
    summary: 'create an alias of a key, alias/…',
    options: [keyOption()],
    call: 'createAlias',
    request: ([aliasName = ''], { key: keyId }) => ({ aliasName, keyId }),
    text: ([aliasName], _response, { key }) => `Created ${aliasName} for ${key}`,
  });

  addCall<'updateAlias', { key: string }>(context, alias, {
    usage: 'update <alias>',
    summary: 'point an alias to another key',
    options: [keyOption()],
    call: 'updateAlias',
    request: ([aliasName = ''], { key: keyId }) => ({ aliasName, keyId }),
    text: ([aliasName], _response, { key }) => `${aliasName} points to ${key}`,
  });

  addCall(context, alias, {
    usage: 'delete <alias>',
    summary: 'delete an alias; its key stays',
    call: 'deleteAlias',
    request: ([aliasName = '']) => ({ aliasName }),
    text: ([aliasName]) => `Deleted ${aliasName}`,
  });

  addCommand<{ key?: string }>(
    context,
    alias,
    { usage: 'list', summary: 'list aliases', options: [option('-k, --key <KEY>', 'only aliases of this key')] },
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
