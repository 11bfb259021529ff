import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { addCommand, firstOf, option, repeated } from './command.js';
import { addDelete, addDescribe } from './named.js';

interface Options {
  policy?: string[];
  description?: string;
}

const policyOption = () => repeated('--policy <NAME>', 'policy that it has');
const describeOption = () => option('--description <TEXT>', 'what it is for');

export function registerAccessPoints(group: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    group,
    { usage: 'create <name>', summary: 'make one', options: [policyOption().makeOptionMandatory(), describeOption()] },
    async (session, { policy: policies = [], description }, name) => {
      const client = await session.client();
      const answer = await client.createApplicationAccessPoint(
        { name, policies, description },
        await session.callOptions(),
      );
      await session.print(answer, { text: `${name} is made` });
    },
  );

  addCommand<object>(context, group, { usage: 'list', summary: 'all of them' }, async (session) => {
    const client = await session.client();
    const points = await firstOf(client.applicationAccessPoints({ pageSize: 100 }, await session.callOptions()));
    await session.print(points, {
      columns: [
        ['access point', ({ name }) => name],
        ['authentication', ({ authenticationMethod }) => authenticationMethod],
      ],
    });
  });

  addDescribe(group, context, {
    summary: 'its policies',
    call: (client, name, options) => client.describeApplicationAccessPoint({ name }, options),
  });

  addCommand<Options>(
    context,
    group,
    { usage: 'update <name>', summary: 'change it', options: [policyOption(), describeOption()] },
    async (session, { policy: policies, description }, name) => {
      const client = await session.client();
      const answer = await client.updateApplicationAccessPoint(
        { name, policies, description },
        await session.callOptions(),
      );
      await session.print(answer, { text: `${name} is changed` });
    },
  );

  addDelete(group, context, {
    act: (name) => `delete access point ${name}, and stop the application that uses it`,
    call: (client, name, options) => client.deleteApplicationAccessPoint({ name }, options),
  });
}
