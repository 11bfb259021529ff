import { randomBytes } from 'node:crypto';
import type { CreateAccessRequest } from 'alibabacloud-kms-sdk';
import type { Command } from 'commander';
import type { CliContext } from '../../context.js';
import { usageError } from '../../failures.js';
import { withNewFiles, writeGivenFile } from '../../io/files.js';
import { dateOf } from '../../io/option-values.js';
import { addCommand, option, repeated, required } from '../command.js';
import { resourceInstance } from '../resource-instance.js';

interface Options {
  resource?: string[];
  from?: string[];
  clientKey: string;
  passwordFile: string;
  instance?: string;
  description?: string;
  until?: string;
}

const help = `Creates a policy, an access point and (with --from) a network rule of one name, and a client key with a random
password. Neither file may exist yet; only their owner can read them. When a step fails, the steps before it are undone.

  kms access create shop --resource key/<id> --resource secret/shop-db --from 10.0.0.0/24 \\
    --client-key client-key-shop.json --password-file client-key-shop.password`;

export function registerAccessCreate(access: Command, context: CliContext): void {
  addCommand<Options>(
    context,
    access,
    {
      usage: 'create <name>',
      summary: 'give an application access to keys and secrets, in one step',
      options: [
        repeated(
          '--resource <RESOURCE>',
          'what the application may use: key/<id>, secret/<name>, key/* or secret/*',
        ).makeOptionMandatory(),
        fromOption(),
        required('--client-key <FILE>', 'file for the client key'),
        required('--password-file <FILE>', 'file for its password'),
        option('--instance <ID>', 'KMS instance; default: the one that is configured'),
        option('--description <TEXT>', 'what the access is for'),
        option('--until <TIME>', 'end of the client key’s validity (default five years)'),
      ],
      help,
    },
    async (session, options, name) => {
      const { from: networks, clientKey: clientKeyFile, passwordFile, description } = options;
      const request: CreateAccessRequest = {
        name,
        resources: (options.resource ?? []).map(checkedResource),
        networks,
        description,
        clientKeyFile,
        kmsInstance: await resourceInstance(session, options.instance),
        notAfter: dateOf('--until', options.until),
      };
      const client = await session.client();
      if (await session.showsCalls(...callsOf(request))) return;
      const password = newPassword();
      const call = await session.callOptions();
      // createAccess creates the other file itself.
      const answer = await withNewFiles([passwordFile], async () => {
        await writeGivenFile(passwordFile, Buffer.from(`${password}\n`));
        return client.createAccess({ ...request, password }, call);
      });
      await session.print(
        { ...answer, passwordFile },
        {
          text: `${name} may use ${request.resources.join(', ')} with client key ${answer.clientKeyId} in ${clientKeyFile}`,
        },
      );
    },
  );
}

export const fromOption = () =>
  repeated('--from <ADDRESS>', 'address or CIDR block that calls may come from (default anywhere)');

/** 128 bits, with letters, digits and a special character, as KMS requires for client key passwords. */
export const newPassword = (): string => `Kms-1${randomBytes(16).toString('hex')}`;

export function checkedResource(resource: string): string {
  if (/^(key|secret)\/./.test(resource)) return resource;
  throw usageError(`${resource} is neither key/<id> nor secret/<name>, nor key/* or secret/*`);
}

/** The permissions that resources need. */
export function permissionsOf(resources: readonly string[]): string[] {
  const has = (kind: string) => resources.some((resource) => resource.startsWith(kind));
  return [
    ...(has('key/') ? ['RbacPermission/Template/CryptoServiceKeyUser'] : []),
    ...(has('secret/') ? ['RbacPermission/Template/CryptoServiceSecretUser'] : []),
  ];
}

function callsOf({ name, resources, networks, description, kmsInstance, notAfter }: CreateAccessRequest) {
  const rule = { name, type: 'Private', sourcePrivateIp: networks, description };
  const accessControlRules = networks && { networkRules: [name] };
  const policy = {
    name,
    permissions: permissionsOf(resources),
    resources,
    accessControlRules,
    description,
    kmsInstance,
  };
  return [
    ...(networks ? [['createNetworkRule', rule] as const] : []),
    ['createPolicy', policy] as const,
    ['createApplicationAccessPoint', { name, policies: [name], description }] as const,
    ['createClientKey', { aapName: name, password: '<random password>', notAfter }] as const,
  ];
}
