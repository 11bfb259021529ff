import type { Client, CreateKeyRequest, KeyMetadata, OperationOptions } from 'alibabacloud-kms-sdk';
import { type Command, Option } from 'commander';
import type { CliContext } from '../../context.js';
import { refused, usageError } from '../../failures.js';
import { keySpecNames } from '../../generated/key-spec-names.js';
import { decode, type Encoding } from '../../io/encodings.js';
import { readGivenFile, readInput } from '../../io/files.js';
import { dateOf, tagsOf } from '../../io/option-values.js';
import { addCommand, encodingOption, option, repeated } from '../command.js';
import { resourceInstance } from '../resource-instance.js';

interface CreateOptions {
  spec?: string;
  usage?: string;
  alias?: string;
  description?: string;
  instance?: string | false;
  external?: boolean;
  hsm?: boolean;
  rotateEvery?: string;
  policy?: string;
  tag?: string[];
}

const [defaultSpec, ...otherSpecs] = keySpecNames;
const createHelp = `Specs: ${defaultSpec} (default), ${otherSpecs.slice(0, 7).join(', ')},
${otherSpecs.slice(7).join(', ')}.

  kms key create --alias alias/app
  kms key create --spec RSA_2048 --usage SIGN/VERIFY --alias alias/signer`;

export function registerKeyCreate(key: Command, context: CliContext): void {
  addCommand<CreateOptions>(
    context,
    key,
    {
      usage: 'create',
      summary: 'create a key',
      options: [
        option('--spec <SPEC>', 'kind of key (default Aliyun_AES_256)'),
        option('--usage <USAGE>', 'ENCRYPT/DECRYPT, SIGN/VERIFY or GENERATE/VERIFY_MAC; default: what the spec is for'),
        option('--alias <ALIAS>', 'alias of the key, alias/…'),
        option('--description <TEXT>', 'what the key is for'),
        option('--instance <ID>', 'KMS instance of the key; default: the one that is configured'),
        new Option('--no-instance', 'in no instance: the key is served by the public gateway only'),
        option('--external', 'without material: import it with kms key import'),
        option('--hsm', 'keep the key in a hardware security module'),
        option('--rotate-every <INTERVAL>', 'rotate the key automatically, e.g. 90d'),
        option('--policy <FILE>', 'JSON file with the key policy'),
        repeated('--tag <NAME=VALUE>', 'tag of the key'),
      ],
      help: createHelp,
    },
    async (session, options) => {
      const { alias: aliasName } = options;
      if (aliasName !== undefined && !/^alias\/./.test(aliasName)) {
        throw usageError(`--alias must begin with alias/, as in alias/${aliasName}`);
      }
      const request = await createRequest(options, await resourceInstance(session, options.instance));
      const client = await session.client();
      if (aliasName !== undefined) {
        const calls = [
          ['createKey', request] as const,
          ['createAlias', { keyId: '<KeyId of CreateKey>', aliasName }] as const,
        ];
        if (await session.showsCalls(...calls)) return;
      }
      const call = await session.callOptions();
      if (aliasName !== undefined) await checkAliasIsFree(client, aliasName, call);
      const { keyMetadata } = await client.createKey(request, call);
      if (aliasName !== undefined) await nameKey(client, keyMetadata, aliasName, call);
      const { keyId, keyState, keySpec } = keyMetadata;
      const text = [keyId, keyState, keySpec, aliasName].filter(Boolean).join('  ');
      await session.print({ ...keyMetadata, ...(aliasName && { aliasName }) }, { text });
    },
  );
}

async function createRequest(options: CreateOptions, dkmsInstanceId: string | undefined): Promise<CreateKeyRequest> {
  const { spec, usage, description, external, hsm, rotateEvery, policy, tag } = options;
  return {
    keySpec: spec,
    keyUsage: usage,
    description,
    dkmsInstanceId,
    ...(external && { origin: 'EXTERNAL' }),
    ...(hsm && { protectionLevel: 'HSM' }),
    ...(rotateEvery !== undefined && { enableAutomaticRotation: true, rotationInterval: rotateEvery }),
    ...(policy !== undefined && { policy: Buffer.from(await readGivenFile(policy)).toString('utf8') }),
    tags: tagsOf(tag),
  };
}

/** A key whose alias is taken would be left without a name. Whoever may not describe keys learns of it from CreateAlias. */
async function checkAliasIsFree(client: Client, aliasName: string, call: OperationOptions): Promise<void> {
  const found = await client.describeKey({ keyId: aliasName }, call).catch(() => undefined);
  if (!found) return;
  const { keyId } = found.keyMetadata;
  throw refused(
    `${aliasName} exists already, for key ${keyId}; no key was created. Move the alias to another key with kms alias update`,
  );
}

/** The key exists even if its alias fails, so that error must name the key. */
async function nameKey(client: Client, { keyId }: KeyMetadata, aliasName: string, call: object): Promise<void> {
  try {
    await client.createAlias({ keyId, aliasName }, call);
  } catch (error) {
    if (error instanceof Error) error.message = `created key ${keyId}, but not its alias: ${error.message}`;
    throw error;
  }
}

interface ImportOptions {
  inEncoding?: Encoding;
  expires?: string;
  wrapping?: string;
}

const importHelp = `The material is encrypted on this machine. Symmetric keys: as many bytes as the spec has; others: PKCS#8 in DER.

  kms key create --external --alias alias/mine
  openssl rand 32 | kms key import alias/mine`;

export function registerKeyImport(key: Command, context: CliContext): void {
  addCommand<ImportOptions>(
    context,
    key,
    {
      usage: 'import <key> [file]',
      summary: 'import the material of a key, from a file or stdin',
      options: [
        encodingOption('--in-encoding <ENCODING>', 'encoding of the material (default raw)'),
        option('--expires <TIME>', 'when KMS forgets the material, e.g. 2030-01-31T00:00:00Z (default never)'),
        option('--wrapping <ALGORITHM>', 'how it is encrypted on its way (default RSAES_OAEP_SHA_256)'),
      ],
      help: importHelp,
    },
    async (session, { inEncoding = 'raw', expires, wrapping: wrappingAlgorithm }, keyId, file) => {
      const expiresAt = dateOf('--expires', expires);
      const material = decode(await readInput(session.context, file, 'Paste the material'), inEncoding, 'the material');
      const parameters = {
        keyId,
        wrappingAlgorithm: wrappingAlgorithm ?? 'RSAES_OAEP_SHA_256',
        wrappingKeySpec: 'RSA_2048',
      };
      const encrypted = {
        keyId,
        encryptedKeyMaterial: '<material, encrypted>',
        importToken: '<ImportToken>',
        keyMaterialExpireUnix: 0,
      };
      const client = await session.client();
      const isShown = await session.showsCalls(
        ['describeKey', { keyId }],
        ['getParametersForImport', parameters],
        ['importKeyMaterial', encrypted],
      );
      if (isShown) return;
      const answer = await client.importKey(
        { keyId, material, expiresAt, wrappingAlgorithm },
        await session.callOptions(),
      );
      await session.print(answer, { text: `Imported the material of ${keyId}; the key is enabled` });
    },
  );
}
