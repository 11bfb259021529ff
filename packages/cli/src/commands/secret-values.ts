import type { Client, OperationOptions } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { usageError } from '../failures.js';
import { askHidden } from '../io/ask.js';
import { readInput } from '../io/files.js';
import { tagsOf, wholeNumber } from '../io/option-values.js';
import type { Session } from '../session.js';
import { addCommand, option, outOption, repeated } from './command.js';
import { resourceInstance } from './resource-instance.js';

interface PutOptions {
  versionId?: string;
  stage?: string[];
  binary?: boolean;
  key?: string;
  instance?: string;
  description?: string;
  type?: string;
  tag?: string[];
}

const getHelp = `  kms secret get app/db --show                  on a terminal
  kms secret get app/db | psql …                to a program
  kms secret get app/db --output json           with all that is known about it`;

const putHelp = `  kms secret put app/db < password.txt          from a file; the line break at its end is part of it
  kms secret put app/db                         typed, not shown
The secret is made when it is not there yet; --key, --instance, --description, --type and --tag are for that.`;

export function registerSecretValues(secret: Command, context: CliContext): void {
  addCommand<{ versionId?: string; stage?: string; out?: string }>(
    context,
    secret,
    {
      usage: 'get <secret>',
      summary: 'its value',
      options: [
        option('--version-id <ID>', 'of this version'),
        option('--stage <LABEL>', 'of the version with this stage label (default ACSCurrent)'),
        outOption('the value; it must not be there yet'),
      ],
      help: getHelp,
    },
    async (session, { versionId, stage: versionStage, out }, secretName) => {
      session.mayGoOut('the secret', out);
      const client = await session.client();
      const answer = await client.getSecretValue({ secretName, versionId, versionStage }, await session.callOptions());
      if (await session.isStructured()) {
        const { secretBytes: _, ...shown } = answer;
        return session.print(shown);
      }
      await session.writeBytes(answer.secretBytes, { file: out, secret: true });
    },
  );

  addCommand<PutOptions>(
    context,
    secret,
    {
      usage: 'put <secret> [file]',
      summary: 'give it a new value from a file or stdin, or make it',
      options: [
        option('--version-id <ID>', 'id of the new version (default random)'),
        repeated('--stage <LABEL>', 'stage label of the new version (default ACSCurrent)'),
        option('--binary', 'the value is bytes; default when it is no UTF-8'),
        option('-k, --key <KEY>', 'key that encrypts it'),
        option('--instance <ID>', 'KMS instance that it is in; default: the one that is configured'),
        option('--description <TEXT>', 'what it is for'),
        option('--type <TYPE>', 'Generic (default), Rds, Redis, RAMCredentials, ECS, PolarDB'),
        repeated('--tag <NAME=VALUE>', 'tag that it gets'),
      ],
      help: putHelp,
    },
    async (session, options, secretName, file) => {
      const secretData = await secretInput(session, options.binary === true, file);
      const { versionId = crypto.randomUUID(), stage } = options;
      const call = await session.callOptions();
      const client = await session.client();
      const value = { secretName, secretData, versionId };
      const version = { ...value, ...(stage && { versionStages: stage }) };
      const fields = await createFields(session, options);
      const canBeMade = fields.dkmsInstanceId === undefined || fields.encryptionKeyId !== undefined;
      const toMakeIt = `to make it in ${fields.dkmsInstanceId}, say --key: the key that encrypts it`;
      if (session.isDryRun) {
        const create = ['createSecret', { ...value, ...fields }] as const;
        session.note(`If ${secretName} is not there yet: ${canBeMade ? 'CreateSecret comes next' : toMakeIt}.`);
        await session.showsCalls(['putSecretValue', version, fields.encryptionKeyId], ...(canBeMade ? [create] : []));
        return;
      }
      if (await putVersion(client, version, call)) {
        return session.print({ secretName, versionId }, { text: `${secretName} has the version ${versionId}` });
      }
      if (!canBeMade) throw usageError(`${secretName} is not there yet; ${toMakeIt}`);
      const answer = await client.createSecret({ ...value, ...fields }, call);
      await session.print(answer, { text: `${secretName} is made, with the version ${versionId}` });
    },
  );

  addCommand<{ length?: string; without?: string }>(
    context,
    secret,
    {
      usage: 'password',
      summary: 'a random password; nothing is kept of it',
      options: [option('--length <N>', '8 to 128 (default 32)'), option('--without <CHARACTERS>', 'leave these out')],
    },
    async (session, { length, without: excludeCharacters }) => {
      session.mayGoOut('the password');
      const client = await session.client();
      const request = { passwordLength: wholeNumber('--length', length), excludeCharacters };
      const answer = await client.getRandomPassword(request, await session.callOptions());
      await session.print(answer, { text: answer.randomPassword });
    },
  );
}

/** False: there is no such secret. */
async function putVersion(
  client: Client,
  request: Parameters<Client['putSecretValue']>[0],
  call: OperationOptions,
): Promise<boolean> {
  try {
    await client.putSecretValue(request, call);
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'Forbidden.ResourceNotFound') return false;
    throw error;
  }
}

async function createFields(session: Session, { key, instance, description, type, tag }: PutOptions) {
  return {
    encryptionKeyId: key,
    dkmsInstanceId: await resourceInstance(session, instance),
    description,
    secretType: type,
    tags: tagsOf(tag),
  };
}

/** Text when it can be: the console shows it then. */
async function secretInput(
  session: Session,
  isBinary: boolean,
  file: string | undefined,
): Promise<string | Uint8Array> {
  const { context } = session;
  if (file === undefined && context.isTerminal.stdin) {
    const typed = await askHidden(context, 'Value: ');
    if (typed === '') throw usageError('there is no value: nothing was typed');
    if ((await askHidden(context, 'Again: ')) !== typed) throw usageError('these are not the same: nothing was done');
    return typed;
  }
  const bytes = await readInput(context, file, '');
  if (bytes.length === 0) throw usageError('there is no value: the input is empty');
  if (isBinary) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
