import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { withNewFiles, writeGivenFile } from '../../io/files.js';
import { dateOf } from '../../io/option-values.js';
import { addCall, addCommand, option, required } from '../command.js';
import { newPassword } from './create.js';

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
      summary: 'create a client key, with a random password',
      options: [
        required('--client-key <FILE>', 'file for the client key; it must not exist yet'),
        required('--password-file <FILE>', 'file for its password; it must not exist yet'),
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
      const text = `Created client key ${made.clientKeyId} in ${clientKey}, valid until ${made.notAfter.toISOString()}`;
      await session.print({ ...made, clientKeyFile: clientKey, passwordFile }, { text });
    },
  );

  addCommand<{ accessPoint?: string }>(
    context,
    group,
    {
      usage: 'list',
      summary: 'list client keys',
      options: [option('--access-point <NAME>', 'only those of this access point')],
    },
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

  addCall(context, group, {
    usage: 'describe <client-key>',
    summary: 'show a client key',
    call: 'getClientKey',
    request: ([clientKeyId = '']) => ({ clientKeyId }),
  });

  addCall(context, group, {
    usage: 'delete <client-key>',
    summary: 'delete a client key: nobody can use it any more',
    call: 'deleteClientKey',
    request: ([clientKeyId = '']) => ({ clientKeyId }),
    confirm: ([clientKeyId = '']) => [`delete client key ${clientKeyId}, and stop whoever uses it`, clientKeyId],
    text: ([clientKeyId]) => `Deleted client key ${clientKeyId}`,
  });
}
