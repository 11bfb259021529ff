import type { Command } from 'commander';
import { profileNames } from '../config/profiles.js';
import { profileInWords, shownSettings } from '../config/show-settings.js';
import type { CliContext } from '../context.js';
import { catalog } from './catalog.js';
import { addCommand, addGroup } from './command.js';

export function register(program: Command, context: CliContext): void {
  const config = addGroup(program, 'config', catalog.config.summary);

  addCommand(
    context,
    config,
    {
      usage: 'show',
      summary: 'show the settings of this command, and where each comes from',
      help: 'Secrets are hidden. --verbose shows the same with any command; kms doctor tries whether they work.',
    },
    async (session) => {
      const settings = shownSettings(await session.settings());
      if (!(await session.isStructured())) session.line(profileInWords(await session.profile()));
      await session.print(settings, {
        columns: [
          ['SETTING', ({ setting }) => setting],
          ['VALUE', ({ value }) => value],
          ['FROM', ({ source }) => source],
        ],
      });
    },
  );

  addCommand(
    context,
    config,
    { usage: 'profiles', summary: 'list the profiles of the configuration file' },
    async (session) => {
      const names = await profileNames(session.context.env);
      await session.print(
        names.map((name) => ({ name })),
        { text: names.join('\n') },
      );
    },
  );
}
