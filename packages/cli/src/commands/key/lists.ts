import type { Client, Filter, KeyEntry, OperationOptions } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { pair, wholeNumber } from '../../io/option-values.js';
import { addCommand, firstOf, option, repeated } from '../command.js';

interface ListOptions {
  filter?: string[];
  limit?: string;
  details?: boolean;
}

export function registerKeyLists(key: Command, context: CliContext): void {
  addCommand<ListOptions>(
    context,
    key,
    {
      usage: 'list',
      summary: 'list the keys of the region',
      options: [
        repeated(
          '--filter <NAME=VALUE,VALUE>',
          'only matching keys, e.g. KeyState=Enabled or KeySpec=RSA_2048,RSA_4096',
        ),
        option('--limit <N>', 'at most this many'),
        option('--details', 'show state, spec and usage too: one more call for each key'),
      ],
    },
    async (session, { filter, limit, details }) => {
      const client = await session.client();
      const call = await session.callOptions();
      const most = wholeNumber('--limit', limit);
      const wanted = { filters: filtersOf(filter), pageSize: 100 };
      if (!details && (await session.showsCalls(['listKeys', wanted], ['listAliases', { pageSize: 100 }]))) return;
      const keys = await firstOf(client.keys(wanted, call), most);
      if (!details) {
        const aliasNames = await aliasesByKey(client, call);
        const named = keys.map((entry) => ({ ...entry, aliasNames: aliasNames.get(entry.keyId) ?? [] }));
        return session.print(named, {
          columns: [
            ['key', ({ keyId }) => keyId],
            ['aliases', ({ aliasNames: names }) => names.join(', ')],
            ['arn', ({ keyArn }) => keyArn],
          ],
        });
      }
      const described = await describeAll(client, keys, call);
      await session.print(described, {
        columns: [
          ['key', ({ keyId }) => keyId],
          ['state', ({ keyState }) => keyState],
          ['spec', ({ keySpec }) => keySpec],
          ['usage', ({ keyUsage }) => keyUsage],
          ['description', ({ description }) => description],
        ],
      });
    },
  );

  addCommand<object>(
    context,
    key,
    { usage: 'describe <key>', summary: 'show everything about a key but its material' },
    async (session, _options, keyId) => {
      const client = await session.client();
      await session.print((await client.describeKey({ keyId }, await session.callOptions())).keyMetadata);
    },
  );

  addCommand<object>(
    context,
    key,
    { usage: 'versions <key>', summary: 'list the versions of a key' },
    async (session, _options, keyId) => {
      const client = await session.client();
      const versions = await firstOf(client.keyVersions({ keyId, pageSize: 100 }, await session.callOptions()));
      await session.print(versions, {
        columns: [
          ['version', ({ keyVersionId }) => keyVersionId],
          ['created', ({ creationDate }) => creationDate],
        ],
      });
    },
  );
}

/** `KeyState=Enabled,Disabled` */
export const filtersOf = (texts: readonly string[] | undefined): Filter[] | undefined =>
  texts?.map((text) => {
    const [key, values] = pair('--filter', text);
    return { key, values: values.split(',') };
  });

/** Empty for a caller that may list keys, but not aliases. */
async function aliasesByKey(client: Client, call: OperationOptions): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  try {
    for await (const { keyId, aliasName } of client.aliases({ pageSize: 100 }, call)) {
      found.set(keyId, [...(found.get(keyId) ?? []), aliasName]);
    }
  } catch (error) {
    if (!/^Forbidden\b/.test(String((error as { code?: unknown }).code))) throw error;
  }
  return found;
}

const atOnce = 8;

async function describeAll(client: Client, keys: readonly KeyEntry[], call: OperationOptions) {
  const left = [...keys.entries()];
  const described: Awaited<ReturnType<Client['describeKey']>>['keyMetadata'][] = [];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, { keyId }] = next;
      described[index] = (await client.describeKey({ keyId }, call)).keyMetadata;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return described;
}
