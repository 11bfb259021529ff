import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { addCall, addCommand, firstOf, option, repeated } from '../command.js';

interface Options {
  policy?: string[];
  description?: string;
}

const policyOption = () => repeated('--policy <NAME>', 'policy of the access point');
const descriptionOption = () => option('--description <TEXT>', 'what the access point is for');

export function registerAccessPoints(group: Command, context: CliContext): void {
  addCall<'createApplicationAccessPoint', Options>(context, group, {
    usage: 'create <name>',
    summary: 'create an access point',
    options: [policyOption().makeOptionMandatory(), descriptionOption()],
    call: 'createApplicationAccessPoint',
    request: ([name = ''], { policy: policies = [], description }) => ({ name, policies, description }),
    text: ([name]) => `Created access point ${name}`,
  });

  addCommand<object>(context, group, { usage: 'list', summary: 'list access points' }, async (session) => {
    const client = await session.client();
    const points = await firstOf(client.applicationAccessPoints({ pageSize: 100 }, await session.callOptions()));
    await session.print(points, {
      columns: [
        ['access point', ({ name }) => name],
        ['authentication', ({ authenticationMethod }) => authenticationMethod],
      ],
    });
  });

  addCall(context, group, {
    usage: 'describe <name>',
    summary: 'show the policies of an access point',
    call: 'describeApplicationAccessPoint',
    request: ([name = '']) => ({ name }),
  });

  addCall<'updateApplicationAccessPoint', Options>(context, group, {
    usage: 'update <name>',
    summary: 'change the policies or the description of an access point',
    options: [policyOption(), descriptionOption()],
    call: 'updateApplicationAccessPoint',
    request: ([name = ''], { policy: policies, description }) => ({ name, policies, description }),
    text: ([name]) => `Changed access point ${name}`,
  });

  addCall(context, group, {
    usage: 'delete <name>',
    summary: 'delete an access point',
    call: 'deleteApplicationAccessPoint',
    request: ([name = '']) => ({ name }),
    confirm: ([name = '']) => [`delete access point ${name}, and stop the application that uses it`, name],
    text: ([name]) => `Deleted access point ${name}`,
  });
}
