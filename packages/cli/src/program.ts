import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { type CommandName, catalog } from './commands/catalog.js';
import { commonOptions } from './commands/common-options.js';
import type { CliContext } from './context.js';
import { exitCodes, failureOf } from './failures.js';
import { printable, printableLines, quoted } from './printable.js';

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string;

type Register = (program: Command, context: CliContext) => void;

/** Loading all commands and adding them takes longer than all else that a start does: only the one that runs is loaded. */
const loaders: Readonly<Record<CommandName, () => Promise<{ register: Register }>>> = {
  encrypt: () => import('./commands/encrypt.js'),
  decrypt: () => import('./commands/decrypt.js'),
  reencrypt: () => import('./commands/reencrypt.js'),
  sign: () => import('./commands/sign.js'),
  verify: () => import('./commands/verify.js'),
  mac: () => import('./commands/mac.js'),
  random: () => import('./commands/random.js'),
  'data-key': () => import('./commands/data-key.js'),
  'public-key': () => import('./commands/public-key.js'),
  inspect: () => import('./commands/inspect.js'),
  key: () => import('./commands/key/key.js'),
  alias: () => import('./commands/alias.js'),
  secret: () => import('./commands/secret/secret.js'),
  tag: () => import('./commands/tag.js'),
  access: () => import('./commands/access/access.js'),
  api: () => import('./commands/api.js'),
  run: () => import('./commands/run.js'),
  agent: () => import('./commands/agent.js'),
  config: () => import('./commands/config.js'),
  doctor: () => import('./commands/doctor.js'),
  local: () => import('./commands/local.js'),
  bench: () => import('./commands/bench.js'),
  completion: () => import('./commands/completion.js'),
};

const names = Object.keys(catalog) as CommandName[];
/** The first of those that are not for data. */
const firstTool: CommandName = 'key';

/** These look at all other commands. */
const needAll: readonly string[] = ['help', 'completion', '__complete'];

const helpEnd = `
Settings come from flags, else from the environment (in brackets), else from the profile. A profile that --profile names
comes before the environment as a whole; kms config show lists what counts. AccessKeys and passwords have
no flags: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN, KMS_CLIENT_KEY_PASSWORD.

Exit codes: 0 success, 1 refused or a check failed, 2 wrong usage, 3 configuration or credentials, 4 connection or timeout,
130 interrupted.

To try it without an account:  eval "$(kms local env)"`;

/** Longest line of an error message. */
const messageMaxChars = 5_000;

/** @param loaded the commands that may run; of the others there is only what the help of `kms` says of them */
export async function buildProgram(context: CliContext, loaded: readonly CommandName[] = names): Promise<Command> {
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
  for (const name of names) {
    if (name === firstTool) program.commandsGroup('Management and tools:');
    if (loaded.includes(name)) (await loaders[name]()).register(program, context);
    else program.command(catalog[name].usage).description(catalog[name].summary);
  }
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

/** The commands at the top that these arguments need: the one after options and their values, none for the help of `kms`. */
function commandsFor(args: readonly string[]): readonly CommandName[] {
  const withValue = new Set(commonOptions().flatMap(({ long, required }) => (required && long ? [long] : [])));
  let at = 0;
  while (args[at]?.startsWith('-')) at += withValue.has(args[at] as string) ? 2 : 1;
  const word = args[at] ?? '';
  return needAll.includes(word) ? names : names.filter((name) => name === word);
}

/** Runs one command. @returns the exit code */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  try {
    const program = await buildProgram(context, commandsFor(args));
    await program.parseAsync([...args], { from: 'user' });
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
