import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { addCall, addCommand, firstOf, option, repeated } from '../command.js';
import { resourceInstance } from '../resource-instance.js';
import { checkedResource, permissionsOf } from './create.js';

interface Options {
  resource?: string[];
  networkRule?: string[];
  description?: string;
  instance?: string;
}

const options = () => [
  repeated('--resource <RESOURCE>', 'what the policy allows to use: key/<id>, secret/<name>, key/* or secret/*'),
  repeated('--network-rule <NAME>', 'network rule that calls must match'),
  option('--description <TEXT>', 'what the policy is for'),
];

const requestOf = ({ resource, networkRule, description }: Options) => ({
  ...(resource && { resources: resource.map(checkedResource), permissions: permissionsOf(resource) }),
  ...(networkRule && { accessControlRules: { networkRules: networkRule } }),
  description,
});

export function registerPolicies(group: Command, context: CliContext): void {
  addCall<'createPolicy', Options>(context, group, {
    usage: 'create <name>',
    summary: 'create a policy',
    options: [...options(), option('--instance <ID>', 'KMS instance; default: the one that is configured')],
    call: 'createPolicy',
    request: async ([name = ''], given, session) => {
      const { resources = [], permissions = [], ...others } = requestOf(given);
      return { name, resources, permissions, ...others, kmsInstance: await resourceInstance(session, given.instance) };
    },
    text: ([name]) => `Created policy ${name}`,
  });

  addCommand<object>(context, group, { usage: 'list', summary: 'list policies' }, async (session) => {
    const client = await session.client();
    const policies = await firstOf(client.policies({ pageSize: 100 }, await session.callOptions()));
    await session.print(policies, { columns: [['policy', ({ name }) => name]] });
  });

  addCall(context, group, {
    usage: 'describe <name>',
    summary: 'show what a policy allows',
    call: 'describePolicy',
    request: ([name = '']) => ({ name }),
  });

  addCall<'updatePolicy', Options>(context, group, {
    usage: 'update <name>',
    summary: 'change a policy',
    options: options(),
    call: 'updatePolicy',
    request: ([name = ''], given) => ({ name, ...requestOf(given) }),
    text: ([name]) => `Changed policy ${name}`,
  });

  addCall(context, group, {
    usage: 'delete <name>',
    summary: 'delete a policy',
    call: 'deletePolicy',
    request: ([name = '']) => ({ name }),
    confirm: ([name = '']) => [`delete policy ${name}`, name],
    text: ([name]) => `Deleted policy ${name}`,
  });
}
