import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { withNewFiles, writeGivenFile } from '../io/files.js';
import { dateOf } from '../io/option-values.js';
import { newPassword } from './client-key-password.js';
import { addCommand, option, required } from './command.js';

interface CreateOptions {
  clientKey: string;
  passwordFile: string;
  since?: string;
  until?: string;
}

export function registerClientKeys(group: Command, context: CliContext): void {
  addCommand<CreateOptions>(
    context,
    group,
    {
      usage: 'create <access-point>',
      summary: 'make one, with a random password',
      options: [
        required('--client-key <FILE>', 'file for it; it must not be there yet'),
        required('--password-file <FILE>', 'file for its password; it must not be there yet'),
        option('--since <TIME>', 'start of its validity (default now)'),
        option('--until <TIME>', 'end of its validity (default five years later)'),
      ],
    },
    async (session, { clientKey, passwordFile, since, until }, aapName) => {
      const password = newPassword();
      const dates = { notBefore: dateOf('--since', since), notAfter: dateOf('--until', until) };
      const client = await session.client();
      if (await session.showsCalls(['createClientKey', { aapName, password, ...dates }])) return;
      const call = await session.callOptions();
      const made = await withNewFiles([clientKey, passwordFile], async () => {
        const { privateKeyData, ...facts } = await client.createClientKey({ aapName, password, ...dates }, call);
        const content = JSON.stringify({ KeyId: facts.clientKeyId, PrivateKeyData: privateKeyData });
        await writeGivenFile(clientKey, Buffer.from(content));
        await writeGivenFile(passwordFile, Buffer.from(`${password}\n`));
        return facts;
      });
      const text = `client key ${made.clientKeyId} is in ${clientKey}, good until ${made.notAfter.toISOString()}`;
      await session.print({ ...made, clientKeyFile: clientKey, passwordFile }, { text });
    },
  );

  addCommand<{ accessPoint?: string }>(
    context,
    group,
    { usage: 'list', summary: 'all of them', options: [option('--access-point <NAME>', 'only those of this one')] },
    async (session, { accessPoint: aapName }) => {
      const client = await session.client();
      const { clientKeys } = await client.listClientKeys({ aapName }, await session.callOptions());
      await session.print(clientKeys, {
        columns: [
          ['client key', ({ clientKeyId }) => clientKeyId],
          ['access point', (entry) => entry.aapName],
          ['since', ({ notBefore }) => notBefore],
          ['until', ({ notAfter }) => notAfter],
        ],
      });
    },
  );

  addCommand<object>(
    context,
    group,
    { usage: 'describe <client-key>', summary: 'all about it' },
    async (session, _options, clientKeyId) => {
      const client = await session.client();
      await session.print(await client.getClientKey({ clientKeyId }, await session.callOptions()));
    },
  );

  addCommand<object>(
    context,
    group,
    { usage: 'delete <client-key>', summary: 'nobody can use it any more' },
    async (session, _options, clientKeyId) => {
      await session.confirm(`delete client key ${clientKeyId}, and stop whoever uses it`, clientKeyId);
      const client = await session.client();
      const answer = await client.deleteClientKey({ clientKeyId }, await session.callOptions());
      await session.print(answer, { text: `${clientKeyId} is gone` });
    },
  );
}
