import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import type { ServeFlags } from '../local/serve.js';
import { catalog } from './catalog.js';
import { addCommand, addGroup, choice, option } from './command.js';

const startOptions = () => [
  option('--data <DIR>', 'directory to store everything in'),
  option('--memory', 'store nothing'),
  option('--port <PORT>', 'port to listen on (default: a free one)'),
  option('--seed <FILE>', 'keys, secrets and access to begin with, YAML or JSON'),
];

const envHelp = `Starts a local KMS in the background if none is running. It stores its data in --data, by default in the directory for state.

  eval "$(kms local env)"                       bash, zsh
  kms local env --shell fish | source           fish
  kms local env --shell powershell | iex        PowerShell`;

export function register(program: Command, context: CliContext): void {
  const local = addGroup(program, 'local', catalog.local.summary);

  addCommand<ServeFlags>(
    context,
    local,
    {
      usage: 'start',
      isDefault: true,
      summary: 'start a local KMS in the foreground, as "kms local" alone does; kms-local has more options',
      options: [
        ...startOptions(),
        option('--host <HOST>', 'address to listen on (default 127.0.0.1)'),
        option('--background', 'for kms local env').hideHelp(),
      ],
    },
    async (session, flags) => {
      const { serve } = await import('../local/serve.js');
      await serve(session, flags);
    },
  );
  addCommand<ServeFlags & { shell?: string; unset?: boolean }>(
    context,
    local,
    {
      usage: 'env',
      summary: 'print the environment variables for a shell',
      options: [
        ...startOptions(),
        choice('--shell <SHELL>', 'default: the shell in SHELL', ['sh', 'fish', 'powershell', 'dotenv']),
        option('--unset', 'print what removes these variables from the shell again'),
      ],
      help: envHelp,
    },
    async (session, { shell: given, unset, ...flags }) => {
      const { ensureRunning } = await import('../local/background.js');
      const { environment, shellText, unsetText } = await import('../local/environment.js');
      const shell = given ?? (/\bfish$/.test(session.context.env.SHELL ?? '') ? 'fish' : 'sh');
      if (unset) {
        const text = unsetText(shell);
        if (text === undefined) throw usageError(`--unset is for shells, not for ${shell}`);
        return session.line(text);
      }
      const variables = environment(await ensureRunning(session, flags));
      if (await session.isStructured()) return session.print(variables);
      session.line(shellText(variables, shell));
    },
  );

  addCommand<object>(
    context,
    local,
    { usage: 'status', summary: 'show whether a local KMS runs in the background' },
    async (session) => {
      const { runningState, stateFolder } = await import('../local/background.js');
      const { refused } = await import('../failures.js');
      const state = await runningState(stateFolder(session.context.env));
      if (state === undefined) throw refused('no local KMS runs in the background: kms local env starts one');
      const { endpoint, pid, dataDir } = state;
      const data = dataDir ?? 'in memory';
      await session.print(
        { endpoint, pid, data },
        { text: `a local KMS runs at ${endpoint} (process ${pid}, data: ${data})` },
      );
    },
  );

  addCommand<object>(
    context,
    local,
    { usage: 'stop', summary: 'stop the local KMS in the background' },
    async (session) => {
      const { stopRunning } = await import('../local/background.js');
      const stopped = await stopRunning(session.context.env);
      session.note(
        stopped ? `the local KMS at ${stopped.endpoint} has stopped` : 'no local KMS runs in the background',
      );
    },
  );
}
