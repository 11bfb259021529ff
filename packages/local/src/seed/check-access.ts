import { X509Certificate } from 'node:crypto';
import { attempt, limits } from 'alibabacloud-kms-sdk/internal';
import { checkAccessName, checkAddresses, checkPermissions, checkResources } from '../access/access-checks.js';
import { also, fields, flag, like, list, set, text } from './checks.js';
import { valid, wrong } from './seed-error.js';
import { description, identifier, instance, time } from './shapes.js';
import type {
  SeedAccess,
  SeedAccessKey,
  SeedAccessPoint,
  SeedClientKey,
  SeedInstance,
  SeedNetworkRule,
  SeedPolicy,
} from './types.js';

const name = also(text, (found, path) => valid(path, () => checkAccessName(found)));

const certificate = also(text, (found, path) => {
  const type = attempt(() => new X509Certificate(found).publicKey.asymmetricKeyType);
  if (type !== 'rsa') throw wrong(path, 'an X.509 certificate of an RSA key in PEM expected');
});

export const access = fields<SeedAccess>([], {
  networkRules: list(
    fields<SeedNetworkRule>(['name'], {
      name,
      description,
      addresses: also(list(text), (found, path) => valid(path, () => checkAddresses('', found))),
    }),
  ),
  policies: list(
    fields<SeedPolicy>(['name', 'resources'], {
      name,
      description,
      instance,
      permissions: also(set(text), (found, path) => valid(path, () => checkPermissions(found))),
      resources: also(set(text), (found, path) => valid(path, () => checkResources(found))),
      networkRules: set(name),
    }),
  ),
  accessPoints: list(
    fields<SeedAccessPoint>(['name'], {
      name,
      description,
      policies: set(name, { max: limits.accessPointPoliciesMax }),
    }),
  ),
  clientKeys: list(
    fields<SeedClientKey>(['id', 'accessPoint', 'certificate'], {
      id: identifier(128),
      accessPoint: name,
      certificate,
      notBefore: time,
      notAfter: time,
      createdAt: time,
    }),
  ),
});

export const accessKeys = list(
  fields<SeedAccessKey>(['id', 'secret'], {
    id: identifier(128),
    secret: like(/^[\x21-\x7e]{1,128}$/, '1 to 128 ASCII characters without spaces'),
    createdAt: time,
  }),
);

type Connection = NonNullable<SeedInstance['connection']>;
type BindVpc = NonNullable<SeedInstance['bindVpcs']>[number];

export const instances = list(
  also(
    fields<SeedInstance>(['id'], {
      id: instance,
      createdAt: time,
      connection: fields<Connection>(['vpcId', 'vSwitchIds', 'zoneIds'], {
        vpcId: text,
        vSwitchIds: list(text),
        zoneIds: list(text),
      }),
      bindVpcs: list(
        fields<BindVpc>(['vpcId', 'vSwitchId', 'regionId', 'vpcOwnerId'], {
          vpcId: text,
          vSwitchId: text,
          regionId: text,
          vpcOwnerId: text,
        }),
      ),
      deletionProtection: flag,
      deletionProtectionDescription: description,
      releasedAt: time,
    }),
    ({ deletionProtection, deletionProtectionDescription }, path) => {
      if (deletionProtectionDescription !== undefined && !deletionProtection) {
        throw wrong(`${path}.deletionProtectionDescription`, 'it needs deletionProtection: true');
      }
    },
  ),
);
