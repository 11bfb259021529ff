import type { CallMethod, Client } from 'alibabacloud-kms-sdk';
import { type Command, Option } from 'commander';
import type { CliContext } from '../context.js';
import { type Encoding, encodings } from '../io/encodings.js';
import { Session } from '../session.js';
import { commonOptions } from './common-options.js';

/** A command: name and arguments in commander's syntax, options by flags. */
export interface CommandSpec {
  /** `encrypt [file]` */
  usage: string;
  summary: string;
  options?: readonly Option[];
  /** Appended to its help. */
  help?: string;
  /** Runs if no subcommand of its parent is given. */
  isDefault?: boolean;
}

export type Handler<Options> = (session: Session, options: Options, ...args: string[]) => Promise<void>;

/** Adds a command to its parent. */
export function addCommand<Options extends object>(
  context: CliContext,
  parent: Command,
  { usage, summary, options = [], help, isDefault }: CommandSpec,
  handler: Handler<Options>,
): Command {
  const command = parent.command(usage, { isDefault }).description(summary);
  for (const option of options) command.addOption(option);
  // Added only when this command runs: adding them to all commands took 8 ms of every start.
  parent.hook('preSubcommand', (_, used) => {
    if (used === command) addCommonOptions(command);
  });
  if (help) command.addHelpText('after', `\n${help}`);
  return command.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2) as string[];
    const session = new Session(context, { ...root(command).opts(), ...command.opts() });
    try {
      await handler(session, command.opts(), ...args);
    } finally {
      await session.close();
    }
  });
}

type RequestOf<M extends CallMethod> = NonNullable<Parameters<Client[M]>[0]>;
type ResponseOf<M extends CallMethod> = Awaited<ReturnType<Client[M]>>;

/** A command that makes one call. */
export interface CallSpec<M extends CallMethod, Options extends object> extends CommandSpec {
  call: M;
  /** The request for the arguments and options. */
  request: (args: string[], options: Options, session: Session) => RequestOf<M> | Promise<RequestOf<M>>;
  /** What to confirm first, and what to type for it. */
  confirm?: (args: string[], options: Options) => readonly [act: string, name: string] | undefined;
  /** The output for people, instead of the response. */
  text?: (args: string[], response: ResponseOf<M>, options: Options) => string;
}

/** Adds a command that makes one call and prints its response. */
export function addCall<M extends CallMethod, Options extends object = object>(
  context: CliContext,
  parent: Command,
  { call, request, confirm, text, ...spec }: CallSpec<M, Options>,
): void {
  addCommand<Options>(context, parent, spec, async (session, options, ...args) => {
    const given = await request(args, options, session);
    const confirmed = confirm?.(args, options);
    if (confirmed) await session.confirm(...confirmed);
    await session.call(call, given, text && ((response) => text(args, response, options)));
  });
}

/** A command that only has subcommands. */
export const addGroup = (parent: Command, name: string, summary: string): Command =>
  parent.command(name).description(summary);

const root = (command: Command): Command => (command.parent ? root(command.parent) : command);

/** Adds the common options to a command. */
export function addCommonOptions(command: Command): Command {
  for (const known of commonOptions()) {
    if (!command.options.some(({ long }) => long === known.long)) command.addOption(known.hideHelp());
  }
  return command;
}

export const option = (flags: string, description: string): Option => new Option(flags, description);

export const required = (flags: string, description: string): Option =>
  new Option(flags, description).makeOptionMandatory();

/** An option that may be repeated. */
export const repeated = (flags: string, description: string): Option =>
  new Option(flags, `${description}; may be repeated`).argParser((value: string, before: string[] | undefined) => [
    ...(before ?? []),
    value,
  ]);

export const choice = (flags: string, description: string, values: readonly string[]): Option =>
  new Option(flags, description).choices(values);

export const keyOption = (): Option => required('-k, --key <KEY>', 'the key: its id, its ARN or alias/NAME');

export const outOption = (what: string): Option => option('-o, --out <FILE>', `file for ${what}; default: stdout`);

export const forceOption = (): Option => option('--force', 'replace the file if it exists');

export const encodingOption = (flags: string, description: string): Option =>
  choice(flags, description, encodings satisfies readonly Encoding[]);

/** The first entries of a list. */
export async function firstOf<Entry>(
  entries: AsyncIterable<Entry>,
  limit = Number.POSITIVE_INFINITY,
): Promise<Entry[]> {
  const found: Entry[] = [];
  if (limit < 1) return found;
  for await (const entry of entries) {
    found.push(entry);
    if (found.length >= limit) break;
  }
  return found;
}
