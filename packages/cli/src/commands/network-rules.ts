import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { fromOption } from './access-create.js';
import { addCommand, firstOf, option } from './command.js';

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

  addCommand<object>(
    context,
    group,
    { usage: 'describe <name>', summary: 'its addresses' },
    async (session, _options, name) => {
      const client = await session.client();
      await session.print(await client.describeNetworkRule({ name }, await session.callOptions()));
    },
  );

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

  addCommand<object>(
    context,
    group,
    { usage: 'delete <name>', summary: 'take it away' },
    async (session, _options, name) => {
      await session.confirm(`delete network rule ${name}`, name);
      const client = await session.client();
      await session.print(await client.deleteNetworkRule({ name }, await session.callOptions()), {
        text: `${name} is gone`,
      });
    },
  );
}
