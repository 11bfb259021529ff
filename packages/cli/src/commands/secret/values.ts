import type { Client, OperationOptions } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { usageError } from '../../failures.js';
import { askHidden } from '../../io/ask.js';
import { readInput } from '../../io/files.js';
import { tagsOf, wholeNumber } from '../../io/option-values.js';
import type { Session } from '../../session.js';
import { addCommand, option, outOption, repeated } from '../command.js';
import { resourceInstance } from '../resource-instance.js';

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
  kms secret get app/db --output json           with everything about it`;

const putHelp = `  kms secret put app/db < password.txt          from a file; the line break at its end is part of it
  kms secret put app/db                         typed, not shown
If there is no such secret, it is created; --key, --instance, --description, --type and --tag are for that.`;

export function registerSecretValues(secret: Command, context: CliContext): void {
  addCommand<{ versionId?: string; stage?: string; out?: string }>(
    context,
    secret,
    {
      usage: 'get <secret>',
      summary: 'get the value of a secret',
      options: [
        option('--version-id <ID>', 'get this version'),
        option('--stage <LABEL>', 'get the version with this stage label (default ACSCurrent)'),
        outOption('the value; it must not exist yet'),
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
      summary: 'store a new value from a file or stdin; create the secret if there is none',
      options: [
        option('--version-id <ID>', 'id of the new version (default random)'),
        repeated('--stage <LABEL>', 'stage label of the new version (default ACSCurrent)'),
        option('--binary', 'store the value as bytes; default if it is not UTF-8'),
        option('-k, --key <KEY>', 'key that encrypts the secret'),
        option('--instance <ID>', 'KMS instance of the secret; default: the one that is configured'),
        option('--description <TEXT>', 'what the secret is for'),
        option('--type <TYPE>', 'Generic (default), Rds, Redis, RAMCredentials, ECS, PolarDB'),
        repeated('--tag <NAME=VALUE>', 'tag of the secret'),
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
      const toMakeIt = `to create it in ${fields.dkmsInstanceId}, give --key: the key that encrypts it`;
      if (session.isDryRun) {
        const create = ['createSecret', { ...value, ...fields }] as const;
        session.note(`If there is no secret ${secretName}: ${canBeMade ? 'CreateSecret comes next' : toMakeIt}.`);
        await session.showsCalls(['putSecretValue', version, fields.encryptionKeyId], ...(canBeMade ? [create] : []));
        return;
      }
      if (await putVersion(client, version, call)) {
        return session.print({ secretName, versionId }, { text: `Stored version ${versionId} of ${secretName}` });
      }
      if (!canBeMade) throw usageError(`there is no secret ${secretName}; ${toMakeIt}`);
      const answer = await client.createSecret({ ...value, ...fields }, call);
      await session.print(answer, { text: `Created ${secretName} with version ${versionId}` });
    },
  );

  addCommand<{ length?: string; without?: string }>(
    context,
    secret,
    {
      usage: 'password',
      summary: 'generate a random password; it is not stored',
      options: [
        option('--length <N>', 'length of the password, 8 to 128 (default 32)'),
        option('--without <CHARACTERS>', 'characters to leave out'),
      ],
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

/** False: the secret does not exist. */
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

/** Text if possible, because the console can show it then. */
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
