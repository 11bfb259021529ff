import type { Client } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import { checkVariable, childEnvironment } from '../child/environment.js';
import { signalOf } from '../child/signals.js';
import type { CliContext } from '../context.js';
import { CliError, usageError } from '../failures.js';
import { pair } from '../io/option-values.js';
import { quoted } from '../printable.js';
import { milliseconds, ttlText, withCache } from '../secrets/cache.js';
import type { SecretValue } from '../secrets/value.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand, option, repeated } from './command.js';

const help = `The secrets are in the environment of the command only: in no argument, and in no file. #FIELD takes one field of a secret
that is a JSON object. Exits as the command exits; with 127 if there is no such command.

With --on-rotate restart, the command is ended by SIGTERM and started again when one of its secrets has a new value. A
command that ends by itself is never started again. The environment of a running command cannot change: a signal is for
one that fetches its secrets itself.

The credentials that kms itself uses (AccessKey, password of the client key, token of the local admin API) are not in the
environment of the command. Variables that decide which code is run (PATH, LD_PRELOAD, NODE_OPTIONS, BASH_ENV …) take no
secret unless they are allowed by name.

  kms run --secret DB_PASSWORD=app/db -- node server.js
  kms run --secret DB_USER=app/db#user --secret DB_PASSWORD=app/db#password -- psql
  kms run --secret DB_PASSWORD=app/db --on-rotate restart -- node server.js`;

interface RunOptions {
  secret?: string[];
  allowVariable?: string[];
  passCredentials?: boolean;
  onRotate?: string;
  ttl?: string;
  stopTimeout?: string;
}

export function register(program: Command, context: CliContext): void {
  addCommand<RunOptions>(
    context,
    program,
    {
      ...catalog.run,
      options: [
        repeated('--secret <VARIABLE=SECRET[#FIELD]>', 'secret for an environment variable').makeOptionMandatory(),
        option('--on-rotate <ACTION>', 'what to do when a secret rotates: restart, or send this signal to the command'),
        option('--ttl <SECONDS>', ttlText),
        option('--stop-timeout <SECONDS>', 'time for the command to end before a restart, then SIGKILL (default 10)'),
        repeated('--allow-variable <VARIABLE>', 'allow a secret in a variable that decides which code runs'),
        option('--pass-credentials', 'keep the credentials of kms in the environment of the command'),
      ],
      help,
    },
    async (session, options, ...words) => {
      const { secret = [], allowVariable = [], passCredentials = false, ttl } = options;
      const command = words.flat();
      const wanted = secret.map(wantedSecret);
      for (const { variable } of wanted) checkVariable(variable, allowVariable);
      const action = rotationAction(options);
      const graceMs = milliseconds('--stop-timeout', options.stopTimeout, { otherwise: 10, min: 0 });
      const names = [...new Set(wanted.map(({ secretName }) => secretName))];
      const client = await session.client();
      if (await session.showsCalls(...names.map((secretName) => ['getSecretValue', { secretName }] as const))) return;
      const environment = (secrets: Variables) =>
        childEnvironment(session.context.env, secrets, { passCredentials }) as NodeJS.ProcessEnv;
      const { InPlace } = await import('../child/in-place.js');
      const child = new InPlace(command, graceMs);
      if (action === undefined) {
        const secrets = await variables(wanted, names, (name) => secretValue(session, client, name));
        await session.close();
        throw new CliError(await child.run(environment(secrets)), '');
      }
      await withCache(session, { ttl }, async (cache) => {
        const read = () => variables(wanted, names, (name) => cache.get(name));
        let secrets = await read();
        const onRotate = async (name: string) => {
          const before = JSON.stringify(secrets);
          secrets = await read();
          if (JSON.stringify(secrets) === before || child.isToEnd) return;
          const what = action === 'restart' ? 'is started again' : `gets ${action}`;
          session.note(`kms: secret ${name} has rotated: the command ${what}`);
          if (action === 'restart') child.restart(environment(secrets));
          else child.kill(action);
        };
        cache.on('rotate', ({ name }) => {
          onRotate(name).catch((error: Error) =>
            session.note(`kms: secret ${name} has rotated, and the command keeps what it has: ${error.message}`),
          );
        });
        throw new CliError(await child.run(environment(secrets)), '');
      });
    },
  ).passThroughOptions();
}

type Variables = Readonly<Record<string, string>>;

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

function rotationAction({ onRotate, ttl, stopTimeout }: RunOptions): 'restart' | NodeJS.Signals | undefined {
  if (onRotate === undefined) {
    if (ttl !== undefined) throw usageError('--ttl is for --on-rotate, which is not given');
    if (stopTimeout !== undefined) throw usageError('--stop-timeout is for --on-rotate restart, which is not given');
    return undefined;
  }
  return onRotate === 'restart' ? onRotate : signalOf('--on-rotate', onRotate);
}

async function secretValue(session: Session, client: Client, secretName: string): Promise<SecretValue> {
  const { secretData, secretDataType } = await client.getSecretValue({ secretName }, await session.callOptions());
  return { name: secretName, dataType: secretDataType === 'binary' ? 'binary' : 'text', text: secretData };
}

/** The secrets by variable name. */
async function variables(
  wanted: readonly Wanted[],
  names: readonly string[],
  read: (name: string) => Promise<SecretValue>,
): Promise<Variables> {
  const { fieldText, variableText } = await import('../secrets/value.js');
  const values = new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
  return Object.fromEntries(
    wanted.map(({ variable, secretName, field }) => {
      const secret = values.get(secretName) as SecretValue;
      const text = variableText(secret);
      return [variable, field === undefined ? text : fieldText(secret, field)];
    }),
  );
}
