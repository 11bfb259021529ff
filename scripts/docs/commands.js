// The commands of `kms`, from the program itself.
import { code, plain, tableOf } from './markdown.js';

/** @param {{ program: import('commander').Command }} facts @param {(text: string) => string} say */
export const commands = ({ program }, say) =>
  program.commands
    .filter(isShown)
    .map((command) => describe(command, ['kms'], say))
    .join('\n\n');

/** What every command takes. */
export const commonOptions = ({ program, settings }, say) => {
  // The table of settings has the others.
  const flags = new Set(settings.settings.map(({ flag }) => `--${flag}`));
  return optionTable(
    program.options.filter(({ long }) => !flags.has(long)),
    say,
  );
};

const isShown = (command) => !command.name().startsWith('_');

function describe(command, parents, say) {
  const path = [...parents, command.name()];
  const others = command.commands.filter(isShown);
  const options = command.options.filter((option) => !option.hidden);
  const usage = [...path, ...command.registeredArguments.map(argument), ...(options.length > 0 ? ['[options]'] : [])];
  const isGroup = others.length > 0 && options.length === 0;
  const parts = [
    `${'#'.repeat(path.length + 1)} ${path.join(' ')}`,
    `${sentence(say(command.description()))}`,
    ...(isGroup ? [] : [code(usage.join(' '))]),
    ...(options.length > 0 ? [optionTable(options, say)] : []),
    ...others.map((other) => describe(other, path, say)),
  ];
  return parts.join('\n\n');
}

const argument = (known) => {
  const name = `${known.name()}${known.variadic ? '...' : ''}`;
  return known.required ? `<${name}>` : `[${name}]`;
};

const optionTable = (options, say) =>
  tableOf(
    [say('option'), say('meaning')],
    options.map(({ flags, description, argChoices, mandatory }) => {
      const choices = argChoices && !argChoices.every((choice) => description.includes(choice));
      const notes = [...(mandatory ? [say('required')] : []), ...(choices ? [argChoices.map(code).join(', ')] : [])];
      return [code(flags), `${plain(say(description))}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`];
    }),
  );

const sentence = (text) => {
  const first = plain(text[0].toUpperCase() + text.slice(1));
  return /[.。…]$/.test(first) ? first : `${first}${/[\u4e00-\u9fff]/.test(first) ? '。' : '.'}`;
};
