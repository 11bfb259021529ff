import { configurationError, usageError } from '../failures.js';

/** A setting, and its names as a flag, in the environment and in a profile. */
export interface Setting {
  readonly name: string;
  /** Without dashes; a profile uses the same name. */
  readonly flag: string;
  /** Placeholder for the flag's value; a secret has no flag, because everybody can see command lines. */
  readonly value?: string;
  readonly env: readonly string[];
  readonly description: string;
  readonly values?: readonly string[];
  /** How the command behaves, not which KMS it calls: the environment counts with `--profile` too. */
  readonly isPreference?: true;
}

const setting = <const S extends Setting>(given: S): S => given;

/** Every setting. Flags override the environment, which overrides the profile, unless `--profile` names it. */
export const settings = [
  setting({
    name: 'region',
    flag: 'region',
    value: 'REGION',
    env: ['ALIBABA_CLOUD_REGION_ID', 'ALIBABA_CLOUD_REGION'],
    description: 'region of the public gateway, e.g. cn-hangzhou',
  }),
  setting({
    name: 'endpoint',
    flag: 'endpoint',
    value: 'HOST',
    env: ['KMS_ENDPOINT'],
    description: 'public gateway, in place of that of the region',
  }),
  setting({
    name: 'network',
    flag: 'network',
    value: 'NETWORK',
    env: ['KMS_NETWORK'],
    values: ['public', 'vpc'],
    description: 'which host of the region: public (default) or vpc',
  }),
  setting({
    name: 'publicCaFile',
    flag: 'public-ca-file',
    value: 'FILE',
    env: ['KMS_PUBLIC_CA_FILE'],
    description: 'CA of the public gateway, when it is not one of the system',
  }),
  setting({
    name: 'accessKeyId',
    flag: 'access-key-id',
    env: ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
    description: 'AccessKey for the public gateway; without one the default chain looks for it',
  }),
  setting({
    name: 'accessKeySecret',
    flag: 'access-key-secret',
    env: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    description: 'its secret',
  }),
  setting({
    name: 'securityToken',
    flag: 'security-token',
    env: ['ALIBABA_CLOUD_SECURITY_TOKEN'],
    description: 'its token, when it is a temporary one',
  }),
  setting({
    name: 'instanceEndpoint',
    flag: 'instance-endpoint',
    value: 'HOST',
    env: ['KMS_INSTANCE_ENDPOINT'],
    description: 'gateway of a KMS instance, kst-….cryptoservice.kms.aliyuncs.com',
  }),
  setting({
    name: 'instanceId',
    flag: 'instance-id',
    value: 'ID',
    env: ['KMS_INSTANCE_ID'],
    description: 'id of the instance, when its host does not begin with it',
  }),
  setting({
    name: 'clientKeyFile',
    flag: 'client-key-file',
    value: 'FILE',
    env: ['KMS_CLIENT_KEY_FILE'],
    description: 'client key for the instance',
  }),
  setting({
    name: 'clientKeyPasswordFile',
    flag: 'client-key-password-file',
    value: 'FILE',
    env: ['KMS_CLIENT_KEY_PASSWORD_FILE'],
    description: 'file with the password of the client key',
  }),
  setting({
    name: 'clientKeyPassword',
    flag: 'client-key-password',
    env: ['KMS_CLIENT_KEY_PASSWORD'],
    description: 'that password itself',
  }),
  setting({
    name: 'caFile',
    flag: 'ca-file',
    value: 'FILE',
    env: ['KMS_CA_FILE'],
    description: 'CA of the instance; fetched by the public gateway when there is one',
  }),
  setting({
    name: 'gateway',
    flag: 'gateway',
    value: 'GATEWAY',
    env: ['KMS_GATEWAY'],
    values: ['instance', 'public'],
    description: 'which gateway to use where both can be: instance (default) or public',
  }),
  setting({
    name: 'timeout',
    flag: 'timeout',
    value: 'SECONDS',
    env: ['KMS_TIMEOUT'],
    description: 'longest time for one call (default 30)',
    isPreference: true,
  }),
  setting({
    name: 'output',
    flag: 'output',
    value: 'FORMAT',
    env: ['KMS_OUTPUT'],
    values: ['table', 'json', 'yaml'],
    description: 'how answers are written: table (default), json or yaml',
    isPreference: true,
  }),
] as const;

export type SettingName = (typeof settings)[number]['name'];

/** Where a setting came from. */
export type Layer = 'flag' | 'environment' | 'profile';

export interface Found {
  readonly value: string;
  readonly layer: Layer;
  /** Its name there: `--region`, `KMS_ENDPOINT`, `region of profile dev`. */
  readonly source: string;
}

export type Settings = Readonly<Partial<Record<SettingName, Found>>>;

const accessKeyParts: readonly SettingName[] = ['accessKeyId', 'accessKeySecret', 'securityToken'];
const passwordParts: readonly SettingName[] = ['clientKeyPassword', 'clientKeyPasswordFile'];

type Env = Readonly<Record<string, string | undefined>>;

interface ProfileLayer {
  name: string;
  values: Readonly<Record<string, string>>;
  /** Whether `--profile` named it. */
  isExplicit?: boolean;
}

/**
 * Merges the layers. The parts of a credential come from one layer: halves of two do not fit. With `--profile` the environment
 * does not say which KMS to call: what `kms local env` left in a shell must not be used with a profile, nor the reverse.
 *
 * @throws CliError for a region and an endpoint that do not belong together
 */
export function mergeSettings(flags: Readonly<Record<string, unknown>>, env: Env, profile: ProfileLayer): Settings {
  const found: Partial<Record<SettingName, Found>> = {};
  for (const setting of settings as readonly (Setting & { name: SettingName })[]) {
    const { name, flag, env: names, isPreference } = setting;
    const counts = isPreference || !profile.isExplicit;
    const variable = counts ? names.find((candidate) => env[candidate]) : undefined;
    const given = flags[name];
    if (typeof given === 'string') found[name] = { value: given, layer: 'flag', source: `--${flag}` };
    else if (variable) found[name] = { value: env[variable] as string, layer: 'environment', source: variable };
    else if (profile.values[flag] !== undefined) {
      found[name] = { value: profile.values[flag], layer: 'profile', source: `${flag} of profile ${profile.name}` };
    }
  }
  for (const group of [accessKeyParts, passwordParts]) keepStrongestLayer(found, group);
  checkRegion(found, { environment: valueIn(env, 'region'), profile: profile.values.region });
  if (profile.isExplicit) checkAccessKey(found, env, profile.name);
  return found;
}

const valueIn = (env: Env, name: SettingName): string | undefined =>
  settings
    .find((setting) => setting.name === name)
    ?.env.map((variable) => env[variable])
    .find(Boolean);

/** An endpoint that was set for one region must not be called for another. */
function checkRegion({ region, endpoint }: Settings, regions: Partial<Record<Layer, string | undefined>>): void {
  if (region?.layer !== 'flag' || endpoint === undefined || endpoint.layer === 'flag') return;
  if (endpoint.value.includes(region.value) || regions[endpoint.layer] === region.value) return;
  throw usageError(
    `--region ${region.value} does not belong to ${endpoint.value} of ${endpoint.source}: give --endpoint too, or --profile`,
  );
}

/** Without an AccessKey of its own, the default chain would find that of the environment. */
function checkAccessKey({ region, endpoint, accessKeyId }: Settings, env: Env, profile: string): void {
  const variable = 'ALIBABA_CLOUD_ACCESS_KEY_ID';
  if (accessKeyId || !env[variable] || (region === undefined && endpoint === undefined)) return;
  throw configurationError(
    `profile ${profile} has no AccessKey, and with --profile the one of ${variable} does not count: ` +
      'add access-key-id and access-key-secret to the profile, or unset the variable to use the rest of the default chain',
  );
}

function keepStrongestLayer(found: Partial<Record<SettingName, Found>>, group: readonly SettingName[]): void {
  const layers = group.flatMap((name) => found[name]?.layer ?? []);
  const strongest = (['flag', 'environment', 'profile'] as const).find((layer) => layers.includes(layer));
  for (const name of group) if (found[name] && found[name].layer !== strongest) delete found[name];
}
