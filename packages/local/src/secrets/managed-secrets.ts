import { isObject, parseBoundedJson } from 'alibabacloud-kms-sdk/internal';
import { invalidParameter, ServiceError } from '../service-error.js';
import type { SecretType } from '../store/schema.js';
import { newAccessKey, newPassword, newSshKeyPair } from './credentials.js';

/** Creates the new value in a rotation. */
type Renew = () => Promise<object>;

interface ManagedType {
  /** Description of the value's format, for messages. */
  shape: string;
  /** Possible values of ExtendedConfig.SecretSubType. */
  subTypes: readonly string[];
  /** Undefined for a value of another shape. */
  read(value: unknown): Renew | undefined;
  /** The value for SecretData `$Auto`, for types whose credentials KMS can generate. */
  first?(): object;
}

/** A single account gets a new password. Of two, the idle one gets it and moves to the front: users of the other stay logged in. */
const accounts: ManagedType = {
  shape: '{"Accounts":[{"AccountName":"…","AccountPassword":"…"}]} with one or two accounts',
  subTypes: ['SingleUser', 'DoubleUsers'],
  read(value) {
    const list = entries(value, 'Accounts', ['AccountName', 'AccountPassword']);
    const next = list?.at(-1);
    if (!list || !next || list.length > 2) return undefined;
    return async () => ({ Accounts: [{ ...next, AccountPassword: newPassword() }, ...list.slice(0, -1)] });
  },
};

const accountsByKms: ManagedType = {
  ...accounts,
  shape: `${accounts.shape}, or $Auto`,
  first: () => ({
    Accounts: ['kms_user_1', 'kms_user_2'].map((AccountName) => ({ AccountName, AccountPassword: newPassword() })),
  }),
};

const ramCredentials: ManagedType = {
  shape: '{"AccessKeys":[{"AccessKeyId":"…","AccessKeySecret":"…"}]}',
  subTypes: ['RamUserAccessKey'],
  read(value) {
    if (entries(value, 'AccessKeys', ['AccessKeyId', 'AccessKeySecret'])?.length !== 1) return undefined;
    return async () => ({ AccessKeys: [newAccessKey()] });
  },
};

const ecs: ManagedType = {
  shape: '{"UserName":"…","Password":"…"} or {"UserName":"…","PublicKey":"…","PrivateKey":"…"}',
  subTypes: ['Password', 'SSHKey'],
  read(value) {
    if (hasTexts(value, ['UserName', 'Password'])) return async () => ({ ...value, Password: newPassword() });
    if (hasTexts(value, ['UserName', 'PublicKey', 'PrivateKey'])) {
      return async () => ({ ...value, ...(await newSshKeyPair()) });
    }
    return undefined;
  },
};

const managedTypes: Readonly<Record<SecretType, ManagedType | undefined>> = {
  Generic: undefined,
  Rds: accounts,
  Redis: accountsByKms,
  PolarDB: accountsByKms,
  RAMCredentials: ramCredentials,
  ECS: ecs,
};

export const isManaged = (type: SecretType): boolean => managedTypes[type] !== undefined;

/**
 * The first value of a managed secret, as stored.
 * @throws ServiceError InvalidParameter SecretData, which does not quote the value
 */
export function firstManagedValue(type: SecretType, data: string): string {
  const facts = managedType(type);
  if (data === '$Auto' && facts.first) return JSON.stringify(facts.first());
  checkManagedValue(type, data);
  return data;
}

/** @throws ServiceError InvalidParameter SecretData, which does not quote the value */
export function checkManagedValue(type: SecretType, data: string): void {
  const facts = managedType(type);
  if (!facts.read(parse(data))) throw invalidParameter('SecretData', `a secret of type ${type} is ${facts.shape}`);
}

/** The value that follows `data` in a rotation. */
export async function nextManagedValue(type: SecretType, data: string): Promise<string> {
  const renew = managedType(type).read(parse(data)) as Renew;
  return JSON.stringify(await renew());
}

/** @throws ServiceError InvalidParameter ExtendedConfig */
export function checkExtendedConfig(type: SecretType, config: Readonly<Record<string, unknown>>): void {
  const { CustomData, ...settings } = config;
  if (CustomData !== undefined && !isObject(CustomData)) {
    throw invalidParameter('ExtendedConfig.CustomData', 'it must be a JSON object');
  }
  const subTypes = managedTypes[type]?.subTypes;
  if (!subTypes) return;
  const { SecretSubType } = settings;
  if (SecretSubType !== undefined && !subTypes.includes(SecretSubType as string)) {
    throw invalidParameter('ExtendedConfig.SecretSubType', `a secret of type ${type} has ${subTypes.join(', ')}`);
  }
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value !== 'string') throw invalidParameter(`ExtendedConfig.${name}`, 'it must be a text');
  }
}

/** @throws ServiceError UnsupportedOperation for Generic secrets, which KMS cannot rotate */
function managedType(type: SecretType): ManagedType {
  const facts = managedTypes[type];
  if (facts) return facts;
  throw new ServiceError('UnsupportedOperation', {
    message: `This action is not supported. A secret of type ${type} is not rotated.`,
  });
}

/** @throws ServiceError UnsupportedOperation */
export const checkManaged = (type: SecretType): void => {
  managedType(type);
};

function parse(data: string): unknown {
  try {
    return parseBoundedJson(data);
  } catch {
    return undefined;
  }
}

const hasTexts = (value: unknown, names: readonly string[]): value is Record<string, string> =>
  isObject(value) && names.every((name) => typeof value[name] === 'string' && value[name] !== '');

/** The list of that name in a value, if each of its entries has these texts. */
function entries(value: unknown, list: string, names: readonly string[]): Record<string, string>[] | undefined {
  const found = isObject(value) ? value[list] : undefined;
  const isEntry = (entry: unknown): entry is Record<string, string> => hasTexts(entry, names);
  return Array.isArray(found) && found.every(isEntry) ? found : undefined;
}
