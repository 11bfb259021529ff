import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { catalog } from './catalog.js';
import { addCommand } from './command.js';
import { completionScripts } from './completion-scripts.js';

const help = `  bash:  source <(kms completion bash)          in ~/.bashrc
  zsh:   source <(kms completion zsh)           in ~/.zshrc, after compinit
  fish:  kms completion fish > ~/.config/fish/completions/kms.fish`;

export function register(program: Command, context: CliContext): void {
  addCommand<object>(context, program, { ...catalog.completion, help }, async (session, _options, shell) => {
    const script = Object.hasOwn(completionScripts, shell) ? completionScripts[shell] : undefined;
    if (script === undefined)
      throw usageError(`there is completion for ${Object.keys(completionScripts).join(', ')}, not for ${shell}`);
    session.context.stdout.write(script);
  });

  program
    .command('__complete [words...]', { hidden: true })
    .allowUnknownOption()
    .passThroughOptions()
    .helpOption(false)
    .action(async (words: string[]) => {
      const { complete } = await import('./complete.js');
      const found = await complete(program, words, context);
      context.stdout.write(found.map((line) => `${line}\n`).join(''));
    });
}
