import type { Command } from 'commander';
import type { CliContext } from '../context.js';
import { describeKey, type ResolvedKey } from '../data/keys.js';
import { checkPath, refused } from '../failures.js';
import { isKeyArn } from '../key-arn.js';
import type { FormerKey } from '../reencrypt/find-stale.js';
import { reEncryptTree, type TreeResult } from '../reencrypt/re-encrypt-tree.js';
import type { Session } from '../session.js';
import { catalog } from './catalog.js';
import { addCommand, option, repeated } from './command.js';
import { contextOf } from './encrypt.js';

interface Options {
  key: string[];
  from?: string[];
  context?: string[];
  aad?: string;
  allowUnauthenticated?: boolean;
  allowLegacy?: boolean;
}

const help = `Messages of every format, and ciphertexts of KMS, get under the keys of -k and their current versions: after a rotation,
or to move to another key. What was encrypted stays as it is; only the data key in the header is encrypted anew, so a
file of any size costs two calls. Each file is replaced as a whole, and what is no message is left alone.
What is under the keys already is only looked at: after an interruption, start it again.

  kms reencrypt backups -k alias/backup --dry-run
  kms reencrypt backups -k alias/new --from alias/old`;

export function register(program: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    program,
    {
      ...catalog.reencrypt,
      options: [
        repeated('-k, --key <KEY>', 'the key: its id, its ARN or alias/NAME').makeOptionMandatory(),
        repeated('--from <KEY>', 'only messages under this key'),
        repeated('--context <NAME=VALUE>', 'encryption context of all of them (default: the one in each message)'),
        option('--aad <TEXT>', 'aad of ciphertexts of an instance'),
        option('--allow-unauthenticated', 're-encrypt CBC and CTR too'),
        option('--allow-legacy', 're-encrypt messages of the Encryption SDK for Java before 1.0.7'),
        option('--dry-run', 'list the files that would be re-encrypted; only looks up the keys'),
      ],
      help,
    },
    async (session, options, dir) => {
      checkPath('the folder', dir);
      const targets = await Promise.all(options.key.map((key) => currentKey(session, key)));
      const from = options.from && (await Promise.all(options.from.map((key) => formerKey(session, key))));
      const { aad, allowUnauthenticated, allowLegacy } = options;
      const plan = { targets, from, context: contextOf(options.context), aad, allowUnauthenticated, allowLegacy };
      const result = await reEncryptTree(session, dir, plan);
      await report(session, result, targets);
      if (result.failed.length > 0) throw refused();
    },
  );
}

/** With only a client key the current version is unknown: any version of the key counts then. */
async function currentKey(session: Session, key: string): Promise<ResolvedKey> {
  const { region, endpoint } = await session.settings();
  if (!isKeyArn(key) || region !== undefined || endpoint !== undefined) return describeKey(session, key);
  session.note(
    `${key}: its current version is not known with a client key alone; what is under the key stays as it is`,
  );
  return { arn: key };
}

async function formerKey(session: Session, key: string): Promise<FormerKey> {
  const { arn } = await currentKey(session, key);
  const client = await session.liveClient();
  const { region, endpoint } = await session.settings();
  if (region === undefined && endpoint === undefined) return { arn, keyVersionIds: [] };
  const keyVersionIds: string[] = [];
  for await (const version of client.keyVersions({ keyId: arn })) keyVersionIds.push(version.keyVersionId);
  return { arn, keyVersionIds };
}

async function report(session: Session, result: TreeResult, targets: readonly ResolvedKey[]): Promise<void> {
  const { reEncrypted, current, leftAlone, failed } = result;
  const { isDryRun } = session;
  const permissions = isDryRun ? await permissionsFor(session, result, targets) : {};
  const text = [
    ...(isDryRun ? ['Dry run: nothing was changed.', ...reEncrypted.map((path) => `would re-encrypt  ${path}`)] : []),
    ...leftAlone.map(({ path, reason }) => `left alone  ${path}: ${reason}`),
    ...failed.map(({ path, reason }) => `failed  ${path}: ${reason}`),
    `${reEncrypted.length} ${isDryRun ? 'to re-encrypt' : 're-encrypted'}, ${current} current already, ` +
      `${leftAlone.length} left alone, ${failed.length} failed`,
    ...(isDryRun ? [`What must be allowed:\n${JSON.stringify(permissions, null, 2)}`] : []),
  ].join('\n');
  await session.print({ dryRun: isDryRun, reEncrypted, current, leftAlone, failed, ...permissions }, { text });
}

/** The calls of all files, without duplicates. */
async function permissionsFor(
  session: Session,
  { reEncrypted, sourceKeys, hasCiphertexts }: TreeResult,
  targets: readonly ResolvedKey[],
) {
  if (reEncrypted.length === 0) return {};
  const ciphertextBlob = Buffer.alloc(76, 'x');
  const usesClientKey = await session.usesClientKey();
  const named = (keyId: string) => (usesClientKey ? { keyId, iv: Buffer.alloc(12) } : {});
  return session.permissionsFor([
    ...targets.map(({ arn }) => ['describeKey', { keyId: arn }, arn] as const),
    ...[...sourceKeys].map((arn) => ['decrypt', { ...named(arn), ciphertextBlob }, arn] as const),
    ...targets.map(({ arn }) => ['encrypt', { keyId: arn, plaintext: ciphertextBlob }, arn] as const),
    ...(hasCiphertexts
      ? targets.map(({ arn }) => ['reEncrypt', { ciphertextBlob, destinationKeyId: arn }] as const)
      : []),
  ]);
}
