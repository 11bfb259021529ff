import type { OperationOptions } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import type { Session } from '../session.js';
import { addCommand } from './command.js';

type Call = (
  client: Awaited<ReturnType<Session['client']>>,
  name: string,
  options: OperationOptions,
) => Promise<object>;

/** `describe <name>`, alike for all that access is made of. */
export function addDescribe(
  group: Command,
  context: CliContext,
  { summary, call }: { summary: string; call: Call },
): void {
  addCommand<object>(context, group, { usage: 'describe <name>', summary }, async (session, _options, name) => {
    await session.print(await call(await session.client(), name, await session.callOptions()));
  });
}

interface Deletion {
  /** What has to be confirmed. */
  act: (name: string) => string;
  call: Call;
}

/** `delete <name>`, alike for all that access is made of. */
export function addDelete(group: Command, context: CliContext, { act, call }: Deletion): void {
  addCommand<object>(
    context,
    group,
    { usage: 'delete <name>', summary: 'take it away' },
    async (session, _options, name) => {
      await session.confirm(act(name), name);
      const answer = await call(await session.client(), name, await session.callOptions());
      await session.print(answer, { text: `${name} is gone` });
    },
  );
}
