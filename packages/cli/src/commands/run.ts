import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Client } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { CliError, configurationError, usageError } from '../failures.js';
import { pair } from '../io/option-values.js';
import { quoted } from '../printable.js';
import type { Session } from '../session.js';
import { addCommand, option, repeated } from './command.js';
import { checkVariable, childEnvironment } from './run-environment.js';

const help = `The secrets are in the environment of the command only: in no argument, and in no file. #FIELD takes one field of a secret
that is a JSON object. Ends as the command ends; with 127 when there is no such command.

The credentials that kms itself uses (AccessKey, password of the client key, token of the local admin API) are not in the
environment of the command. Variables that decide which code is run (PATH, LD_PRELOAD, NODE_OPTIONS, BASH_ENV …) take no
secret unless they are allowed by name.

  kms run --secret DB_PASSWORD=app/db -- node server.js
  kms run --secret DB_USER=app/db#user --secret DB_PASSWORD=app/db#password -- psql`;

export function register(program: Command, context: CliContext): void {
  addCommand<{ secret?: string[]; allowVariable?: string[]; passCredentials?: boolean }>(
    context,
    program,
    {
      usage: 'run <command...>',
      summary: 'run a command with secrets in its environment',
      options: [
        repeated('--secret <VARIABLE=SECRET[#FIELD]>', 'secret for an environment variable').makeOptionMandatory(),
        repeated('--allow-variable <VARIABLE>', 'let a secret stand in a variable that decides which code is run'),
        option('--pass-credentials', 'leave the credentials that kms uses in the environment of the command'),
      ],
      help,
    },
    async (session, { secret = [], allowVariable = [], passCredentials = false }, ...command) => {
      const wanted = secret.map(wantedSecret);
      for (const { variable } of wanted) checkVariable(variable, allowVariable);
      const calls = [...new Set(wanted.map(({ secretName }) => secretName))];
      const client = await session.client();
      if (await session.showsCalls(...calls.map((secretName) => ['getSecretValue', { secretName }] as const))) return;
      const values = new Map(
        await Promise.all(calls.map(async (name) => [name, await textOf(session, client, name)] as const)),
      );
      const secrets = Object.fromEntries(
        wanted.map((want) => [want.variable, variableValue(want, values.get(want.secretName) as string)]),
      );
      await session.close();
      const env = childEnvironment(session.context.env, secrets, { passCredentials });
      throw new CliError(await runChild(command.flat(), env), '');
    },
  ).passThroughOptions();
}

interface Wanted {
  variable: string;
  secretName: string;
  field?: string;
}

function wantedSecret(text: string): Wanted {
  const [variable, from] = pair('--secret', text);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable))
    throw usageError(`${quoted(variable)} cannot be an environment variable`);
  const [secretName = '', field] = from.split('#', 2);
  if (secretName === '') throw usageError(`--secret ${quoted(text)} names no secret`);
  return { variable, secretName, field };
}

async function textOf(session: Session, client: Client, secretName: string): Promise<string> {
  const { secretData, secretDataType } = await client.getSecretValue({ secretName }, await session.callOptions());
  if (secretDataType === 'binary' || secretData.includes('\0')) {
    throw configurationError(`secret ${secretName} is no text, and cannot be an environment variable`);
  }
  return secretData;
}

/** No message quotes the secret. */
function variableValue({ secretName, field }: Wanted, text: string): string {
  if (field === undefined) return text;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw configurationError(`secret ${secretName} is no JSON, so it has no field ${field}`);
  }
  const isObject = typeof content === 'object' && content !== null && Object.hasOwn(content, field);
  const value = isObject ? (content as Record<string, unknown>)[field] : undefined;
  if (value === undefined || value === null) throw configurationError(`secret ${secretName} has no field ${field}`);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Runs it in place of this process, as far as anybody can tell. @returns its exit code */
function runChild([command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  let child: ChildProcess | undefined;
  const forward = (signal: NodeJS.Signals) => {
    // A terminal sends its signals to the child as well.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  // Before there is a child: one that ended this process now would leave the child behind.
  for (const signal of signals) process.on(signal, forward);
  const started = spawn(command, args, { env, stdio: 'inherit' });
  child = started;
  return new Promise<number>((resolve, reject) => {
    started.once('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT';
      reject(
        new CliError(
          isMissing ? 127 : 126,
          `${command} cannot be run: ${isMissing ? 'there is no such command' : error.code}`,
        ),
      );
    });
    started.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  }).finally(() => {
    for (const signal of signals) process.off(signal, forward);
  });
}
