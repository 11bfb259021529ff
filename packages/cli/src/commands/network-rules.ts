import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { fromOption } from './access-create.js';
import { addCommand, firstOf, option } from './command.js';
import { addDelete, addDescribe } from './named.js';

interface Options {
  network?: string[];
  description?: string;
}

const describeOption = () => option('--description <TEXT>', 'what it is for');

export function registerNetworkRules(group: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    group,
    { usage: 'create <name>', summary: 'make one', options: [fromOption().makeOptionMandatory(), describeOption()] },
    async (session, { network: sourcePrivateIp, description }, name) => {
      const client = await session.client();
      const request = { name, type: 'Private', sourcePrivateIp, description };
      await session.print(await client.createNetworkRule(request, await session.callOptions()), {
        text: `${name} is made`,
      });
    },
  );

  addCommand<object>(context, group, { usage: 'list', summary: 'all of them' }, async (session) => {
    const client = await session.client();
    const rules = await firstOf(client.networkRules({ pageSize: 100 }, await session.callOptions()));
    await session.print(rules, {
      columns: [
        ['rule', ({ name }) => name],
        ['type', ({ type }) => type],
      ],
    });
  });

  addDescribe(group, context, {
    summary: 'its addresses',
    call: (client, name, options) => client.describeNetworkRule({ name }, options),
  });

  addCommand<Options>(
    context,
    group,
    {
      usage: 'update <name>',
      summary: 'change its addresses or description',
      options: [fromOption(), describeOption()],
    },
    async (session, { network: sourcePrivateIp, description }, name) => {
      const client = await session.client();
      const answer = await client.updateNetworkRule(
        { name, sourcePrivateIp, description },
        await session.callOptions(),
      );
      await session.print(answer, { text: `${name} is changed` });
    },
  );

  addDelete(group, context, {
    act: (name) => `delete network rule ${name}`,
    call: (client, name, options) => client.deleteNetworkRule({ name }, options),
  });
}
