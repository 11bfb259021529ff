import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { register as access } from './commands/access/access.js';
import { register as agent } from './commands/agent.js';
import { register as alias } from './commands/alias.js';
import { register as api } from './commands/api.js';
import { register as bench } from './commands/bench.js';
import { commonOptions } from './commands/command.js';
import { register as completion } from './commands/completion.js';
import { register as config } from './commands/config.js';
import { register as dataKey } from './commands/data-key.js';
import { register as decrypt } from './commands/decrypt.js';
import { register as doctor } from './commands/doctor.js';
import { register as encrypt } from './commands/encrypt.js';
import { register as inspect } from './commands/inspect.js';
import { register as key } from './commands/key/key.js';
import { register as local } from './commands/local.js';
import { register as mac } from './commands/mac.js';
import { register as publicKey } from './commands/public-key.js';
import { register as random } from './commands/random.js';
import { register as reencrypt } from './commands/reencrypt.js';
import { register as run } from './commands/run.js';
import { register as secret } from './commands/secret/secret.js';
import { register as sign } from './commands/sign.js';
import { register as tag } from './commands/tag.js';
import { register as verify } from './commands/verify.js';
import type { CliContext } from './context.js';
import { exitCodes, failureOf } from './failures.js';
import { printable, printableLines, quoted } from './printable.js';

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string;

const everyday = [encrypt, decrypt, reencrypt, sign, verify, mac, random, dataKey, publicKey, inspect];
const management = [key, alias, secret, tag, access, api, run, agent, config, doctor, local, bench, completion];

const helpEnd = `
Settings come from flags, else from the environment (in brackets), else from the profile. A profile that --profile names
comes before the environment as a whole; kms config show lists what counts. AccessKeys and passwords have
no flags: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN, KMS_CLIENT_KEY_PASSWORD.

Exit codes: 0 success, 1 refused or a check failed, 2 wrong usage, 3 configuration or credentials, 4 connection or timeout,
130 interrupted.

To try it without an account:  eval "$(kms local env)"`;

/** Longest line of an error message. */
const messageMaxChars = 5_000;

/** All commands of \`kms\`. */
export function buildProgram(context: CliContext): Command {
  const program = new Command('kms')
    .description('Alibaba Cloud KMS on the command line.')
    .version(version(), '-V, --version', 'show the version')
    .addOption(new Option('-v', 'show the version').hideHelp())
    .on('option:v', () => {
      context.stdout.write(`${version()}\n`);
      throw new CommanderError(0, 'commander.version', version());
    })
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .helpOption('-h, --help', 'show help')
    .enablePositionalOptions()
    .showHelpAfterError('(see --help)')
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(printableLines(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  for (const known of commonOptions()) program.addOption(known);
  program.addHelpText('after', helpEnd);
  program.commandsGroup('Data:');
  for (const register of everyday) register(program, context);
  program.commandsGroup('Management and tools:');
  for (const register of management) register(program, context);
  program
    .command('help [command...]')
    .description('show the help of a command, e.g. kms help secret get')
    .action(showHelp);
  program
    .command('version')
    .description('show the version')
    .action(() => void context.stdout.write(`${version()}\n`));
  return program;
}

/** Of a command of any depth. */
function showHelp(names: string[], _options: object, { parent }: Command): void {
  let command = parent as Command;
  for (const name of names) {
    const found = command.commands.find((child) => child.name() === name || child.aliases().includes(name));
    if (!found) command.error(`error: there is no command '${[...names].join(' ')}'`);
    else command = found;
  }
  command.help();
}

/** Runs one command. @returns the exit code */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  try {
    await buildProgram(context).parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? exitCodes.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    const { message, detail } = failure;
    if (message !== '') context.stderr.write(`kms: ${quoted(message, messageMaxChars)}\n`);
    if (detail !== undefined) context.stderr.write(`kms: ${printable(detail)}\n`);
    return failure.exitCode;
  }
}
