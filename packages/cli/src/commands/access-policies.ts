import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { checkedResource, permissionsOf } from './access-create.js';
import { addCommand, firstOf, option, repeated } from './command.js';
import { addDelete, addDescribe } from './named.js';
import { resourceInstance } from './resource-instance.js';

interface Options {
  resource?: string[];
  networkRule?: string[];
  description?: string;
  instance?: string;
}

const options = () => [
  repeated('--resource <RESOURCE>', 'what it allows to use: key/<id>, secret/<name>, key/* or secret/*'),
  repeated('--network-rule <NAME>', 'rule that calls must come by'),
  option('--description <TEXT>', 'what it is for'),
];

const requestOf = ({ resource, networkRule, description }: Options) => ({
  ...(resource && { resources: resource.map(checkedResource), permissions: permissionsOf(resource) }),
  ...(networkRule && { accessControlRules: { networkRules: networkRule } }),
  description,
});

export function registerPolicies(group: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    group,
    {
      usage: 'create <name>',
      summary: 'make one',
      options: [...options(), option('--instance <ID>', 'KMS instance; default: the one that is configured')],
    },
    async (session, given, name) => {
      const client = await session.client();
      const kmsInstance = await resourceInstance(session, given.instance);
      const { resources = [], permissions = [], ...others } = requestOf(given);
      const answer = await client.createPolicy(
        { name, resources, permissions, ...others, kmsInstance },
        await session.callOptions(),
      );
      await session.print(answer, { text: `${name} is made` });
    },
  );

  addCommand<object>(context, group, { usage: 'list', summary: 'all of them' }, async (session) => {
    const client = await session.client();
    const policies = await firstOf(client.policies({ pageSize: 100 }, await session.callOptions()));
    await session.print(policies, { columns: [['policy', ({ name }) => name]] });
  });

  addDescribe(group, context, {
    summary: 'what it allows',
    call: (client, name, options) => client.describePolicy({ name }, options),
  });

  addCommand<Options>(
    context,
    group,
    { usage: 'update <name>', summary: 'change it', options: options() },
    async (session, given, name) => {
      const client = await session.client();
      const answer = await client.updatePolicy({ name, ...requestOf(given) }, await session.callOptions());
      await session.print(answer, { text: `${name} is changed` });
    },
  );

  addDelete(group, context, {
    act: (name) => `delete policy ${name}`,
    call: (client, name, options) => client.deletePolicy({ name }, options),
  });
}
