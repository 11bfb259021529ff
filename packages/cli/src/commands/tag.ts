import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { pair } from '../io/option-values.js';
import { addCall, addCommand, addGroup, firstOf } from './command.js';

const help = 'RESOURCE is key/<id> or secret/<name>.';

export function register(program: Command, context: CliContext): void {
  const tag = addGroup(program, 'tag', 'manage tags of keys and secrets: add, remove, list');

  addCall(context, tag, {
    usage: 'add <resource> <tag...>',
    summary: 'add tags to a key or secret, NAME=VALUE',
    help,
    call: 'tagResources',
    request: ([resource = '', ...given]) => {
      const tags = given.flat().map((text) => pair('a tag', text));
      return { ...resourceOf(resource), tag: tags.map(([key, value]) => ({ key, value })) };
    },
    text: ([resource]) => `Tagged ${resource}`,
  });

  addCall(context, tag, {
    usage: 'remove <resource> <name...>',
    summary: 'remove tags from a key or secret',
    help,
    call: 'untagResources',
    request: ([resource = '', ...names]) => ({ ...resourceOf(resource), tagKey: names.flat() }),
    text: ([resource, ...names]) => `Removed ${names.flat().join(', ')} from ${resource}`,
  });

  addCommand<object>(
    context,
    tag,
    { usage: 'list <resource>', summary: 'list the tags of a key or secret', help },
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

/** @throws CliError for anything other than `key/<id>` or `secret/<name>` */
function resourceOf(text: string): { resourceType: string; resourceId: string[] } {
  const [, resourceType, id] = /^(key|secret)\/(.+)$/s.exec(text) ?? [];
  if (resourceType === undefined || id === undefined) throw usageError(`${text} is neither key/<id> nor secret/<name>`);
  return { resourceType, resourceId: [id] };
}
