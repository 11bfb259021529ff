import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { pair } from '../io/option-values.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCall, addCommand, addGroup, firstOf } from './command.js';

const help = 'RESOURCE is key/<id>, alias/<name> or secret/<name>.';

export function register(program: Command, context: CliContext): void {
  const tag = addGroup(program, 'tag', catalog.tag.summary);

  addCall(context, tag, {
    usage: 'add <resource> <tag...>',
    summary: 'add tags to a key or secret, NAME=VALUE',
    help,
    call: 'tagResources',
    request: async ([resource = '', ...given], _options, session) => {
      const tags = given.flat().map((text) => pair('a tag', text));
      return { ...(await resourceOf(session, resource)), tag: tags.map(([key, value]) => ({ key, value })) };
    },
    text: ([resource]) => `Tagged ${resource}`,
  });

  addCall(context, tag, {
    usage: 'remove <resource> <name...>',
    summary: 'remove tags from a key or secret',
    help,
    call: 'untagResources',
    request: async ([resource = '', ...names], _options, session) => ({
      ...(await resourceOf(session, resource)),
      tagKey: names.flat(),
    }),
    text: ([resource, ...names]) => `Removed ${names.flat().join(', ')} from ${resource}`,
  });

  addCommand<object>(
    context,
    tag,
    { usage: 'list <resource>', summary: 'list the tags of a key or secret', help },
    async (session, _options, resource) => {
      const client = await session.client();
      const { resourceType, resourceId } = await resourceOf(session, resource);
      const found = await firstOf(client.taggedResources({ resourceType, resourceId }, await session.callOptions()));
      await session.print(found, {
        columns: [
          ['tag', ({ tagKey }) => tagKey],
          ['value', ({ tagValue }) => tagValue],
        ],
      });
    },
  );
}

/**
 * KMS tags keys by their id only, so an alias is resolved first.
 *
 * @throws CliError for anything other than `key/<id>`, `alias/<name>` or `secret/<name>`
 */
async function resourceOf(session: Session, text: string): Promise<{ resourceType: string; resourceId: string[] }> {
  const [, resourceType, id] = /^(key|secret)\/(.+)$/s.exec(text) ?? [];
  const alias = /^(?:key\/)?(alias\/.+)$/s.exec(text)?.[1];
  if (alias !== undefined) return { resourceType: 'key', resourceId: [await keyIdOf(session, alias)] };
  if (resourceType === undefined || id === undefined)
    throw usageError(`${text} is neither key/<id> nor alias/<name> nor secret/<name>`);
  return { resourceType, resourceId: [id] };
}

async function keyIdOf(session: Session, alias: string): Promise<string> {
  if (session.isDryRun) return `<id of ${alias}>`;
  const client = await session.client();
  return (await client.describeKey({ keyId: alias }, await session.callOptions())).keyMetadata.keyId;
}
