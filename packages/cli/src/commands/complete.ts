import type { Command, Option } from 'commander';
import { profileNames } from '../config/profiles.js';
import { settings } from '../config/settings.js';
import type { CliContext } from '../context.js';
import { Session } from '../session.js';
import { addCommonOptions } from './command.js';
import { completionScripts } from './completion-scripts.js';

/** Users do not wait longer for names after pressing a key. */
const namesTimeoutSeconds = '2';
const namesMax = 100;

/**
 * Completes a command line.
 *
 * @param words without `kms`; the last one is incomplete
 * @returns matching words, each with a tab and a description if known
 */
export async function complete(program: Command, words: readonly string[], context: CliContext): Promise<string[]> {
  const typed = words.at(-1) ?? '';
  const { command, args, last } = follow(program, words.slice(0, -1));
  if (last?.required) return startingWith(typed, await valuesOf(last, context));
  if (typed.startsWith('-')) {
    const options = command.options.map((option) => `${option.long}\t${option.description}`);
    return startingWith(typed, [...options, '--help\tshow help']);
  }
  if (command.commands.length > 0) {
    const visible = command
      .createHelp()
      .visibleCommands(command)
      .filter((inner) => inner.name() !== 'help');
    return startingWith(
      typed,
      visible.map((inner) => `${inner.name()}\t${inner.description()}`),
    );
  }
  return startingWith(typed, await argumentsOf(command, args.length, context));
}

const startingWith = (typed: string, words: readonly string[]): string[] =>
  words.filter((word) => word.startsWith(typed));

/** Parses words: the command, its arguments, and an option that still needs its value. */
function follow(program: Command, words: readonly string[]): { command: Command; args: string[]; last?: Option } {
  let command = program;
  let last: Option | undefined;
  const args: string[] = [];
  for (const word of words) {
    if (last?.required) {
      last = undefined;
      continue;
    }
    const inner = command.commands.find((candidate) => candidate.name() === word);
    if (word.startsWith('-')) last = word.includes('=') ? undefined : optionOf(command, word);
    else if (inner) command = inner.commands.length === 0 ? addCommonOptions(inner) : inner;
    else args.push(word);
  }
  return { command, args, last };
}

const optionOf = (command: Command, word: string): Option | undefined =>
  command.options.find(({ long, short }) => long === word || short === word);

async function valuesOf(option: Option, context: CliContext): Promise<string[]> {
  if (option.argChoices) return option.argChoices;
  if (option.long === '--key') return aliasNames(context);
  if (option.long === '--profile') return profileNames(context.env).catch(() => []);
  const setting = settings.find(({ flag }) => `--${flag}` === option.long);
  return setting && 'values' in setting ? [...setting.values] : [];
}

async function argumentsOf(command: Command, index: number, context: CliContext): Promise<string[]> {
  const argument = command.registeredArguments[Math.min(index, command.registeredArguments.length - 1)];
  switch (index < command.registeredArguments.length || argument?.variadic ? argument?.name() : undefined) {
    case 'key':
      return aliasNames(context);
    case 'alias':
      return command.name() === 'create' ? [] : aliasNames(context);
    case 'secret':
      return names(context, async (session) => {
        const { secretList } = await (await session.client()).listSecrets(
          { pageSize: namesMax },
          await session.callOptions(),
        );
        return secretList.map(({ secretName }) => secretName);
      });
    case 'shell':
      return Object.keys(completionScripts);
    case 'action': {
      const { apiNames } = await import('alibabacloud-kms-sdk');
      return [...apiNames];
    }
    default:
      return [];
  }
}

const aliasNames = (context: CliContext): Promise<string[]> =>
  names(context, async (session) => {
    const { aliases } = await (await session.client()).listAliases({ pageSize: namesMax }, await session.callOptions());
    return aliases.map(({ aliasName }) => aliasName);
  });

/** Empty on failure: completion is no place for errors. */
async function names(context: CliContext, list: (session: Session) => Promise<string[]>): Promise<string[]> {
  const session = new Session(context, { timeout: namesTimeoutSeconds });
  try {
    return await list(session);
  } catch {
    return [];
  } finally {
    await session.close();
  }
}
