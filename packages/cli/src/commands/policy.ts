import type { Client, OperationOptions } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { readInput } from '../io/files.js';
import { addCommand } from './command.js';

interface Calls {
  get(client: Client, name: string, options: OperationOptions): Promise<Record<string, unknown>>;
  set(client: Client, name: string, policy: string, options: OperationOptions): Promise<unknown>;
}

/** `get-policy` and `set-policy` for keys and secrets. */
export function registerPolicy(parent: Command, context: CliContext, kind: string, calls: Calls): void {
  addCommand<object>(
    context,
    parent,
    { usage: `get-policy <${kind}>`, summary: `show who may do what with the ${kind}` },
    async (session, _options, name) => {
      const policy = await calls.get(await session.client(), name, await session.callOptions());
      await session.print(policy, { text: JSON.stringify(policy, null, 2) });
    },
  );

  addCommand<object>(
    context,
    parent,
    {
      usage: `set-policy <${kind}> [file]`,
      summary: `replace the policy of the ${kind} with the JSON in a file or stdin`,
    },
    async (session, _options, name, file) => {
      const text = Buffer.from(await readInput(session.context, file, 'Paste the policy')).toString('utf8');
      const answer = await calls.set(await session.client(), name, checkedJson(text), await session.callOptions());
      await session.print(answer, { text: `Changed the policy of ${name}` });
    },
  );
}

function checkedJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (error) {
    throw usageError(`the policy is no JSON: ${(error as Error).message}`);
  }
}
