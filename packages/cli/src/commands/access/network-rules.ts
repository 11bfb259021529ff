import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { addCall, addCommand, firstOf, option } from '../command.js';
import { fromOption } from './create.js';

interface Options {
  from?: string[];
  description?: string;
}

const descriptionOption = () => option('--description <TEXT>', 'what the rule is for');

export function registerNetworkRules(group: Command, context: CliContext): void {
  addCall<'createNetworkRule', Options>(context, group, {
    usage: 'create <name>',
    summary: 'create a network rule',
    options: [fromOption().makeOptionMandatory(), descriptionOption()],
    call: 'createNetworkRule',
    request: ([name = ''], { from, description }) => ({ name, type: 'Private', sourcePrivateIp: from, description }),
    text: ([name]) => `Created network rule ${name}`,
  });

  addCommand<object>(context, group, { usage: 'list', summary: 'list network rules' }, async (session) => {
    const client = await session.client();
    const rules = await firstOf(client.networkRules({ pageSize: 100 }, await session.callOptions()));
    await session.print(rules, {
      columns: [
        ['rule', ({ name }) => name],
        ['type', ({ type }) => type],
      ],
    });
  });

  addCall(context, group, {
    usage: 'describe <name>',
    summary: 'show the addresses of a network rule',
    call: 'describeNetworkRule',
    request: ([name = '']) => ({ name }),
  });

  addCall<'updateNetworkRule', Options>(context, group, {
    usage: 'update <name>',
    summary: 'change the addresses or the description of a network rule',
    options: [fromOption(), descriptionOption()],
    call: 'updateNetworkRule',
    request: ([name = ''], { from, description }) => ({ name, sourcePrivateIp: from, description }),
    text: ([name]) => `Changed network rule ${name}`,
  });

  addCall(context, group, {
    usage: 'delete <name>',
    summary: 'delete a network rule',
    call: 'deleteNetworkRule',
    request: ([name = '']) => ({ name }),
    confirm: ([name = '']) => [`delete network rule ${name}`, name],
    text: ([name]) => `Deleted network rule ${name}`,
  });
}
