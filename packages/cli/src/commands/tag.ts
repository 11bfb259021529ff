import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { pair } from '../io/option-values.js';
import { addCommand, addGroup, firstOf } from './command.js';

const help = 'RESOURCE is key/<id> or secret/<name>.';

export function register(program: Command, context: CliContext): void {
  const tag = addGroup(program, 'tag', 'tags of keys and secrets: add, remove, list');

  addCommand<object>(
    context,
    tag,
    { usage: 'add <resource> <tag...>', summary: 'tag it, NAME=VALUE', help },
    async (session, _options, resource, ...given) => {
      const tags = given.flat().map((text) => pair('a tag', text));
      const request = { ...resourceOf(resource), tag: tags.map(([key, value]) => ({ key, value })) };
      const client = await session.client();
      const answer = await client.tagResources(request, await session.callOptions());
      await session.print(answer, { text: `${resource} is tagged` });
    },
  );

  addCommand<object>(
    context,
    tag,
    { usage: 'remove <resource> <name...>', summary: 'take tags away', help },
    async (session, _options, resource, ...names) => {
      const client = await session.client();
      const answer = await client.untagResources(
        { ...resourceOf(resource), tagKey: names.flat() },
        await session.callOptions(),
      );
      await session.print(answer, { text: `${names.flat().join(', ')} taken from ${resource}` });
    },
  );

  addCommand<object>(
    context,
    tag,
    { usage: 'list <resource>', summary: 'its tags', help },
    async (session, _options, resource) => {
      const client = await session.client();
      const found = await firstOf(client.taggedResources(resourceOf(resource), await session.callOptions()));
      await session.print(found, {
        columns: [
          ['tag', ({ tagKey }) => tagKey],
          ['value', ({ tagValue }) => tagValue],
        ],
      });
    },
  );
}

/** @throws CliError for what is neither `key/<id>` nor `secret/<name>` */
function resourceOf(text: string): { resourceType: string; resourceId: string[] } {
  const [, resourceType, id] = /^(key|secret)\/(.+)$/s.exec(text) ?? [];
  if (resourceType === undefined || id === undefined) throw usageError(`${text} is neither key/<id> nor secret/<name>`);
  return { resourceType, resourceId: [id] };
}
